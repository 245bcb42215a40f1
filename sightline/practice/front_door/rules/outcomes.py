"""Which outcomes go together, and how a referrer is answered."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import TextChoices


class Feedback(TextChoices):
    """How whoever referred a child was answered."""

    IN_WRITING = "in_writing", "In writing"
    SPOKEN = "spoken", "By telephone or in person"
    NOT_TOLD = "not_told", "Not told: it would raise the risk"


NO_FURTHER_ACTION = "NFA_FLAG"  # in every outcome of the shared dataset


def wrong_with_outcomes(outcomes: Sequence[str]) -> str:
    """The sentence for outcomes that are missing or do not go together; nothing where they do."""
    if not outcomes:
        return "Say what was decided."
    if len(set(outcomes)) < len(outcomes):
        return "Name each outcome once."
    if NO_FURTHER_ACTION in outcomes and len(outcomes) > 1:
        return "No further action cannot stand beside another outcome."
    return ""
