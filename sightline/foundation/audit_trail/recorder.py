"""The recorder's database functions, called from Python: the only way into the audit."""

import json
from collections.abc import Iterable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from sightline.foundation.facts import Acting


@dataclass(frozen=True)
class EntryOfRequest:
    """What an earlier request with the same key did."""

    id: int
    result: UUID | None


@dataclass(frozen=True)
class Opened:
    """Records that this transaction opened, and how."""

    people: tuple[UUID, ...]
    basis: str
    reason: str
    via: UUID | None


NOT_SHOWN = "; the page was not shown"
LONGEST_BASIS = 120  # characters
COPY_MADE = "copy made: "  # how the basis of a copy begins
OPENED: ContextVar[tuple[Opened, ...]] = ContextVar("opened", default=())


def begin(*, actor: UUID | None, session: str, request: UUID, route: str) -> None:
    """Tell the database, for this transaction only, who asks, in which session and request, by which route."""
    OPENED.set(())
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('sightline.actor', %s, true), set_config('sightline.session', %s, true),"
            " set_config('sightline.request', %s, true), set_config('sightline.route', %s, true)",
            [str(actor or ""), session, str(request), route],
        )


def forget(shown: Iterable[UUID] = (), *, basis: str = "") -> None:
    """Log whom the lists of a request showed, and make the rest of the transaction nobody's.

    Nothing after a request can then read as its user.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('sightline.actor', '', true), set_config('sightline.request', '', true),"
            " set_config('sightline.entry', '', true) FROM record_shown(%s::uuid[], %s)",
            [list(shown), basis],
        )


def work_under(entry_id: int) -> None:
    """Say which audit entry the change rows of this transaction belong to from now on."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('sightline.entry', %s, true)", [str(entry_id)])


def open_record(person: UUID, *, basis: str, reason: str = "", via: UUID | None = None) -> bool:
    """Log that a record is opened, and open it for this request; False if there is no such record for this actor."""
    return open_records([person], basis=basis, reason=reason, via=via) == 1


def open_records(people: Iterable[UUID], *, basis: str, reason: str = "", via: UUID | None = None) -> int:
    """Open and log several records at once; how many of them exist for this actor."""
    return open_all([Opened(tuple(people), basis, reason, via)])


def open_all(asked: Sequence[Opened]) -> int:
    """Open and log records, each group on a basis of its own, in one question; how many exist for this actor."""
    with connection.cursor() as cursor:
        calls = ", ".join(["open_records(%s::uuid[], %s, %s, %s)"] * len(asked))
        given = [part for each in asked for part in (list(each.people), each.basis, each.reason, each.via)]
        cursor.execute(f"SELECT {calls}", given)
        found = cursor.fetchone()
    OPENED.set((*OPENED.get(), *(each for each, number in zip(asked, found, strict=True) if number)))
    return int(sum(found))


def opened_so_far() -> tuple[Opened, ...]:
    """What was opened since the transaction began, also where it has failed since."""
    return OPENED.get()


def log_again(opened: Iterable[Opened]) -> None:
    """Log the openings of a transaction that was rolled back, in the one that follows it."""
    for each in opened:
        basis = each.basis[: LONGEST_BASIS - len(NOT_SHOWN)] + NOT_SHOWN
        open_records(each.people, basis=basis, reason=each.reason, via=each.via)


def open_created(people: Iterable[UUID]) -> None:
    """Open records that this transaction has just created."""
    open_records(people, basis="created")


def refuse(*, actor: UUID | None, route: str, asked_for: UUID | None, why: str, session: str = "") -> None:
    """Log a refusal; called in a transaction of its own, after the refused one was rolled back."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT record_refusal(%s, %s, %s, %s, %s)", [actor, session, route, asked_for, why])


def entry_of_request(by: Acting) -> EntryOfRequest | None:
    """The audit entry of the same request, once any other copy of it that is under way has finished."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, result FROM entry_of_request(%s, %s)", [by.practitioner_id, by.request_key])
        row = cursor.fetchone()
    return EntryOfRequest(id=row[0], result=row[1]) if row else None


def record_entry(
    *,
    by: Acting,
    name: str,
    says: str,
    about: Sequence[UUID],
    facts: Sequence[Sequence[str]],
    result: UUID | None,
    digest: str,
) -> int:
    """Write the audit entry of one action; its number."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT record_entry(%s, %s, %s, %s, %s, %s, %s, %s, %s::uuid[], %s::jsonb, %s, %s, %s)",
            [
                by.practitioner_id, by.system, by.role, by.team_id, by.basis, by.session, name, says,
                list(about), json.dumps(facts), by.request_key, result, digest,
            ],
        )  # fmt: skip
        return int(cursor.fetchone()[0])
