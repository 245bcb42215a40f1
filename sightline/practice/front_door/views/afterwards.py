"""What became of decisions about contacts."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sightline.foundation.access.policies import for_practitioners
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.practice.front_door.presenters import afterwards as presenter
from sightline.practice.front_door.queries.afterwards import afterwards as looked_back


@for_practitioners(Permission.SEE_LINE_OF_SIGHT)
@require_safe
def afterwards(request: RecordRequest) -> HttpResponse:
    """Look-back, limited information, hours and spread: numbers only; no record is opened for them."""
    found = looked_back(london_today())
    page = presenter.page(found, request.reach.reports, request.reach.practitioner)
    return render(request, "front_door/afterwards.html", {"page": page})
