"""Facts of several kinds in one question to the database, instead of one question for each kind."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models.fields.reverse_related import OneToOneRel
from psycopg import sql

AS_IN_JSON = (models.CharField, models.TextField, models.IntegerField, models.BooleanField)  # nothing is to be read
ONE_KIND = sql.SQL(
    "SELECT {kind} AS kind, to_jsonb(fact) AS said, jsonb_build_array({beside}) AS beside FROM {table} fact {joins}"
    " WHERE fact.{key} = ANY ({wanted})"
)
JOIN = sql.SQL("{inner_or_left} JOIN {table} {name} ON {name}.{theirs} = fact.{ours}")


def facts_of_kinds(
    wanted: Mapping[type[models.Model], Iterable[UUID]], related: Mapping[type[models.Model], Sequence[str]]
) -> dict[UUID, Any]:
    """These facts by their keys, each with the rows it is related to by these names; one question for all kinds."""
    if not wanted:
        return {}
    kinds = {kind._meta.label: (kind, tuple(related.get(kind, ()))) for kind in wanted}
    asked = [of_kind(*each) for each in kinds.values()]
    keys = {kind._meta.label: list(each) for kind, each in wanted.items()}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(asked), keys)
        found = [made(*kinds[label], *parts) for label, *parts in cursor.fetchall()]
    return {fact.pk: fact for fact in found}


@cache
def of_kind(kind: type[models.Model], related: tuple[str, ...]) -> str:
    """The question for one kind."""
    return ONE_KIND.format(
        kind=sql.Literal(kind._meta.label),
        beside=sql.SQL(", ").join(beside(kind, name) for name in related),
        table=rows_of(kind),
        joins=sql.SQL(" ").join(join(kind, name) for name in related),
        key=sql.Identifier(column(kind._meta.pk)),
        wanted=sql.Placeholder(kind._meta.label),
    ).as_string()


def beside(kind: type[models.Model], name: str) -> sql.Composable:
    """The row that a fact is related to, of which a model may say that less than all is enough."""
    other: Any = kind._meta.get_field(name).related_model
    shown = getattr(other, "beside_facts", ())
    pairs = [sql.SQL("{}, {}").format(sql.Literal(each), sql.Identifier(name, each)) for each in shown]
    row_there = sql.SQL("CASE WHEN {} IS NOT NULL THEN jsonb_build_object({}) END")
    if pairs:
        return row_there.format(sql.Identifier(name, column(other._meta.pk)), sql.SQL(", ").join(pairs))
    return sql.SQL("to_jsonb({})").format(sql.Identifier(name))


def rows_of(kind: type[models.Model]) -> sql.Composable:
    """The table of a kind, without the columns that are kept apart."""
    table, apart = sql.Identifier(kind._meta.db_table), getattr(kind, "kept_apart", ())
    if not apart:
        return table
    columns = [sql.Identifier(column(field)) for field in kind._meta.concrete_fields if field.name not in apart]
    return sql.SQL("(SELECT {} FROM {})").format(sql.SQL(", ").join(columns), table)


def join(kind: type[models.Model], name: str) -> sql.Composed:
    """Beside each fact the row it is related to; where it must have one, none without it."""
    field: Any = kind._meta.get_field(name)
    reverse = isinstance(field, OneToOneRel)
    ours, theirs = (field.target_field, field.field) if reverse else (field, field.target_field)
    return JOIN.format(
        inner_or_left=sql.SQL("LEFT" if reverse or field.null else "INNER"),
        table=sql.Identifier(field.related_model._meta.db_table),
        name=sql.Identifier(name),
        theirs=sql.Identifier(column(theirs)),
        ours=sql.Identifier(column(ours)),
    )


def column(field: Any) -> str:
    """The column of a field that has one."""
    return str(field.column)


def made(kind: type[models.Model], related: Sequence[str], said: Any, beside: Any) -> Any:
    """A fact with the rows it is related to."""
    fact: Any = row(kind, as_data(said))
    for name, other in zip(related, as_data(beside), strict=True):
        field: Any = kind._meta.get_field(name)
        field.set_cached_value(fact, row(field.related_model, other) if other else None)
    return fact


def as_data(value: Any) -> Any:
    """A row as the database gave it: as text or already read."""
    return json.loads(value) if isinstance(value, str) else value


def row(model: type[models.Model], said: Mapping[str, Any]) -> models.Model:
    """A row of a model from its columns as JSON; a column that is kept apart is not among them."""
    there = [each for each in columns_of(model) if each[1] in said]
    values = [read(said[name]) if read else said[name] for _, name, read in there]
    return model.from_db(connection.alias, [attribute for attribute, _, _ in there], values)


@cache
def columns_of(model: type[models.Model]) -> list[tuple[str, str, Callable[[Any], Any] | None]]:
    """The attributes of a model, the column of each, and how its values are read from JSON where that takes more."""
    return [
        (field.attname, column(field), None if isinstance(field, AS_IN_JSON) else partial(from_json, field))
        for field in model._meta.concrete_fields
    ]


def from_json(field: Any, value: Any) -> Any:
    """A value of a column from JSON, also where it is a list of values."""
    base = getattr(field, "base_field", None)
    if base is not None and value is not None:
        return [base.to_python(each) for each in value]
    return field.to_python(value)
