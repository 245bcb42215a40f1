"""What the pages about section 47 enquiries show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.calendar.words import format_date, format_moment
from sightline.foundation.oversight.presenters import AnswerShown, answer_shown
from sightline.foundation.oversight.queries import answers_about
from sightline.foundation.recording.presenters import link
from sightline.foundation.timescales.presenters import chip, name_of
from sightline.foundation.timescales.queries import clocks_of
from sightline.practice.child_protection import queries
from sightline.practice.child_protection.models import EnquiryOutcome
from sightline.practice.child_protection.presenters.titles import outcome_title
from sightline.practice.child_protection.rules import INITIAL_CONFERENCE, Outcome
from sightline.practice.front_door.queries import asked_for
from sightline.ui.components import ClockChip, ClockState, Link, TimelineEntry
from sightline.ui.vocabulary import said


@dataclass(frozen=True)
class EnquiryLine:
    """One enquiry: since when, until when, what it found, and by when a conference is due."""

    title: str
    found: Link | None
    clock: ClockChip | None
    clock_note: str


@dataclass(frozen=True)
class Overview:
    """Enquiries and discussions of one child."""

    enquiries: Sequence[EnquiryLine]
    discussions: Sequence[TimelineEntry]
    links: Sequence[Link]
    asked_for: Sequence[Link] = ()  # discussions that the front door asked for and nobody has held yet


@dataclass(frozen=True)
class EndingShown:
    """What enquiries found."""

    rows: Sequence[dict[str, Any]]
    reasons: str
    correction: str
    corrected_from: str
    answer: AnswerShown | None
    links: Sequence[Link]


def overview(child: UUID, today: date, records: bool) -> Overview:
    """The page as plain data."""
    clocks = {clock.anchor_id: clock for clock in clocks_of([child], today).filter(timescale=INITIAL_CONFERENCE.id)}
    enquiries = queries.enquiries_of(child)
    outcomes = queries.outcomes_of(child)
    answers = answers_about(outcome.pk for outcome in outcomes)
    under_way = any(each.enquiry.ended is None for each in enquiries)
    return Overview(
        enquiries=[enquiry_line(each, clocks, today) for each in enquiries],
        discussions=[discussion_entry(outcome, answers) for outcome in outcomes],
        links=list(links_to_record(child, begun=bool(enquiries), under_way=under_way)) if records else (),
        asked_for=[asked_for_words(each) for each in asked_for(child) if not held_since(outcomes, each.happened)],
    )


def held_since(outcomes: Iterable[Any], day: date) -> bool:
    """Whether a discussion was held on a day or later."""
    return any(outcome.happened >= day for outcome in outcomes)


def asked_for_words(decision: Any) -> Link:
    """That the front door asked for a discussion: when, by whom, and the way to the contact."""
    by = f" by {decision.recorded_by}" if decision.recorded_by else ""
    words = said("{strategy_discussion:capital} asked for on ") + f"{format_moment(decision.recorded_at)}{by}"
    contact = reverse("front_door:contact_page", args=[decision.child_id, decision.contact_id])
    return Link(words, contact, note=decision.reasons)


def links_to_record(child: UUID, *, begun: bool, under_way: bool) -> Iterator[Link]:
    """What can be recorded from here."""
    yield link(said("Record {strategy_discussion:article}"), "child_protection:record_strategy_discussion", child)
    if under_way:
        found = said("Record what {section_47_enquiry:plural} found")
        yield link(found, "child_protection:record_enquiry_outcome", child)
    if begun:
        required = said("Record whether {child_protection_conference:article} is required")
        yield link(required, "child_protection:decide_conference", child)


def enquiry_line(each: queries.EnquiryShown, clocks: Mapping[UUID, Any], today: date) -> EnquiryLine:
    """One enquiry."""
    enquiry, found = each.enquiry, None
    until = f"to {format_date(enquiry.ended)}" if enquiry.ended else "and under way"
    if each.outcome:
        found = Link(
            str(Outcome(each.outcome.outcome).label),
            reverse("child_protection:ending", args=[enquiry.child_id, each.outcome.pk]),
        )
    clock = clocks.get(enquiry.discussion_id or enquiry.pk)
    shown = clock_chip(clock, today) if clock else None
    note = f"{clock.ended_reason}, agreed on {format_date(clock.ended)}" if clock and clock.ended_as else ""
    return EnquiryLine(f"From {format_date(enquiry.began)} {until}", found, shown, note)


def clock_chip(clock: Any, today: date) -> ClockChip | None:
    """When the conference is due, in words; nothing once it does not apply."""
    shown = chip(clock, today)
    return None if shown.state is ClockState.CLOSED else replace(shown, name=name_of(clock.timescale))


def discussion_entry(outcome: Any, answers: Mapping[UUID, Any]) -> TimelineEntry:
    """A discussion as a line."""
    answer = answer_shown(answers.get(outcome.pk), outcome)
    return TimelineEntry(
        title=outcome_title(outcome),
        when=format_date(outcome.happened),
        timestamp=outcome.happened.isoformat(),
        by=str(outcome.recorded_by or ""),
        text=outcome.reasons,
        major=True,
        href=reverse("child_protection:outcome", args=[outcome.child_id, outcome.pk]),
        tags=[answer.tag] if answer else (),
        note=f"This is a correction. Why: {outcome.correction_reason}" if outcome.correction_reason else "",
    )


def ending_shown(found: EnquiryOutcome, answers: Mapping[UUID, Any], *, records: bool, may_reply: bool) -> EndingShown:
    """What enquiries found, as plain data."""
    by = f" by {found.recorded_by}" if found.recorded_by else ""
    rows = [
        ("Ended", format_date(found.happened)),
        ("What was found", str(Outcome(found.outcome).label)),
        ("Recorded", f"{format_moment(found.recorded_at)}{by}"),
    ]
    where = [found.child_id, found.pk]
    links = [
        Link("Correct this", reverse("child_protection:correct_ending", args=where)),
        Link(
            "They have not ended: this was recorded by mistake", reverse("child_protection:withdraw_ending", args=where)
        ),
    ]
    stands = found.superseded_at is None
    return EndingShown(
        rows=[{"key": {"text": label}, "value": {"text": text}} for label, text in rows],
        reasons=found.reasons,
        correction=found.correction_reason,
        corrected_from=reverse("child_protection:ending", args=[found.child_id, found.supersedes_id])
        if found.supersedes_id
        else "",
        answer=answer_shown(answers.get(found.pk), found, may_reply=may_reply) if stands else None,
        links=links if records and stands else (),
    )
