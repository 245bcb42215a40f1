"""The ways to the pages about visits."""

from django.urls import path

from sightline.foundation.visits.views import corrections, visits

app_name = "visits"
CHILD = "children/<child:child_id>/"
VISIT = f"{CHILD}<fact:fact_id>/"
urlpatterns = [
    path(CHILD, visits.listed, name="list"),
    path(f"{CHILD}record/", visits.record, name="record"),
    path(f"{CHILD}attempted/", visits.record_attempted, name="attempted"),
    path(VISIT, visits.visit, name="visit"),
    path(f"{VISIT}correct/", corrections.correct_visit, name="correct"),
    path(f"{VISIT}correct-child/", corrections.correct_seen, name="correct_child"),
    path(f"{VISIT}withdraw/", corrections.withdraw_seen, name="withdraw"),
]
