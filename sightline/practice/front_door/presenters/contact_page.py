"""One contact on one screen: what came, who is around the child, what came before, and what may be done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from sightline.foundation.calendar.words import format_date, format_moment, format_time
from sightline.foundation.children.queries.network import Member
from sightline.foundation.code_sets import code_set
from sightline.foundation.code_sets.fields import label_of
from sightline.foundation.oversight.presenters import AnswerShown
from sightline.foundation.workforce.presenters.words import role_words
from sightline.practice.front_door.models import (
    Contact,
    ContactDecision,
    DecisionPutToManager,
    DutyRung,
)
from sightline.practice.front_door.presenters.titles import way_in_words
from sightline.practice.front_door.queries import Earlier, ToRing, Whole
from sightline.practice.front_door.rules import RING_AGAIN_AFTER, Issue, RingAnswer, SafeNow, Told, Way
from sightline.ui.components import Column, EmptyState, Link, Table, Tag, counted

NOTHING_BEFORE = EmptyState("Nothing came before", "No earlier contact or referral is recorded about these children.")
NOBODY_AROUND = EmptyState("Nobody is recorded around this child", "Add the household to the family page.")
PROTECTED = "Protected: nothing that is made for the family names them."


@dataclass(frozen=True)
class Said:
    """One key issue in the words of whoever told it."""

    heading: str
    text: str
    only: bool = False  # about this child alone


@dataclass(frozen=True)
class Ringing:
    """Whom to ring now about a strategy discussion, since when somebody should, and who was rung."""

    now: ToRing | None
    as_what: str
    then: ToRing | None
    since: str
    passes_at: str
    late: bool
    rung: Sequence[str]
    has_it: str = ""


@dataclass(frozen=True)
class ContactShown:
    """The page as plain data."""

    title: str
    tags: Sequence[Tag]
    rows: Sequence[tuple[str, list[str]]]
    about: str
    said: Sequence[Said]
    referrer: Sequence[tuple[str, list[str]]]
    protected: str
    household: Table
    history: Table
    repeat: str
    decision: Sequence[tuple[str, list[str]]]
    put: Sequence[tuple[str, list[str]]]  # what waits for a manager
    links: Sequence[Link]
    ringing: Ringing | None = None
    as_it_stood: Link | None = None
    passed_on: Sequence[str] = field(default_factory=tuple)


def title_of(contact: Contact) -> str:
    """What a contact is called."""
    return f"Contact of {format_date(contact.happened)}"


def came(contact: Contact) -> str:
    """When a contact came."""
    day = format_date(contact.happened)
    return f"{day} at {format_time(contact.happened_at)}" if contact.happened_at else day


def tags(found: Whole) -> list[Tag]:
    """What stands out: not safe, decided, repeated."""
    received = found.received
    unsafe = [Tag("Not safe now", "red")] if received and received.safe_now == SafeNow.NO else []
    to_do = Tag("Waits for a manager", "yellow") if found.put else Tag("To decide", "yellow")
    return [*unsafe, Tag("Decided", "green") if found.is_decided else to_do]


def rows(found: Whole, names: Mapping[UUID, str]) -> list[tuple[str, list[str]]]:
    """About whom it is, as far as their names may be shown, and how, when and from whom it came."""
    contact, received = found.contact, found.received
    children = [names[key] for key in (contact.child_id, *found.together) if key in names]
    shown = [("Children", children)] if len(children) > 1 else []
    shown += [("Came", [came(contact)]), ("From", [label_of(contact, "contact_source") or "Not known"])]
    if received:
        safe = [received.get_safe_now_display(), *([received.done_now] if received.done_now else [])]
        shown += [("Kind", [received.get_kind_display()]), ("How", [received.get_came_by_display()])]
        shown += [("Safe now?", safe), ("Reference", [received.reference])]
    by = f" by {contact.recorded_by}" if contact.recorded_by else ""
    return [*shown, ("Recorded", [f"{format_moment(contact.recorded_at)}{by}"])]


def referrer(found: Whole) -> list[tuple[str, list[str]]]:
    """Who got in touch, for those who open the record."""
    who = found.referrer
    if who is None:
        words = found.contact.source_description
        return [("Who", [words])] if words else []
    reached = [each for each in (who["telephone"], who["email"]) if each]
    named = [each for each in (who["name"], who["role"], who["organisation"]) if each]
    return [(label, lines) for label, lines in (("Who", named), ("Reached", reached)) if lines]


def said_of(found: Whole) -> list[Said]:
    """The key issues in their order; what concerns this child only says so."""
    order = [each.value for each in Issue]
    passages = sorted(found.passages, key=lambda each: (order.index(each.place), each.position))
    return [
        Said(str(Issue(each.place).label), each.text, only=bool(found.together) and len(each.about) == 1)
        for each in passages
    ]


def household(around: Iterable[Member]) -> Table:
    """Everybody around the child: who they are, and whether they live there."""
    lines = []
    for member in around:
        words = ", ".join(dict.fromkeys(words for words, _ in member.relationships))
        lives = member.lives_with.get_how_often_display() if member.lives_with else "Not recorded"
        holds = "Yes" if member.responsibility else ""
        lines.append((str(member.person), words, lives, holds))
    columns: list[Column | str] = ["Name", "Who they are", "Lives with the child", "Parental responsibility"]
    return Table("Household and family", columns, lines, caption_hidden=True, empty=NOBODY_AROUND)


def history(found: Sequence[Earlier], names: Mapping[UUID, str]) -> Table:
    """What came before, the latest first: about whom, what it was, and how it ended."""
    columns: list[Column | str] = ["When", "About", "What came", "How it ended"]
    lines = [history_row(each, names) for each in found]
    return Table("What came before", columns, lines, caption_hidden=True, empty=NOTHING_BEFORE)


def history_row(each: Earlier, names: Mapping[UUID, str]) -> list[object]:
    """One contact or referral."""
    fact = each.fact
    name = names.get(fact.child_id, "")
    if isinstance(fact, Contact):
        what = fact.what_about or label_of(fact, "contact_source")
        address = reverse("front_door:contact_page", args=[fact.child_id, fact.pk])
        return [format_date(fact.happened), name, Link(shortened(what) or "Contact", address), ending_of(each)]
    need = label_of(fact, "primary_need")
    closed = label_of(fact, "reason_for_closure") or ("No further action" if fact.no_further_action else "")
    ended = f"{closed or 'Closed'}, {format_date(fact.ended)}" if fact.ended else closed or "Open"
    return [format_date(fact.began), name, f"Referral{f': {need}' if need else ''}", ended]


def ending_of(each: Earlier) -> str:
    """How an earlier contact ended, as whoever decided said it, or as it was counted."""
    if each.way:
        return f"{way_in_words(each.way)}{' (on limited information)' if each.limited else ''}"
    labels = [code_set("ssd-contact-outcome").label(code) for code in each.ended]
    return ", ".join(labels) or "Not decided"


def shortened(text: str, most: int = 140) -> str:
    """The beginning of a text."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]}…"


def repeat_words(number: int) -> str:
    """That contacts came in the year before."""
    return f"{counted(number, 'earlier contact')} about this child in the 12 months before." if number else ""


def decision_rows(decision: ContactDecision | None) -> list[tuple[str, list[str]]]:
    """What was decided, why, and what it rested on."""
    if decision is None:
        return []
    by = f" by {decision.recorded_by}" if decision.recorded_by else ""
    limited = [decision.limited_because] if decision.on_limited_information else []
    if decision.follow_up_on:
        limited.append(f"Looked at again on {format_date(decision.follow_up_on)}.")
    said = [
        ("Decided", [f"{way_in_words(decision.way)}, {format_moment(decision.recorded_at)}{by}"]),
        ("Why", [decision.reasons] if decision.way not in (Way.CLOSE, Way.ADVICE) else []),
        ("What we checked", [decision.what_we_checked]),
        ("What we found", [decision.what_we_found]),
        ("Why we stop", [decision.why_we_stop]),
        ("What the history means for it", [decision.meaning]),
        ("Decided on limited information", limited),
    ]
    return [(label, lines) for label, lines in said if any(lines)]


def put_rows(put: DecisionPutToManager, answer: AnswerShown | None) -> list[tuple[str, list[str]]]:
    """What somebody would decide, what is not known, and how it stands with managers."""
    by = f" by {put.recorded_by}" if put.recorded_by else ""
    stands = [f"{answer.tag.text}. {answer.text}", answer.reasons, answer.reply] if answer else []
    said = [
        (
            "Would be decided",
            [f"{way_in_words(put.way, decided=False)}, put to a manager on {format_moment(put.recorded_at)}{by}"],
        ),
        ("How it stands", [each for each in stands if each]),
        ("Essential, and not known", put.not_known),
        ("Why", [put.reasons]),
        ("What we checked", [put.what_we_checked]),
        ("What we found", [put.what_we_found]),
        ("Why we stop", [put.why_we_stop]),
        ("What the history means for it", [put.meaning]),
    ]
    return [(label, lines) for label, lines in said if any(lines)]


def as_it_stood(decision: ContactDecision) -> Link:
    """The whole record as it was when this was decided."""
    known = urlencode({"as_known_on": decision.known_at.isoformat()})
    return Link(
        f"The record as it was known on {format_moment(decision.known_at)}",
        f"{reverse('chronology:child', args=[decision.child_id])}?{known}",
    )


def passed_on(found: Sequence[Mapping[str, Any]]) -> list[str]:
    """Who was told, and what they did with it."""
    return [
        f"{each['name']}, {Told(each['as_what']).label.lower()}: {each['done'] or 'not taken up yet'}" for each in found
    ]


def ringing(decision: ContactDecision, rings: Sequence[DutyRung], line: Sequence[ToRing], now: datetime) -> Ringing:
    """Whom to ring now: the first who was not rung; after ten minutes without an answer the next one too."""
    has_it = next((each for each in rings if each.answer == RingAnswer.HAS_IT), None)
    tried = {each.rung_id for each in rings}
    left = [each for each in line if each.practitioner not in tried]
    last = rings[-1] if rings else decision
    began = last.happened_at or last.recorded_at
    passes = began + timedelta(minutes=RING_AGAIN_AFTER)
    return Ringing(
        now=left[0] if left else None,
        as_what=as_what(left[0]) if left else "",
        then=left[1] if len(left) > 1 else None,
        since=format_time(decision.happened_at or decision.recorded_at),
        passes_at=format_time(passes),
        late=now >= passes,
        rung=[
            f"{each.rung}, {format_moment(each.happened_at)}: {each.get_answer_display()}"
            for each in rings
            if each.happened_at
        ],
        has_it=str(has_it.rung) if has_it else "",
    )


def as_what(each: ToRing) -> str:
    """As what somebody is rung."""
    return role_words(each.role) if each.role else "On duty"


def in_line(line: Sequence[ToRing]) -> list[tuple[str, str]]:
    """Those who can be rung, as answers."""
    return [(str(each.practitioner), f"{each.name}, {as_what(each)}, {each.telephone or 'no number'}") for each in line]
