"""How the door keeps the index of facts equal to the facts."""

from collections.abc import Iterable
from datetime import datetime

from django.db import models

from sightline.foundation.area import told
from sightline.foundation.chronology.models import FactIndex, RecordedByMistake
from sightline.foundation.facts import Fact
from sightline.foundation.many_rows import insert_many


def index(rows: Iterable[models.Model], at: datetime) -> None:
    """Index the facts among these rows that stand in a chronology, and mark those that were corrected."""
    written = list(rows)
    facts = {row.pk: row for row in written if isinstance(row, Fact) and row._meta.label in told()}
    corrected = [fact.supersedes.pk for fact in facts.values() if fact.supersedes]
    mistaken = [row.fact_id for row in written if isinstance(row, RecordedByMistake)]
    if corrected or mistaken:
        FactIndex.objects.filter(fact_id__in=corrected + mistaken, superseded_at=None).update(superseded_at=at)
    insert_many(FactIndex, (line_of(fact) for fact in facts.values()), leave=True)


def line_of(fact: Fact) -> FactIndex:
    """The index row of one fact."""
    return FactIndex(
        kind=fact._meta.label,
        fact_id=fact.pk,
        person_id=getattr(fact, f"{fact.subject_field}_id"),
        happened=getattr(fact, "happened", None) or getattr(fact, "began"),  # noqa: B009  one or the other
        recorded_at=fact.recorded_at,
        superseded_at=fact.superseded_at,
    )
