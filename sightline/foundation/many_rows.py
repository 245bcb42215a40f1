"""Many rows in one statement: written as one document of JSON, and asked for by one array of keys.

What Django makes of a thousand rows or keys is a placeholder for every value, and most of the time goes into those.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models import Lookup
from psycopg import sql

FEW = 20  # rows that are as quickly written the ordinary way
AT_ONCE = 5_000  # rows in one statement
INSERT = sql.SQL(
    "INSERT INTO {table} ({columns}) SELECT {columns} FROM json_populate_recordset(NULL::{table}, %s) {conflict}"
)
LEAVE = sql.SQL("ON CONFLICT DO NOTHING")
REPLACE = sql.SQL("ON CONFLICT ({unique}) DO UPDATE SET {updated}")


def insert_many(model: type[models.Model], rows: Iterable[Any], *, leave: bool = False) -> None:
    """Insert rows that were made with their keys; with `leave`, those that are there already are left as they are."""
    for some in batched(rows):
        if len(some) <= FEW or computed(model, some):
            model._default_manager.bulk_create(some, ignore_conflicts=leave)
        else:
            insert_document(model, some, LEAVE if leave else sql.SQL(""))


def insert_or_replace(
    model: type[models.Model], rows: Iterable[Any], unique: Collection[str], updated: Collection[str]
) -> None:
    """Insert rows; where one with the same `unique` fields is there, its `updated` fields become the new ones."""
    same, new = ([sql.Identifier(column_of(model, name)) for name in names] for names in (unique, updated))
    become = sql.SQL(", ").join(sql.SQL("{0} = EXCLUDED.{0}").format(column) for column in new)
    for some in batched(rows):
        insert_document(model, some, REPLACE.format(unique=sql.SQL(", ").join(same), updated=become))


def batched(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """Rows, as many at a time as are written in one statement."""
    left = iter(rows)
    while some := list(islice(left, AT_ONCE)):
        yield some


def column_of(model: type[models.Model], name: str) -> str:
    """The column of a field."""
    return str(model._meta.get_field(name).column)  # type: ignore[union-attr]


def computed(model: type[models.Model], rows: Iterable[Any]) -> bool:
    """Whether the database has to work out a value, or a row has not got its key."""
    names = [field.attname for field in model._meta.concrete_fields]
    return any(hasattr(value, "as_sql") for row in rows for value in map(vars(row).get, names))


def insert_document(model: type[models.Model], rows: Sequence[Any], conflict: sql.Composable) -> None:
    """Insert these rows, or anything lighter that has a value for each column, as one document."""
    fields = [field for field in model._meta.concrete_fields if not getattr(field, "db_returning", False)]
    names = [(field.column, field.attname) for field in fields]
    document = json.dumps(
        [{column: values[name] for column, name in names} for values in map(vars, rows)], default=plainly
    )
    columns = sql.SQL(", ").join(sql.Identifier(str(column)) for column, _ in names)
    table = sql.Identifier(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(INSERT.format(table=table, columns=columns, conflict=conflict), [document])
    for row in rows:
        if isinstance(row, models.Model):
            row._state.adding, row._state.db = False, connection.alias


def plainly(value: object) -> str:
    """What JSON has no form for, as the database reads it."""
    return f"{value.int:032x}" if isinstance(value, UUID) else str(value)


class Keys:
    """Keys that are asked for together."""

    def __init__(self, keys: Iterable[UUID]) -> None:
        self.array = f"{{{','.join([key.hex for key in keys])}}}"


@models.ForeignKey.register_lookup
@models.UUIDField.register_lookup
class Among(Lookup):
    """`child__among=Keys(people)`: as `__in`, with one placeholder for all of them."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """One array to compare with."""
        column, values = self.process_lhs(compiler, connection)
        return f"{column} = ANY (%s::uuid[])", [*values, self.rhs.array]
