"""How facts of leaving care read in a chronology and in lists, in the authority's own words."""

from __future__ import annotations

from sightline.foundation.calendar.words import format_date
from sightline.foundation.code_sets.fields import label_of
from sightline.practice.leaving_care import rules
from sightline.practice.leaving_care.models import (
    CareLeaverContact,
    CareLeaverStatus,
    LeavingCareEligibility,
    PathwayPlan,
)
from sightline.ui.vocabulary import said


def eligibility_title(eligibility: LeavingCareEligibility) -> str:
    """What a young person is entitled to as a line of the chronology."""
    title = f"Support after care: {eligibility.category.lower()}"
    return f"{title} (until {format_date(eligibility.ended)})" if eligibility.ended else title


def eligibility_detail(eligibility: LeavingCareEligibility) -> str:
    """Why a young person is entitled."""
    return label_of(eligibility, "category")


def status_title(status: CareLeaverStatus) -> str:
    """Whether we are in touch, as a line of the chronology."""
    return label_of(status, "in_touch") or "Where they live and what they do"


def status_detail(status: CareLeaverStatus) -> str:
    """Where a young person lives and what they do."""
    return ". ".join(label_of(status, field) for field in ("accommodation", "activity") if getattr(status, field))


def contact_title(contact: CareLeaverContact) -> str:
    """A contact with a young person as a line of the chronology."""
    known = contact.how in rules.ContactHow.values
    how = str(rules.ContactHow(contact.how).label) if known else "In contact"
    return how if contact.replied else f"{how}: no reply"


def pathway_title(plan: PathwayPlan) -> str:
    """A step of a pathway plan as a line of the chronology."""
    step = str(rules.PathwayStep(plan.kind).label)
    return said("{pathway_plan:capital}: ") + step[:1].lower() + step[1:]
