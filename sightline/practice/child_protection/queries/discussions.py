"""Strategy discussions as they stand, or as they were known at a moment in the past."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sightline.foundation.documents.models import Passage
from sightline.foundation.facts import FactQuerySet
from sightline.foundation.occasions import version_of
from sightline.practice.child_protection.models import AgencyScale, StrategyDiscussion, StrategyOutcome


@dataclass(frozen=True)
class Discussion:
    """One discussion with what it decided for the children whose records are open."""

    row: StrategyDiscussion
    outcomes: tuple[StrategyOutcome, ...]
    scales: tuple[AgencyScale, ...]
    passages: tuple[Passage, ...] = ()

    @property
    def key(self) -> UUID:
        """What everything recorded at it points at."""
        return self.row.occasion.pk

    def for_child(self, child: UUID) -> StrategyOutcome | None:
        """What it decided for one child."""
        return next((outcome for outcome in self.outcomes if outcome.child_id == child), None)

    def passages_for(self, child: UUID) -> list[Passage]:
        """What was said about one child and perhaps others, and not about all."""
        return [passage for passage in self.passages if child in passage.about]

    def scales_for(self, child: UUID) -> list[AgencyScale]:
        """Where each agency placed one child."""
        return [scale for scale in self.scales if scale.child_id == child]


def outcomes_of(child: UUID) -> list[StrategyOutcome]:
    """What discussions decided for a child, as it stands, newest first."""
    found = StrategyOutcome.objects.current().filter(child=child).select_related("recorded_by")
    return list(found.order_by("-happened", "-recorded_at"))


def outcome_of(child: UUID, outcome: UUID) -> StrategyOutcome | None:
    """What a discussion decided for a child, as recorded then or corrected since."""
    found = StrategyOutcome.objects.filter(child=child, pk=outcome)
    return found.select_related("recorded_by", "discussion", "child__person", "superseded_by__recorded_by").first()


def discussion_of(key: UUID, moment: datetime | None = None) -> Discussion | None:
    """A discussion as it stands, or stood at a moment; holds only what is about children whose records are open."""
    row = version_of(StrategyDiscussion, key, moment)
    return whole(row, moment) if row else None


def whole(row: StrategyDiscussion, moment: datetime | None = None) -> Discussion:
    """A discussion with everything recorded at it about children whose records are open."""
    key = row.occasion.pk
    outcomes = StrategyOutcome.objects.filter(discussion=key).standing(moment)
    scales = AgencyScale.objects.filter(discussion=key).standing(moment)
    return Discussion(
        row=row,
        outcomes=tuple(outcomes.select_related("recorded_by", "child__person").order_by("child")),
        scales=tuple(in_order(scales)),
        passages=tuple(passages_of(key, moment)),
    )


def passages_of(key: UUID, moment: datetime | None) -> FactQuerySet:
    """What was said about some of the children only, as far as their records are open."""
    return Passage.objects.filter(occasion_id=key).standing(moment).order_by("position")


def in_order(scales: Iterable[AgencyScale]) -> list[AgencyScale]:
    """Scales in the order in which agencies are always named."""
    order = list(AgencyScale._meta.get_field("agency").choices or ())
    place = {str(value): position for position, (value, _) in enumerate(order)}
    return sorted(scales, key=lambda scale: place[scale.agency])
