"""Strategy discussions as they stand, or as they were known at a moment in the past."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sightline.foundation.facts import FactQuerySet
from sightline.practice.child_protection.models import AgencyScale, StrategyDiscussion, StrategyOutcome


@dataclass(frozen=True)
class Discussion:
    """One discussion with what it decided for the children whose records are open."""

    row: StrategyDiscussion
    outcomes: tuple[StrategyOutcome, ...]
    scales: tuple[AgencyScale, ...]

    @property
    def key(self) -> UUID:
        """What everything recorded at it points at."""
        return self.row.occasion.pk

    def for_child(self, child: UUID) -> StrategyOutcome | None:
        """What it decided for one child."""
        return next((outcome for outcome in self.outcomes if outcome.child_id == child), None)

    def scales_for(self, child: UUID) -> list[AgencyScale]:
        """Where each agency placed one child."""
        return [scale for scale in self.scales if scale.child_id == child]


def outcome_of(child: UUID, outcome: UUID) -> StrategyOutcome | None:
    """What a discussion decided for a child, as recorded then or corrected since."""
    found = StrategyOutcome.objects.filter(child=child, pk=outcome)
    return found.select_related("recorded_by", "discussion", "superseded_by__recorded_by").first()


def discussion_of(key: UUID, moment: datetime | None = None) -> Discussion | None:
    """A discussion as it stands, or stood at a moment; holds only what is about children whose records are open."""
    versions = StrategyDiscussion.objects.filter(pk=key) | StrategyDiscussion.objects.filter(first=key)
    row = standing(versions, moment).select_related("recorded_by", "first").first()
    if row is None:
        return None
    outcomes = standing(StrategyOutcome.objects.filter(discussion=key), moment)
    scales = standing(AgencyScale.objects.filter(discussion=key), moment)
    return Discussion(
        row=row,
        outcomes=tuple(outcomes.select_related("recorded_by", "child__person").order_by("child")),
        scales=tuple(in_order(scales)),
    )


def standing(facts: FactQuerySet, moment: datetime | None) -> FactQuerySet:
    """The facts that stand now, or stood at a moment."""
    return facts.as_known_on(moment) if moment else facts.current()


def in_order(scales: Iterable[AgencyScale]) -> list[AgencyScale]:
    """Scales in the order in which agencies are always named."""
    order = list(AgencyScale._meta.get_field("agency").choices or ())
    place = {str(value): position for position, (value, _) in enumerate(order)}
    return sorted(scales, key=lambda scale: place[scale.agency])
