"""Addresses of drafts and files."""

from django.urls import path

from sightline.foundation.documents.views import drafts as views

app_name = "documents"
urlpatterns = [
    path("drafts/<draft:draft_id>/save", views.autosave, name="autosave"),
    path("drafts/<draft:draft_id>/choose", views.choose, name="choose"),
    path("drafts/<draft:draft_id>/discard", views.discard, name="discard"),
    path("drafts/kept-for-another-account", views.kept_for_another, name="kept_for_another"),
]
