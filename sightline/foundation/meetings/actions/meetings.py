"""Arranging a meeting, recording what became of it, correcting both, and finishing what was agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.documents.actions import passages_of, refuse_passages
from sightline.foundation.documents.rules.passages import WrittenPassage
from sightline.foundation.door import Refusal, Work, Yielded, action, again, corrects, withdraws
from sightline.foundation.facts import Acting
from sightline.foundation.meetings import queries, rules
from sightline.foundation.meetings.models import AgreedStep, AgreedStepDone, Attendance, Held, Invited, Meeting
from sightline.foundation.meetings.rules import Details, ForChild, Invitation, NewStep, Quorum, TookPart
from sightline.foundation.moments import when_happened
from sightline.foundation.occasions import version_of
from sightline.foundation.plans.actions import step_of
from sightline.foundation.plans.rules import NewStep as StepOfPlan
from sightline.foundation.standing import hold
from sightline.foundation.workforce.rules import Role

TOLD_BEFORE = "Somebody has said already what became of this meeting. Look at what stands now."
CORRECTED_BEFORE = "Somebody corrected this before you. Look at what stands now."
NOTHING_DIFFERENT = "Nothing is different from what is recorded."
FOR_THE_CHAIR = "Only the chair records what this meeting decided. The date, the place and who came can be recorded."


class NotTold(Refusal):
    """Something without which a meeting cannot be understood is missing or contradicts itself."""


@action(permission=Permission.RECORD_MEETING, says="arranged a meeting")
def arrange_meeting(
    *,
    details: Details,
    children: Sequence[UUID],
    invited: Sequence[Invitation] = (),
    at: datetime | None = None,
    by: Acting,
) -> Work:
    """Arrange a meeting about one child or several for a day, with who is invited and whom the chair leaves out."""
    refuse(rules.missing_from_details(details), rules.missing_from_invitations(invited))
    refuse_children(children)
    meeting = Meeting(children=list(children), **columns(details, at))
    yield meeting
    for child in children:
        yield from (invitation(child, meeting, each, place) for place, each in enumerate(invited))
    return meeting


@action(permission=Permission.RECORD_MEETING, says="recorded a meeting")
def record_meeting(
    *,
    details: Details,
    children: Sequence[ForChild],
    people: Sequence[TookPart],
    at: datetime | None = None,
    arranged: UUID | None = None,
    quorum: Quorum = Quorum(),  # noqa: B008 - frozen
    steps: Sequence[NewStep] = (),
    passages: Sequence[WrittenPassage] = (),
    next_on: date | None = None,
    by: Acting,
) -> Work:
    """Record who came to a meeting, arranged or not, and what was decided and agreed for each child and why."""
    keys = [each.child for each in children]
    refuse_record(details, children, people, quorum, steps, next_on, by)
    refuse_passages(passages, keys)
    if arranged is None:
        meeting = Meeting(children=keys, **columns(details, at))
        yield meeting
    else:
        meeting, row = arranged_by(arranged, keys)
        if any(getattr(row, name) != value for name, value in columns(details, at).items()):
            yield corrects(row, again(row, first=meeting, **columns(details, at)), reason="As it was held")
    shared = when_happened(details.on, at) | {"meeting": meeting}
    quorate = {"enough_came": quorum.enough, "went_on_because": quorum.went_on_because}
    held = [
        Held(child_id=each.child, kind=details.kind, next_on=next_on, **said_of(each), **quorate, **shared)
        for each in children
    ]
    yield from held
    for key in keys:
        yield from (came(key, each, {**shared, "position": place}) for place, each in enumerate(people))
    yield from agreed(meeting, steps, keys, details.on)
    yield from passages_of(meeting, passages)
    return held[0]


@action(permission=Permission.RECORD_MEETING, says="said that a meeting did not take place")
def call_off(*, arranged: UUID, children: Sequence[UUID], why: str, by: Acting) -> Work:
    """Say that an arranged meeting did not take place, or will not, and why, for these of its children."""
    refuse("" if why.strip() else "Say why the meeting did not take place.")
    meeting, row = arranged_by(arranged, children)
    held = [
        Held(
            child_id=child,
            meeting=meeting,
            kind=row.kind,
            took_place=False,
            why_not=why,
            **when_happened(row.happened, None),
        )
        for child in children
    ]
    yield from held
    return held[0]


@action(permission=Permission.RECORD_MEETING, says="corrected when, where and how a meeting was arranged")
def correct_meeting(*, wrong: UUID, details: Details, why: str, at: datetime | None = None, by: Acting) -> Work:
    """Put right when and where a meeting is or was, or arrange it for another day; what was decided stays."""
    meeting = version_of(Meeting, wrong)
    if meeting is None:
        raise Refusal(CORRECTED_BEFORE)
    hold(meeting.children)
    refuse(rules.missing_from_details(details))
    right = columns(details, at)
    if all(getattr(meeting, name) == value for name, value in right.items()):
        raise Refusal(NOTHING_DIFFERENT)
    new: Meeting = again(meeting, first=meeting.occasion, **right)
    yield corrects(meeting, new, reason=why)
    moved = when_happened(details.on, at) | {"kind": details.kind}
    for each in queries.whole(meeting).held:
        if any(getattr(each, name) != value for name, value in moved.items()):
            yield corrects(each, again(each, **moved), reason=why)
    return new


@action(permission=Permission.RECORD_MEETING, says="corrected what a meeting decided for a child")
def correct_held(*, wrong: UUID, right: ForChild, why: str, by: Acting) -> Work:
    """Put right what was decided for one child, and why."""
    hold([right.child])
    old = standing_fact(right.child, wrong)
    refuse("" if old.took_place else "This meeting did not take place, and decided nothing.", missing_decision([right]))
    refuse_unless_chair(old.kind, by)
    if all(getattr(old, name) == value for name, value in said_of(right).items()):
        raise Refusal(NOTHING_DIFFERENT)
    new: Held = again(old, **said_of(right))
    yield corrects(old, new, reason=why)
    return new


@action(permission=Permission.RECORD_MEETING, says="took a meeting out of a child's record")
def withdraw_held(*, wrong: UUID, child: UUID, why: str, by: Acting) -> Work:
    """Say that a meeting was recorded for a child by mistake, with what it says about this child alone."""
    hold([child])
    old = standing_fact(child, wrong)
    meeting = queries.meeting_about(child, old.meeting_id)
    yield withdraws(old, reason=why)
    if meeting is not None:
        alone = [each for each in meeting.passages_for(child) if each.about == [child]]
        own_steps = [each for each in meeting.steps_for(child) if each.step_id is None]
        for fact in (*alone, *own_steps, *meeting.attendance_for(child)):
            yield withdraws(fact, reason=why)
    return old


@action(permission=Permission.RECORD_MEETING, says="finished a step agreed at a meeting")
def finish_step(*, step: AgreedStep, on: date, became: str, by: Acting) -> Work:
    """Say that what was agreed is done, or what became of it, for every child whose record is open."""
    open_ones = queries.steps_agreed_with(step)
    if step.pk not in {each.pk for each in open_ones}:
        raise Refusal("This step was finished before you. Look at the meeting.")
    refuse("A step cannot be finished before it was agreed." if on < step.happened else "")
    for each in open_ones:
        yield AgreedStepDone(child_id=each.child_id, happened=on, step=each, became=became)
    return step


def arranged_by(key: UUID, children: Sequence[UUID]) -> tuple[Meeting, Meeting]:
    """The first and the newest row of a meeting that is arranged about these children; raises Refusal once told."""
    hold(children)
    row = version_of(Meeting, key)
    if row is None or set(children) - set(row.children):
        raise Refusal(CORRECTED_BEFORE)
    if any(each.child_id in set(children) for each in queries.whole(row).held):
        raise Refusal(TOLD_BEFORE)
    return row.occasion, row


def agreed(meeting: Meeting, steps: Sequence[NewStep], children: Sequence[UUID], on: date) -> Iterator[Yielded]:
    """What was agreed: as a step of the plan whose goal it serves, or for each of the children it is about."""
    goals = queries.open_goals(children) if any(each.goal for each in steps) else {}
    for position, each in enumerate(steps):
        said = {"meeting": meeting, "happened": on, "text": each.text, "who": each.who, "by_when": each.by_when}
        said["position"] = position
        if each.goal is None:
            for child in each.children or children:
                yield AgreedStep(child_id=child, owner_id=each.owner, **said)
            continue
        if each.goal not in goals:
            raise Refusal("This goal has ended. Choose another, or none.")
        goal = goals[each.goal]
        of_plan = step_of(goal, StepOfPlan(each.text, each.who, each.by_when, each.owner), on)
        yield of_plan
        yield AgreedStep(child_id=goal.child_id, step=of_plan, **said)


def refuse_record(
    details: Details,
    children: Sequence[ForChild],
    people: Sequence[TookPart],
    quorum: Quorum,
    steps: Sequence[NewStep],
    next_on: date | None,
    by: Acting,
) -> None:
    """Raise unless what is recorded of a meeting can be understood, and whoever records it may."""
    refuse(rules.missing_from_details(details), rules.missing_from_people(people), rules.missing_from_quorum(quorum))
    refuse_children([each.child for each in children])
    refuse(missing_decision(children), *(rules.missing_from_step(each, details.on) for each in steps))
    refuse("The next meeting must not be before this one." if next_on and next_on < details.on else "")
    known = {each.child for each in children}
    if any(set(each.children) - known for each in steps):
        raise NotTold("A step can be agreed only for a child the meeting was about.")
    refuse_unless_chair(details.kind, by)


def refuse_unless_chair(kind: str, by: Acting) -> None:
    """Raise unless a chair, or a program, says what an independently chaired meeting decided."""
    if kind in rules.CHAIRED_INDEPENDENTLY and by.role != Role.CHAIR and not by.system:
        raise Refusal(FOR_THE_CHAIR)


def refuse_children(children: Sequence[UUID]) -> None:
    """Raise unless it is about somebody, and about each child once."""
    if not children or len(set(children)) < len(children):
        raise NotTold("Say once for each child that the meeting is about them.")


def missing_decision(children: Sequence[ForChild]) -> str:
    """The sentence for a child for whom nothing was decided."""
    return "" if all(each.decided.strip() for each in children) else "Say for each child what was decided."


def refuse(*sentences: str) -> None:
    """Raise with the first sentence there is."""
    if sentence := next((each for each in sentences if each), ""):
        raise NotTold(sentence)


def columns(details: Details, at: datetime | None) -> dict[str, Any]:
    """The columns of a meeting."""
    names = ("kind", "how", "where", "chaired_by", "agenda")
    return when_happened(details.on, at) | {name: getattr(details, name) for name in names}


def said_of(each: ForChild) -> dict[str, Any]:
    """The columns that say what was decided for one child."""
    return {"decided": each.decided, "reasons": each.reasons, "disagreed": each.disagreed}


def invitation(child: UUID, meeting: Meeting, each: Invitation, position: int) -> Invited:
    """One invitation, or one person left out, in the record of one child."""
    said = {"part": each.part, "name": each.name, "organisation": each.organisation}
    left_out = {"left_out_because": each.left_out_because, "position": position}
    return Invited(child_id=child, meeting=meeting, happened=meeting.happened, **said, **left_out)


def came(child: UUID, each: TookPart, shared: dict[str, Any]) -> Attendance:
    """Whether one person came, in the record of one child."""
    said = {"part": each.part, "name": each.name, "organisation": each.organisation}
    return Attendance(child_id=child, came=each.came, sent_report=each.sent_report, **said, **shared)


def standing_fact(child: UUID, wrong: UUID) -> Held:
    """What became of a meeting for a child, if it stands; raises Refusal if it was corrected already."""
    old = queries.held_in(child, wrong)
    if old is None or old.superseded_at is not None:
        raise Refusal(CORRECTED_BEFORE)
    return old
