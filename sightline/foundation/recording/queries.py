"""One fact of any kind that is put right where it is seen: all that was ever recorded of it, and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

from sightline.foundation.area import told
from sightline.foundation.chronology.models import FactIndex, RecordedByMistake
from sightline.foundation.chronology.queries import Line, known_at, lines_of
from sightline.foundation.correctable import Correctable, correctable
from sightline.foundation.facts import Fact


@dataclass(frozen=True)
class Told:
    """A fact with everything recorded in its place, the newest first; `asked` is the version that was asked for."""

    declared: Correctable
    lines: list[Line]
    asked: Line

    @property
    def newest(self) -> Line:
        """What was recorded last."""
        return self.lines[0]

    @property
    def version(self) -> int:
        """How often it was recorded: a form that was opened on an earlier version is stale."""
        return len(self.lines)


def told_about(child: UUID, fact: UUID, moment: datetime | None = None) -> Told | None:
    """A fact about a child, as known at a moment or now; nothing where it is no such fact, or was not known then."""
    row = FactIndex.objects.filter(person=child, fact_id=fact, kind__in=list(correctable())).first()
    if row is None:
        return None
    chain = in_each_others_place(told()[row.kind].model, child, fact)
    rows = FactIndex.objects.filter(person=child, kind=row.kind, fact_id__in=chain)
    if moment is not None:
        rows = rows.filter(known_at(moment)) if known(row, moment) else rows.none()
    found = {line.fact.pk: line for line in lines_of(list(rows), moment)}
    lines = [found[key] for key in chain if key in found]
    asked = found.get(fact)
    return Told(correctable()[row.kind], lines, asked) if asked is not None else None


def known(row: FactIndex, moment: datetime) -> bool:
    """Whether a row of the index stood at a moment."""
    return row.recorded_at <= moment and (row.superseded_at is None or row.superseded_at > moment)


def in_each_others_place(kind: type[models.Model], child: UUID, fact: UUID) -> list[UUID]:
    """The keys of all that was recorded in each other's place, one of them given, the newest first."""
    facts: Any = kind._default_manager
    before: dict[UUID, UUID | None] = dict(facts.about([child]).values_list("pk", "supersedes_id"))
    after = {old: new for new, old in before.items() if old}
    newest = fact
    while newest in after:
        newest = after[newest]
    chain, here = [], before.get(newest)
    chain.append(newest)
    while here is not None:
        chain.append(here)
        here = before.get(here)
    return chain


def the_standing(child: UUID, fact: UUID) -> tuple[Any, int, Correctable] | None:
    """What was recorded last of a fact, which version that is, and how its kind is put right."""
    row = FactIndex.objects.filter(person=child, fact_id=fact, kind__in=list(correctable())).first()
    if row is None:
        return None
    kind: Any = told()[row.kind].model
    chain = in_each_others_place(kind, child, fact)
    return kind._default_manager.get(pk=chain[0]), len(chain), correctable()[row.kind]


def who_marked(fact: UUID) -> RecordedByMistake | None:
    """That a fact was recorded by mistake: when, by whom and why this was said."""
    return RecordedByMistake.objects.select_related("recorded_by").filter(fact_id=fact).first()


def recorded_with(child: UUID, line: Line) -> list[Line]:
    """What else was recorded about a child in the same moment, stands, and can be withdrawn with it."""
    rows = FactIndex.objects.filter(person=child, recorded_at=line.fact.recorded_at, superseded_at=None)
    others = rows.filter(kind__in=list(correctable())).exclude(fact_id=line.fact.pk).order_by("-happened", "id")
    return [each for each in lines_of(list(others), None) if each.fact.entry_id == line.fact.entry_id]


def standing_among(child: UUID, keys: Iterable[UUID]) -> list[Any]:
    """Of these facts about a child, those that stand and can be put right."""
    wanted = list(keys)
    rows = FactIndex.objects.filter(person=child, fact_id__in=wanted, superseded_at=None, kind__in=list(correctable()))
    return [line.fact for line in lines_of(list(rows), None)] if wanted else []


@dataclass(frozen=True)
class Belongs:
    """A fact that points at another; `always` if it cannot stand without one."""

    fact: Any
    column: str
    always: bool


def belonging_to(fact: Fact) -> Iterator[Belongs]:
    """The facts that stand and point at a fact, of whatever kind they are."""
    for kind, column in pointing_at(type(fact)):
        facts: Any = kind._default_manager
        for each in facts.current().filter(**{column.name: fact.pk}):
            yield Belongs(each, column.name, always=not column.null)


def pointing_at(kind: type[Fact]) -> list[tuple[type[models.Model], models.Field[Any, Any]]]:
    """The kinds of fact that point at facts of a kind, each with the column that does."""
    return [
        (model, column)
        for model in apps.get_models()
        if issubclass(model, Fact)
        for column in model._meta.concrete_fields
        if column.is_relation and column.related_model is kind and column.name != "supersedes"
    ]


def all_belonging_to(facts: Iterable[Any]) -> list[Any]:
    """Everything that cannot stand without these facts, in turn, without the facts themselves."""
    waiting = list(facts)
    found: dict[UUID, Any] = {each.pk: each for each in waiting}
    given = set(found)
    while waiting:
        for each in belonging_to(waiting.pop()):
            if each.always and each.fact.pk not in found:
                found[each.fact.pk] = each.fact
                waiting.append(each.fact)
    return [each for key, each in found.items() if key not in given]
