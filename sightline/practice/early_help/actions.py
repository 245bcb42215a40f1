"""What is recorded of early help."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Work, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.standing import NotNow, fact_of, refuse_before, refuse_without
from sightline.practice.early_help.models import EarlyHelpAgreement, EarlyHelpEpisode
from sightline.practice.early_help.rules import Answer


@action(permission=Permission.RECORD_PRACTICE, says="recorded what a family answered to an offer of early help")
def record_early_help_answer(
    *, child_id: UUID, on: date, answer: str, who_answered: str, what_they_said: str = "", by: Acting
) -> Work:
    """Record what a family answered when early help was offered."""
    if answer not in Answer.values:
        raise NotNow("Say what the family answered.")
    refuse_without(who_answered, asks="Say who in the family answered.")
    agreement = EarlyHelpAgreement(
        child_id=child_id, happened=on, answer=answer, who_answered=who_answered, what_they_said=what_they_said
    )
    yield agreement
    return agreement


@action(permission=Permission.RECORD_PRACTICE, says="recorded that early help began")
def begin_early_help(
    *,
    child_id: UUID,
    on: date,
    organisation: str,
    reason: str,
    who_agreed: str,
    what_they_said: str = "",
    by: Acting,
) -> Work:
    """Record that early help began, and who in the family said yes: without their yes there is none."""
    refuse_without(organisation, asks="Say which organisation leads.")
    refuse_without(who_agreed, asks="Say who in the family agreed: this help needs their yes.")
    yield EarlyHelpAgreement(
        child_id=child_id, happened=on, answer=Answer.YES, who_answered=who_agreed, what_they_said=what_they_said
    )
    episode = EarlyHelpEpisode(child_id=child_id, began=on, organisation=organisation, reason=reason)
    yield episode
    return episode


@action(permission=Permission.RECORD_PRACTICE, says="recorded that early help ended")
def end_early_help(*, child_id: UUID, episode_id: UUID, on: date, end_reason: str, by: Acting) -> Work:
    """Record that early help ended, and why."""
    episode = fact_of(EarlyHelpEpisode, episode_id, child_id)
    refuse_before(on, episode.began, what="This help began")
    refuse_without(end_reason, asks="Say why it ended and what has changed.")
    yield ends(episode, on=on, end_reason=end_reason)
    return episode
