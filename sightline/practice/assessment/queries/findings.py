"""What was found about the children of an assessment, of those whose records are open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sightline.foundation.chronology.models import FactIndex
from sightline.foundation.gathering import facts_of_kinds
from sightline.practice.assessment.models import (
    AssessmentWork,
    ChildsView,
    NeedFound,
    RiskScale,
    SharedWithFamily,
)
from sightline.practice.assessment.queries.work import keys_of


@dataclass(frozen=True)
class Findings:
    """What was found about one child."""

    views: list[ChildsView] = field(default_factory=list)
    needs: list[NeedFound] = field(default_factory=list)
    scales: list[RiskScale] = field(default_factory=list)
    shared: list[SharedWithFamily] = field(default_factory=list)

    @property
    def missing(self) -> list[str]:
        """What a whole assessment still needs about this child."""
        wanted = {
            "the child\u2019s views, or why nobody asked": self.views,
            "a number on the risk scale": self.scales,
            "with whom of the family it was shared, or why not": self.shared,
        }
        return [words for words, found in wanted.items() if not found]


KINDS = (ChildsView, NeedFound, RiskScale, SharedWithFamily)


def findings_of(work: AssessmentWork) -> dict[UUID, Findings]:
    """What was found about each child, the earliest first, and the scales of other assessments; two queries."""
    found, keys = {child: Findings() for child in work.children}, keys_of(work)
    for fact in facts_about(work.children):
        own = found[fact.child_id]
        if isinstance(fact, RiskScale):
            own.scales.append(fact)
        elif fact.work_id in keys:
            place: Any = {ChildsView: own.views, NeedFound: own.needs, SharedWithFamily: own.shared}[type(fact)]
            place.append(fact)
    return found


def facts_about(children: Iterable[UUID]) -> list[Any]:
    """Everything that assessments found about these children and that stands."""
    labels = {kind._meta.label: kind for kind in KINDS}
    rows = FactIndex.objects.filter(person__in=list(children), kind__in=labels, superseded_at=None)
    keys: dict[type[Any], list[UUID]] = defaultdict(list)
    for kind, key in rows.values_list("kind", "fact_id"):
        keys[labels[kind]].append(key)
    facts = facts_of_kinds(keys, {SharedWithFamily: ("person",)}).values()
    return sorted(facts, key=lambda fact: (fact.happened, fact.pk))
