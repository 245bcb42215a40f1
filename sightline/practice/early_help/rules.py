"""What practice says about early help."""

from __future__ import annotations

from django.db.models import TextChoices


class Answer(TextChoices):
    """What a family answers to an offer of early help: stepping down to it needs their yes."""

    YES = "yes", "Yes"
    NO = "no", "No"
    WITHDRAWN = "withdrawn", "Yes at first, and withdrawn later"
