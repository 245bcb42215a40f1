"""Case notes: what kinds there are, and what a next step cannot do without."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import TextChoices


class NoteKind(TextChoices):
    """What happened between a worker and somebody else (practice rules, "Case note")."""

    CALL = "call", "Telephone or video call"
    TEXT = "text", "Text message"
    EMAIL = "email", "Email"
    LETTER = "letter", "Letter"
    CONVERSATION = "conversation", "Conversation"
    NO_REPLY = "no_reply", "Tried, no reply"


@dataclass(frozen=True)
class Step:
    """What is to be done next, by whom, and by which day."""

    what: str
    owner: UUID
    by_when: date
