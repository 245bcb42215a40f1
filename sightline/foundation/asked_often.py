"""Questions that every page asks: their SQL is made once in a process, and asked again with other values.

Django makes the SQL of a query set anew each time, which costs more than its answer. Only the text is kept: values,
rows and what row-level security lets through are those of each request.
"""

import copy
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, update_wrapper
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.query import ModelIterable

STAND_INS: dict[Any, Callable[[int], Any]] = {  # of each type, values that nobody asks with
    UUID: lambda number: UUID(int=(0xA5CE << 64) + number),
    date: lambda number: date(2, 2, 2) + timedelta(days=number),
    datetime: lambda number: datetime(2, 2, 2, tzinfo=UTC) + timedelta(days=number),
}


@dataclass(frozen=True)
class Made:
    """A question with its SQL, and what stands in it for the values that differ from time to time."""

    model: Any
    compiler: Any
    text: str
    values: tuple[Any, ...]
    stand_ins: dict[Any, str]

    def ask(self, given: dict[str, Any]) -> list[Any]:
        """The rows for other values."""
        compiler = copy.copy(self.compiler)
        answer = self.text, tuple(self.bound(value, given) for value in self.values)
        compiler.connection, compiler.as_sql = connections[DEFAULT_DB_ALIAS], lambda *args, **kwargs: answer
        query = SimpleNamespace(get_compiler=lambda *args, **kwargs: compiler)
        rows: Any = SimpleNamespace(db=DEFAULT_DB_ALIAS, model=self.model, query=query, _known_related_objects={})
        return list(ModelIterable(rows))

    def bound(self, value: Any, given: dict[str, Any]) -> Any:
        """A value of the SQL, with what is given in place of what stood in for it."""
        if isinstance(value, list):
            return [self.bound(each, given) for each in value]
        if isinstance(value, UUID | date) and value in self.stand_ins:
            return given[self.stand_ins[value]]
        return value


def asked_often(build: Callable[..., QuerySet[Any]]) -> Callable[..., list[Any]]:
    """A function that builds a query set of models as one that answers it, without making its SQL again.

    It must put its arguments into the query set as they are, and may not look at them.
    """
    signature = inspect.signature(build, eval_str=True)
    stand_ins = {
        STAND_INS[each.annotation](place): name for place, (name, each) in enumerate(signature.parameters.items())
    }

    @cache
    def made() -> Made:
        rows = build(*stand_ins)
        compiler = rows.query.get_compiler(DEFAULT_DB_ALIAS)
        text, values = compiler.as_sql()
        question = Made(rows.model, compiler, text, tuple(values), stand_ins)
        used = [question.bound(value, {name: name for name in stand_ins.values()}) for value in values]
        if missing := [name for name in stand_ins.values() if name not in used and [name] not in used]:
            raise TypeError(f"{build.__qualname__} does not ask with {', '.join(missing)} as given.")
        return question

    def ask(*args: Any, **kwargs: Any) -> list[Any]:
        return made().ask(signature.bind(*args, **kwargs).arguments)

    return update_wrapper(ask, build)
