"""The way to search."""

from django.urls import path

from sightline.foundation.search import views

app_name = "search"
urlpatterns = [path("", views.people, name="people")]
