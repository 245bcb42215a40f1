"""The ways to the pages about oversight."""

from django.urls import path

from sightline.foundation.oversight.views import decisions
from sightline.foundation.oversight.views import managers as views

app_name = "oversight"
urlpatterns = [
    path("waiting/", views.waiting, name="waiting"),
    path("ladder/", decisions.ladder, name="ladder"),
    path("ladder/delegate/", decisions.delegate, name="delegate"),
    path("ladder/delegations/<fact:fact_id>/end/", decisions.end_delegation, name="end_delegation"),
    path("children/<child:child_id>/", views.thread, name="thread"),
    path("children/<child:child_id>/decisions/record/", decisions.decide, name="decide"),
    path("children/<child:child_id>/decisions/<fact:fact_id>/", decisions.decision, name="decision"),
    path("children/<child:child_id>/waiting/<fact:fact_id>/", views.answer, name="answer"),
    path("children/<child:child_id>/decisions/<fact:fact_id>/reply/", views.reply, name="reply"),
    path("children/<child:child_id>/notes/record/", views.record_note, name="record_note"),
    path("children/<child:child_id>/directions/give/", views.give_direction, name="give_direction"),
    path(
        "children/<child:child_id>/directions/<fact:fact_id>/answer/", views.answer_direction, name="answer_direction"
    ),
]
