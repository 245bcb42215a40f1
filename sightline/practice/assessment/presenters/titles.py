"""How facts of assessments read in a chronology and in lists."""

from sightline.foundation.calendar.words import format_date
from sightline.foundation.code_sets import code_set
from sightline.foundation.code_sets.fields import label_of
from sightline.practice.assessment.models import Assessment, AssessmentFactor, AssessmentSubmitted

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
