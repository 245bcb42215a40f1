"""Recording what somebody agreed to, and who was told of a decision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.agreements import queries, rules
from sightline.foundation.agreements.models import Agreement, FamilyTold
from sightline.foundation.agreements.rules import About, Asking, Telling
from sightline.foundation.calendar.words import format_date
from sightline.foundation.door import Work, action
from sightline.foundation.facts import Acting
from sightline.foundation.standing import NotNow, hold, refuse_without


@action(permission=Permission.RECORD_NOTE, says="recorded what somebody was asked to agree to, and their answer")
def record_agreement(
    *, child_id: UUID, on: date, to: str, answer: str, asked: Asking, about: About | None = None, by: Acting
) -> Work:
    """Record that somebody was asked to agree, and what they answered: agreed, not, withdrawn, or no answer yet."""
    made = agreement_of(child_id, on=on, to=to, answer=answer, asked=asked, about=about)
    refuse_second_answer(made)
    yield made
    return made


def agreement_of(
    child_id: UUID, *, on: date, to: str, answer: str, asked: Asking, about: About | None = None
) -> Agreement:
    """An agreement for an action of any area to yield; raises Refusal where something it needs is missing."""
    if to not in rules.To.values or answer not in rules.Answer.values:
        raise NotNow("Say what was asked, and what the answer was.")
    refuse_nobody(child_id, asked.person, asked.who, asks="Say who was asked.")
    if answer == rules.Answer.NOT_AGREED:
        refuse_without(asked.what_they_said, asks="Say what they said: a manager asks whether risk changes.")
    return Agreement(
        child_id=child_id,
        happened=on,
        to=to,
        answer=answer,
        person_id=asked.person,
        who="" if asked.person else asked.who.strip(),
        how=asked.how,
        language=asked.language,
        interpreter=asked.interpreter,
        what_they_said=asked.what_they_said,
        about_kind=about.kind if about else "",
        about_id=about.key if about else None,
    )


def refuse_second_answer(made: Agreement) -> None:
    """Raise where somebody withdraws what they never agreed to."""
    if made.answer != rules.Answer.WITHDRAWN:
        return
    before = [each for each in queries.agreement_of(made.child_id, made.to) if queries.same_person(each, made)]
    if not any(each.answer == rules.Answer.AGREED for each in before):
        raise NotNow("They had not agreed to this before. Say that they did not agree.")


@action(permission=Permission.RECORD_NOTE, says="recorded who of a family was told of a decision")
def record_told(*, child_id: UUID, about: About, told: Sequence[Telling], by: Acting) -> Work:
    """Record for each person that they were told of a decision and what they replied, or why it was not safe."""
    hold([child_id])
    if not told:
        raise NotNow("Say of at least one person that they were told, or why it was not safe to tell them.")
    decided = queries.decision_of(child_id, about.key)
    if decided is None or decided.kind != about.kind:
        raise NotNow("This decision does not stand any more. Look at what stands now.")
    for made in told_of(child_id, about, told):
        if made.happened < decided.on:
            raise NotNow(f"This was decided on {format_date(decided.on)}. Nobody was told of it before.")
        yield made
    return made


def told_of(child_id: UUID, about: About, told: Iterable[Telling]) -> list[FamilyTold]:
    """Tellings for an action of any area to yield; raises Refusal where something they need is missing."""
    return [telling(child_id, about, each) for each in told]


def telling(child_id: UUID, about: About, said: Telling) -> FamilyTold:
    """One telling."""
    refuse_nobody(child_id, said.person, said.who, asks="Say who was told.")
    if bool(said.how) == bool(said.why_not_safe.strip()):
        raise NotNow("Say of each person how they were told, or why it was not safe to tell them.")
    if said.on is None:
        raise NotNow("Say on which day.")
    return FamilyTold(
        child_id=child_id,
        happened=said.on,
        person_id=said.person,
        who="" if said.person else said.who.strip(),
        about_kind=about.kind,
        about_id=about.key,
        told_by=said.told_by,
        how=said.how,
        language=said.language,
        interpreter=said.interpreter,
        their_reply=said.their_reply,
        told_how_to_complain=said.told_how_to_complain,
        why_not_safe=said.why_not_safe,
    )


def refuse_nobody(child_id: UUID, person: UUID | None, who: str, *, asks: str) -> None:
    """Raise unless it names the child, somebody in the child's record, or somebody in words."""
    if person is None:
        refuse_without(who, asks=asks)
    elif person != child_id and not queries.is_around(child_id, person):
        raise NotNow("This person is not in the child's record. Add them to the family first.")
