"""Accounts that nobody signs in to: suspended after 30 days, disabled after 90 (security goals, F4)."""

from datetime import date

from django.db.models import TextChoices

SUSPENDED_AFTER, DISABLED_AFTER = 30, 90  # days without a sign-in


class Dormancy(TextChoices):
    """What became of an account that nobody signed in to."""

    SUSPENDED = "suspended", "Not used for 30 days"
    DISABLED = "disabled", "Not used for 90 days"


def dormancy(last_used: date, on: date) -> str:
    """What an account last used on one day must be on another: in use (an empty word), suspended or disabled."""
    unused = (on - last_used).days
    if unused >= DISABLED_AFTER:
        return Dormancy.DISABLED
    return Dormancy.SUSPENDED if unused >= SUSPENDED_AFTER else ""
