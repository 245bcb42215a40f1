"""The one door through which everything is written: permission, facts, audit, index and clocks in one transaction."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, cast
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from sightline.foundation.access.rules import Permission, may
from sightline.foundation.audit_trail import recorder
from sightline.foundation.facts import Acting
from sightline.foundation.writing import (
    Batch,
    Change,
    Conflict,
    Correction,
    Ending,
    Refusal,
    Withdrawal,
    again,
    changes,
    corrects,
    ends,
    like,
    moves,
    withdraws,
    write,
)

__all__ = [
    "Conflict",
    "Recorded",
    "Refusal",
    "action",
    "again",
    "changes",
    "corrects",
    "ends",
    "like",
    "moves",
    "withdraws",
]

Asked = ParamSpec("Asked")
Yielded = models.Model | Ending | Correction | Withdrawal | Change
Work = Generator[Yielded, None, models.Model | None]


@dataclass(frozen=True)
class Recorded:
    """What became of an action: its audit entry, the key of what it made, and whether it had been done before."""

    entry_id: int
    result: UUID | None
    replayed: bool = False

    @property
    def made(self) -> UUID:
        """The key of what the action made; for actions that always make something."""
        assert self.result is not None
        return self.result


class NotPermitted(Refusal):
    """The role does not allow it; the sentence says so without saying anything about a record."""


def action(*, permission: Permission, says: str) -> Callable[[Callable[Asked, Work]], Callable[Asked, Recorded]]:
    """Make a generator of unsaved facts into an action: called with `by=`, it writes them once."""

    def made(work: Callable[Asked, Work]) -> Callable[Asked, Recorded]:
        @wraps(work)
        def act(*args: Asked.args, **asked: Asked.kwargs) -> Recorded:
            by = cast(Acting, asked["by"])
            name = f"{work.__module__.removeprefix('sightline.').replace('.actions', '')}.{work.__name__}"
            refuse_unless_permitted(by, permission)
            try:
                with transaction.atomic():
                    return replayed(by) or perform(work(*args, **asked), name, says, by, digest(asked))
            except IntegrityError as error:
                raise refusal_of(error) from error

        act.permission = permission  # type: ignore[attr-defined]
        act.says = says  # type: ignore[attr-defined]
        return act

    return made


def refuse_unless_permitted(by: Acting, permission: Permission) -> None:
    """Raise unless the role has the permission, and only a demonstration or an import sets the time of recording."""
    if not by.system and not may(by.role, permission):
        raise NotPermitted("Your role does not allow this. Ask your manager who can do it.")
    if by.recorded_at is not None and not by.tells_history:
        raise NotPermitted("Only an import or the demonstration may say when something was recorded.")


def replayed(by: Acting) -> Recorded | None:
    """What the same request did before; a second copy waits here until the first has finished."""
    if by.request_key is None:
        return None
    entry = recorder.entry_of_request(by)
    return Recorded(entry_id=entry.id, result=entry.result, replayed=True) if entry else None


def perform(work: Work, name: str, says: str, by: Acting, asked: str) -> Recorded:
    """Gather what the action yields, write it under one audit entry, and bring index and clocks up to date."""
    batch = Batch(by=by, at=by.recorded_at or timezone.now())
    result = gather(work, batch)
    entry_id = recorder.record_entry(
        by=by,
        name=name,
        says=says,
        about=sorted(batch.subjects()),
        facts=batch.references(),
        result=result,
        digest=asked,
    )
    write(batch, entry_id)
    return Recorded(entry_id=entry_id, result=result)


def gather(work: Work, batch: Batch) -> UUID | None:
    """Run the action to its end; the key of the thing it returns."""
    while True:
        try:
            batch.add(next(work))
        except StopIteration as finished:
            return getattr(finished.value, "pk", None)


def refusal_of(error: IntegrityError) -> Refusal:
    """The sentence for what the database found impossible: constraints of ours are named as sentences."""
    diagnosis = getattr(error.__cause__, "diag", None)
    name, table = getattr(diagnosis, "constraint_name", None) or "", getattr(diagnosis, "table_name", None)
    if not name or name.startswith(f"{table}_"):  # a name that Django or the database gave
        return Refusal("This cannot be recorded: somebody recorded the same before you, or changed what it is part of.")
    return Refusal(f"This cannot be recorded: {name.replace('_', ' ')}.")


def digest(asked: dict[str, Any]) -> str:
    """A fingerprint of what was asked, so that the audit holds no narrative and can still be compared."""
    text = json.dumps({name: str(value) for name, value in asked.items() if name != "by"}, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
