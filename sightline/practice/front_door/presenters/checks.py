"""One check of an agency as plain data, with the link, the code and the text to send."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.calendar.words import format_date, format_moment
from sightline.foundation.recording.presenters import link
from sightline.practice.front_door import queries
from sightline.practice.front_door.models import CheckAnswer, ReceivedByForm, ReplyLink
from sightline.practice.front_door.presenters.titles import basis_detail, basis_title, question_words
from sightline.practice.front_door.queries import Asked
from sightline.practice.front_door.rules import AskedHow
from sightline.ui.components import Link, Table, TimelineEntry
from sightline.ui.vocabulary import said

ENDED_BY_CORRECTION = (
    "What was asked was corrected since the link was sent to {}: that link opens nothing any more, and nobody told the"
    " agency. Make a new link and send it again, or ring them."
)


@dataclass(frozen=True)
class LinkShown:
    """A link to answer with: where it goes, what to copy, and how it stands."""

    address: str
    code: str
    email: str
    text: str
    words: str
    live: bool


@dataclass(frozen=True)
class CheckShown:
    """One check, whole."""

    title: str
    rows: Sequence[tuple[str, list[str]]]
    answers: Sequence[TimelineEntry]
    link: LinkShown | None
    waits: str  # where an answer that came by link is taken in
    links: Sequence[Link]
    back: Link


def check(asked: Asked, host: str, now: datetime, *, records: bool) -> CheckShown:
    """What an agency was asked and answered, and how it may answer."""
    fact = asked.check
    child = fact.child_id
    waits = asked.waits if records else None
    offered = [("Record what they answered", "front_door:answer", not waits)]
    ended = asked.link is not None and asked.link.asked_id != fact.pk
    again = "Make a new link, and send it again" if ended else "Make a new link"
    offered += [(again, "front_door:renew_link", fact.how == AskedHow.LINK)]
    offered += [("Revoke the link", "front_door:revoke_link", is_open(asked.link, now) and not ended)]
    return CheckShown(
        title=f"Asked {fact.agency}",
        rows=rows_of(asked),
        answers=[entry(each) for each in asked.answers],
        link=link_shown(asked, host, waits, now) if records and asked.link else None,
        waits=reverse("front_door:take_in", args=[child, fact.pk]) if waits else "",
        links=[link(text, route, child, fact.pk) for text, route, shown in offered if shown and records],
        back=Link("What we need to know", reverse("front_door:known", args=[child, fact.contact_id])),
    )


def rows_of(asked: Asked) -> list[tuple[str, list[str]]]:
    """What was asked of whom, on what basis, by when."""
    fact = asked.check
    questions = [question_words(*item.split(":", 1)) for item in fact.items]
    rows = [
        ("Asked", [*questions, *([fact.question] if fact.question else [])]),
        ("Whom", [fact.whom]),
        ("How", [fact.get_how_display()]),
        ("Answer hoped for by", [format_moment(fact.due_at)]),
        ("On what basis", [basis_title(fact.basis), basis_detail(fact.basis)]),
        ("Asked by", [f"{fact.recorded_by or ''}, {format_moment(fact.recorded_at)}".lstrip(", ")]),
    ]
    return [(name, lines) for name, lines in rows if any(lines)]


def entry(answer: CheckAnswer) -> TimelineEntry:
    """One answer as it was given."""
    when = format_moment(answer.happened_at) if answer.happened_at else format_date(answer.happened)
    title = f"{answer.get_outcome_display()}: {answer.given_by}"
    return TimelineEntry(title=title, when=f"{when} · {answer.get_how_display()}", text=answer.text)


def is_open(reply_link: ReplyLink | None, now: datetime) -> bool:
    """Whether a link was not revoked and has not expired."""
    return reply_link is not None and reply_link.revoked_at is None and now < reply_link.expires_at


def link_shown(asked: Asked, host: str, waits: ReceivedByForm | None, now: datetime) -> LinkShown:
    """A link with its code and the text to send."""
    found = asked.link
    assert found is not None
    token = queries.token_of(found.pk)
    address = host + reverse("front_door:reply", args=[token])
    answered = waits is not None or any(each.received_by_form for each in asked.answers)
    ended = found.asked_id != asked.check.pk and not answered
    live = is_open(found, now) and not (answered or ended) and found.token_digest == queries.digest_of(token)
    text, code = to_send(asked, address), queries.code_of(found.pk)
    words = ENDED_BY_CORRECTION.format(found.email) if ended else stands(found, live)
    return LinkShown(address, code, found.email, text, words, live)


def stands(found: ReplyLink, live: bool) -> str:
    """How a link stands, in a sentence."""
    if found.revoked_at:
        return f"Revoked on {format_moment(found.revoked_at)}."
    if live:
        return f"Live until it is answered, or until {format_moment(found.expires_at)}."
    return "Answered, expired or out of date: it opens nothing any more."


def to_send(asked: Asked, address: str) -> str:
    """The text of the message that the worker sends: everything but the code."""
    fact = asked.check
    person = fact.child.person
    born = f", born {format_date(person.birth_date)}" if person.birth_date else ""
    questions = [question_words(*item.split(":", 1)) for item in fact.items]
    asks = "\n".join(f"- {each}" for each in [*questions, *([fact.question] if fact.question else [])])
    return said("OFFICIAL-SENSITIVE\n\n{children_services} asks for information about ") + (
        f"{person}{born}.\n\nWhy we may ask: {fact.basis.get_basis_display()}.\n\n"
        f"What we need to know:\n{asks}\n\n"
        f"Please answer by {format_moment(fact.due_at)} with this link:\n{address}\n\n"
        "The link asks for a code of six digits, which we tell you by telephone. "
        "If you would rather answer by telephone, ring us. If a child is in danger now, ring 999.\n"
    )


def address_list() -> dict[str, Any]:
    """The verified addresses of agencies."""
    rows = [
        [each.agency.name, each.email, each.how_verified, str(each.recorded_by or ""), format_date(each.verified_on)]
        for each in queries.verified_addresses()
    ]
    columns = ["Agency", "Address", "How it was verified", "By whom", "When"]
    return {"table": Table("Verified addresses", columns, rows, empty="No address is verified yet.")}


def check_words(child: UUID, key: UUID) -> str:
    """What a check is called; nothing where it does not stand."""
    found = queries.the_check(child, key)
    return f"Asked {found.check.agency} on {format_date(found.check.happened)}" if found else ""
