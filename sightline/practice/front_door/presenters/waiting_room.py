"""The waiting room as plain data, and what somebody without a sign-in is shown."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.access.queries import Reach
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.words import format_moment
from sightline.foundation.facts import Acting
from sightline.foundation.workforce.rules import Role
from sightline.practice.front_door import queries
from sightline.practice.front_door.models import ReceivedByForm
from sightline.practice.front_door.queries import Waits
from sightline.practice.front_door.rules import AnswerOutcome, FormKind
from sightline.ui.components import Link, Table, Tag, Ticket

URGENT = Tag("Not safe now", "red")
COLUMNS = ["Reference", "What", "From", "Received"]


def waiting_room() -> tuple[Table, list[Any]]:
    """Everything that nobody has taken in, and whom the list shows."""
    found = [each for each in queries.waiting() if each.link or each.form.kind == FormKind.REQUEST]
    table = Table("Waiting to be taken in", COLUMNS, [row_of(each) for each in found], empty="Nothing waits.")
    return table, [each.link.child_id for each in found if each.link]


def not_safe_for(reach: Reach, by: Acting, now: datetime) -> list[tuple[UUID | None, Ticket]]:
    """Children whom a partner's form calls not safe, for whoever is on duty: such a form waits in no list."""
    on_duty = by.role in (Role.DUTY, Role.OUT_OF_HOURS) or bool(reach.on_duty)
    return [(None, each) for each in not_safe_tickets(by)] if on_duty else []


def not_safe_tickets(by: Acting) -> list[Ticket]:
    """The same for everybody who takes in forms; no child is named, since nobody knows yet who it is."""
    return [not_safe_ticket(form) for form in queries.not_safe()] if may(by.role, Permission.TAKE_IN_FORMS) else []


def not_safe_ticket(form: ReceivedByForm) -> Ticket:
    """Who sent it, when, and what to do now."""
    sent = form.payload
    ring = f"Ring {sent['telephone']}, and take it in." if sent.get("telephone") else "Take it in."
    return Ticket(
        title="By form: a child is not safe now",
        href=reverse("front_door:request", args=[form.pk]),
        about=sent.get("organisation", ""),
        tags=[URGENT],
        lines=[f"Sent on {format_moment(form.received_at)}. {ring}"],
    )


def row_of(waits: Waits) -> list[object]:
    """One line of the waiting room; the child is named only for an answer to a check."""
    form = waits.form
    if waits.link:
        address = reverse("front_door:take_in", args=[waits.link.child_id, waits.link.asked_id])
        what: object = f"Answer about {waits.link.child.person}"
    else:
        address = reverse("front_door:request", args=[form.pk])
        what = [form.get_kind_display(), URGENT] if form.payload.get("safe_now") == "no" else form.get_kind_display()
    who = waits.link.email if waits.link else form.payload.get("organisation", "")
    return [Link(form.reference, address), what, who, format_moment(form.received_at)]


def request_rows(form: ReceivedByForm) -> list[tuple[str, list[str]]]:
    """What a partner sent, as their copy reads."""
    return [(question, answer.splitlines()) for question, answer in form.payload["copy"]]


def reply_rows(form: ReceivedByForm) -> list[tuple[str, list[str]]]:
    """What an agency answered with its link."""
    sent = form.payload
    rows = [
        ("Who", [sent["given_by"]]),
        ("Received", [format_moment(form.received_at), f"Reference {form.reference}"]),
        ("What became of it", [AnswerOutcome(sent["outcome"]).label]),
        ("What they said", sent["text"].splitlines()),
    ]
    return [(name, lines) for name, lines in rows if lines]
