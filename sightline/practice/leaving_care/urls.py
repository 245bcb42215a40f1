"""The ways to the pages of leaving care."""

from django.urls import path

from sightline.practice.leaving_care import views

app_name = "leaving_care"
CHILD = "children/<child:child_id>/"
urlpatterns = [
    path(CHILD, views.overview, name="overview"),
    path(f"{CHILD}entitlement/", views.eligibility, name="eligibility"),
    path(f"{CHILD}status/record/", views.status, name="status"),
    path(f"{CHILD}contacts/record/", views.contact, name="contact"),
    path(f"{CHILD}pathway-plan/", views.pathway_plan, name="pathway_plan"),
]
