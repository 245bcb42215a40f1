"""The ways to the pages of a child in need."""

from django.urls import path

from sightline.practice.child_in_need import views

app_name = "child_in_need"
CHILD = "children/<child:child_id>/"
urlpatterns = [
    path(CHILD, views.overview, name="overview"),
    path(f"{CHILD}begin/", views.begin, name="begin"),
    path(f"{CHILD}reviews/record/", views.review, name="review"),
    path(f"{CHILD}end/", views.end, name="end"),
]
