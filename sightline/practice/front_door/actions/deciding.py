"""Deciding about contacts: what follows, on what it rests, and that somebody is rung where it cannot wait."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.door import Work, Yielded, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.moments import when_happened
from sightline.foundation.standing import NotNow, fact_of, hold, refuse, refuse_before, refuse_without
from sightline.practice.front_door import queries, rules
from sightline.practice.front_door.actions.holding import holding_ends
from sightline.practice.front_door.actions.putting import SAID, overtaken, put_to_manager, signs
from sightline.practice.front_door.models import (
    Contact,
    ContactDecision,
    ContactOutcome,
    ContactPassedOn,
    ContactTakenUp,
    DecisionPutToManager,
    DutyRung,
    Referral,
    ReferralDecision,
)
from sightline.practice.front_door.rules import Decided, RingAnswer, Way

AT_ONCE = "Asked for at once, when the contact came."


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
    first: DecisionPutToManager | ContactDecision | None = None
    for each in decisions:
        contact = fact_of(Contact, each.contact, each.child)
        refuse_before(on, contact.happened, what="The contact came")
        refuse_decision(each)
        yield from overtaken([contact.pk], on)
        rested = (rested_on or {}).get(each.child, ())
        if gaps := waits_for_manager(each, by):
            put = put_to_manager(contact, each, on, rested, gaps, by)
            yield put
            first = first or put
        else:
            made = decision_of(contact, each, on, at, rested, by.recorded_at or timezone.now())
            yield from decided(contact, made, is_new=False)
            first = first or made
    if first is None:
        raise NotNow("Say about whom it is decided.")
    return first


def waits_for_manager(said: Decided, by: Acting) -> list[str]:
    """The essential gaps for which a decision waits for a manager; none where whoever decides signs it themselves.

    Refuses a manager's decision without their reason and a day. Nothing that protects a child is asked for gaps.
    """
    gaps = queries.gaps_of(said.contact) if said.way in rules.ON_ENOUGH else []
    if gaps and not signs(by):
        return gaps
    dated = said.follow_up_on is not None
    refuse(rules.wrong_with_gaps(said.way, gaps=len(gaps), limited_because=said.limited_because, dated=dated))
    return []


def refuse_decision(said: Decided) -> None:
    """Raise where a decision to stop says too little; what protects a child is never held up."""
    refuse(
        rules.wrong_with_decision(
            said.way, checked=said.what_we_checked, found=said.what_we_found, why_stop=said.why_we_stop
        )
    )
    if said.way not in (*rules.CLOSING, Way.STRATEGY_DISCUSSION):
        refuse_without(said.reasons, asks="Say why this was decided.")


def decision_of(
    contact: Contact, said: Decided, on: date, at: datetime | None, rested_on: Sequence[UUID], known_at: datetime
) -> ContactDecision:
    """A decision with its history as it stands at this moment."""
    limited = bool(said.limited_because.strip())
    return ContactDecision(
        child_id=contact.child_id,
        contact=contact,
        **when_happened(on, at),
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
        known_at=known_at,
        rested_on=list(rested_on),
    )


def decided(contact: Contact, decision: ContactDecision, *, is_new: bool) -> Iterator[Yielded]:
    """A decision with its outcome as returns count it, and the referral that follows from it where none is open.

    A referral counts from the day on which somebody got in touch: neither a hold nor a late decision moves the day on
    which its assessment is due (Working Together to Safeguard Children: 45 working days from the point of referral).
    """
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
            began=queries.referred_on(contact, decision.happened),
            contact=contact,
            referral_source=contact.contact_source,
            source_description=contact.source_description,
        )
        yield referral
        yield ReferralDecision(**about, referral=referral, outcome=rules.OF_REFERRAL[way])


def signed(put: DecisionPutToManager, on: date, answer: Any) -> Iterator[Yielded]:
    """What follows when a manager signs what was put to them: it is decided, for the manager's reason, by a day."""
    now = timezone.now()
    said = Decided(
        child=put.child_id,
        contact=put.contact_id,
        way=put.way,
        limited_because=answer.reasons,
        follow_up_on=answer.follow_up_on,
        **{name: getattr(put, name) for name in SAID},
    )
    at = now if london_today(now) == on else None
    yield ends(put, on=max(on, put.began), overtaken=False)
    decision = decision_of(put.contact, said, on, at, put.rested_on, put.known_at)
    yield from decided(put.contact, decision, is_new=False)


def asked_for_at_once(contact: Contact, *, reasons: str, by: Acting, is_new: bool = False) -> Iterator[Yielded]:
    """The decision that a strategy discussion is needed now: nothing is asked before it."""
    now = by.recorded_at or timezone.now()
    on = max(london_today(now), contact.happened)
    said = Decided(contact.child_id, contact.pk, Way.STRATEGY_DISCUSSION, reasons)
    yield from () if is_new else overtaken([contact.pk], on)
    yield from decided(contact, decision_of(contact, said, on, now, (), now), is_new=is_new)


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
        **when_happened(london_today(at), at),
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
    yield from overtaken([told.contact_id], on)
    yield from holding_ends(child_id, on, [told.contact_id])
    return fact
