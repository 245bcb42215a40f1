"""What can be recorded of care and what contradicts itself (timescales, section 4; SSDA903 rules)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sightline.foundation.calendar.ages import birthday_for_entitlement
from sightline.practice.care.rules.choices import PASSING, SHORT_BREAKS, WITH_FRIENDS, WITH_PARENT, Arrangement
from sightline.practice.care.rules.time_in_care import GROWN_UP_AT

PARENTS, OWN_OR_OTHER_AUTHORITY = "PR0", ("PR1", "PR2")
NO_PROVIDER = (*PASSING, "Z1", "Z11", "Z12", "Z13", "Z14")  # SSDA903 rules 213, 526
NOT_AN_AUTHORITY = ("R2", "R5")  # hospital and custody are not an authority's
AGREEMENT_ONLY = "V4"  # an agreement about short breaks, with no home of its own
TOO_YOUNG_TO_SPEAK, SPEAKS_FROM = "PN0", 4  # years; SSDA903 rules 440, 441
STAYS_AS_ADULT = "E17"
CRIMINAL_FROM = 10  # years, the age of criminal responsibility
FOSTERED = ("U1", "U2", "U3", "U4", "U5", "U6")
SUPPORTED_FROM = {"K3": 16}  # SSDA903 rule 371: supported accommodation is for those of 16 and over


@dataclass(frozen=True)
class NewHome:
    """A home a child moves into, as somebody records it."""

    placement_type: str
    provider: str = ""
    postcode: str = ""
    urn: str = ""
    local_authority: str = ""
    same_carer: bool | None = None
    emergency: bool | None = None


def wrong_with_home(home: NewHome, *, age: int | None) -> str:
    """The sentence for what contradicts itself in a home; nothing where all fits."""
    kind, provider = home.placement_type, home.provider
    if (kind in WITH_PARENT) != (provider == PARENTS):
        return "With their own parents means that the parents provide the home, and only then."
    if kind in NO_PROVIDER and provider:
        return "Nobody provides this kind of home: leave out who does."
    if kind not in NO_PROVIDER and not provider:
        return "Say who provides the home."
    if kind in NOT_AN_AUTHORITY and provider in OWN_OR_OTHER_AUTHORITY:
        return "An authority does not provide a hospital or custody."
    if age is not None and age < SUPPORTED_FROM.get(kind, 0):
        return "Supported accommodation is only for young people of 16 and over."
    return ""


def wrong_with_status(code: str, before: str) -> str:
    """The sentence for a change of legal status that cannot be; nothing where it can."""
    if code == before:
        return "The child already has this legal status."
    if (code in SHORT_BREAKS) != (before in SHORT_BREAKS):
        return "Short breaks are a time of their own: end it, and begin a new period of care."
    return ""


def wrong_with_participation(code: str, *, age: int | None) -> str:
    """The sentence for a way of taking part that does not fit the child's age; nothing where it does."""
    if age is None:
        return ""
    if code == TOO_YOUNG_TO_SPEAK and age >= SPEAKS_FROM:
        return "A child of 4 or over takes part in one of the other ways, or not at all."
    if code != TOO_YOUNG_TO_SPEAK and age < SPEAKS_FROM:
        return "For a child under 4 choose “aged under 4”."
    return ""


def wrong_with_arrangement(arrangement: str, placement_type: str, settled: set[str]) -> str:
    """The sentence for what cannot be settled about a home; nothing where it can."""
    needs = {
        Arrangement.ASSESSED: Arrangement.BEFORE_ASSESSMENT,
        Arrangement.EXTENDED_APPROVAL: Arrangement.TEMPORARY_APPROVAL,
        Arrangement.FULL_APPROVAL: Arrangement.TEMPORARY_APPROVAL,
    }
    where = {
        Arrangement.BEFORE_ASSESSMENT: (WITH_PARENT, "Only a child who lives with a parent waits for that assessment."),
        Arrangement.TEMPORARY_APPROVAL: (WITH_FRIENDS, "Only a relative or friend is approved for the time being."),
        Arrangement.LONG_TERM_FOSTER: (FOSTERED, "Only a foster home is a long-term foster home."),
    }
    chosen = Arrangement(arrangement)
    if chosen in where and placement_type not in where[chosen][0]:
        return where[chosen][1]
    if chosen in needs and needs[chosen] not in settled:
        return f"Record first: {needs[chosen].label[:1].lower()}{needs[chosen].label[1:]}."
    if chosen in settled:
        again = chosen == Arrangement.EXTENDED_APPROVAL
        return "The approval can be extended once." if again else "This is settled for the home already."
    return ""


def is_grown_up(born: date | None, on: date) -> bool:
    """Whether somebody is 18 or over on a day."""
    return born is not None and on >= birthday_for_entitlement(born, GROWN_UP_AT)
