"""Recording a referral, what was decided, what the referrer was told, and its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.bounds import bars_ending
from sightline.foundation.calendar.words import format_date
from sightline.foundation.children.actions.several import copied
from sightline.foundation.code_sets.refusals import refuse_unless_code, refuse_unless_code_or_nothing
from sightline.foundation.door import Work, Yielded, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.standing import (
    NotNow,
    fact_of,
    hold,
    open_spell,
    refuse,
    refuse_before,
    refuse_without,
)
from sightline.practice.front_door.actions.outcomes import refuse_outcomes
from sightline.practice.front_door.models import Contact, Referral, ReferralDecision, ReferrerTold
from sightline.practice.front_door.rules import NO_FURTHER_ACTION, Feedback

WHO_REFERRED = "who made the referral"


@action(permission=Permission.RECORD_PRACTICE, says="recorded a referral")
def record_referral(
    *,
    child_id: UUID,
    received_on: date,
    referral_source: str,
    source_description: str = "",
    primary_need: str = "",
    contact_id: UUID | None = None,
    by: Acting,
) -> Work:
    """Record a referral; while one is open, what is new belongs to that one and makes no second."""
    hold([child_id])
    refuse_unless_code("cin-referral-source", referral_source, received_on, called=WHO_REFERRED)
    refuse_unless_code_or_nothing("cin-primary-need", primary_need, received_on, called="the main need")
    before = open_spell(Referral, child_id)
    if before is not None and not before.no_further_action:
        raise NotNow(
            f"A referral is open since {format_date(before.began)}. Record a contact, and tell the worker and manager."
        )
    contact = fact_of(Contact, contact_id, child_id) if contact_id else None
    if contact is not None:
        refuse_before(received_on, contact.happened, what="The contact came")
    referral = Referral(
        child_id=child_id,
        began=received_on,
        contact=contact,
        referral_source=referral_source,
        source_description=source_description,
        primary_need=primary_need,
    )
    yield referral
    return referral


@action(permission=Permission.RECORD_PRACTICE, says="decided about a referral")
def decide_referral(
    *, child_id: UUID, referral_id: UUID, on: date, outcomes: Sequence[str], reasons: str, by: Acting
) -> Work:
    """Record what a social worker and a manager decided about a referral; no further action closes it that day."""
    hold([child_id])
    referral = fact_of(Referral, referral_id, child_id)
    refuse_before(on, referral.began, what="The referral came")
    refuse_outcomes("ssd-referral-outcome", outcomes, on, reasons)
    made = [
        ReferralDecision(child_id=child_id, referral=referral, happened=on, outcome=outcome, reasons=reasons)
        for outcome in outcomes
    ]
    yield from made
    if NO_FURTHER_ACTION in outcomes:
        yield from closed(referral, on, no_further_action=True)
    return made[0]


@action(permission=Permission.RECORD_PRACTICE, says="recorded that a referrer was told")
def tell_referrer(*, child_id: UUID, referral_id: UUID, on: date, how: str, why_not: str = "", by: Acting) -> Work:
    """Record how whoever referred a child was told what became of it, or why telling would raise the risk."""
    referral = fact_of(Referral, referral_id, child_id)
    refuse_before(on, referral.began, what="The referral came")
    if how not in Feedback.values:
        raise NotNow("Choose how they were told from the list.")
    if how == Feedback.NOT_TOLD:
        refuse_without(why_not, asks="Say why telling them would raise the risk.")
    told = ReferrerTold(child_id=child_id, referral=referral, happened=on, how=how, why_not=why_not)
    yield told
    return told


@action(permission=Permission.RECORD_PRACTICE, says="closed a referral")
def close_referral(*, child_id: UUID, on: date, reason: str, by: Acting) -> Work:
    """Close the open referral of a child with the reason the census asks for."""
    hold([child_id])
    referral = open_spell(Referral, child_id)
    if referral is None:
        raise NotNow("No referral of this child is open.")
    refuse_before(on, referral.began, what="The referral came")
    refuse_unless_code("cin-reason-for-closure", reason, on, called="the reason for closing")
    yield from closed(referral, on, reason_for_closure=reason)
    return referral


def closed(referral: Referral, on: date, **said: object) -> Iterator[Yielded]:
    """The end of a referral, unless work that belongs to it goes on."""
    refuse(bars_ending(Referral, referral.child_id, on))
    yield ends(referral, on=on, **said)


def referral_closes(child: UUID, on: date, kind: type[object], *, reason: str) -> Iterator[Yielded]:
    """The end of a child's open referral when all work with the child is closed, with the reason of the census."""
    referral = open_spell(Referral, child)
    if referral is not None:
        refuse_before(on, referral.began, what="The referral came")
        yield from closed(referral, on, reason_for_closure=reason)


def referral_of_twins(first: UUID, further: Sequence[UUID], given: Sequence[object]) -> Iterator[Yielded]:
    """The open referral of the baby who was expected, for each further child of the birth, with all that was decided.

    The contact stays with the first, because the call was about one baby.
    """
    referral = open_spell(Referral, first)
    if referral is None:
        return
    for child in further:
        yield (own := copied(referral, child_id=child, contact_id=None))
        for kind in (ReferralDecision, ReferrerTold):
            for fact in kind.objects.current().filter(referral=referral):
                yield copied(fact, child_id=child, referral_id=own.pk)
