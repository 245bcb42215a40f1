"""How facts of assessments read in a chronology and in lists."""

from sightline.foundation.calendar.words import format_date
from sightline.foundation.code_sets import code_set
from sightline.foundation.code_sets.fields import label_of
from sightline.practice.assessment.models import (
    Assessment,
    AssessmentFactor,
    AssessmentSubmitted,
    ChildsView,
    NeedForAssessment,
    NeedFound,
    RiskScale,
    SharedWithFamily,
)
from sightline.practice.assessment.rules import Asked, HowSeen, HowShared, ViewKind, Whether, WhyNotAsked, criteria

FACTORS = code_set("cin-assessment-factors")


def assessment_title(assessment: Assessment) -> str:
    """An assessment as a line of a child's chronology."""
    kind = assessment.get_kind_display()
    title = "Assessment began" if assessment.kind == "child_and_family" else f"Assessment began: {kind.lower()}"
    return f"{title} (authorised {format_date(assessment.ended)})" if assessment.ended else title


def outcome(assessment: Assessment) -> str:
    """What an assessment led to."""
    return " ".join(part for part in (label_of(assessment, "outcome"), assessment.why) if part)


def factor_title(factor: AssessmentFactor) -> str:
    """A factor that an assessment found."""
    return f"Assessment found: {label_of(factor, 'code')}"


def submitted_title(submitted: AssessmentSubmitted) -> str:
    """That an assessment was given to a manager."""
    return "Assessment submitted, ending short" if submitted.short else "Assessment submitted"


def found(submitted: AssessmentSubmitted) -> str:
    """What the assessment found about the child, as it was given to the manager."""
    factors = ", ".join(FACTORS.label(each, submitted.happened) for each in submitted.factors)
    seen = "The child was seen." if submitted.child_seen else f"The child was not seen: {submitted.why}"
    return f"{label_of(submitted, 'outcome')}. {seen} Factors: {factors}"


def view_title(view: ChildsView) -> str:
    """A child's view as a line: the issue, and how it is known."""
    return f"{'What matters to the child' if view.kind == ViewKind.OWN else 'The child’s view'}: {view.issue}"


def said_or_seen(view: ChildsView) -> str:
    """The child's exact words as a quotation; what somebody observed in plain words; or why nobody asked."""
    if not view.words:
        return str(WhyNotAsked(view.why_not_asked).label)
    return f"What was observed: {view.words}" if view.kind == ViewKind.OBSERVED else f"“{view.words}”"


def view_words(view: ChildsView) -> str:
    """The words themselves, or why nobody asked; where it was, what was asked and how, and what it changed."""
    words = said_or_seen(view)
    changed = f" What changed: {view.changed}" if view.changed else ""
    asked = f" Asked: {view.how_asked}" if view.how_asked else ""
    return f"{words} ({seen_words(view)}){asked}{changed}"


def seen_words(view: ChildsView) -> str:
    """Whether the child was seen, and where."""
    return ", ".join(part for part in (HowSeen(view.seen).label.lower(), view.where) if part)


def asked_words(view: ChildsView) -> str:
    """The issue of a view, what was asked and how, and whether the child was seen: what stands beside the words."""
    asked = f" Asked: {view.how_asked.strip().removesuffix('.')}." if view.how_asked.strip() else ""
    return f"{view.issue}.{asked} {seen_words(view).capitalize()}."


def need_title(need: NeedFound) -> str:
    """A need as a line."""
    return f"Need: {need.need}"


def need_words(need: NeedFound) -> str:
    """What answers a need from which day on, or why nothing does."""
    if need.answered_by and need.starts_on:
        who = f" ({need.who})" if need.who else ""
        return f"{need.answered_by}{who}, from {format_date(need.starts_on)}"
    return f"Nothing answers it: {need.why_none}"


def scale_title(scale: RiskScale) -> str:
    """Where a child stood on the scale."""
    return f"Risk scale in an assessment: {scale.number} of 10"


def sharing_title(shared: SharedWithFamily) -> str:
    """With whom an assessment was shared before it was signed."""
    return f"Assessment shared before it was signed: {HowShared(shared.how).label.lower()}"


def sharing_words(shared: SharedWithFamily) -> str:
    """Who it was, what they put right, and whether they have a copy."""
    who = str(shared.person or shared.who)
    copy = "They have a copy." if shared.copy_given else "No copy was given."
    return " ".join(part for part in (f"{who}.", shared.said, copy, shared.why_not) if part)


def whether_title(need: NeedForAssessment) -> str:
    """What was decided about assessing a child."""
    return f"Whether to assess: {Whether(need.decision).label.lower()}"


def whether_words(need: NeedForAssessment) -> str:
    """Why, on which evidence, what else was considered and what the family said."""
    met = [f"{criteria().get(each['criterion'], each['criterion'])}: {each['evidence']}" for each in need.criteria]
    return "\n".join((*met, need.reasons, need.alternative, f"{Asked(need.agreement).label}."))
