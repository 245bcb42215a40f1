"""How meetings read in a chronology and in lists, in the authority's own words."""

from sightline.foundation.meetings.models import Held
from sightline.foundation.meetings.rules import Came, MeetingKind, Part
from sightline.ui.vocabulary import said

KINDS = {
    MeetingKind.CORE_GROUP: "{core_group:capital}",
    MeetingKind.CHILD_IN_NEED: "Child in need meeting",
    MeetingKind.TEAM_AROUND_FAMILY: "Team around the family",
    MeetingKind.FAMILY_NETWORK: "{family_network_meeting:capital}",
    MeetingKind.PROFESSIONALS: "Meeting of professionals",
    MeetingKind.PRE_BIRTH: "Planning before a birth",
    MeetingKind.CARE_PLANNING: "Care planning meeting",
    MeetingKind.STABILITY: "Meeting about whether a home will last",
    MeetingKind.EDUCATION: "Meeting about education",
    MeetingKind.PATHWAY: "Meeting about a {pathway_plan}",
    MeetingKind.EXPLOITATION: "Meeting about exploitation or missing episodes",
    MeetingKind.CONFERENCE: "{child_protection_conference:capital}",
    MeetingKind.CARE_REVIEW: "Review of a care plan",
    MeetingKind.OTHER: "Another meeting",
}
PARTS = {
    Part.SOCIAL_WORKER: "{social_worker:capital}",
    Part.FAMILY_SUPPORT: "Family support or {early_help}",
}


def kind_in_words(kind: str) -> str:
    """A kind of meeting, in the authority's words."""
    return "Meeting" if kind == MeetingKind.OTHER else said(KINDS[MeetingKind(kind)])


def part_in_words(part: str) -> str:
    """In which part somebody is invited, in the authority's words."""
    return said(PARTS.get(Part(part), str(Part(part).label)))


def came_in_words(came: str) -> str:
    """Whether somebody came."""
    return str(Came(came).label)


def meeting_title(held: Held) -> str:
    """A meeting as a line of a child's chronology."""
    name = kind_in_words(held.kind)
    return name if held.took_place else f"{name}: did not take place"


def meeting_detail(held: Held) -> str:
    """What was decided, or why a meeting did not take place."""
    return "\n\n".join(text for text in (held.why_not, held.decided, held.reasons) if text)
