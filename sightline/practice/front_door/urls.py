"""The ways to the pages of the front door."""

from django.urls import path

from sightline.practice.front_door.views import board, contacts, overview, referrals

app_name = "front_door"
CHILD = "children/<child:child_id>/"
REFERRAL = f"{CHILD}referrals/<fact:fact_id>/"
urlpatterns = [
    path("", board.board, name="board"),
    path("board.csv", board.board_file, name="board_file"),
    path(f"{CHILD}contacts/<fact:fact_id>/give/", board.give, name="give"),
    path(f"{CHILD}contacts/<fact:fact_id>/hand-over/", board.hand_over, name="hand_over"),
    path(CHILD, overview.overview, name="overview"),
    path(f"{CHILD}contacts/record/", contacts.contact, name="contact"),
    path(f"{CHILD}contacts/<fact:fact_id>/decide/", contacts.decide_contact, name="decide_contact"),
    path(f"{CHILD}referrals/record/", referrals.referral, name="referral"),
    path(f"{CHILD}referrals/close/", referrals.close, name="close"),
    path(f"{REFERRAL}decide/", referrals.decide_referral, name="decide_referral"),
    path(f"{REFERRAL}tell/", referrals.tell_referrer, name="tell_referrer"),
]
