"""What an assessment is for, and what may stand as what it found."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import TextChoices


class Kind(TextChoices):
    """What an assessment is for."""

    CHILD_AND_FAMILY = "child_and_family", "Child and family"
    PRE_BIRTH = "pre_birth", "Before birth"
    YOUNG_CARER = "young_carer", "Young carer (section 17ZA)"
    PARENT_CARER = "parent_carer", "Parent carer (section 17ZD)"
    DISABLED_CHILD = "disabled_child", "Disabled child and short breaks"
    PRIVATE_FOSTERING = "private_fostering", "Private fostering"
    NO_RECOURSE = "no_recourse", "No recourse to public funds"
    HOMELESS = "homeless", "Homeless at 16 or 17"
    SECTION_7 = "section_7", "Report for a court (section 7)"
    SECTION_37 = "section_37", "Report for a court (section 37)"


NO_FACTOR = "21"
NOTHING_FURTHER = frozenset({"NFA_FLAG", "NFA_S47_END_FLAG"})  # outcomes after which nobody goes on working
TO_ASSESS = "SINGLE_ASSESSMENT_FLAG"  # the outcome of a referral that leads to an assessment


def wrong_with_factors(factors: Sequence[str], outcome: str) -> str:
    """The sentence for factors that are missing or do not go together (census rules 8869, 8897Q, 8898)."""
    if not factors:
        return "Say which factors the assessment found, or that it found none."
    if len(set(factors)) < len(factors):
        return "Name each factor once."
    if NO_FACTOR in factors and len(factors) > 1:
        return "That no factor was found cannot stand beside a factor."
    if NO_FACTOR in factors and outcome not in NOTHING_FURTHER:
        return "That no factor was found goes only with no further action."
    return ""
