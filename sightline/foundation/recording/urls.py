"""The ways to the pages of single facts."""

from django.urls import path

from sightline.foundation.recording import views

app_name = "recording"
FACT = "children/<child:child_id>/<fact:fact_id>/"
urlpatterns = [
    path(FACT, views.fact, name="fact"),
    path(f"{FACT}correct/", views.correct, name="correct"),
    path(f"{FACT}withdraw/", views.withdraw, name="withdraw"),
]
