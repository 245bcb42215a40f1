"""The ways to the pages of assessments."""

from django.urls import path

from sightline.practice.assessment import views

app_name = "assessment"
CHILD = "children/<child:child_id>/"
urlpatterns = [
    path(CHILD, views.overview, name="overview"),
    path(f"{CHILD}begin/", views.begin, name="begin"),
    path(f"{CHILD}authorise/", views.authorise, name="authorise"),
]
