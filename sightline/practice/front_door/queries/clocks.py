"""Clocks of the front door: decisions about contacts and referrals, referrers told, referrals before birth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sightline.foundation.children.models import Person
from sightline.foundation.timescales.rules import Clock, Ending, State
from sightline.foundation.timescales.rules.sequences import over
from sightline.practice.front_door import rules
from sightline.practice.front_door.models import (
    Contact,
    ContactOutcome,
    ContactTakenUp,
    Referral,
    ReferralDecision,
    ReferrerTold,
)
from sightline.practice.front_door.queries.referrals import referrals_before_birth

CLOSED = "The referral was closed"


def contact_clocks(children: Iterable[UUID]) -> list[Clock]:
    """One clock for each contact about these children; three queries.

    News about a child we work with is dealt with once somebody has taken it up.
    """
    people = list(children)
    decided = earliest(ContactOutcome.objects.current().about(people), "contact_id")
    taken_up = ContactTakenUp.objects.current().about(people).select_related("passed_on")
    for each in taken_up.order_by("happened"):
        decided.setdefault(each.passed_on.contact_id, each.happened)
    return [
        Clock(
            rules.CONTACT_DECISION,
            child=contact.child_id,
            anchor=contact,
            start=contact.happened,
            stop=decided.get(contact.pk),
        )
        for contact in Contact.objects.current().about(people)
    ]


def referral_clocks(children: Iterable[UUID]) -> list[Clock]:
    """For each referral of these children the decision, and that the referrer was told; three queries."""
    people = list(children)
    decided = earliest(ReferralDecision.objects.current().about(people), "referral_id")
    told = {each.referral_id: each for each in ReferrerTold.objects.current().about(people).order_by("-happened")}
    clocks = []
    for referral in Referral.objects.current().about(people):
        clocks.append(decision_clock(referral, decided.get(referral.pk)))
        clocks.append(feedback_clock(referral, told.get(referral.pk)))
    return clocks


def decision_clock(referral: Referral, decided: Any) -> Clock:
    """When a referral is to be decided; a return that says it went no further says that it was decided."""
    return Clock(
        rules.REFERRAL_DECISION,
        child=referral.child_id,
        anchor=referral,
        start=referral.began,
        stop=decided,
        ended=None if decided else over(referral, CLOSED),
    )


def feedback_clock(referral: Referral, told: Any) -> Clock:
    """When the referrer is to be told, unless telling them would raise the risk."""
    risk = told is not None and told.how == rules.Feedback.NOT_TOLD
    not_told = (
        Ending("Telling them would raise the risk", on=told.happened, state=State.NOT_APPLICABLE) if risk else None
    )
    return Clock(
        rules.REFERRER_FEEDBACK,
        child=referral.child_id,
        anchor=referral,
        start=referral.began,
        stop=told.happened if told is not None and not risk else None,
        ended=not_told or (None if told is not None else over(referral, CLOSED)),
    )


def before_birth_clocks(children: Iterable[UUID]) -> list[Clock]:
    """For each referral before birth, until when in the pregnancy it is to be accepted; three queries."""
    people = list(children)
    decided = earliest(ReferralDecision.objects.current().about(people), "referral_id")
    return [
        Clock(
            rules.PREBIRTH_REFERRAL,
            child=referral.child_id,
            anchor=referral,
            start=referral.began,
            counted_from=person.expected_on,
            stop=decided.get(referral.pk),
            ended=late_booking(referral, person) or (None if decided.get(referral.pk) else over(referral, CLOSED)),
        )
        for referral, person in referrals_before_birth(people)
    ]


def late_booking(referral: Referral, person: Person) -> Ending | None:
    """That a referral came after the week by which it should have been accepted."""
    if person.expected_on is None or referral.began <= rules.PREBIRTH_REFERRAL.allows(person.expected_on):
        return None
    return Ending("Referred later in the pregnancy", on=referral.began, state=State.NOT_APPLICABLE)


def earliest(facts: Iterable[Any], of: str) -> dict[UUID, Any]:
    """The earliest day of these facts for each thing they belong to."""
    found: dict[UUID, list[Any]] = defaultdict(list)
    for fact in facts:
        found[getattr(fact, of)].append(fact.happened)
    return {key: min(days) for key, days in found.items()}
