"""Named questions about the front door, and its clocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sightline.foundation.children.models import Person
from sightline.foundation.standing import open_spell
from sightline.foundation.timescales.rules import Clock, Ending, State
from sightline.foundation.timescales.rules.sequences import over
from sightline.practice.front_door import rules
from sightline.practice.front_door.models import Contact, ContactOutcome, Referral, ReferralDecision, ReferrerTold

CLOSED = "The referral was closed"


def contact_clocks(children: Iterable[UUID]) -> list[Clock]:
    """One clock for each contact about these children; two queries."""
    people = list(children)
    decided = earliest(ContactOutcome.objects.current().about(people), "contact_id")
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


def referrals_before_birth(children: Iterable[UUID]) -> list[tuple[Referral, Person]]:
    """The referrals that came before the child was born, each with who it is about; two queries."""
    people = list(children)
    known = {person.pk: person for person in Person.objects.filter(pk__in=people)}
    referrals = Referral.objects.current().about(people).order_by("began")
    pairs = [(referral, known[referral.child_id]) for referral in referrals if referral.child_id in known]
    return [(referral, person) for referral, person in pairs if was_unborn(person, referral)]


def was_unborn(person: Person, referral: Referral) -> bool:
    """Whether somebody was not born yet when they were referred."""
    if person.birth_date is None:
        return person.expected_on is not None
    return person.birth_date > referral.began


def earliest(facts: Iterable[Any], of: str) -> dict[UUID, Any]:
    """The earliest day of these facts for each thing they belong to."""
    found: dict[UUID, list[Any]] = defaultdict(list)
    for fact in facts:
        found[getattr(fact, of)].append(fact.happened)
    return {key: min(days) for key, days in found.items()}


def contacts_of(child: UUID) -> list[Contact]:
    """The contacts about a child that stand, newest first."""
    return list(Contact.objects.current().about([child]).order_by("-happened", "-recorded_at"))


def undecided_contacts(child: UUID) -> list[Contact]:
    """The contacts about a child of which nothing was decided yet, newest first."""
    decided = ContactOutcome.objects.current().about([child]).values("contact_id")
    return list(Contact.objects.current().about([child]).exclude(pk__in=decided).order_by("-happened", "-recorded_at"))


@dataclass(frozen=True)
class ReferralStands:
    """The newest referral of a child that has not ended, or ended without a word to whoever made it."""

    referral: Referral
    decided: bool
    told: bool


def referral_that_stands(child: UUID) -> ReferralStands | None:
    """The newest referral of a child, with what is still to be done about it."""
    newest = Referral.objects.current().about([child]).order_by("-began", "-recorded_at").first()
    if newest is None:
        return None
    decided = ReferralDecision.objects.current().filter(referral=newest).exists()
    return ReferralStands(newest, decided, ReferrerTold.objects.current().filter(referral=newest).exists())


def has_open_referral(child: UUID) -> bool:
    """Whether a referral of a child is open."""
    return open_spell(Referral, child) is not None
