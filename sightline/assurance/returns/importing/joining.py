"""Two records of one child, one of them made by an import: what the import wrote goes over to the other record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db import transaction

from sightline.assurance.returns.importing.chunks import Chunk, acting
from sightline.assurance.returns.importing.knowing import model_of
from sightline.assurance.returns.models import Batch, Contest, Origin, Pair, SourceFile
from sightline.assurance.returns.reading import Kind
from sightline.foundation.children.models import Identifier, Person
from sightline.foundation.children.rules.identity import IdentifierKind
from sightline.foundation.chronology.models import FactIndex, RecordedByMistake
from sightline.foundation.facts import Source
from sightline.foundation.history import History, record_history
from sightline.foundation.timescales.models import Coverage
from sightline.foundation.writing import again, changes, withdraws

MISTAKE = RecordedByMistake._meta.label
SAME_CHILD = "A person found this to be the same child as in another record, where it now stands"


def join(key: UUID) -> None:
    """Withdraw what imports wrote about the one, and write it about the other from the lines that were kept."""
    pair = Pair.objects.select_related("batch").get(pk=key)
    numbers = list(Identifier.objects.current().filter(person=pair.one_id, kind=IdentifierKind.RETURNS, ended=None))
    if not pair.same or not numbers:
        return
    other = Person.objects.get(pk=pair.other_id)
    with transaction.atomic():
        told = [*withdrawn(pair.one_id), *(again(number, person=other) for number in numbers)]
        batches = batches_of(pair.one_id)
        record_history(history=History(told, f"pair {pair.pk}"), by=acting(Kind(pair.batch.kind)))
        for batch in batches:
            files = list(SourceFile.objects.filter(pk__in=batch.files))
            tables = {table for each in files for table in each.tables}
            chunk = Chunk(batch, tables, {each.pk: each.name for each in files})
            ours = [number.value for number in numbers if number.issued_by == Kind(batch.kind).label]
            if ours:
                chunk.take(ours, acting(Kind(batch.kind)))
        if (one := emptied(pair.one_id)) is not None:
            gone = [changes(one, version=one.version, merged_into_id=other.pk)]
            record_history(history=History(gone, f"pair {pair.pk} is one"), by=acting(Kind(pair.batch.kind)))


def emptied(person: UUID) -> Person | None:
    """Somebody about whom nothing is left, so that the record leads to the other one; what people wrote stays."""
    left = FactIndex.objects.filter(person=person, superseded_at=None).exclude(kind=MISTAKE)
    return None if left.exists() else Person.objects.get(pk=person)


def batches_of(person: UUID) -> list[Batch]:
    """The imports that wrote about somebody, the earliest first."""
    return list(
        Batch.objects.filter(pk__in=Origin.objects.filter(child=person).values("batch")).order_by("recorded_at")
    )


def withdrawn(person: UUID) -> Iterator[Any]:
    """Everything that imports wrote about somebody and that stands."""
    written: dict[str, set[UUID]] = {}
    for kind, fact in Origin.objects.filter(child=person).values_list("kind", "fact_id"):
        written.setdefault(kind, set()).add(fact)
    for kind, keys in written.items():
        yield from away(model_of(kind)._default_manager.filter(pk__in=keys))
    yield from away(Contest.objects.filter(child=person))
    yield from away(Coverage.objects.filter(child=person))


def away(facts: Any) -> Iterable[Any]:
    """The withdrawal of each of these facts that was imported and stands."""
    return [withdraws(each, reason=SAME_CHILD) for each in facts.filter(superseded_at=None, source=Source.IMPORT)]
