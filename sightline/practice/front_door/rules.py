"""What law and practice say about contacts and referrals."""

from __future__ import annotations

from django.db.models import TextChoices


class Feedback(TextChoices):
    """How whoever referred a child was answered."""

    IN_WRITING = "in_writing", "In writing"
    SPOKEN = "spoken", "By telephone or in person"
    NOT_TOLD = "not_told", "Not told: it would raise the risk"
