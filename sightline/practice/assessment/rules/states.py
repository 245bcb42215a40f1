"""How far the writing of an assessment has come: derived from what was submitted and answered, never typed in."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import TextChoices

from sightline.foundation.oversight.rules import Answer


class State(TextChoices):
    """The states of a long document, after the private drafts of its authors."""

    WORKING = "working", "Being written"
    SUBMITTED = "submitted", "Waits to be signed"
    SENT_BACK = "sent_back", "Sent back"
    SIGNED = "signed", "Signed"
    STOPPED = "stopped", "Stopped"  # before it was signed: a child died, or the pregnancy ended

    @property
    def may_be_written(self) -> bool:
        """Whether its sections can be changed: not while it waits for a signature, and not afterwards."""
        return self in (State.WORKING, State.SENT_BACK)

    @property
    def is_over(self) -> bool:
        """Whether nobody does anything about it any more."""
        return self in (State.SIGNED, State.STOPPED)


def state_of(answers: Sequence[str]) -> State:
    """How far it has come, from the manager's answers for its children: empty where none was given yet."""
    if not answers:
        return State.WORKING
    if Answer.SEND_BACK in answers:
        return State.SENT_BACK
    return State.SIGNED if all(answer == Answer.AGREE for answer in answers) else State.SUBMITTED
