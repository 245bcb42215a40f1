"""The ways to the pages of care."""

from django.urls import path

from sightline.practice.care import views

app_name = "care"
CHILD = "children/<child:child_id>/"
urlpatterns = [
    path(CHILD, views.overview, name="overview"),
    path(f"{CHILD}enter/", views.enter, name="enter"),
    path(f"{CHILD}move/", views.move, name="move"),
    path(f"{CHILD}legal-status/", views.legal_status, name="legal_status"),
    path(f"{CHILD}leave/", views.leave, name="leave"),
    path(f"{CHILD}reviews/record/", views.review, name="review"),
    path(f"{CHILD}plan/", views.plan, name="plan"),
    path(f"{CHILD}homes/settled/", views.settle, name="settle"),
    path(f"{CHILD}reviewing-officer/record/", views.officer, name="officer"),
    path(f"{CHILD}homes/step/", views.step, name="step"),
]
