"""The ways to the pages about people."""

from django.urls import path

from sightline.foundation.children.views import record

app_name = "children"
urlpatterns = [
    path("children/<child:child_id>/", record.overview, name="child"),
    path("children/<child:child_id>/record/", record.record_something, name="record"),
]
