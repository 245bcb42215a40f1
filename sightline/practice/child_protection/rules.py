"""Strategy discussions and section 47 enquiries: decisions, and when a clock starts."""

from django.db.models import TextChoices


class Decision(TextChoices):
    """What a strategy discussion decides for one child."""

    BEGIN_ENQUIRIES = "begin_enquiries", "Begin section 47 enquiries"
    NO_ENQUIRIES = "no_enquiries", "No section 47 enquiries"


def begins_enquiries(decision: str, *, already_open: bool) -> bool:
    """Whether enquiries begin; a later discussion within the same enquiry restarts no clock (timescales, s47_to_icpc)."""
    return decision == Decision.BEGIN_ENQUIRIES and not already_open
