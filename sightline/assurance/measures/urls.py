"""The ways to the pages of measures."""

from django.urls import path

from sightline.assurance.measures import views

app_name = "measures"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("words/", views.words, name="words"),
    path("<slug:code>/", views.cases, name="cases"),
]
