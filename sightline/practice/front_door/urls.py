"""The ways to the pages of the front door."""

from django.urls import path

from sightline.practice.front_door.views import (
    afterwards,
    board,
    contact_page,
    need_to_know,
    night,
    overview,
    police,
    public,
    referrals,
    taking,
    waiting_room,
)

app_name = "front_door"
CHILD = "children/<child:child_id>/"
REFERRAL = f"{CHILD}referrals/<fact:fact_id>/"
CONTACT = f"{CHILD}contacts/<fact:fact_id>/"
CHECK = f"{CHILD}checks/<fact:fact_id>/"
urlpatterns = [
    path("", board.board, name="board"),
    path("board.csv", board.board_file, name="board_file"),
    path("police/", police.notifications, name="police"),
    path("police/<fact:fact_id>/", police.take_in, name="take_in_police"),
    path("police/<fact:fact_id>/set-aside/", police.set_aside, name="set_aside_police"),
    path("afterwards/", afterwards.afterwards, name="afterwards"),
    path("afterwards/list/", afterwards.afterwards_list, name="afterwards_list"),
    path("evening/", night.evening, name="evening"),
    path("morning/", night.morning, name="morning"),
    path(f"{CHILD}night/ask/", night.ask_night, name="ask_night"),
    path(f"{CHILD}night/record/", night.record_night, name="record_night"),
    path(f"{CHILD}night/<fact:fact_id>/accept/", night.accept_night, name="accept_night"),
    path(f"{CHILD}contacts/<fact:fact_id>/give/", board.give, name="give"),
    path(f"{CHILD}contacts/<fact:fact_id>/hand-over/", board.hand_over, name="hand_over"),
    path(CHILD, overview.overview, name="overview"),
    path("contacts/take/", taking.take, name="take"),
    path("contacts/look-up/", taking.look_up, name="look_up"),
    path(f"{CHILD}contacts/record/", taking.contact, name="contact"),
    path(CONTACT, contact_page.contact_page, name="contact_page"),
    path(f"{CONTACT}decide/", contact_page.decide, name="decide_contact"),
    path(f"{CONTACT}strategy-discussion/", contact_page.ask_now, name="ask_now"),
    path(f"{CONTACT}ring/", contact_page.ring, name="ring"),
    path(f"{CHILD}contacts/passed-on/<fact:fact_id>/", contact_page.take_up, name="take_up"),
    path(f"{CHILD}referrals/record/", referrals.referral, name="referral"),
    path(f"{CHILD}referrals/close/", referrals.close, name="close"),
    path(f"{REFERRAL}decide/", referrals.decide_referral, name="decide_referral"),
    path(f"{REFERRAL}tell/", referrals.tell_referrer, name="tell_referrer"),
    path(f"{CONTACT}known/", need_to_know.known, name="known"),
    path(f"{CONTACT}known/concerns/", need_to_know.concerns, name="concerns"),
    path(f"{CONTACT}known/record/", need_to_know.record_known, name="record_known"),
    path(f"{CONTACT}known/basis/", need_to_know.basis, name="basis"),
    path(f"{CONTACT}known/ask/", need_to_know.ask, name="ask"),
    path(f"{CONTACT}known/hold/", need_to_know.hold, name="hold"),
    path(CHECK, need_to_know.check, name="check"),
    path(f"{CHECK}answer/", need_to_know.answer, name="answer"),
    path(f"{CHECK}take-in/", need_to_know.take_in, name="take_in"),
    path(f"{CHECK}new-link/", need_to_know.renew_link, name="renew_link"),
    path(f"{CHECK}revoke-link/", need_to_know.revoke_link, name="revoke_link"),
    path("received/", waiting_room.waiting_room, name="waiting_room"),
    path("received/<fact:fact_id>/", waiting_room.request, name="request"),
    path("agency-addresses/", waiting_room.addresses, name="addresses"),
    path("reply/<str:token>/", public.reply, name="reply"),
    path("partners/request/", public.partners_request, name="partners_request"),
]
