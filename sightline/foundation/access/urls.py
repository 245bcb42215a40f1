"""The ways to the pages about walls and openings."""

from django.urls import path

from sightline.foundation.access import views

app_name = "access"
urlpatterns = [
    path("look/<child:child_id>/", views.look, name="look"),
    path("emergency/<person:person_id>/", views.break_glass, name="break_glass"),
    path("emergency-openings/", views.openings, name="openings"),
    path("emergency-openings/<opening:opening_id>/", views.review_opening, name="review_opening"),
    path("restricted/", views.restricted, name="restricted"),
    path("<child:child_id>/", views.walls, name="walls"),
    path("<child:child_id>/restrict/", views.restrict, name="restrict"),
    path("<child:child_id>/readers/", views.change_readers, name="change_readers"),
    path("<child:child_id>/lift/", views.lift, name="lift"),
    path("<child:child_id>/review/", views.renew, name="renew"),
    path("<child:child_id>/exclude/", views.exclude, name="exclude"),
    path("<child:child_id>/exclusions/<fact:fact_id>/end/", views.end_exclusion, name="end_exclusion"),
]
