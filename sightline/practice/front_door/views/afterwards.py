"""What became of decisions about contacts."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sightline.foundation.access.policies import for_practitioners
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce.presenters import behind_numbers as lists
from sightline.practice.front_door.presenters import afterwards as presenter
from sightline.practice.front_door.presenters.afterwards_lists import decided_table
from sightline.practice.front_door.queries.afterwards import afterwards as looked_back
from sightline.practice.front_door.queries.afterwards import those
from sightline.practice.front_door.views.board import everybody


@for_practitioners(Permission.SEE_LINE_OF_SIGHT)
@require_safe
def afterwards(request: RecordRequest) -> HttpResponse:
    """Look-back, limited information, hours and spread: numbers only; no record is opened for them."""
    found = looked_back(london_today())
    page = presenter.page(found, request.reach.reports, request.reach.practitioner, opens=everybody(request))
    return render(request, "front_door/afterwards.html", {"page": page})


@for_practitioners(Permission.SEE_LINE_OF_SIGHT)
@require_safe
def afterwards_list(request: RecordRequest) -> HttpResponse:
    """The contacts behind a number; whoever does not see the contacts of everybody gets those of their own people."""
    which = request.GET.get("which", "limited")
    if which not in presenter.TITLES:
        raise NoSuchRecord(None, "no such number")
    maker, own = maker_asked(request), {request.reach.practitioner, *request.reach.reports}
    makers = {maker} if maker else None if everybody(request) else own
    part = lists.paged(those(which, london_today(), makers), request.GET)
    request.reading.shows({row.child_id for row in part})
    title = presenter.TITLES[which]
    page = {"title": title, "table": decided_table(part, title), "pages": lists.pages(part, "contacts", request.GET)}
    return render(request, "front_door/afterwards_list.html", page)


def maker_asked(request: RecordRequest) -> UUID | None:
    """Whose decisions are asked for: one's own, or those of somebody one manages; of nobody else they do not exist."""
    said = request.GET.get("of", "")
    known = {str(key): key for key in (request.reach.practitioner, *request.reach.reports)}
    if said and said not in known:
        raise NoSuchRecord(None, "somebody else's decisions")
    return known.get(said)
