"""What the pages about oversight show, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.area import overseen, to_do, told
from sightline.foundation.calendar.holidays import OutsideHolidayList
from sightline.foundation.calendar.words import format_date, format_moment
from sightline.foundation.calendar.working_days import working_days_between
from sightline.foundation.oversight.models import (
    Decision,
    Direction,
    ManagersDecision,
    OversightNote,
    Settlement,
    StillToDo,
)
from sightline.foundation.oversight.presenters.ladder import made_title
from sightline.foundation.oversight.queries import AnswerGiven, Said, WaitingItem, still_to_do_about
from sightline.foundation.oversight.rules import Answer, Settled, Stance
from sightline.foundation.oversight.rules import DirectionAnswer as Answers
from sightline.ui.components import ClockChip, ClockState, Link, Tag, Ticket, TimelineEntry, counted

ANSWERED = {Answer.AGREE: Tag("Agreed", "green"), Answer.SEND_BACK: Tag("Sent back", "orange")}


@dataclass(frozen=True)
class AnswerShown:
    """What a manager said to a decision, or that it waits."""

    tag: Tag
    text: str
    reasons: str = ""
    reply: str = ""
    reply_link: Link | None = None


def answer_shown(decision: AnswerGiven | None, fact: Any, *, may_reply: bool = False) -> AnswerShown | None:
    """How a decision stands with managers; the way to reply only for whoever may."""
    if decision is None:
        return AnswerShown(Tag("Waits for a manager", "yellow"), "Nobody has answered yet.")
    who = f"{decision.recorded_by or 'A manager'}, {format_moment(decision.recorded_at)}"
    if decision.own_level:
        return AnswerShown(Tag("Decided", "green"), f"{who}, who may decide this without asking anybody.")
    if decision.reply is not None:
        return AnswerShown(
            Tag("Waits for a manager", "yellow"), f"Sent back by {who}", decision.reasons, decision.reply
        )
    link = None
    if may_reply and decision.answer == Answer.SEND_BACK:
        link = Link("Reply to the manager", reverse("oversight:reply", args=[fact.child_id, decision.pk]))
    return AnswerShown(ANSWERED[Answer(decision.answer)], who, decision.reasons, reply_link=link)


def waiting_tickets(items: list[WaitingItem], today: date) -> list[Ticket]:
    """What waits for a manager, one ticket for each thing to answer."""
    return [waiting_ticket(item, today) for item in items]


def waiting_ticket(item: WaitingItem, today: date) -> Ticket:
    """One thing to answer."""
    by = f"Recorded by {item.recorded_by}. " if item.recorded_by else ""
    return Ticket(
        title=item.title,
        href=reverse("oversight:answer", args=[item.child_id, item.fact_id]),
        about=", ".join(item.children),
        clock=due_chip(item.due, today),
        tags=past_tags(item.due, today),
        lines=[f"{by}Decided on {format_date(item.decided_on)}."],
    )


def to_do_ticket(given: list[StillToDo], today: date) -> Ticket:
    """One thing that somebody still has to do, about one child or several; its words stand at the record."""
    first = given[0]
    declared = to_do()[first.kind]
    asked = [f"You asked for {format_date(first.new_date)} instead."] if first.new_date else []
    return Ticket(
        title=declared.title(first),
        href=reverse(declared.page, args=[first.child_id, first.fact_id]),
        about=", ".join(str(row.child) for row in given),
        clock=ClockChip(ClockState.DUE_SOON, first.by_when, working_days(today, first.by_when), unit="working day")
        if first.by_when >= today
        else None,
        tags=[] if first.by_when >= today else [Tag(f"Was to be done by {format_date(first.by_when)}", "yellow")],
        lines=asked,
    )


def to_do_about(child: UUID, today: date) -> list[Ticket]:
    """What anybody was asked to do about a child and has not done, for the overview: whose it is, and by when."""
    return [
        Ticket(
            title=to_do()[row.kind].title(row),
            clock=due_chip(row.by_when, today),
            tags=[Tag(f"Was to be done by {format_date(row.by_when)}", "yellow")] if row.by_when < today else [],
            lines=[f"For {row.owner}" if row.owner else "For nobody yet"],
        )
        for row in still_to_do_about(child)
    ]


def asked_title(given: StillToDo) -> str:
    """What My work calls a direction: who gave it, and nothing of what it says."""
    return f"Direction from {given.given_by}" if given.given_by else "Direction"


def due_chip(due: date | None, today: date) -> ClockChip | None:
    """By when a manager should answer, until that day has passed."""
    if due is None or due < today:
        return None
    return ClockChip(ClockState.DUE_SOON, due, days=working_days(today, due), unit="working day")


def past_tags(due: date | None, today: date) -> list[Tag]:
    """That the day has passed; a standard of our own is never red (practice rules, clock noise)."""
    if due is None or due >= today:
        return []
    late = counted(max(1, working_days(due, today)), "working day")
    return [Tag(f"{late} past our own standard", "yellow")]


def working_days(first: date, last: date) -> int:
    """Working days between two days; days where the list of bank holidays ends before them."""
    try:
        return working_days_between(first, last)
    except OutsideHolidayList:
        return (last - first).days


@dataclass(frozen=True)
class DecisionToAnswer:
    """One decision, made in the same words for one child or several, as the manager reads it before answering."""

    children: str
    rests_on: Sequence[tuple[str, str]]  # what it is about, as it came: read before what was decided
    title: str
    detail: str
    corrected: str
    opens: str
    pages: list[Link]


def decisions_to_answer(kind: str, facts: list[Any]) -> list[DecisionToAnswer]:
    """Decisions with their reasons and the ways to the pages that show them whole; the same words stand once."""
    declared, line = overseen()[kind], told().get(kind)
    rests_on = declared.rests_on(facts) if declared.rests_on else {}
    same: dict[tuple[tuple[tuple[str, str], ...], str, str, str], list[Any]] = {}
    for fact in facts:
        words = (declared.title(fact), line.detail(fact) if line else "", fact.correction_reason)
        same.setdefault((tuple(rests_on.get(fact.pk, ())), *words), []).append(fact)
    return [
        DecisionToAnswer(
            children=", ".join(str(fact.child) for fact in alike),
            rests_on=before,
            title=title,
            detail=detail,
            corrected=corrected,
            opens=declared.opens(),
            pages=[
                Link(str(fact.child), reverse(declared.page, args=[fact.child_id, fact.pk]))
                for fact in alike
                if declared.page
            ],
        )
        for (before, title, detail, corrected), alike in same.items()
    ]


def thread_entries(said: list[Said]) -> list[TimelineEntry]:
    """Managers' words about a child as a timeline."""
    return [entry(each) for each in said]


def entry(each: Said) -> TimelineEntry:
    """One entry of the thread."""
    fact = each.fact
    shown = {
        Decision: made_entry,
        ManagersDecision: decision_entry,
        OversightNote: note_entry,
        Direction: direction_entry,
    }[type(fact)]
    return TimelineEntry(
        when=format_date(fact.happened),
        timestamp=fact.happened.isoformat(),
        by=str(fact.recorded_by or ""),
        **shown(each),
    )


def decision_entry(each: Said) -> dict[str, Any]:
    """A decision: what it was about, what was answered and why, and what was replied."""
    decision, declared = each.fact, overseen().get(each.fact.about_kind)
    about = declared.title(each.about) if declared and each.about else "A decision"
    reply = getattr(decision, "reply", None)
    page = declared.page if declared and each.about else ""
    return {
        "title": about,
        "text": decision.reasons,
        "tags": [ANSWERED[Answer(decision.answer)]],
        "major": True,
        "href": reverse(page, args=[decision.child_id, decision.about_id]) if page else "",
        "note": f"Reply from {reply.recorded_by}: {reply.text}" if reply else "",
    }


def made_entry(each: Said) -> dict[str, Any]:
    """What was decided."""
    decision = each.fact
    return {
        "title": made_title(decision),
        "text": decision.text,
        "major": True,
        "href": reverse("oversight:decision", args=[decision.child_id, decision.pk]),
    }


def decision_title(decision: ManagersDecision) -> str:
    """A manager's decision as a line of a child's chronology."""
    declared = overseen().get(decision.about_kind)
    what = declared.name if declared else "A decision"
    return f"{what}: {'agreed' if decision.answer == Answer.AGREE else 'sent back'} by a manager"


def note_title(note: OversightNote) -> str:
    """An oversight note as a line."""
    return f"Oversight note: {str(Stance(note.stance).label).lower()}"


def direction_title(direction: Direction) -> str:
    """A direction as a line."""
    return f"Direction to {direction.owner}, by {format_date(direction.by_when)}"


def settlement_title(settlement: Settlement) -> str:
    """What became of something still to do, as a line."""
    return f"Still to do when the work was closed: {str(Settled(settlement.how).label).lower()}"


def note_entry(each: Said) -> dict[str, Any]:
    """An oversight note."""
    return {"title": note_title(each.fact), "text": each.fact.reasons}


def direction_entry(each: Said) -> dict[str, Any]:
    """A direction, with the last answer to it."""
    direction = each.fact
    answers = list(direction.answers.all())
    text = f"{direction.text}\n\nWhy: {direction.why}"
    tag = Tag(str(Answers(answers[-1].answer).label), "blue") if answers else Tag("Open", "yellow")
    notes = [answer_words(answer) for answer in answers]
    if each.settled:
        tag = Tag(str(Settled(each.settled.how).label), "blue")
        notes.append(f"When the work was closed: {each.settled.words}")
    link = (
        ""
        if each.settled or (answers and answers[-1].answer == Answers.DONE)
        else reverse("oversight:answer_direction", args=[direction.child_id, direction.pk])
    )
    return {
        "title": direction_title(direction),
        "text": text,
        "tags": [tag],
        "note": " ".join(notes),
        "href": link,
    }


def answer_words(answer: Any) -> str:
    """What the owner of a direction answered, in a sentence."""
    date_asked = f" by {format_date(answer.new_date)}" if answer.new_date else ""
    because = f": {answer.because}" if answer.because else ""
    return (
        f"{Answers(answer.answer).label}{date_asked}{because} ({answer.recorded_by}, {format_date(answer.happened)})."
    )
