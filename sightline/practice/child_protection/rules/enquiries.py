"""Strategy discussions and section 47 enquiries: decisions, who takes part, and when enquiries begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import TextChoices

from sightline.foundation.documents.rules import MayKnow


class Decision(TextChoices):
    """What a strategy discussion decides for one child."""

    BEGIN_ENQUIRIES = "begin_enquiries", "Begin section 47 enquiries"
    NO_ENQUIRIES = "no_enquiries", "No section 47 enquiries"


class Outcome(TextChoices):
    """What section 47 enquiries found about one child (Working Together to Safeguard Children)."""

    NOT_SUBSTANTIATED = "not_substantiated", "Concerns not substantiated"
    NO_CONTINUING_RISK = "no_continuing_risk", "Concerns substantiated, no continuing risk of significant harm"
    CONTINUING_RISK = "continuing_risk", "Concerns substantiated, and at continuing risk of significant harm"


class Paper(TextChoices):
    """What is shared before a conference or sent after it."""

    REPORT = "report", "Report shared with the family and the chair"
    DECISION_LETTER = "decision_letter", "Decision and outline plan sent"
    MINUTES = "minutes", "Minutes sent"


class PlanEndReason(TextChoices):
    """Why a protection plan ended; whether it may end outside a conference is a local matter."""

    CONFERENCE = "conference", "A conference decided that it is no longer needed"
    TRANSFERRED = "transferred", "Another authority took it over at a conference"
    CARE = "care", "The child came into care"
    EIGHTEEN = "eighteen", "Turned 18"
    DIED = "died", "Died"


class HeldBy(TextChoices):
    """How people came together."""

    TELEPHONE = "telephone", "By telephone"
    VIDEO = "video", "By video"
    IN_PERSON = "in_person", "In person"
    MIXED = "mixed", "Some in person, some by telephone or video"


class Agency(TextChoices):
    """Who can take part in a strategy discussion."""

    SOCIAL_CARE = "social_care", "Children's social care"
    POLICE = "police", "Police"
    HEALTH = "health", "Health"
    EDUCATION = "education", "School, college or nursery"
    ADULT_SERVICES = "adult_services", "Services for adults"
    PROBATION = "probation", "Probation or youth justice"
    HOUSING = "housing", "Housing"
    OTHER = "other", "Somebody else"


SATURDAY = 5  # as `date.weekday()` counts
ENQUIRY_FLAG, DISCUSSION_FLAG, SERVICES_FLAG = "CP_ENQUIRY_FLAG", "STRATEGY_DISCUSSION_FLAG", "PROV_OF_SERVICES_FLAG"
CORE_AGENCIES = (Agency.SOCIAL_CARE, Agency.POLICE, Agency.HEALTH)  # timescales, section 3B, strategy_discussion
SCALE = range(11)  # 0: so worried that the child needs protecting at once; 10: safe enough to close (glossary)


def begins_enquiries(decision: str, *, already_open: bool) -> bool:
    """Whether enquiries begin: a later discussion within the same enquiry restarts no clock (s47_to_icpc)."""
    return decision == Decision.BEGIN_ENQUIRIES and not already_open


def requires_conference(outcome: str) -> bool:
    """Whether what the enquiries found leads to a conference."""
    return outcome == Outcome.CONTINUING_RISK


def agencies_missing(took_part: Iterable[str]) -> list[Agency]:
    """The agencies without whom a discussion is not quorate: shown, and never a reason to wait."""
    present = set(took_part)
    return [agency for agency in CORE_AGENCIES if agency not in present]


@dataclass(frozen=True)
class Decided:
    """What one discussion decided for one child, and when; of two on a day the one recorded first comes first."""

    on: date
    decision: str
    discussion: Any
    order: Any = 0


@dataclass(frozen=True)
class Enquiry:
    """From which discussion to which day enquiries about one child lasted."""

    discussion: Any
    began: date
    ended: date | None


def enquiries(decided: Iterable[Decided], ends: Iterable[date], already_ended: Sequence[Enquiry] = ()) -> list[Enquiry]:
    """The enquiries that follow from what discussions decided for a child and from the days on which enquiries ended.

    Each begins with the first discussion that decided so while none was under way, also none of those that a return
    told of from beginning to end. A discussion on the day on which enquiries end still belongs to them.
    """
    found: list[Enquiry] = []
    days = sorted(ends)
    for each in sorted(decided, key=lambda one: (one.on, one.order)):
        under_way = any(is_under_way(one, each.on) for one in (*found[-1:], *already_ended))
        if begins_enquiries(each.decision, already_open=under_way):
            found.append(Enquiry(each.discussion, each.on, ended=next((day for day in days if day >= each.on), None)))
    return found


def is_under_way(enquiry: Enquiry, on: date) -> bool:
    """Whether enquiries last on a day."""
    return enquiry.began <= on and (enquiry.ended is None or on <= enquiry.ended)


def ends_without_enquiries(found: Sequence[Enquiry], ends: Iterable[date]) -> list[date]:
    """The days on which enquiries are said to have ended although none were under way."""
    return sorted(set(ends) - {enquiry.ended for enquiry in found})


@dataclass(frozen=True)
class TookPart:
    """An agency that took part, and who for it."""

    agency: str
    who: str = ""


@dataclass(frozen=True)
class Scale:
    """Where an agency placed a child from 0 to 10, and what it based that on."""

    agency: str
    number: int
    why: str = ""


@dataclass(frozen=True)
class OutcomeForChild:
    """What was decided for one child, why, and where each agency placed the child."""

    child: UUID
    decision: str
    reasons: str
    scales: tuple[Scale, ...] = ()


@dataclass(frozen=True)
class SaidOfSome:
    """Something that was said about some of the children only, and who may know it."""

    about: tuple[UUID, ...]
    text: str
    may_know: str = MayKnow.UNDECIDED


@dataclass(frozen=True)
class Found:
    """What enquiries found about one child, and why."""

    child: UUID
    outcome: str
    reasons: str


ENDS_OUTSIDE_A_CONFERENCE = (
    PlanEndReason.TRANSFERRED,
    PlanEndReason.CARE,
    PlanEndReason.EIGHTEEN,
    PlanEndReason.DIED,
)


@dataclass(frozen=True)
class ConferenceForChild:
    """What an initial conference decided for one child: a plan or none, for which harm, and why.

    `visit_every` is how many working days may lie between visits, where the conference set it.
    """

    child: UUID
    plan_made: bool
    reasons: str
    category: str = ""
    visit_every: int | None = None


@dataclass(frozen=True)
class ReviewForChild:
    """What a review conference decided for one child: whether the plan goes on, for which harm, and why."""

    child: UUID
    continues: bool
    reasons: str
    category: str = ""
    participation: str = ""
    quorate: bool | None = None


def wrong_with_day(on: date) -> str:
    """The sentence for a day on which no conference is held (census rules 8870Q, 8875); nothing for a weekday."""
    return "A conference is not held at a weekend. Check the date." if on.weekday() >= SATURDAY else ""


def wrong_with_children(children: Sequence[UUID]) -> str:
    """The sentence where no child is named, or one twice; nothing where each is named once."""
    if not children:
        return "Say which children it was about."
    return "Name each child once." if len(set(children)) < len(children) else ""
