"""The ways to the pages of child protection."""

from django.urls import path

from sightline.practice.child_protection.views import discussions, enquiries

app_name = "child_protection"
CHILD = "children/<child:child_id>/"
DISCUSSION = f"{CHILD}strategy-discussions/<fact:fact_id>/"
ENDING = f"{CHILD}enquiries/<fact:fact_id>/"
urlpatterns = [
    path(CHILD, enquiries.overview, name="overview"),
    path(
        f"{CHILD}strategy-discussions/record/",
        discussions.record_strategy_discussion,
        name="record_strategy_discussion",
    ),
    path(DISCUSSION, discussions.outcome, name="outcome"),
    path(f"{DISCUSSION}correct/", discussions.correct_outcome, name="correct_outcome"),
    path(f"{DISCUSSION}correct-details/", discussions.correct_details, name="correct_details"),
    path(f"{CHILD}enquiries/record/", enquiries.record_enquiry_outcome, name="record_enquiry_outcome"),
    path(ENDING, enquiries.ending, name="ending"),
    path(f"{ENDING}correct/", enquiries.correct_ending, name="correct_ending"),
    path(f"{ENDING}withdraw/", enquiries.withdraw_ending, name="withdraw_ending"),
]
