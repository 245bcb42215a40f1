"""Named questions about referrals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sightline.foundation.children.models import Person
from sightline.foundation.standing import open_spell
from sightline.practice.front_door.models import Contact, Referral, ReferralDecision, ReferrerTold


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


def referred_on(contact: Contact, decided: date) -> date:
    """From when a referral counts that follows from a contact: from the contact, or an earlier referral's later end."""
    ends = Referral.objects.current().about([contact.child_id]).exclude(ended=None)
    last = ends.order_by("-ended").values_list("ended", flat=True).first()
    return min(decided, max(contact.happened, last or contact.happened))


def has_open_referral(child: UUID) -> bool:
    """Whether a referral of a child is open."""
    return open_spell(Referral, child) is not None


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
