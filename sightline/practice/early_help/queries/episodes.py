"""Early help that lasts, who leads it, and its visits."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sightline.foundation.timescales.rules import Clock
from sightline.foundation.timescales.rules.sequences import by_child, one_after_another, over, within
from sightline.foundation.visits.queries import visits_that_count
from sightline.foundation.visits.rules import VisitKind
from sightline.practice.early_help import rules
from sightline.practice.early_help.models import EarlyHelpEpisode, EarlyHelpLead


def visit_clocks(children: Iterable[UUID]) -> list[Clock]:
    """Visits while this help lasts, one after another; two queries."""
    people = list(children)
    visits = by_child(visits_that_count(people, VisitKind.EARLY_HELP))
    return [
        clock
        for episode in EarlyHelpEpisode.objects.current().about(people)
        for clock in one_after_another(
            rules.EARLY_HELP_VISIT,
            episode,
            within(visits[episode.child_id], episode),
            ended=over(episode, "This help ended"),
        )
    ]


def open_episodes(child: UUID) -> list[EarlyHelpEpisode]:
    """The help that a child has now, the longest first."""
    return list(EarlyHelpEpisode.objects.current().about([child]).filter(ended=None).order_by("began", "recorded_at"))


def leads_of(child: UUID) -> dict[UUID, EarlyHelpLead]:
    """Who leads each episode of a child now."""
    found = EarlyHelpLead.objects.current().about([child]).order_by("happened", "recorded_at", "id")
    return {each.episode_id: each for each in found}
