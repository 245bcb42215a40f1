"""A child's record: the overview, the pages that list details, and what can be recorded from here."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children import presenters
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.presenters.clocks import clocks_page
from sightline.foundation.children.presenters.family import adult_in_record
from sightline.foundation.children.presenters.glance import due_too_shown
from sightline.foundation.children.presenters.recording import groups_to_record


@opens_record(Permission.OPEN_RECORD)
def overview(request: RecordRequest, *, child: Any) -> HttpResponse:
    """Who this child is, who holds them, who is around them, and what is not held."""
    facts = presenters.facts_of_overview(child)
    shown = presenters.overview(child, facts, london_today(), request.acting.role)
    request.reading.shows(shown["people_shown"])
    return render(request, "children/child.html", record_page(request, child, facts) | shown)


@opens_record(Permission.OPEN_RECORD)
def clocks(request: RecordRequest, *, child: Any) -> HttpResponse:
    """Every clock of this child and why each stands as it does, and what waits without one."""
    today = london_today()
    shown = clocks_page(child.pk, today) | {"due_too": due_too_shown(child.pk, today)}
    return render(request, "children/clocks.html", record_page(request, child) | shown)


@opens_record(Permission.OPEN_RECORD)
def details(request: RecordRequest, *, child: Any) -> HttpResponse:
    """What describes this child."""
    shown = presenters.details_page(child.pk, child.person, london_today(), request.acting.role)
    return render(request, "children/details.html", record_page(request, child) | shown)


@opens_record(Permission.OPEN_RECORD)
def reaching(request: RecordRequest, *, child: Any) -> HttpResponse:
    """Where this child lives and how to reach them and their family safely."""
    shown = presenters.reaching_page(child.pk, request.acting.role)
    return render(request, "children/reaching.html", record_page(request, child) | shown)


@opens_record(Permission.OPEN_RECORD)
def family(request: RecordRequest, *, child: Any) -> HttpResponse:
    """The people around this child, who has responsibility, orders and professionals."""
    shown = presenters.family_page(child.person, london_today(), request.acting.role)
    request.reading.shows(shown["people_shown"])
    return render(request, "children/family.html", record_page(request, child) | shown)


@opens_record(Permission.OPEN_RECORD)
def person(request: RecordRequest, *, child: Any, person_id: UUID) -> HttpResponse:
    """What this record holds about an adult around the child."""
    adult = adult_in_record(child.pk, person_id)
    if adult is None:
        raise NoSuchRecord(person_id, "not an adult in the child's record")
    shown = presenters.person_page(child.pk, adult, london_today(), request.acting.role)
    return render(request, "children/person.html", record_page(request, child) | shown)


@opens_record(Permission.OPEN_RECORD)
def record_something(request: RecordRequest, *, child: Any) -> HttpResponse:
    """What this practitioner can record about this child now."""
    page = record_page(request, child) | {"groups": groups_to_record(request, child)}
    return render(request, "children/record_something.html", page)
