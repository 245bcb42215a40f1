"""Kinds of warning, and when one must be looked at again."""

from datetime import date

from django.db.models import TextChoices

from sightline.foundation.calendar.calendar_days import months_after

REVIEW_WITHIN_MONTHS = 12  # product notes, section 4: a warning is renewed or ended within a year


class WarningKind(TextChoices):
    """What a worker must know before they meet somebody or go somewhere."""

    VIOLENCE = "violence", "Violence or threats to workers"
    WEAPON = "weapon", "Weapon in the home"
    ANIMAL = "animal", "Dangerous animal"
    VISIT_IN_PAIRS = "visit_in_pairs", "Do not visit alone"
    DOMESTIC_ABUSE = "domestic_abuse", "Domestic abuse: take care how you make contact"
    RISK_TO_CHILDREN = "risk_to_children", "Risk to children"
    CONTACT = "contact", "Take care who hears or reads messages"
    HEALTH = "health", "Infection or health risk"
    ALLERGY = "allergy", "Severe allergy or medical need"
    MISSING = "missing", "May go missing or be taken"
    SELF_HARM = "self_harm", "Self-harm or suicide"
    OTHER = "other", "Another warning"


def latest_review(began: date) -> date:
    """The last day on which a warning that begins or is renewed on a day may be reviewed."""
    return months_after(began, REVIEW_WITHIN_MONTHS)
