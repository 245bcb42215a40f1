"""Facts of several kinds in one question to the database, instead of one question for each kind."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models.fields.reverse_related import OneToOneRel
from psycopg import sql

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
    kinds = list(wanted)
    asked = [of_kind(place, kind, related.get(kind, ())) for place, kind in enumerate(kinds)]
    keys = {f"of_{place}": list(wanted[kind]) for place, kind in enumerate(kinds)}
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(" UNION ALL ").join(asked), keys)
        found = [made(kinds[place], related.get(kinds[place], ()), *parts) for place, *parts in cursor.fetchall()]
    return {fact.pk: fact for fact in found}


def of_kind(place: int, kind: type[models.Model], related: Sequence[str]) -> sql.Composed:
    """The question for one kind."""
    return ONE_KIND.format(
        kind=sql.Literal(place),
        beside=sql.SQL(", ").join(sql.SQL("to_jsonb({})").format(sql.Identifier(name)) for name in related),
        table=rows_of(kind),
        joins=sql.SQL(" ").join(join(kind, name) for name in related),
        key=sql.Identifier(column(kind._meta.pk)),
        wanted=sql.Placeholder(f"of_{place}"),
    )


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
    fields = [field for field in model._meta.concrete_fields if column(field) in said]
    values = [from_json(field, said[column(field)]) for field in fields]
    return model.from_db(connection.alias, [field.attname for field in fields], values)


def from_json(field: Any, value: Any) -> Any:
    """A value of a column from JSON, also where it is a list of values."""
    base = getattr(field, "base_field", None)
    if base is not None and value is not None:
        return [base.to_python(each) for each in value]
    return field.to_python(value)
