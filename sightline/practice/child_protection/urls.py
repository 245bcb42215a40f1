"""The ways to the pages of child protection."""

from django.urls import path

from sightline.practice.child_protection.views import discussions, enquiries, plans

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
    path(f"{CHILD}plans/", plans.plans, name="plans"),
    path(f"{CHILD}conferences/required/", plans.decide_conference, name="decide_conference"),
    path(f"{CHILD}conferences/transfer-in/", plans.transfer_in, name="transfer_in"),
    path(f"{CHILD}conferences/record/", plans.conference, name="conference"),
    path(f"{CHILD}conferences/review/", plans.review_conference, name="review_conference"),
    path(f"{CHILD}conferences/papers/", plans.paper, name="paper"),
    path(f"{CHILD}core-groups/record/", plans.core_group, name="core_group"),
    path(f"{CHILD}plans/end/", plans.end_plan, name="end_plan"),
]
