"""How facts of education read in a chronology and in lists, in the authority's own words."""

from sightline.foundation.calendar.words import format_date
from sightline.practice.education import rules
from sightline.practice.education.models import PersonalEducationPlan, SchoolPlace
from sightline.ui.vocabulary import said


def plan_title(plan: PersonalEducationPlan) -> str:
    """A meeting about an education plan as a line of a child's chronology."""
    known = plan.kind in rules.PlanKind.values
    kind = str(rules.PlanKind(plan.kind).label).lower() if known else "meeting held"
    return said("{personal_education_plan:capital}: ") + kind


def place_title(place: SchoolPlace) -> str:
    """Where a child is taught as a line of the chronology."""
    kind = str(rules.PlaceKind(place.kind).label)
    title = f"{kind}: {place.school}" if place.school else kind
    return f"{title} (until {format_date(place.ended)})" if place.ended else title
