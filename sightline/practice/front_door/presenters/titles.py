"""How facts of the front door read in a chronology and in lists."""

from sightline.foundation.calendar.words import format_date, with_end
from sightline.foundation.code_sets.fields import label_of
from sightline.practice.front_door import rules
from sightline.practice.front_door.models import (
    AgencyCheck,
    BasisForChecks,
    CheckAnswer,
    ConcernOfContact,
    Contact,
    ContactDecision,
    ContactHold,
    ContactOutcome,
    ContactPassedOn,
    ContactReferrer,
    ContactTakenUp,
    DecisionPutToManager,
    DutyRung,
    NeedToKnow,
    Referral,
    ReferralDecision,
    ReferrerTold,
)
from sightline.practice.front_door.rules import Way
from sightline.ui.vocabulary import in_own_words, said

LINK_ENDS = (
    "A link that was sent with it opens nothing any more: make a new one on the page of the check, or ring them."
)


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
    """What was decided about a contact; beside a decision with reasons, how returns count it."""
    label = label_of(outcome, "outcome")
    return f"Contact counted as: {label}" if outcome.decision_id else f"Contact decided: {label}"


STOPPED = "Closed: we stopped here"


def way_in_words(way: str, *, decided: bool = True) -> str:
    """What was decided about a contact, or would be, in the authority's words."""
    return STOPPED if decided and way == Way.CLOSE else said(str(Way(way).label))


def contact_decision_title(decision: ContactDecision) -> str:
    """What was decided about a contact, by somebody here."""
    limited = ", on limited information" if decision.on_limited_information else ""
    return f"Contact decided: {way_in_words(decision.way)}{limited}"


def put_title(put: DecisionPutToManager) -> str:
    """What was put to a manager, who signs it or sends it back."""
    return f"Put to a manager, on limited information: {way_in_words(put.way, decided=False)}"


def why_put(put: DecisionPutToManager) -> str:
    """Why it would be decided, and what is not known."""
    return with_labels([("Essential, and not known", "; ".join(put.not_known)), *why(put)])


def why_decided(decision: ContactDecision) -> str:
    """Why it was decided; where work stops, what was checked and found."""
    return with_labels(why(decision))


def why(decided: ContactDecision | DecisionPutToManager) -> list[tuple[str, str]]:
    """What somebody wrote when they decided about a contact, each under what was asked."""
    return [
        ("Why", decided.reasons),
        ("What we checked", decided.what_we_checked),
        ("What we found", decided.what_we_found),
        ("Why we stop", decided.why_we_stop),
        ("What the history means for it", decided.meaning),
    ]


def with_labels(said: list[tuple[str, str]]) -> str:
    """What was said, each under its label; what was not said is left out."""
    return "\n\n".join(f"{label}: {text}" for label, text in said if text)


def referrer_title(referrer: ContactReferrer) -> str:
    """That it is recorded who got in touch; never who, where they are protected."""
    if referrer.public:
        return "Who got in touch is recorded, and protected"
    return from_whom("Contact", referrer.role or referrer.organisation or "a professional")


def rung_title(rung: DutyRung) -> str:
    """Who was rung, and what came of it."""
    return f"{rung.rung} was rung: {rung.get_answer_display()}"


def passed_on_title(told: ContactPassedOn) -> str:
    """Who was told of a contact."""
    as_what = told.get_as_what_display()
    return f"Contact passed on to {told.owner}: {as_what[:1].lower()}{as_what[1:]}"


def taken_up_title(taken: ContactTakenUp) -> str:
    """That somebody dealt with a contact that was passed on."""
    return "Contact taken up by those who work with the child"


def what_was_done(taken: ContactTakenUp) -> str:
    """What somebody did with a contact that was passed on."""
    return taken.what


def referral_decision_title(decision: ReferralDecision) -> str:
    """What was decided about a referral."""
    return f"Referral decided: {label_of(decision, 'outcome')}"


def referrer_told_title(told: ReferrerTold) -> str:
    """How whoever referred the child was answered."""
    return f"Referrer told: {told.get_how_display()}"


def reasons(fact: ReferralDecision) -> str:
    """Why something was decided."""
    return fact.reasons


def reasons_of_outcome(fact: ContactOutcome) -> str:
    """Why a contact was decided so, where no decision says it."""
    return "" if fact.decision_id else fact.reasons


def what_about(contact: Contact) -> str:
    """What a contact was about."""
    return contact.what_about


def need(referral: Referral) -> str:
    """The main need, and why a referral was closed."""
    closed = label_of(referral, "reason_for_closure")
    return ". ".join(part for part in (label_of(referral, "primary_need"), closed and f"Closed: {closed}") if part)


def concern_title(fact: ConcernOfContact) -> str:
    """A concern that was named for a contact."""
    return f"Concern named: {concern_words(fact.concern)}"


def concern_words(key: str) -> str:
    """What a kind of concern is called; its key where the table in use does not have it any more."""
    found = rules.concerns().get(key)
    return in_own_words(found.name) if found else key


def question_words(concern: str, item: str) -> str:
    """The question of an item; its key where the table in use does not have it any more."""
    found = rules.item_of(concern, item)
    return in_own_words(found.question) if found else item


def known_title(fact: NeedToKnow) -> str:
    """How far something was known about a contact."""
    return f"{fact.get_state_display()}: {question_words(fact.concern, fact.item)}"


def known_detail(fact: NeedToKnow) -> str:
    """What is known, and from whom."""
    return f"{fact.what} ({fact.known_from})" if fact.what and fact.known_from else fact.what or fact.known_from


def hold_title(fact: ContactHold) -> str:
    """A contact that was kept open."""
    return f"Contact kept open until {format_date(fact.until)}"


def hold_detail(fact: ContactHold) -> str:
    """Why a contact was kept open, and who agreed."""
    return f"{fact.reasons} Agreed by {fact.agreed_with}." if fact.agreed_with else fact.reasons


def basis_title(fact: BasisForChecks) -> str:
    """On what basis agencies may be asked."""
    return f"Agencies may be asked: {in_own_words(fact.get_basis_display())}"


def basis_detail(fact: BasisForChecks) -> str:
    """Who decided or agreed, and why."""
    agreed = f"Who agreed: {fact.who_agreed}. " if fact.who_agreed else ""
    return f"{agreed}Decided by {fact.decided_by}. {fact.reasons}".strip()


def check_title(fact: AgencyCheck) -> str:
    """That an agency was asked."""
    return f"Asked {fact.agency}"


def check_detail(fact: AgencyCheck) -> str:
    """What an agency was asked."""
    asked = [question_words(*item.split(":", 1)) for item in fact.items]
    return "\n".join([*asked, *([fact.question] if fact.question else [])])


def answer_title(fact: CheckAnswer) -> str:
    """That an agency answered."""
    return f"{fact.asked.agency} answered: {fact.get_outcome_display()}"


def answer_detail(fact: CheckAnswer) -> str:
    """What somebody of an agency said."""
    return f"{fact.given_by}: {fact.text}" if fact.text else fact.given_by
