"""The ways to the pages about people."""

from django.urls import path

from sightline.foundation.children.views import adding, addresses, details, identity, lives, record, warnings

app_name = "children"
CHILD = "children/<child:child_id>/"
PERSON = f"{CHILD}people/<person:person_id>/"

urlpatterns = [
    path("add/", adding.add, name="add"),
    path("add/look-alikes/", adding.show_look_alikes, name="look_alikes"),
    path("adults/<person:person_id>/", identity.adult, name="adult"),
    path(CHILD, record.overview, name="child"),
    path(f"{CHILD}due/", record.clocks, name="clocks"),
    path(f"{CHILD}details/", record.details, name="details"),
    path(f"{CHILD}family/", record.family, name="family"),
    path(f"{CHILD}family/add/", adding.add_person, name="add_person"),
    path(f"{CHILD}reaching/", record.reaching, name="reaching"),
    path(f"{CHILD}record/", record.record_something, name="record"),
    path(f"{CHILD}birth/", lives.birth, name="birth"),
    path(f"{CHILD}expecting/", lives.expecting, name="expecting"),
    path(PERSON, record.person, name="person"),
    path(f"{PERSON}identity/", identity.identity, name="identity"),
    path(f"{PERSON}death/", lives.death, name="death"),
    path(f"{PERSON}protected-addresses/", addresses.protected_addresses, name="protected_addresses"),
    path(f"{PERSON}warning/<fact:fact_id>/review/", warnings.review_warning, name="review_warning"),
    path(f"{PERSON}warning/<fact:fact_id>/end/", warnings.end_warning, name="end_warning"),
    *(path(address, view, name=name) for address, name, view in details.routes()),
]
