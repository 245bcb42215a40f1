"""How visits read in a chronology and in lists, in the authority's own words."""

from sightline.foundation.visits.models import Seen
from sightline.foundation.visits.rules import VisitKind, WhoVisited
from sightline.ui.vocabulary import said

KINDS = {
    VisitKind.CHILD_PROTECTION: "Child protection",
    VisitKind.CHILD_IN_NEED: "Child in need",
    VisitKind.IN_CARE: "{cared_for_child:capital}",
    VisitKind.ASSESSMENT: "Assessment",
    VisitKind.SECTION_47: "{section_47_enquiry:capital}",
    VisitKind.PRIVATE_FOSTERING: "Private fostering",
    VisitKind.EARLY_HELP: "{early_help:capital}",
    VisitKind.CARE_LEAVER: "{care_experienced_young_person:capital}",
}
VISITORS = {
    WhoVisited.LEAD: "The lead {social_worker}",
    WhoVisited.OTHER_SOCIAL_WORKER: "Another {social_worker}",
    WhoVisited.SUPPORT_WORKER: "A support worker",
    WhoVisited.DUTY: "Duty",
}
ALONE = {True: "Visit: seen, and seen alone", False: "Visit: seen, not alone", None: "Visit: seen"}


def kind_in_words(kind: str) -> str:
    """A kind of visit, in the authority's words."""
    return said(KINDS[VisitKind(kind)]) if kind else "Not recorded"


def visitor_in_words(who: str) -> str:
    """Who visited, in the authority's words."""
    return said(VISITORS[WhoVisited(who)]) if who else "Not recorded"


def visit_title(seen: Seen) -> str:
    """A visit as a line of a child's chronology."""
    if seen.visit.attempted:
        return "Attempted visit: nobody was seen"
    return ALONE[seen.alone] if seen.seen else "Visit: not seen"


def visit_detail(seen: Seen) -> str:
    """What was written of a visit, with why a child was not seen or not alone."""
    why = seen.why_not if not seen.visit.attempted else ""
    return "\n\n".join(text for text in (why, seen.account) if text)
