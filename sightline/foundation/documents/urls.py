"""Addresses of drafts and files."""

from django.urls import path

from sightline.foundation.documents.views import drafts, files, making

CHILD = "people/children/<child:child_id>/documents/"

app_name = "documents"
urlpatterns = [
    path("drafts/<draft:draft_id>/save", drafts.autosave, name="autosave"),
    path("drafts/<draft:draft_id>/file", files.upload, name="upload"),
    path("drafts/<draft:draft_id>/choose", drafts.choose, name="choose"),
    path("drafts/<draft:draft_id>/discard", drafts.discard, name="discard"),
    path("drafts/kept-for-another-account", drafts.kept_for_another, name="kept_for_another"),
    path(CHILD, files.listed, name="list"),
    path(f"{CHILD}file/", files.add, name="add"),
    path(f"{CHILD}make/<slug:kind>/<fact:fact_id>/", making.make, name="make"),
    path(f"{CHILD}<fact:fact_id>/", files.document, name="document"),
    path(f"{CHILD}<fact:fact_id>/correct/", files.correct, name="correct"),
    path(f"{CHILD}<fact:fact_id>/withdraw/", files.withdraw, name="withdraw"),
    path(f"{CHILD}<file:file_id>/open", files.download, name="download"),
]
