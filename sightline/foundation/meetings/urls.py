"""The ways to the pages about meetings."""

from django.urls import path

from sightline.foundation.meetings.views import arranging, corrections, meetings

app_name = "meetings"
CHILD = "children/<child:child_id>/"
HELD = f"{CHILD}<fact:fact_id>/"
ARRANGED = f"{CHILD}arranged/<fact:fact_id>/"
urlpatterns = [
    path(CHILD, meetings.listed, name="list"),
    path(f"{CHILD}arrange/", arranging.arrange, name="arrange"),
    path(f"{CHILD}record/", arranging.record, name="record"),
    path(ARRANGED, arranging.arranged, name="arranged"),
    path(f"{ARRANGED}hold/", arranging.hold, name="hold"),
    path(f"{ARRANGED}call-off/", arranging.call_off, name="call_off"),
    path(f"{ARRANGED}correct/", corrections.correct_meeting, name="correct"),
    path(HELD, meetings.meeting, name="meeting"),
    path(f"{HELD}correct-child/", corrections.correct_held, name="correct_child"),
    path(f"{HELD}correct-people/", corrections.correct_people, name="correct_people"),
    path(f"{HELD}withdraw/", corrections.withdraw_held, name="withdraw"),
    path(f"{CHILD}steps/<fact:fact_id>/", meetings.finish_step, name="finish_step"),
]
