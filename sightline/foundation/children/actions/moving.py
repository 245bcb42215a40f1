"""Moving facts to another record: two people agree, and the database checks that they did."""

from collections.abc import Iterable
from uuid import UUID

from django.apps import apps
from django.db import DatabaseError, connection, transaction

from sightline.foundation.access.rules import Permission, may
from sightline.foundation.door import NotPermitted, Refusal
from sightline.foundation.facts import Acting, Fact
from sightline.foundation.oversight import in_sight
from sightline.foundation.timescales.refresh import refresh

NOT_AGREED = "MV001"  # the code under which moving.sql raises its sentences


def move_facts(
    *, from_person: UUID, to_person: UUID, asked_by: UUID, reason: str, only: Iterable[UUID] | None = None, by: Acting
) -> int:
    """Move everything, or only the named facts, from one record to another; the number of the audit entry.

    One practitioner asked; another, `by`, agrees now with both records open. Raises Refusal with a sentence.
    """
    if not may(by.role, Permission.MERGE_RECORDS):
        raise NotPermitted("Your role does not allow this. Ask your manager who can do it.")
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT move_facts(%s, %s, %s, %s, %s, %s::uuid[])",
                [
                    from_person,
                    to_person,
                    asked_by,
                    by.practitioner_id,
                    reason,
                    list(only) if only is not None else None,
                ],
            )
            entry = int(cursor.fetchone()[0])
    except DatabaseError as error:
        raise refusal_of(error) from error
    refresh({from_person, to_person}, {model for model in apps.get_models() if issubclass(model, Fact)})
    in_sight.refresh({from_person, to_person})
    return entry


def refusal_of(error: DatabaseError) -> Exception:
    """The sentence of the database where it refused the move; otherwise the error itself."""
    cause = error.__cause__
    if getattr(cause, "sqlstate", "") == NOT_AGREED:
        return Refusal(str(cause.diag.message_primary))  # type: ignore[union-attr]
    named = getattr(getattr(cause, "diag", None), "constraint_name", None)
    if named:
        return Refusal(f"The two records cannot be put together yet: {named.replace('_', ' ')}.")
    return error
