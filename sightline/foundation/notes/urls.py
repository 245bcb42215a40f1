"""The ways to the pages about case notes."""

from django.urls import path

from sightline.foundation.notes.views import corrections, notes

app_name = "notes"
CHILD = "children/<child:child_id>/"
NOTE = f"{CHILD}<fact:fact_id>/"
urlpatterns = [
    path(CHILD, notes.listed, name="list"),
    path(f"{CHILD}record/", notes.record, name="record"),
    path(NOTE, notes.note, name="note"),
    path(f"{NOTE}correct/", corrections.correct_note, name="correct"),
    path(f"{NOTE}withdraw/", corrections.withdraw_note, name="withdraw"),
    path(f"{CHILD}steps/<fact:fact_id>/", corrections.finish_step, name="finish_step"),
]
