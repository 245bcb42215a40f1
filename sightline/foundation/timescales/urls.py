"""The ways to the pages of timescales and of one clock."""

from django.urls import path

from sightline.foundation.timescales import views

app_name = "timescales"
CLOCK = "children/<child:child_id>/clocks/<fact:fact_id>/"
urlpatterns = [
    path("", views.every_timescale, name="all"),
    path("<slug:timescale>/", views.one, name="one"),
    path("<slug:timescale>/set/", views.set_limit, name="set"),
    path(CLOCK, views.clock, name="clock"),
    path(f"{CLOCK}explain/", views.explain, name="explain"),
    path(f"{CLOCK}waive/", views.waive, name="waive"),
]
