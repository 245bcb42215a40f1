"""Deciding about contacts: what follows, on what it rests, and that somebody is rung where it cannot wait."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.door import Work, Yielded, action
from sightline.foundation.facts import Acting, Precision
from sightline.foundation.standing import NotNow, fact_of, hold, refuse, refuse_before, refuse_without
from sightline.practice.front_door import queries, rules
from sightline.practice.front_door.actions.holding import holding_ends
from sightline.practice.front_door.models import (
    Contact,
    ContactDecision,
    ContactOutcome,
    ContactPassedOn,
    ContactTakenUp,
    DutyRung,
    Referral,
    ReferralDecision,
)
from sightline.practice.front_door.rules import RingAnswer, Way

AT_ONCE = "Asked for at once, when the contact came."


@dataclass(frozen=True)
class Decided:
    """What is decided about the contact of one child, and why."""

    child: UUID
    contact: UUID
    way: str
    reasons: str
    meaning: str = ""
    what_we_checked: str = ""
    what_we_found: str = ""
    why_we_stop: str = ""
    limited_because: str = ""
    follow_up_on: date | None = None


@action(permission=Permission.RECORD_PRACTICE, says="decided about a contact")
def decide_contacts(
    *,
    decisions: Sequence[Decided],
    on: date,
    at: datetime | None = None,
    rested_on: Mapping[UUID, Sequence[UUID]] | None = None,
    by: Acting,
) -> Work:
    """Record what is decided about the contacts of one occasion, for each child, with what it rested on."""
    hold([each.child for each in decisions])
    first = None
    for each in decisions:
        contact = fact_of(Contact, each.contact, each.child)
        refuse_before(on, contact.happened, what="The contact came")
        refuse_decision(each)
        made = decision_of(contact, each, on, at, (rested_on or {}).get(each.child, ()), by)
        first = first or made
        yield from decided(contact, made, is_new=False)
    if first is None:
        raise NotNow("Say about whom it is decided.")
    return first


def refuse_decision(said: Decided) -> None:
    """Raise where a decision to stop says too little; what protects a child is never held up."""
    refuse(
        rules.wrong_with_decision(
            said.way, checked=said.what_we_checked, found=said.what_we_found, why_stop=said.why_we_stop
        )
    )
    if said.way not in (*rules.CLOSING, Way.STRATEGY_DISCUSSION):
        refuse_without(said.reasons, asks="Say why this was decided.")
    gaps = len(queries.gaps_of(said.contact)) if said.way in rules.ON_ENOUGH else 0
    refuse(
        rules.wrong_with_gaps(
            said.way, gaps=gaps, limited_because=said.limited_because, dated=said.follow_up_on is not None
        )
    )


def decision_of(
    contact: Contact, said: Decided, on: date, at: datetime | None, rested_on: Sequence[UUID], by: Acting
) -> ContactDecision:
    """A decision with its history as it stands at this moment."""
    limited = bool(said.limited_because.strip())
    return ContactDecision(
        child_id=contact.child_id,
        contact=contact,
        happened=on,
        happened_at=at,
        happened_precision=Precision.INSTANT if at else Precision.DAY,
        way=said.way,
        risk=rules.risk_of(said.way, contact.received.safe_now if contact.received else ""),
        reasons=said.reasons or said.why_we_stop or AT_ONCE,
        meaning=said.meaning,
        what_we_checked=said.what_we_checked,
        what_we_found=said.what_we_found,
        why_we_stop=said.why_we_stop,
        on_limited_information=limited,
        limited_because=said.limited_because,
        follow_up_on=said.follow_up_on if limited else None,
        known_at=by.recorded_at or timezone.now(),
        rested_on=list(rested_on),
    )


def decided(contact: Contact, decision: ContactDecision, *, is_new: bool) -> Iterator[Yielded]:
    """A decision with its outcome as returns count it, and the referral that begins with it where none is open."""
    yield decision
    way = Way(decision.way)
    begins = way in rules.BEGINS_REFERRAL and (is_new or not queries.has_open_referral(contact.child_id))
    outcome = rules.NEW_REFERRAL if begins else rules.IN_RETURNS[way]
    about = {"child_id": contact.child_id, "happened": decision.happened, "reasons": decision.reasons}
    yield ContactOutcome(**about, contact=contact, decision=decision, outcome=outcome)
    yield from holding_ends(contact.child_id, decision.happened, [contact.pk])
    if begins:
        referral = Referral(
            child_id=contact.child_id,
            began=decision.happened,
            contact=contact,
            referral_source=contact.contact_source,
            source_description=contact.source_description,
        )
        yield referral
        yield ReferralDecision(**about, referral=referral, outcome=rules.OF_REFERRAL[way])


def asked_for_at_once(contact: Contact, *, reasons: str, by: Acting, is_new: bool = False) -> Iterator[Yielded]:
    """The decision that a strategy discussion is needed now: nothing is asked before it."""
    now = by.recorded_at or timezone.now()
    said = Decided(contact.child_id, contact.pk, Way.STRATEGY_DISCUSSION, reasons)
    yield from decided(
        contact, decision_of(contact, said, max(london_today(now), contact.happened), now, (), by), is_new=is_new
    )


@action(permission=Permission.RECORD_PRACTICE, says="asked for a strategy discussion at once")
def ask_at_once(*, contacts: Mapping[UUID, UUID], reasons: str = "", by: Acting) -> Work:
    """Ask for a strategy discussion about these children now, by child the contact; whoever was decided is left out."""
    hold(contacts)
    first = None
    for child, key in contacts.items():
        contact = fact_of(Contact, key, child)
        if not queries.is_decided(contact.pk):
            first = first or contact
            yield from asked_for_at_once(contact, reasons=reasons, by=by)
    if first is None:
        raise NotNow("This contact was decided before you. Look at what stands now.")
    return first


@action(permission=Permission.RECORD_PRACTICE, says="rang somebody about a strategy discussion")
def ring(
    *, child_id: UUID, decision_id: UUID, rung: UUID, telephone: str, answer: str, at: datetime, by: Acting
) -> Work:
    """Record that somebody was rung, and whether they have it; without an answer the next person is rung."""
    decision = fact_of(ContactDecision, decision_id, child_id)
    if answer not in RingAnswer.values:
        raise NotNow("Say whether they have it.")
    fact = DutyRung(
        child_id=child_id,
        decision=decision,
        rung_id=rung,
        telephone=telephone,
        answer=answer,
        happened=london_today(at),
        happened_at=at,
        happened_precision=Precision.INSTANT,
    )
    yield fact
    return fact


@action(permission=Permission.RECORD_PRACTICE, says="took up a contact that was passed on")
def take_up(*, child_id: UUID, passed_on_id: UUID, on: date, what: str, by: Acting) -> Work:
    """Say what was done with a contact about a child one works with."""
    told = fact_of(ContactPassedOn, passed_on_id, child_id)
    refuse_before(on, told.happened, what="You were told")
    refuse_without(what, asks="Say what you did with it.")
    if ContactTakenUp.objects.current().filter(passed_on=told).exists():
        raise NotNow("This was taken up before you. Look at the contact.")
    fact = ContactTakenUp(child_id=child_id, passed_on=told, happened=on, what=what)
    yield fact
    yield from holding_ends(child_id, on, [told.contact_id])
    return fact
