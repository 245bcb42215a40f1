"""Routes with faults planted on purpose: the tests of access must catch each one."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpResponse
from django.urls import path

from sightline.config.urls import urlpatterns as real
from sightline.foundation.access.opening import may_open
from sightline.foundation.access.policies import Policy, declared, for_practitioners
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.children.models import Person


def without_policy(request: RecordRequest) -> HttpResponse:
    """Fault 1: nobody has decided who this is for."""
    return HttpResponse("open to all")


@for_practitioners()
def list_without_filter(request: RecordRequest) -> HttpResponse:
    """Fault 2: every name the database shows, and no entry in the read log."""
    return HttpResponse("\n".join(str(person) for person in Person.objects.order_by("pk")))


@for_practitioners()
def export_of_everything(request: RecordRequest) -> HttpResponse:
    """Fault 3: run as a role without walls, as an export might be."""
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    people = list(Person.objects.order_by("pk"))
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE sightline_web")
    request.reading.shows(person.pk for person in people)
    return HttpResponse("\n".join(str(person) for person in people))


def tells_forbidden_from_absent(request: RecordRequest, child_id: UUID) -> HttpResponse:
    """Fault 4: 403 for a record that exists, 404 for one that does not."""
    if not may_open(request, child_id):
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
        there = Person.objects.filter(pk=child_id).exists()
        with connection.cursor() as cursor:
            cursor.execute("SET ROLE sightline_web")
        if there:
            raise PermissionDenied
        raise NoSuchRecord(child_id, "absent")
    return HttpResponse("there")


@for_practitioners()
def unlogged_fragment(request: RecordRequest, child_id: UUID) -> HttpResponse:
    """Fault 5: a piece of a page that shows a child without opening the record."""
    person: Any = Person.objects.filter(pk=child_id).first()
    return HttpResponse(f"<p>{person}</p>")


urlpatterns = [
    *real,
    path("fault/without-policy/", without_policy, name="without_policy"),
    path("fault/list/", list_without_filter, name="list_without_filter"),
    path("fault/export/", export_of_everything, name="export_of_everything"),
    path("fault/403/<uuid:child_id>/", declared(tells_forbidden_from_absent, Policy("record")), name="tells"),
    path("fault/fragment/<uuid:child_id>/", unlogged_fragment, name="unlogged_fragment"),
]
