"""What we need to know about a contact as plain data: for a page of its own, and as a piece of the contact's page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.calendar.words import format_date, format_moment
from sightline.foundation.recording.presenters import link
from sightline.practice.front_door import queries, rules
from sightline.practice.front_door.models import Contact
from sightline.practice.front_door.presenters.titles import basis_detail, basis_title
from sightline.practice.front_door.queries import Asked, ConcernKnown, Held, ItemKnown
from sightline.practice.front_door.rules import KnownState
from sightline.ui.components import Link, Table, Tag
from sightline.ui.vocabulary import in_own_words

COLOURS = {
    KnownState.KNOWN: "green",
    KnownState.ASKED: "blue",
    KnownState.NOT_AGREED: "orange",
    KnownState.NOT_NEEDED: "grey",
}


@dataclass(frozen=True)
class Known:
    """How much is known of what we need to know about one contact."""

    whole: Link
    concerns: Sequence[Table]
    summary: str
    gaps: Sequence[str]
    basis: str
    basis_why: str
    checks: Table | None
    held: str
    question: str  # what is asked at the ceiling of a hold
    links: Sequence[Link]


def known(contact: Contact, now: datetime, *, records: bool) -> Known:
    """What we need to know about a contact, what was asked of whom, and what may be done; at most ten queries."""
    child = contact.child_id
    concerns, asked = queries.known_about(contact.pk), queries.asked_about(contact)
    basis, held = queries.basis_of(contact), queries.held(contact.pk, london_today(now))
    gaps = [item for each in concerns for item in each.items if item.is_gap]
    return Known(
        whole=Link("What we need to know", reverse("front_door:known", args=[child, contact.pk])),
        concerns=[table_of(each) for each in concerns],
        summary=summary(concerns, gaps),
        gaps=[in_own_words(each.item.question) for each in gaps],
        basis=basis_title(basis) if basis else "",
        basis_why=basis_detail(basis) if basis else "",
        checks=checks_table(asked, now) if asked else None,
        held=held_words(held),
        question=rules.AT_THE_CEILING if held.is_at_ceiling else "",
        links=list(links(contact, concerns, has_basis=basis is not None, held=held)) if records else [],
    )


def summary(concerns: Sequence[ConcernKnown], gaps: Sequence[ItemKnown]) -> str:
    """How much is missing, in a line."""
    if not concerns:
        return "No kind of concern is named yet."
    essential = sum(item.item.essential for each in concerns for item in each.items)
    if gaps:
        return f"{len(gaps)} of {essential} essential items are not known yet."
    return f"Every essential item is known: {essential} of {essential}."


def table_of(concern: ConcernKnown) -> Table:
    """One concern with its items."""
    rows = [row_of(each) for each in concern.items]
    return Table(in_own_words(concern.concern.name), ["What we need to know", "How far", "What, and from whom"], rows)


def row_of(known: ItemKnown) -> Sequence[object]:
    """One item: its question, how far it is known, and what is known of it."""
    question = in_own_words(known.item.question)
    words = [question, Tag("Essential", "purple")] if known.item.essential else question
    return [words, state_of(known), said_of(known)]


def state_of(known: ItemKnown) -> Tag:
    """How far an item is known."""
    if known.said is None:
        return Tag("Not known yet", "red" if known.item.essential else "grey")
    return Tag(known.said.get_state_display(), COLOURS[KnownState(known.state)])


def said_of(known: ItemKnown) -> str:
    """What is known of an item and from whom; who usually knows it where nothing is."""
    if known.said is None:
        return f"Usually known by: {in_own_words(known.item.usually_known_by)}"
    parts = [known.said.what, known.said.known_from, format_date(known.said.happened)]
    return " · ".join(part for part in parts if part)


def checks_table(asked: Sequence[Asked], now: datetime) -> Table:
    """Which agencies were asked, by when they should answer, and whether they did."""
    rows = [[check_link(each), check_tag(each, now), due_words(each)] for each in asked]
    return Table("Agencies asked", ["Agency", "Answer", "When"], rows)


def check_link(asked: Asked) -> Link:
    """The way to one check."""
    address = reverse("front_door:check", args=[asked.check.child_id, asked.check.pk])
    return Link(str(asked.check.agency), address, note=asked.check.whom)


def check_tag(asked: Asked, now: datetime) -> Tag:
    """How a check stands."""
    if asked.waits:
        return Tag("An answer waits to be read", "yellow")
    if asked.answers:
        return Tag(asked.answers[-1].get_outcome_display(), "green")
    if asked.is_late(now):
        return Tag("No answer in time", "red")
    return Tag("Asked and waiting", "blue")


def due_words(asked: Asked) -> str:
    """When a check was answered, or by when it should be."""
    if asked.answers:
        newest = asked.answers[-1]
        return f"{format_moment(newest.happened_at)}" if newest.happened_at else format_date(newest.happened)
    return f"By {format_moment(asked.check.due_at)}"


def held_words(held: Held) -> str:
    """Until when a contact is kept open, and why."""
    if held.newest is None:
        return ""
    until = format_date(held.newest.until)
    agreed = f" Agreed by {held.newest.agreed_with}." if held.newest.agreed_with else ""
    ceiling = f" It can be kept open until {format_date(held.ceiling)} at the latest." if held.ceiling else ""
    safe = f" Safe now? {held.newest.get_safe_now_display()}." if held.newest.safe_now else ""
    return f"Kept open until {until}: {held.newest.reasons}{safe}{agreed}{ceiling}"


def links(contact: Contact, concerns: Sequence[ConcernKnown], *, has_basis: bool, held: Held) -> Sequence[Link]:
    """What can be recorded of what we need to know; an agency is asked only once its basis is recorded."""
    child, key = contact.child_id, contact.pk
    offered = [("Name another concern" if concerns else "Name the kind of concern", "front_door:concerns", True)]
    offered += [("Record what is known", "front_door:record_known", bool(concerns))]
    words = "Record another basis for asking agencies" if has_basis else "Record why other agencies may be asked"
    offered += [(words, "front_door:basis", True), ("Ask an agency", "front_door:ask", has_basis)]
    offered += [("Keep the contact open to find out more", "front_door:hold", not held.is_at_ceiling)]
    return [link(text, route, child, key) for text, route, shown in offered if shown]


def known_of(child: UUID, key: UUID, now: datetime, *, records: bool) -> tuple[Contact, Known] | None:
    """A contact about a child that stands, with what is known; nothing where there is none."""
    contact = next((each for each in queries.contacts_of(child) if each.pk == key), None)
    return (contact, known(contact, now, records=records)) if contact else None
