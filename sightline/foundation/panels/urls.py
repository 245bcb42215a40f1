"""The ways to the pages about panels."""

from django.urls import path

from sightline.foundation.panels.views import referrals, sittings

app_name = "panels"
CHILD = "children/<child:child_id>/"
REFERRAL = f"{CHILD}<fact:fact_id>/"
urlpatterns = [
    path("sittings/", sittings.sittings, name="sittings"),
    path("sittings/arrange/", sittings.arrange, name="arrange"),
    path("sittings/<fact:fact_id>/", sittings.sitting, name="sitting"),
    path(CHILD, referrals.listed, name="list"),
    path(f"{CHILD}refer/", referrals.refer, name="refer"),
    path(REFERRAL, referrals.referral, name="referral"),
    path(f"{REFERRAL}book/", sittings.book, name="book"),
    path(f"{REFERRAL}recommend/", sittings.recommend, name="recommend"),
    path(f"{REFERRAL}decide/", referrals.decide, name="decide"),
    path(f"{REFERRAL}take-back/", referrals.take_back, name="take_back"),
]
