"""The ways to the pages of plans."""

from django.urls import path

from sightline.foundation.plans import views

app_name = "plans"
CHILD = "children/<child:child_id>/"
PLAN = f"{CHILD}<fact:fact_id>/"
GOAL = f"{CHILD}goals/<fact:fact_id>/"
urlpatterns = [
    path(CHILD, views.plans, name="plans"),
    path(f"{CHILD}begin/", views.begin, name="begin"),
    path(PLAN, views.plan, name="plan"),
    path(f"{PLAN}goals/add/", views.add_goal, name="add_goal"),
    path(f"{PLAN}progress/", views.progress, name="progress"),
    path(f"{PLAN}end/", views.end, name="end"),
    path(f"{GOAL}steps/add/", views.add_step, name="add_step"),
    path(f"{GOAL}end/", views.end_goal, name="end_goal"),
    path(f"{CHILD}steps/<fact:fact_id>/", views.step_progress, name="step_progress"),
]
