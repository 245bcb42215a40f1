"""Beginning early help with the family's yes, saying who leads it, and ending it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.agreements.actions import agreement_of
from sightline.foundation.agreements.queries import has_agreed
from sightline.foundation.agreements.rules import Answer, Asking, To
from sightline.foundation.door import Work, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.standing import NotNow, fact_of, refuse_before, refuse_without
from sightline.practice.early_help.models import EarlyHelpEpisode, EarlyHelpLead

YES_FIRST = "This help needs the family's yes. Record first what they answered when they were asked."


@action(permission=Permission.RECORD_PRACTICE, says="recorded that early help began")
def begin_early_help(
    *,
    child_id: UUID,
    on: date,
    organisation: str,
    reason: str,
    lead_worker: str = "",
    practitioner_id: UUID | None = None,
    who_agreed: str = "",
    what_they_said: str = "",
    by: Acting,
) -> Work:
    """Record that early help began and who leads it; `who_agreed` is a yes that was not recorded before."""
    refuse_without(organisation, asks="Say which organisation leads.")
    if who_agreed.strip():
        asked = Asking(who=who_agreed, what_they_said=what_they_said)
        yield agreement_of(child_id, on=on, to=To.EARLY_HELP, answer=Answer.AGREED, asked=asked)
    elif not has_agreed(child_id, To.EARLY_HELP):
        raise NotNow(YES_FIRST)
    episode = EarlyHelpEpisode(child_id=child_id, began=on, organisation=organisation, reason=reason)
    yield episode
    if lead_worker.strip():
        yield lead(episode, on, lead_worker, organisation, practitioner_id)
    return episode


def lead(
    episode: EarlyHelpEpisode, on: date, name: str, organisation: str, practitioner_id: UUID | None, why: str = ""
) -> EarlyHelpLead:
    """Who leads an episode from a day on."""
    return EarlyHelpLead(
        child_id=episode.child_id,
        happened=on,
        episode=episode,
        name=name,
        organisation=organisation,
        practitioner_id=practitioner_id,
        why=why,
    )


@action(permission=Permission.RECORD_PRACTICE, says="recorded who leads early help")
def change_lead(
    *,
    child_id: UUID,
    episode_id: UUID,
    on: date,
    lead_worker: str,
    organisation: str,
    why: str,
    practitioner_id: UUID | None = None,
    by: Acting,
) -> Work:
    """Record that somebody else leads from a day on, and why."""
    episode = fact_of(EarlyHelpEpisode, episode_id, child_id)
    refuse_before(on, episode.began, what="This help began")
    refuse_without(lead_worker, asks="Say who leads.")
    if episode.ended is not None:
        raise NotNow("This help has ended.")
    made = lead(episode, on, lead_worker, organisation, practitioner_id, why)
    yield made
    return made


@action(permission=Permission.RECORD_PRACTICE, says="recorded that early help ended")
def end_early_help(*, child_id: UUID, episode_id: UUID, on: date, end_reason: str, by: Acting) -> Work:
    """Record that early help ended, and why."""
    episode = fact_of(EarlyHelpEpisode, episode_id, child_id)
    refuse_before(on, episode.began, what="This help began")
    refuse_without(end_reason, asks="Say why it ended and what has changed.")
    yield ends(episode, on=on, end_reason=end_reason)
    return episode
