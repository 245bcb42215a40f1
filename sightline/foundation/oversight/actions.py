"""What managers do about children: answer decisions, note, direct; and what they are answered."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Refusal, Work, action
from sightline.foundation.facts import Acting
from sightline.foundation.oversight import queries, rules
from sightline.foundation.oversight.models import Direction, DirectionAnswer, ManagersDecision, OversightNote, Reply
from sightline.foundation.oversight.rules import Answered as Answered  # what the action takes, for its callers


class NothingToAnswer(Refusal):
    """There is nothing that waits: it was answered or corrected since, or it is the manager's own."""


@action(permission=Permission.OVERSEE, says="answered decisions that waited for a manager")
def answer_decisions(*, answers: Sequence[Answered], on: date, by: Acting) -> Work:
    """Agree decisions or send them back; what was recorded together about several children is answered in one go."""
    waiting = queries.waiting_facts([each.fact_id for each in answers])
    decision = None
    for each in answers:
        refuse_answer(each, waiting.get(each.fact_id), by)
        decision = ManagersDecision(
            child_id=each.child_id,
            happened=on,
            about_kind=each.kind,
            about_id=each.fact_id,
            answer=each.answer,
            reasons=each.reasons,
        )
        yield decision
    if decision is None:
        raise NothingToAnswer("Choose what you are answering.")
    return decision


def refuse_answer(given: Answered, waits: queries.Waits | None, by: Acting) -> None:
    """Raise unless the decision waits, is somebody else's, and sending it back says why."""
    if waits is None:
        raise NothingToAnswer("This was corrected since. Look at what stands now.")
    if waits.answered_by:
        raise NothingToAnswer(f"{waits.answered_by} has already answered this.")
    if not rules.may_answer(recorded_by=waits.recorded_by, answering=by.practitioner_id):
        raise NothingToAnswer("You recorded this decision. Somebody else must agree it.")
    if rules.reasons_needed(given.answer) and not given.reasons.strip():
        raise Refusal("Say why you are sending it back.")


@action(permission=Permission.WORK, says="replied to a manager")
def reply(*, decision: UUID, text: str, on: date, by: Acting) -> Work:
    """Answer a manager who sent a decision back; it then waits for a manager again."""
    sent_back = queries.sent_back(decision)
    if sent_back is None:
        raise NothingToAnswer("This was answered or corrected since.")
    answered = Reply(child_id=sent_back.child_id, happened=on, decision=sent_back, text=text)
    yield answered
    return answered


@action(permission=Permission.OVERSEE, says="wrote an oversight note")
def record_oversight_note(*, children: Sequence[UUID], stance: str, reasons: str, on: date, by: Acting) -> Work:
    """Note what a manager considered and thought about one child, or the same about brothers and sisters."""
    note = None
    for child in children:
        note = OversightNote(child_id=child, happened=on, stance=stance, reasons=reasons)
        yield note
    return note


@action(permission=Permission.OVERSEE, says="gave a direction")
def give_direction(
    *, children: Sequence[UUID], text: str, why: str, by_when: date, owner: UUID, on: date, by: Acting
) -> Work:
    """Ask somebody to do something about one child, or the same about brothers and sisters, by a day."""
    if by_when < on:
        raise Refusal("The day by which it should be done must not be in the past.")
    direction = None
    for child in children:
        direction = Direction(child_id=child, happened=on, text=text, why=why, by_when=by_when, owner_id=owner)
        yield direction
    return direction


@action(permission=Permission.WORK, says="answered a direction")
def answer_direction(
    *, direction: UUID, answer: str, because: str, new_date: date | None, on: date, by: Acting
) -> Work:
    """Say that a direction is done, why it cannot be, or which day is asked for instead."""
    given = queries.direction_of(direction, owner=by.practitioner_id)
    if given is None:
        raise Refusal("Only the person it was given to can answer a direction.")
    if answer != rules.DirectionAnswer.DONE and not because.strip():
        raise Refusal("Say why.")
    if answer == rules.DirectionAnswer.NEW_DATE and (new_date is None or new_date < on):
        raise Refusal("Say by which day it can be done.")
    said = DirectionAnswer(
        child_id=given.child_id, happened=on, direction=given, answer=answer, because=because, new_date=new_date
    )
    yield said
    return said
