"""The ways to the pages of health."""

from django.urls import path

from sightline.practice.health import views

app_name = "health"
CHILD = "children/<child:child_id>/"
urlpatterns = [
    path(CHILD, views.overview, name="overview"),
    path(f"{CHILD}assessments/record/", views.assessment, name="assessment"),
    path(f"{CHILD}dental/record/", views.dental, name="dental"),
    path(f"{CHILD}immunisations/record/", views.immunisations, name="immunisations"),
    path(f"{CHILD}questionnaires/record/", views.questionnaire, name="questionnaire"),
]
