"""The ways to the pages of the front door."""

from django.urls import path

from sightline.practice.front_door import views

app_name = "front_door"
CHILD = "children/<child:child_id>/"
REFERRAL = f"{CHILD}referrals/<fact:fact_id>/"
urlpatterns = [
    path(CHILD, views.overview, name="overview"),
    path(f"{CHILD}contacts/record/", views.contact, name="contact"),
    path(f"{CHILD}contacts/<fact:fact_id>/decide/", views.decide_contact, name="decide_contact"),
    path(f"{CHILD}referrals/record/", views.referral, name="referral"),
    path(f"{CHILD}referrals/close/", views.close, name="close"),
    path(f"{REFERRAL}decide/", views.decide_referral, name="decide_referral"),
    path(f"{REFERRAL}tell/", views.tell_referrer, name="tell_referrer"),
]
