"""The ways to the pages about walls and openings."""

from django.urls import path

from sightline.foundation.access.views import openings, walls

app_name = "access"
urlpatterns = [
    path("look/<child:child_id>/", openings.look, name="look"),
    path("emergency/<person:person_id>/", openings.break_glass, name="break_glass"),
    path("emergency-openings/", openings.openings, name="openings"),
    path("emergency-openings/<opening:opening_id>/", openings.review_opening, name="review_opening"),
    path("restricted/", walls.restricted, name="restricted"),
    path("<child:child_id>/", walls.walls, name="walls"),
    path("<child:child_id>/restrict/", walls.restrict, name="restrict"),
    path("<child:child_id>/readers/", walls.change_readers, name="change_readers"),
    path("<child:child_id>/lift/", walls.lift, name="lift"),
    path("<child:child_id>/review/", walls.renew, name="renew"),
    path("<child:child_id>/exclude/", walls.exclude, name="exclude"),
    path("<child:child_id>/exclusions/<fact:fact_id>/end/", walls.end_exclusion, name="end_exclusion"),
]
