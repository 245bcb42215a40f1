"""How facts of child protection read in a chronology and in lists, in the authority's own words."""

from sightline.foundation.calendar.words import with_end
from sightline.practice.child_protection.models import EnquiryOutcome, Section47Enquiry, StrategyOutcome
from sightline.practice.child_protection.rules import Decision, Outcome
from sightline.ui.vocabulary import said

DECISIONS = {
    Decision.BEGIN_ENQUIRIES: "Begin {section_47_enquiry:plural}",
    Decision.NO_ENQUIRIES: "No {section_47_enquiry:plural}",
}


def decision_in_words(decision: str) -> str:
    """What a discussion decided, in the authority's words."""
    return said(DECISIONS[Decision(decision)])


def outcome_title(outcome: StrategyOutcome) -> str:
    """A discussion as a line of a child's chronology."""
    decided = decision_in_words(outcome.decision)
    return said("{strategy_discussion:capital}: ") + decided[:1].lower() + decided[1:]


def enquiry_title(enquiry: Section47Enquiry) -> str:
    """An enquiry as a line of a child's chronology."""
    return with_end(said("{section_47_enquiry:capital} began"), enquiry.ended)


def ending_title(outcome: EnquiryOutcome) -> str:
    """What enquiries found as a line of a child's chronology."""
    found = str(Outcome(outcome.outcome).label)
    return said("{section_47_enquiry:capital} ended: ") + found[:1].lower() + found[1:]


def reasons(fact: StrategyOutcome | EnquiryOutcome) -> str:
    """Why something was decided."""
    return fact.reasons


def said_of_ending(outcome: EnquiryOutcome) -> str:
    """What must be said when a family is told what enquiries found."""
    if outcome.outcome == Outcome.NOT_SUBSTANTIATED:
        return "Say plainly, and in writing, that the concerns were not substantiated."
    return ""
