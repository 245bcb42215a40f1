"""The way to the chronology."""

from django.urls import path

from sightline.foundation.chronology import views

app_name = "chronology"
urlpatterns = [
    path("children/<child:child_id>/", views.chronology, name="child"),
    path("children/<child:child_id>/over-time/", views.over_time, name="over_time"),
]
