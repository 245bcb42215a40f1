"""Rows written as one document are the rows that were made, and keys asked for by one array find them."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from sightline.foundation.chronology.models import FactIndex
from sightline.foundation.documents.models import Passage
from sightline.foundation.identifiers import new_id
from sightline.foundation.many_rows import FEW, Keys, insert_many
from tests.foundation.timescales.people import children

pytestmark = [pytest.mark.django_db, pytest.mark.database]

ODD = 'O\'Brien said: "100% \\ fine", {not, an, array}\n\tand a line more; ’tis £5 £ \U0001f642'


def lines(person: UUID, number: int) -> list[FactIndex]:
    at = datetime(2026, 3, 29, 0, 30, 0, 123456, tzinfo=UTC)
    return [
        FactIndex(kind=ODD[:80], fact_id=new_id(), person_id=person, happened=date(2026, 3, 1), recorded_at=at)
        for _ in range(number)
    ]


def told(row: FactIndex) -> tuple[object, ...]:
    return (row.kind, row.fact_id, row.person_id, row.happened, row.recorded_at, row.superseded_at)


def test_many_rows_are_written_as_they_were_made_whatever_stands_in_them() -> None:
    child = children(1)[0].pk
    made = lines(child, 3 * FEW)
    insert_many(FactIndex, made)
    found = FactIndex.objects.filter(person__among=Keys([child]))
    assert {told(row) for row in found} == {told(row) for row in made}
    assert all(row.pk for row in found)


def test_rows_that_are_there_already_can_be_left_as_they_are() -> None:
    child = children(1)[0].pk
    made = lines(child, 2 * FEW)
    insert_many(FactIndex, made[:FEW])
    insert_many(FactIndex, made, leave=True)
    assert FactIndex.objects.filter(person_id=child).count() == 2 * FEW


def test_lists_and_long_texts_are_kept() -> None:
    people = [child.pk for child in children(2)]
    occasion = new_id()
    common = {"occasion_kind": "note", "occasion_id": occasion, "place": "note", "about": people, "entry_id": 1}
    made = [
        Passage(position=number, text=ODD * number, recorded_at=datetime(2026, 1, 1, tzinfo=UTC), **common)
        for number in range(2 * FEW)
    ]
    insert_many(Passage, made)
    found = Passage.objects.filter(occasion_id=occasion).order_by("position")
    assert [row.text for row in found] == [row.text for row in made]
    assert all(row.about == people for row in found)
