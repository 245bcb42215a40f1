"""Settling what an import could not: a fact that contradicts another, and two children who may be one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sightline.assurance.returns.models import Contest, Pair
from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Refusal, Work, action, changes, corrects, withdraws
from sightline.foundation.facts import Acting, Fact
from sightline.foundation.writing import again


class SettledAlready(Refusal):
    """Somebody else was first."""


class NeedsAnother(Refusal):
    """Two people agree before records are joined."""


@action(permission=Permission.RECORD_PRACTICE, says="settled a contested row of a return")
def settle_contest(
    *, contest: Contest, imported: Any, standing: Sequence[Any], takes_imported: bool, reason: str, by: Acting
) -> Work:
    """Let the row of the file stand in place of what cannot be true beside it, or leave what stands; one of the two.

    A later import of the same row writes nothing: what a person settled stays settled.
    """
    if contest.superseded_at or imported.superseded_at:
        raise SettledAlready("Somebody has settled this in the meantime.")
    yield withdraws(contest, reason=reason)
    if not takes_imported:
        yield withdraws(imported, reason=reason)
        return contest
    stands: Fact = again(imported)
    if standing:
        yield corrects(standing[0], stands, reason=reason)
        for other in standing[1:]:
            yield withdraws(other, reason=reason)
        yield withdraws(imported, reason=reason)
    else:
        yield corrects(imported, stands, reason=reason)
    return stands


@action(permission=Permission.MERGE_RECORDS, says="said whether two children of returns are one")
def answer_pair(*, pair: Pair, same: bool, reason: str, by: Acting) -> Work:
    """Say whether two records are about one child; that they are, a second person confirms before anything moves.

    Once it is confirmed, what the import wrote goes to the other record.
    """
    if pair.same is not None:
        raise SettledAlready("Somebody has answered this in the meantime.")
    said: dict[str, Any] = {"reasons": [*pair.reasons, reason]}
    if not same:
        said |= {"same": False}
    elif pair.asked_by_id is None:
        said |= {"asked_by_id": by.practitioner_id}
    elif pair.asked_by_id == by.practitioner_id:
        raise NeedsAnother("You said so yourself. Somebody else confirms it before anything is joined.")
    else:
        said |= {"same": True, "agreed_by_id": by.practitioner_id}
    yield changes(pair, version=pair.version, **said)
    return pair
