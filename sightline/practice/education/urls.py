"""The ways to the pages of education."""

from django.urls import path

from sightline.practice.education import views

app_name = "education"
CHILD = "children/<child:child_id>/"
urlpatterns = [
    path(CHILD, views.overview, name="overview"),
    path(f"{CHILD}plan/", views.plan, name="plan"),
    path(f"{CHILD}places/record/", views.place, name="place"),
    path(f"{CHILD}places/<fact:fact_id>/left/", views.left, name="left"),
]
