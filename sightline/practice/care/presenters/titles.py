"""How facts of care read in a chronology and in lists, in the authority's own words."""

from __future__ import annotations

from sightline.foundation.calendar.words import format_date
from sightline.foundation.code_sets import code_set
from sightline.foundation.code_sets.fields import label_of
from sightline.practice.care import rules
from sightline.practice.care.models import (
    AdoptionDecision,
    AdoptionMatch,
    CarePlan,
    CareReview,
    Conviction,
    DeprivationOfLiberty,
    Home,
    HomeArrangement,
    HomeStep,
    LegalStatus,
    Motherhood,
    PeriodOfCare,
    PermanenceOrder,
    PreviousPermanence,
    ReviewingOfficerContact,
    SeparatedChild,
)
from sightline.ui.vocabulary import said

Lasting = PeriodOfCare | LegalStatus | Home | CarePlan | AdoptionDecision | SeparatedChild | DeprivationOfLiberty

QUESTIONS = {  # what a correction asks, by column
    "category_of_need": "What was the main need?",
    "home_postcode": "Postcode of where the child lived before",
    "reason_ceased": "Why did it end?",
    "code": "Which legal status?",
    "placement_type": "What kind of home is it?",
    "provider": "Who provides it?",
    "postcode": "Its postcode",
    "urn": "Its number with Ofsted",
    "local_authority": "In which local authority is it? (code)",
    "distance_miles": "How far from where the child lived before, in miles?",
    "same_carer": "Did the carers move with the child?",
    "emergency": "Did the child move in before it could be planned?",
    "reason_for_change": "Why did it end?",
    "arrangement": "What was settled?",
    "step": "What was done?",
    "participation": "How did the child take part?",
    "cancelled": "Was it called off?",
    "visit_every_weeks": "If it set how often to visit: every how many weeks?",
    "how": "What was done?",
    "options": "Which ways to a lasting home does it follow?",
    "decision_on": "On which day was it decided?",
    "by_foster_carer": "By the foster carer?",
    "adopter_sex": "The sex of the adopters",
    "adopter_legal_status": "The legal status of the adopters",
    "option": "What did the child have before?",
    "came_into_care": "On which day did the child come into care?",
    "date_unknown": "Is the day of that order not known?",
    "status": "Which status?",
    "is_mother": "Is she a mother?",
    "child_born": "When was her first child born?",
    "offence": "For what?",
}


def until(title: str, spell: Lasting) -> str:
    """A title, with the day on which it ended."""
    return f"{title} (until {format_date(spell.ended)})" if spell.ended else title


def ended_with(spell: Lasting, field: str) -> str:
    """Why a spell ended, where that is known."""
    return label_of(spell, field) if spell.ended else ""


def period_title(period: PeriodOfCare) -> str:
    """Coming into care as a line of a child's chronology."""
    return until("Came into care", period)


def period_detail(period: PeriodOfCare) -> str:
    """Why a child came into care, and why that ended."""
    return ". ".join(filter(None, (label_of(period, "category_of_need"), ended_with(period, "reason_ceased"))))


def status_title(status: LegalStatus) -> str:
    """A legal status as a line of a child's chronology."""
    return until(f"Legal status: {label_of(status, 'code')}", status)


def home_title(home: Home) -> str:
    """A home as a line of a child's chronology."""
    where = label_of(home, "placement_type")
    return until(f"New home: {where}" if where else "New home", home)


def home_detail(home: Home) -> str:
    """Who provides a home, and why it ended."""
    return ". ".join(filter(None, (label_of(home, "provider"), ended_with(home, "reason_for_change"))))


def arrangement_title(settled: HomeArrangement) -> str:
    """What was settled about a home as a line of a child's chronology."""
    return str(rules.Arrangement(settled.arrangement).label)


def step_title(done: HomeStep) -> str:
    """A step for a new home as a line of a child's chronology."""
    return str(rules.Step(done.step).label)


def review_title(review: CareReview) -> str:
    """A care review as a line of a child's chronology."""
    return "Care review called off" if review.cancelled else "Care review"


def review_detail(review: CareReview) -> str:
    """How the child took part in a review."""
    return label_of(review, "participation")


def officer_title(contact: ReviewingOfficerContact) -> str:
    """What a reviewing officer did between reviews as a line of a child's chronology."""
    how = str(rules.OfficerContact(contact.how).label) if contact.how in rules.OfficerContact.values else "In contact"
    return said("{reviewing_officer:capital}: ") + how[:1].lower() + how[1:]


def plan_title(plan: CarePlan) -> str:
    """A care plan as a line of a child's chronology."""
    return until("Care plan", plan)


def plan_detail(plan: CarePlan) -> str:
    """The ways to a lasting home that a care plan follows."""
    options = code_set("ssd-permanence-plan-keys")
    return "; ".join(options.label(option, plan.began) for option in plan.options)


def adoption_title(decision: AdoptionDecision) -> str:
    """A decision for adoption as a line of a child's chronology."""
    return until("Decided that the child should be placed for adoption", decision)


def adoption_detail(decision: AdoptionDecision) -> str:
    """Why it was decided otherwise."""
    return ended_with(decision, "reason_ceased")


def match_title(match: AdoptionMatch) -> str:
    """A match with adopters as a line of a child's chronology."""
    return "Matched with adopters"


def order_title(order: PermanenceOrder) -> str:
    """An order for good as a line of a child's chronology."""
    return f"Order made: {label_of(order, 'kind')}"


def previous_title(before: PreviousPermanence) -> str:
    """What a child had before coming into care as a line of the chronology."""
    return f"Before care: {label_of(before, 'option')}"


def separated_title(status: SeparatedChild) -> str:
    """A separated child's status as a line of the chronology."""
    return until(label_of(status, "status"), status)


def liberty_title(order: DeprivationOfLiberty) -> str:
    """An order that deprives a child of their liberty as a line of the chronology."""
    return until("Deprivation of liberty allowed by a court", order)


def motherhood_title(fact: Motherhood) -> str:
    """Whether a girl in care is a mother, as a line of the chronology."""
    return "Is a mother" if fact.is_mother else "Is not a mother"


def conviction_title(conviction: Conviction) -> str:
    """A conviction as a line of the chronology."""
    return f"Convicted: {conviction.offence}" if conviction.offence else "Convicted"
