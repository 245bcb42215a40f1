"""Referring a child to a panel, hearing it, recommending, and deciding apart from the panel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils import timezone

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Refusal, Work, action, withdraws
from sightline.foundation.facts import Acting
from sightline.foundation.oversight.actions import directions
from sightline.foundation.oversight.models import Decision
from sightline.foundation.oversight.queries import may_be_signed_by
from sightline.foundation.panels import queries, rules
from sightline.foundation.panels.models import (
    Booking,
    PanelCase,
    PanelDecision,
    PanelReferral,
    Recommendation,
    Sitting,
)
from sightline.foundation.panels.rules import Asked, Members, Said, Step
from sightline.foundation.standing import hold

GONE = "This referral does not stand any more."
NOT_THE_DECISION_MAKER = "Somebody with the level for this decision decides it: see who signs which decision."


class NotTold(Refusal):
    """Something without which a panel cannot work is missing."""


@action(permission=Permission.RUN_PANEL, says="arranged a sitting of a panel")
def arrange_sitting(*, panel: str, on: date, place: str = "", chaired_by: str = "", by: Acting) -> Work:
    """Arrange that a panel sits on a day."""
    known(panel)
    sitting = Sitting(panel=panel, happened=on, place=place, chaired_by=chaired_by)
    yield sitting
    return sitting


@action(permission=Permission.REFER_TO_PANEL, says="referred a child to a panel")
def refer(*, child: UUID, panel: str, on: date, asked: Asked, urgent: bool = False, by: Acting) -> Work:
    """Ask a panel about a child; what cannot wait is done, and reported with it."""
    known(panel)
    if not asked.asks.strip() or not asked.need.strip():
        raise NotTold("Say what the panel is asked, and what the child needs.")
    held = {each.pk for each in queries.papers_of(child, asked.files)}
    if set(asked.files) - held:
        raise NotTold("Choose papers that stand in this record.")
    referral = PanelReferral(child_id=child, happened=on, panel=panel, urgent=urgent)
    yield referral
    yield PanelCase(
        child_id=child,
        happened=on,
        referral=referral,
        asks=asked.asks,
        need=asked.need,
        funding=asked.funding,
        done_already=asked.done_already,
        files=list(asked.files),
    )
    return referral


@action(permission=Permission.RUN_PANEL, says="put a child on the agenda of a panel")
def book(*, child: UUID, referral: UUID, sitting: UUID, on: date, by: Acting) -> Work:
    """Put a referral on the agenda of a sitting of its panel; another booking takes its place."""
    found, heard_at = standing(child, referral), queries.sitting(sitting)
    if heard_at is None or heard_at.panel != found.referral.panel:
        raise NotTold("Choose a sitting of the panel that the child was referred to.")
    booking = Booking(child_id=child, happened=on, referral=found.referral, sitting=heard_at)
    yield booking
    return booking


@action(permission=Permission.RUN_PANEL, says="recorded what a panel recommended")
def recommend(*, child: UUID, referral: UUID, on: date, said: Said, members: Members, by: Acting) -> Work:
    """Record what a panel recommends about a child, and who sat; with too few, why it went on all the same."""
    hold([child])
    found = standing(child, referral)
    refuse(rules.missing_from_said(said, on))
    refuse("" if members.names else "Say who sat on the panel.")
    enough = rules.is_quorate(known(found.referral.panel), members)
    if not enough and not members.went_on_because.strip():
        raise NotTold("Fewer sat than this panel needs. Say why it went on all the same, or let it come back.")
    recommendation = Recommendation(
        child_id=child,
        happened=on,
        referral=found.referral,
        answer=said.answer,
        text=said.text,
        reasons=said.reasons,
        conditions=said.conditions,
        return_on=said.return_on,
        members=list(members.names),
        interests=members.interests,
        enough_came=enough,
        went_on_because=members.went_on_because,
    )
    yield recommendation
    return recommendation


@action(permission=Permission.OVERSEE, says="decided on a referral to a panel")
def decide(
    *,
    child: UUID,
    referral: UUID,
    on: date,
    said: Said,
    funding_agreed: bool | None = None,
    steps: Sequence[Step] = (),
    by: Acting,
) -> Work:
    """Decide on a referral as its decision-maker, before a panel if urgent; steps become directions."""
    hold([child])
    found = standing(child, referral)
    refuse_decision(found, said, on, by)
    decision = Decision(
        child_id=child,
        happened=on,
        kind=known(found.referral.panel).decision,
        text=said.text,
        reasons=said.reasons,
        known_at=by.recorded_at or timezone.now(),
        rested_on=[found.to_decide.pk] if found.to_decide else [],
    )
    yield decision
    made = PanelDecision(
        child_id=child,
        happened=on,
        referral=found.referral,
        recommendation=found.to_decide,
        decision=decision,
        answer=said.answer,
        conditions=said.conditions,
        return_on=said.return_on,
        funding_agreed=funding_agreed,
    )
    yield made
    for step in steps:
        yield from directions([child], text=step.text, why=said.text, by_when=step.by_when, owner=step.owner, on=on)
    return made


def refuse_decision(found: queries.WholeReferral, said: Said, on: date, by: Acting) -> None:
    """Raise unless whoever decides has the level, says what it needs, and comes after a panel that must be heard."""
    panel = known(found.referral.panel)
    if not may_be_signed_by(panel.decision, by):
        raise Refusal(NOT_THE_DECISION_MAKER)
    refuse(rules.missing_from_said(said, on))
    if panel.only_recommends and found.to_decide is None:
        raise NotTold("This panel recommends first, and a decision-maker decides then.")
    if found.to_decide is not None and on < found.to_decide.happened:
        raise NotTold("The decision must not be dated before the recommendation.")


@action(permission=Permission.REFER_TO_PANEL, says="took back a referral to a panel")
def take_back(*, child: UUID, referral: UUID, why: str, by: Acting) -> Work:
    """Take back a referral on which no panel and nobody else has said anything."""
    hold([child])
    found = standing(child, referral)
    if found.recommendations or found.decisions:
        raise Refusal("This referral was heard already, and stays in the record.")
    for fact in (found.referral, found.case, found.booking):
        if fact is not None:
            yield withdraws(fact, reason=why)
    return found.referral


def known(panel: str) -> rules.Panel:
    """A type of panel; raises Refusal for one that is not in the table."""
    if panel not in rules.panels():
        raise NotTold("Say which panel it is.")
    return rules.panels()[panel]


def standing(child: UUID, referral: UUID) -> queries.WholeReferral:
    """A referral about a child, if it stands; raises Refusal."""
    found = queries.referral_of(child, referral)
    if found is None:
        raise Refusal(GONE)
    return found


def refuse(sentence: str) -> None:
    """Raise with a sentence, if there is one."""
    if sentence:
        raise NotTold(sentence)
