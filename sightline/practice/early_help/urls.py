"""The ways to the pages of early help."""

from django.urls import path

from sightline.practice.early_help import views

app_name = "early_help"
CHILD = "children/<child:child_id>/"
urlpatterns = [
    path(CHILD, views.overview, name="overview"),
    path(f"{CHILD}answers/record/", views.answer, name="answer"),
    path(f"{CHILD}begin/", views.begin, name="begin"),
    path(f"{CHILD}<fact:fact_id>/end/", views.end, name="end"),
]
