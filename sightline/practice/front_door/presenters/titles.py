"""How facts of the front door read in a chronology and in lists."""

from sightline.foundation.calendar.words import with_end
from sightline.foundation.code_sets.fields import label_of
from sightline.practice.front_door.models import Contact, ContactOutcome, Referral, ReferralDecision, ReferrerTold


def contact_title(contact: Contact) -> str:
    """A contact as a line of a child's chronology."""
    return from_whom("Contact", label_of(contact, "contact_source"))


def referral_title(referral: Referral) -> str:
    """A referral as a line of a child's chronology."""
    title = from_whom("Referral", label_of(referral, "referral_source"))
    if referral.no_further_action:
        return f"{title}: no further action"
    return with_end(title, referral.ended)


def from_whom(what: str, whom: str) -> str:
    """What came, and from whom where that is known."""
    return f"{what} from {whom[:1].lower()}{whom[1:]}" if whom else what


def contact_outcome_title(outcome: ContactOutcome) -> str:
    """What was decided about a contact."""
    return f"Contact decided: {label_of(outcome, 'outcome')}"


def referral_decision_title(decision: ReferralDecision) -> str:
    """What was decided about a referral."""
    return f"Referral decided: {label_of(decision, 'outcome')}"


def referrer_told_title(told: ReferrerTold) -> str:
    """How whoever referred the child was answered."""
    return f"Referrer told: {told.get_how_display()}"


def reasons(fact: ContactOutcome | ReferralDecision) -> str:
    """Why something was decided."""
    return fact.reasons


def what_about(contact: Contact) -> str:
    """What a contact was about."""
    return contact.what_about


def need(referral: Referral) -> str:
    """The main need, and why a referral was closed."""
    closed = label_of(referral, "reason_for_closure")
    return ". ".join(part for part in (label_of(referral, "primary_need"), closed and f"Closed: {closed}") if part)
