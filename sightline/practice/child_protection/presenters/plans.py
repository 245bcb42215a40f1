"""How conferences and protection plans read in a chronology and in lists, in the authority's own words."""

from sightline.foundation.calendar.words import format_date, with_end
from sightline.foundation.code_sets.fields import label_of
from sightline.practice.child_protection import models
from sightline.ui.vocabulary import said

QUESTIONS = {  # what a correction asks, by column
    "conference_target": "By which day should the conference be held?",
    "required": "Is a conference required?",
    "from_authority": "From which authority?",
    "transfer_in": "Was it for a child who moved here?",
    "plan_made": "Was a plan made?",
    "conference_on": "On which day was the conference?",
    "sent_to": "To whom was it sent?",
    "initial_category": "Category at the beginning",
    "other_authority": "Is it the plan of another authority?",
    "visit_every": "Every how many days is the child visited?",
    "continues": "Does the plan go on?",
    "quorate": "Did enough people come?",
    "participation": "How did the child take part?",
    "end_reason": "Why did it end?",
}


def conference_decision_title(decision: models.ConferenceDecision) -> str:
    """Whether enquiries lead to a conference."""
    required = "required" if decision.required else "not required"
    return said("{child_protection_conference:capital} ") + required


def notice_title(notice: models.TransferInNotice) -> str:
    """That a child moved here with another authority's plan."""
    authority = label_of(notice, "from_authority")
    return said("Notice of transfer-in with {child_protection_plan:article}") + (
        f" of {authority}" if authority else ""
    )


def details(notice: models.TransferInNotice) -> str:
    """What the other authority told us."""
    return notice.details


def conference_title(conference: models.InitialConference) -> str:
    """An initial conference, and whether it made a plan."""
    title = "Transfer-in conference" if conference.transfer_in else "Initial conference"
    made = {True: ": ", False: ": no "}
    if conference.plan_made is None:
        return title
    return (
        title + made[conference.plan_made] + said("{child_protection_plan}") + (" made" if conference.plan_made else "")
    )


def paper_title(paper: models.ConferencePaper) -> str:
    """What was shared or sent for a conference."""
    return f"{paper.get_kind_display()} (conference on {format_date(paper.conference_on)})"


def plan_title(plan: models.ProtectionPlan) -> str:
    """A protection plan."""
    category = label_of(plan, "initial_category")
    return with_end(
        said("{child_protection_plan:capital} began") + (f": {category.lower()}" if category else ""), plan.ended
    )


def why_ended(plan: models.ProtectionPlan) -> str:
    """Why a protection plan ended."""
    return plan.get_end_reason_display()


def category_title(category: models.ProtectionPlanCategory) -> str:
    """The harm a plan is about from a day on."""
    return said("{child_protection_plan:capital}, category: ") + label_of(category, "category").lower()


def review_title(review: models.ReviewConference) -> str:
    """A review conference, and whether the plan goes on."""
    went_on: dict[bool | None, str] = {True: ": the plan goes on", False: ": the plan ends"}
    return "Review conference" + went_on.get(review.continues, "")


def review_detail(review: models.ReviewConference) -> str:
    """How the child took part, and why it was decided so."""
    took_part = label_of(review, "participation")
    quorum = "Not quorate" if review.quorate is False else ""
    return ". ".join(part for part in (took_part, quorum, review.reasons) if part)


def core_group_title(core_group: models.CoreGroup) -> str:
    """A core group."""
    return said("{core_group:capital}")


def what_changed(core_group: models.CoreGroup) -> str:
    """What a core group said has changed."""
    return core_group.what_changed


def reasons(fact: models.ConferenceDecision | models.InitialConference) -> str:
    """Why something was decided."""
    return fact.reasons
