"""Named questions about the audit: who looked at a record, who did what with it, how late its seal is."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from sightline.foundation.access.models import Opening
from sightline.foundation.audit_trail.models import AuditEntry, ReadEvent
from sightline.foundation.audit_trail.recorder import COPY_MADE
from sightline.foundation.audit_trail.rules import EVENTS_A_PAGE
from sightline.foundation.calendar.instants import end_of_day, start_of_day


@dataclass(frozen=True)
class Asked:
    """Which part of a log is wanted: whose, from when to when, and from which line on."""

    practitioner: UUID | None = None
    earliest: date | None = None
    latest: date | None = None
    older_than: int | None = None
    everything: bool = False

    def of(self, events: QuerySet[Any]) -> QuerySet[Any]:
        """The wanted part, newest first."""
        if self.practitioner:
            events = events.filter(practitioner=self.practitioner)
        if self.earliest:
            events = events.filter(at__gte=start_of_day(self.earliest))
        if self.latest:
            events = events.filter(at__lt=end_of_day(self.latest))
        if self.older_than:
            events = events.filter(id__lt=self.older_than)
        return events.select_related("practitioner").order_by("-id")

    def page(self, events: QuerySet[Any]) -> tuple[list[Any], bool]:
        """The lines of one page, and whether there are older ones."""
        if self.everything:
            return list(self.of(events)), False
        found = list(self.of(events)[: EVENTS_A_PAGE + 1])
        return found[:EVENTS_A_PAGE], len(found) > EVENTS_A_PAGE


@dataclass(frozen=True)
class Look:
    """Somebody had a record before them: opened, or as a line of a list."""

    number: int
    at: datetime
    practitioner: str
    route: str
    basis: str
    reason: str
    opened: bool
    through_another: bool
    also_opened: tuple[UUID, ...]


def who_looked(child: UUID, asked: Asked) -> tuple[list[Look], bool]:
    """Who looked at a child's record, with the people opened through it, newest first; and whether there are older."""
    events, has_older = asked.page(looks_at(child))
    through = opened_through(child, {event.request for event in events})
    reasons = reasons_given(child)
    looks = [
        Look(
            number=event.pk,
            at=event.at,
            practitioner=str(event.practitioner or "Nobody who was signed in"),
            route=event.route,
            basis=event.basis,
            reason=event.reason or reason_at(reasons, event),
            opened=event.opened == child,
            through_another=event.opened == child and event.via is not None,
            also_opened=tuple(through[event.request]) if event.opened == child else (),
        )
        for event in events
    ]
    return looks, has_older


def looks_at(child: UUID) -> QuerySet[ReadEvent]:
    """Every entry of the read log that names a child."""
    return ReadEvent.objects.filter(Q(opened=child) | Q(shown__contains=[child]))


def readers_of(child: UUID) -> list[tuple[UUID, str]]:
    """Everybody who looked at a child's record, by name."""
    found = looks_at(child).filter(practitioner__isnull=False).order_by("practitioner__name", "practitioner_id")
    return list(found.values_list("practitioner_id", "practitioner__name").distinct())


def opened_through(child: UUID, requests: Iterable[UUID | None]) -> dict[UUID | None, list[UUID]]:
    """For each of these requests, the people whose records were opened as part of a child's."""
    events = ReadEvent.objects.filter(via=child, request__in=[request for request in requests if request])
    people: dict[UUID | None, list[UUID]] = defaultdict(list)
    for event in events.filter(opened__isnull=False).order_by("id"):
        people[event.request].append(event.opened)  # type: ignore[arg-type]
    return people


def reasons_given(child: UUID) -> list[Opening]:
    """The openings of a record for which somebody had to say why."""
    return list(Opening.objects.current().filter(person=child))


def reason_at(openings: list[Opening], event: ReadEvent) -> str:
    """The reason that a practitioner had given for the opening under which they looked; empty if none was asked."""
    for opening in openings:
        began = opening.happened_at or opening.recorded_at
        if opening.practitioner_id == event.practitioner_id and began <= event.at <= opening.until:
            return f"{opening.get_reason_code_display()}: {opening.reason}"
    return ""


def what_was_done(child: UUID, asked: Asked) -> tuple[list[AuditEntry], bool]:
    """What was done with a child's record, newest first; and whether there is older."""
    return asked.page(done_with(child))


def done_with(child: UUID) -> QuerySet[AuditEntry]:
    """Every entry about a child."""
    return AuditEntry.objects.filter(about__contains=[child])


def doers_of(child: UUID) -> list[tuple[UUID, str]]:
    """Everybody who recorded something in a child's record, or made a copy of it, by name."""
    who = "practitioner_id", "practitioner__name"
    did = done_with(child).filter(practitioner__isnull=False).values_list(*who)
    copied = looks_at(child).filter(practitioner__isnull=False, basis__startswith=COPY_MADE).values_list(*who)
    return sorted(set(did.order_by().union(copied.order_by())), key=lambda found: (found[1], str(found[0])))


def copies_of(child: UUID, asked: Asked) -> list[ReadEvent]:
    """Every copy of a document that was made of a child's record in the time asked for, newest first."""
    made = looks_at(child).filter(basis__startswith=COPY_MADE)
    return list(replace(asked, older_than=None).of(made))


def seal_lag() -> timedelta:
    """How long the oldest finished entry of the audit has waited for its seal; any role may ask."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT seal_lag()")
        lag: timedelta = cursor.fetchone()[0]
    return lag
