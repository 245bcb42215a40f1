"""Steps up and down as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.access.queries import Reach
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.words import format_date
from sightline.foundation.facts import Acting
from sightline.practice.early_help import queries
from sightline.practice.early_help.models import FirstContact, StepAnswer
from sightline.practice.early_help.rules import Direction, StepOutcome, may_be_sent_back
from sightline.practice.early_help.rules import StepAnswer as Answer
from sightline.ui.components import Link, Tag, Ticket, TimelineEntry
from sightline.ui.vocabulary import said

WAYS = {Direction.UP: "Step up", Direction.DOWN: "Step down"}
LOOKED_BACK = "Six months later"


@dataclass(frozen=True)
class StepShown:
    """One step as plain data."""

    title: str
    tags: Sequence[Tag]
    rows: Sequence[tuple[str, list[str]]]
    summary: str
    answers: Sequence[TimelineEntry]
    links: Sequence[Link]
    ring: str


def words(handover: Any) -> str:
    """What a step is called."""
    return f"{WAYS[Direction(handover.direction)]} to {handover.receiver}"


def step_tags(handover: Any) -> list[Tag]:
    """How a step stands."""
    urgent = [Tag("Immediate risk", "red")] if handover.risk_is_immediate and handover.ended is None else []
    if handover.outcome:
        accepted = handover.outcome == StepOutcome.ACCEPTED
        return [Tag("Accepted", "green") if accepted else Tag("Withdrawn")]
    if handover.last_answer == Answer.SENT_BACK:
        return [*urgent, Tag("Sent back: waits for whoever asked", "orange")]
    return [*urgent, Tag(f"Waits for {handover.receiver}", "yellow")]


def asked_of_us(reach: Reach, by: Acting, now: datetime) -> list[tuple[UUID, Ticket]]:
    """The steps that wait for a team of somebody, or that they asked for themselves: immediate risk first."""
    return [(each.child_id, ticket(each)) for each in queries.handovers_for(reach, by)]


def ticket(handover: Any) -> Ticket:
    """One step outside the record."""
    return Ticket(
        title=words(handover),
        href=reverse("early_help:step", args=[handover.child_id, handover.pk]),
        about=str(handover.child),
        tags=step_tags(handover),
        lines=[f"Asked on {format_date(handover.began)} by {handover.recorded_by or 'a program'}"],
    )


def step_shown(
    handover: Any, answers: Sequence[StepAnswer], met: FirstContact | None, by: Acting, today: date
) -> StepShown:
    """One step whole."""
    immediate = handover.risk_is_immediate and handover.ended is None
    return StepShown(
        title=words(handover),
        tags=step_tags(handover),
        rows=list(rows(handover, met, today)),
        summary=handover.summary.summary,
        answers=[answer_entry(each) for each in answers],
        links=list(links(handover, met, by)),
        ring=ring(handover.to_team) if immediate else "",
    )


def ring(team: Any) -> str:
    """Whom to ring where the risk is immediate, and the number."""
    number = f", {team.telephone}" if team.telephone else ""
    return f"Ring {team.name}{number}. It holds the child already, and accepts afterwards."


def rows(handover: Any, met: FirstContact | None, today: date) -> Iterator[tuple[str, list[str]]]:
    """What was asked, why, what the family said, the first contact, and whether it held."""
    by = f" by {handover.recorded_by}" if handover.recorded_by else ""
    yield "Asked", [f"{format_date(handover.began)}{by}"]
    yield "Why", [handover.summary.why]
    told = "Told. " if handover.summary.family_told else "Not told. "
    yield "The family", [told + handover.summary.family_words]
    if met is not None:
        first = f"{format_date(met.happened)}, {met.with_whom}. {met.who_leads} leads."
        yield "First contact", [first, met.account]
    if handover.outcome == StepOutcome.ACCEPTED:
        yield LOOKED_BACK, [looked_back(handover, today)]


def looked_back(handover: Any, today: date) -> str:
    """Whether a step held for six months, as far as can be said today."""
    found = queries.look_back(handover)
    if found.came_back:
        what = "A referral" if handover.direction == Direction.DOWN else said("{early_help:capital}")
        return f"{what} began again on {format_date(found.came_back)}."
    if found.is_due(today):
        return "It held: nothing began again."
    return f"We look back on {format_date(found.on)}. Until today nothing began again."


def answer_entry(answer: StepAnswer) -> TimelineEntry:
    """One answer."""
    who = answer.answered_by or str(answer.recorded_by or "")
    return TimelineEntry(
        title=Answer(answer.step).label,
        when=format_date(answer.happened),
        timestamp=answer.happened.isoformat(),
        by=f"by {who}" if who else "",
        text=answer.reasons,
    )


def links(handover: Any, met: FirstContact | None, by: Acting) -> Iterator[Link]:
    """What somebody may do with a step; what comes next first."""

    def to(text: str, route: str) -> Link:
        return Link(text, reverse(f"early_help:{route}", args=[handover.child_id, handover.pk]))

    is_open, sent_back = handover.ended is None, handover.last_answer == Answer.SENT_BACK
    asked_myself = handover.recorded_by_id == by.practitioner_id
    if is_open and handover.to_team_id and may(by.role, Permission.ALLOCATE) and not asked_myself:
        yield to("Accept", "accept")
        if may_be_sent_back(risk_is_immediate=handover.risk_is_immediate, last_answer=handover.last_answer or ""):
            yield to("Send back with reasons", "send_back")
    if is_open and may(by.role, Permission.HAND_OVER):
        if not handover.to_team_id and not sent_back:
            yield to("Write down what they answered", "partner_answer")
        if sent_back:
            yield to("Ask again", "ask_again")
        yield to("Withdraw", "withdraw")
    theirs = handover.outcome == StepOutcome.ACCEPTED or (is_open and handover.risk_is_immediate)
    if met is None and theirs and may(by.role, Permission.RECORD_PRACTICE):
        yield to("Record the first contact", "first_contact")
