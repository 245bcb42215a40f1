"""A child's overview, and what can be recorded from here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.rules import Permission
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.presenters.recording import groups_to_record


@opens_record(Permission.OPEN_RECORD)
def overview(request: HttpRequest, child) -> HttpResponse:  # type: ignore[no-untyped-def]
    """Who this child is, who holds them, and who is around them."""
    return render(request, "children/child.html", record_page(request, child))


@opens_record(Permission.OPEN_RECORD)
def record_something(request: HttpRequest, child) -> HttpResponse:  # type: ignore[no-untyped-def]
    """What this practitioner can record about this child now."""
    page = record_page(request, child) | {"groups": groups_to_record(request, child)}
    return render(request, "children/record_something.html", page)
