"""A career written through the areas' actions and the same career written in bulk leave the same facts and clocks."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db.models import Model

from sightline.demo.careers.authority import Plan, careers
from sightline.demo.careers.commands import Household
from sightline.demo.writing import as_history, by_actions, in_bulk
from sightline.demo.writing.record import Record
from sightline.demo.writing.shapes import ENDINGS, SHAPES
from sightline.demo.writing.staff import Staff, Worker
from sightline.foundation.audit_trail.models import RowChange
from sightline.foundation.chronology.models import FactIndex
from sightline.foundation.facts import Aggregate, Fact, Keeping, Occasion, Protection
from sightline.foundation.oversight.models import InSight, Waiting
from sightline.foundation.timescales.models import ClockRow
from tests.builders.workforce import BUILDER, as_builder, practitioner

TODAY = date(2026, 11, 23)
ASIDE = {"id", "entry_id", "end_entry_id", "recorded_by", "end_recorded_by", "reference", "recorded_together", "inputs"}
pytestmark = pytest.mark.django_db


def some_of_every_kind() -> list[Household]:
    """As few households as there are needed for every kind of command to be in one of them."""
    wanted, chosen = {*SHAPES, *ENDINGS, *as_history.FURTHER}, []
    short_first = sorted(careers(Plan("letter", TODAY, years=7, part=0.1)), key=lambda home: size(home))
    told = {home.seed: {command.what for command in home.until(TODAY)} for home in short_first}
    for what in sorted(wanted, key=lambda what: sum(what in each for each in told.values())):
        if what in wanted:
            home = next(each for each in short_first if what in told[each.seed])
            chosen.append(home)
            wanted -= told[home.seed]
    return chosen


def size(home: Household) -> int:
    """How much is written of a household."""
    return sum(len(command.children) for command in home.until(TODAY))


def staff() -> Staff:
    """Two workers of each kind of team."""
    workers = {}
    for team in ("assessment", "protection", "care", "leaving", "reviewing"):
        people = [practitioner(starts_on=date(2016, 1, 4)) for _ in range(2)]
        workers[team] = [Worker(each.pk, each.posts.get().team_id) for each in people]
    return Staff(BUILDER, workers)


def test_both_ways_leave_the_same_rows_and_the_same_clocks() -> None:
    """Keys, audit entries and who recorded aside."""
    workers = staff()
    for home in some_of_every_kind():
        with as_builder():
            one_by_one, at_once = Record(home, workers, TODAY), Record(home, workers, TODAY)
            by_actions.write(one_by_one)
            in_bulk.write_batch(list(as_history.facts_of(at_once)), workers)
            expected, found = left_by(one_by_one), left_by(at_once)
            missing, further = expected - found, found - expected
            assert inserted(one_by_one) == inserted(at_once), f"{home.seed}: the table of changes tells them apart"
        assert not missing, f"{home.seed}: not written in bulk, of {sum(missing.values())}: {next(iter(missing))}"
        assert not further, f"{home.seed}: written in bulk only, of {sum(further.values())}: {next(iter(further))}"


def left_by(record: Record) -> Counter[tuple[Any, ...]]:
    """Every row about the people of a household, with names in place of keys."""
    names = {key: f"child {place}" for place, key in record.children.items()}
    names |= {key: kind for kind, key in record.adults.items()}
    rows = [row for model in kept() for row in about(model, list(names))]
    for row in rows:
        if isinstance(row, Fact):
            names[row.pk] = f"{type(row).__name__} {names_of(row, names)} {moment_of(row)}"
    return Counter(plain(row, names) for row in rows)


def inserted(record: Record) -> Counter[tuple[str, str]]:
    """How many rows of each table the table of changes knows to have been inserted, by whom they are about.

    What the actions write as a spell and then as its end is written in bulk at once: endings are no change there.
    """
    names = {key: f"child {place}" for place, key in record.children.items()}
    names |= {key: kind for kind, key in record.adults.items()}
    about_somebody = RowChange.objects.filter(operation="insert", subject__in=list(names))
    found = Counter((table, names[subject]) for table, subject in about_somebody.values_list("table", "subject"))
    for model in kept():
        if issubclass(model, Occasion):
            keys = [str(row.pk) for row in about(model, list(names))]
            table = model._meta.db_table
            found[table, "occasions"] = RowChange.objects.filter(operation="insert", table=table, key__in=keys).count()
            assert found[table, "occasions"] == len(keys), f"not every row of {table} is in the table of changes"
    return found


def kept() -> Iterator[type[Model]]:
    """Every table about people, and what is counted from them."""
    for model in apps.get_models():
        told = issubclass(model, Fact | Aggregate) and isinstance(getattr(model, "keeping", None), Keeping)
        if told and getattr(model, "subject_field", "") and model.protection is not Protection.RECORDER:
            yield model
    yield from (FactIndex, Waiting, ClockRow, InSight)


def about(model: type[Model], people: list[UUID]) -> Iterable[Any]:
    """The rows of a table about these people."""
    field = model.subject_field  # type: ignore[attr-defined]
    rows = model._default_manager.all()
    if field == "self":
        return rows.filter(pk__in=people)
    many = "overlap" if model._meta.get_field(field).get_internal_type() == "ArrayField" else "in"
    return rows.filter(**{f"{field}__{many}": people})


def names_of(row: Any, names: dict[UUID, str]) -> Any:
    """Whom a fact is about."""
    value = getattr(row, row.subject_field + "_id", None) or getattr(row, row.subject_field)
    return [names[each] for each in value] if isinstance(value, list) else names[value]


def moment_of(row: Any) -> str:
    """When a fact happened or began, and was recorded."""
    return f"{getattr(row, 'began', None) or row.happened} {row.recorded_at}"


def plain(row: Any, names: dict[UUID, str]) -> tuple[Any, ...]:
    """A row as it is compared."""
    columns = [field for field in row._meta.concrete_fields if field.name not in ASIDE]
    return (row._meta.label, *((field.name, said(getattr(row, field.attname), names)) for field in columns))


def said(value: Any, names: dict[UUID, str]) -> Any:
    """A value with names in place of keys."""
    if isinstance(value, list):
        return tuple(said(each, names) for each in value)
    if isinstance(value, UUID):
        return names.get(value, value)
    return repr(value) if isinstance(value, dict) else value
