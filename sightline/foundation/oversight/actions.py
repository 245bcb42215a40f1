"""What managers do about children: answer decisions, note, direct; and what they are answered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import overseen
from sightline.foundation.door import Refusal, Work, Yielded, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.oversight import queries, rules
from sightline.foundation.oversight.models import (
    Decision,
    Delegation,
    Direction,
    DirectionAnswer,
    ManagersDecision,
    OversightNote,
    Reply,
)
from sightline.foundation.oversight.rules import Answered as Answered  # what the action takes, for its callers


class NothingToAnswer(Refusal):
    """There is nothing that waits: it was answered or corrected since, or it is the manager's own."""


class NotYourLevel(Refusal):
    """The decision needs a higher level or another qualification, as the ladder says."""


NEEDS_LEVEL = "The ladder of decisions asks for a higher level or another qualification for this."


@action(permission=Permission.RECORD_DECISION, says="recorded a decision")
def record_decision(
    *,
    children: Sequence[UUID],
    kind: str,
    text: str,
    reasons: str,
    on: date,
    meaning: str = "",
    rested_on: Mapping[UUID, Sequence[UUID]] | None = None,
    agreed_with: str = "",
    agreed_at: datetime | None = None,
    known_at: datetime | None = None,
    by: Acting,
) -> Work:
    """Record what was decided about one child or several, why, and what it rested on as that was known.

    It counts at once, so that nothing waits which protects a child; where the ladder asks for a higher level than that
    of whoever records it, it also waits for somebody to sign it.
    """
    refuse_decision(kind, text, reasons, agreed_with, agreed_at)
    decision = None
    for child in children:
        decision = Decision(
            child_id=child,
            happened=on,
            kind=kind,
            text=text,
            reasons=reasons,
            meaning=meaning,
            known_at=known_at or by.recorded_at or timezone.now(),
            rested_on=list((rested_on or {}).get(child, ())),
            agreed_with=agreed_with,
            agreed_at=agreed_at,
        )
        yield decision
    if decision is None:
        raise Refusal("Say about whom it was decided.")
    return decision


def refuse_decision(kind: str, text: str, reasons: str, agreed_with: str, agreed_at: datetime | None) -> None:
    """Raise unless it is a decision of the ladder and says what was decided, why, and who agreed to it before."""
    if kind not in rules.ladder():
        raise Refusal("Say which decision it is.")
    if not text.strip() or not reasons.strip():
        raise Refusal("Say what was decided, and why.")
    if agreed_at is not None and not agreed_with.strip():
        raise Refusal("Say who agreed.")


@action(permission=Permission.OVERSEE, says="delegated a decision")
def delegate(*, decision: str, given_to: UUID, began: date, until: date, why: str, by: Acting) -> Work:
    """Let somebody sign a decision for some days that needs a higher level than theirs."""
    giver, receiver = queries.signer_of(by), queries.signer_of(replace(by, practitioner_id=given_to), began)
    if decision not in rules.ladder() or giver is None or receiver is None or given_to == by.practitioner_id:
        raise Refusal("Choose a decision, and somebody else who is at work then.")
    if not rules.may_be_delegated(rules.ladder()[decision], giver=giver, role=receiver.role):
        raise NotYourLevel("This decision cannot be delegated to this person, or by you.")
    if until < began or (until - began).days >= rules.LONGEST_DELEGATION_DAYS:
        raise Refusal(f"A delegation lasts from a day to a later one, at most {rules.LONGEST_DELEGATION_DAYS} days.")
    if not why.strip():
        raise Refusal("Say why.")
    given = Delegation(
        decision=decision, given_by_id=giver.practitioner, given_to_id=given_to, began=began, until=until, why=why
    )
    yield given
    return given


@action(permission=Permission.OVERSEE, says="ended a delegation")
def end_delegation(*, delegation: UUID, on: date, by: Acting) -> Work:
    """Take back a delegation; whoever has the level for the decision may."""
    found = queries.delegation(delegation)
    if found is None:
        raise Refusal("This delegation has ended already.")
    giver = queries.signer_of(by)
    if giver is None or not rules.has_level(rules.ladder()[found.decision], giver.role):
        raise NotYourLevel(NEEDS_LEVEL)
    yield ends(found, on=max(on, found.began))
    return found


@action(permission=Permission.OVERSEE, says="answered decisions that waited for a manager")
def answer_decisions(*, answers: Sequence[Answered], on: date, by: Acting) -> Work:
    """Agree decisions or send them back; what was recorded together about several children is answered in one go."""
    waiting = queries.waiting_facts([each.fact_id for each in answers])
    decision = None
    for each in answers:
        refuse_answer(each, waiting.get(each.fact_id), by)
        refuse_bare(each, on)
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
    yield from following(answers, on)
    return decision


def following(answers: Sequence[Answered], on: date) -> Iterator[Yielded]:
    """What follows from agreeing, as the kinds of fact that were agreed declare it."""
    for kind in dict.fromkeys(each.kind for each in answers):
        agreed = {each.fact_id: each for each in answers if each.kind == kind and each.answer == rules.Answer.AGREE}
        follows = overseen()[kind].once_agreed
        if follows is not None:
            for key, fact in queries.facts_of(kind, agreed).items():
                yield from follows(fact, on, agreed[key])


def refuse_answer(given: Answered, waits: queries.Waits | None, by: Acting) -> None:
    """Raise unless the decision waits, is somebody else's, and sending it back says why."""
    if waits is None:
        raise NothingToAnswer("This was corrected since. Look at what stands now.")
    if waits.own_level:
        raise NothingToAnswer(f"{waits.answered_by} had the level to decide this. It waits for nobody.")
    if waits.answered_by:
        raise NothingToAnswer(f"{waits.answered_by} has already answered this.")
    if queries.is_own(waits.recorded_by, by):
        raise NothingToAnswer("You recorded this decision, and it needs somebody with the level for it.")
    if not queries.may_be_signed_by(waits.decision, by):
        raise NotYourLevel(NEEDS_LEVEL)
    if rules.reasons_needed(given.answer) and not given.reasons.strip():
        raise Refusal("Say why you are sending it back.")


def refuse_bare(given: Answered, on: date) -> None:
    """Raise where agreeing needs the manager's own reason, and a day that is still to come, and one is missing."""
    if given.answer != rules.Answer.AGREE or not overseen()[given.kind].own_reason:
        return
    if not given.reasons.strip():
        raise Refusal("Say why you agree before this is known: the reason is yours.")
    if given.follow_up_on is None or given.follow_up_on <= on:
        raise Refusal("Say on which day after today it is looked at again.")


@action(permission=Permission.RECORD_DECISION, says="replied to a manager")
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
    given = directions(children, text=text, why=why, by_when=by_when, owner=owner, on=on)
    yield from given
    return given[-1] if given else None


def directions(
    children: Sequence[UUID], *, text: str, why: str, by_when: date, owner: UUID, on: date
) -> list[Direction]:
    """One direction for each child, for actions of any area to yield; raises Refusal for a day that is past."""
    if by_when < on:
        raise Refusal("The day by which it should be done must not be in the past.")
    asked = {"text": text, "why": why, "by_when": by_when, "owner_id": owner}
    return [Direction(child_id=child, happened=on, **asked) for child in children]


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
