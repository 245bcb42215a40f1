"""Rules of leaving care: choices, who is entitled to what, and timescales."""

from django.db.models import TextChoices


class ContactHow(TextChoices):
    """How we reached out to a young person."""

    IN_PERSON = "in_person", "Met in person"
    CALL = "call", "Call or video call"
    MESSAGE = "message", "Message"
    LETTER = "letter", "Letter or e-mail"


class PathwayStep(TextChoices):
    """What was done about a pathway plan."""

    ASSESSMENT = "assessment", "Needs assessed"
    PLAN = "plan", "Signed off"
    REVIEW = "review", "Reviewed"
