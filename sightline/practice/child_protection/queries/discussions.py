"""Strategy discussions as they stand, or as they were known at a moment in the past."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from sightline.foundation.documents.models import Passage
from sightline.foundation.facts import FactQuerySet
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


def just_before(moment: datetime | None) -> datetime | None:
    """The last moment at which something that was corrected at a moment still stood."""
    return moment - timedelta(microseconds=1) if moment else None


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
    row = version_of(key, moment)
    return whole(row, moment) if row else None


def version_of(key: UUID, moment: datetime | None = None) -> StrategyDiscussion | None:
    """When and how a discussion was held, and about whom, as it stands or stood at a moment."""
    versions = StrategyDiscussion.objects.filter(Q(pk=key) | Q(first=key))
    found: StrategyDiscussion | None = standing(versions, moment).select_related("recorded_by", "first").first()
    return found


def whole(row: StrategyDiscussion, moment: datetime | None = None) -> Discussion:
    """A discussion with everything recorded at it about children whose records are open."""
    key = row.occasion.pk
    outcomes = standing(StrategyOutcome.objects.filter(discussion=key), moment)
    scales = standing(AgencyScale.objects.filter(discussion=key), moment)
    return Discussion(
        row=row,
        outcomes=tuple(outcomes.select_related("recorded_by", "child__person").order_by("child")),
        scales=tuple(in_order(scales)),
        passages=tuple(passages_of(key, moment)),
    )


def passages_of(key: UUID, moment: datetime | None) -> FactQuerySet:
    """What was said about some of the children only, as far as their records are open."""
    return standing(Passage.objects.filter(occasion_id=key), moment).order_by("position")


def standing(facts: FactQuerySet, moment: datetime | None) -> FactQuerySet:
    """The facts that stand now, or stood at a moment."""
    return facts.as_known_on(moment) if moment else facts.current()


def in_order(scales: Iterable[AgencyScale]) -> list[AgencyScale]:
    """Scales in the order in which agencies are always named."""
    order = list(AgencyScale._meta.get_field("agency").choices or ())
    place = {str(value): position for position, (value, _) in enumerate(order)}
    return sorted(scales, key=lambda scale: place[scale.agency])
