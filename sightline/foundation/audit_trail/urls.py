"""The ways to the pages about who looked at a record and what was done with it."""

from django.urls import path

from sightline.foundation.audit_trail import views

app_name = "audit_trail"
urlpatterns = [
    path("<child:child_id>/who-looked/", views.who_looked, name="who_looked"),
    path("<child:child_id>/what-was-done/", views.what_was_done, name="what_was_done"),
]
