"""Police notifications that arrive as a file: kept, taken in one by one, or set aside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Work, action, changes
from sightline.foundation.facts import Acting
from sightline.foundation.standing import NotNow, refuse_without
from sightline.practice.front_door.actions.receiving import taken
from sightline.practice.front_door.models import PoliceFile, PoliceLine
from sightline.practice.front_door.queries.police import lines_that_wait, seen_before
from sightline.practice.front_door.rules import Arrival, ChildOfContact, Referrer, Settled
from sightline.practice.front_door.rules.police_file import PoliceRow

BEFORE_YOU = "Somebody took this in, or set it aside, before you. Look at the list again."


@action(permission=Permission.ALLOCATE, says="sent a file of police notifications")
def keep_police_file(*, name: str, sha256: str, rows: Sequence[PoliceRow], by: Acting) -> Work:
    """Keep the lines of a file that nobody sent before; the same line of a later file is not kept again."""
    before = seen_before(row.fingerprint() for row in rows)
    fresh = {row.fingerprint(): row for row in rows if row.fingerprint() not in before}
    kept = PoliceFile(name=name[:120], sha256=sha256, lines=len(rows), fingerprints=list(fresh))
    yield kept
    for fingerprint, row in fresh.items():
        yield PoliceLine(
            file=kept, number=row.line, reference=row.reference[:60], fingerprint=fingerprint, said=row.plain()
        )
    return kept


@action(permission=Permission.ALLOCATE, says="took in a police notification")
def take_in_police(
    *,
    lines: Sequence[UUID],
    arrival: Arrival,
    referrer: Referrer,
    children: Sequence[ChildOfContact],
    received_at: datetime | None = None,
    by: Acting,
) -> Work:
    """Make one contact of the lines of a notification, about children whom a person chose; their words move there."""
    for line in the_waiting(lines):
        yield changes(line, version=line.version, settled=Settled.TAKEN_IN, said={})
    return (
        yield from taken(
            arrival=arrival, referrer=referrer, children=children, received_at=received_at, held_by=by.team_id, by=by
        )
    )


@action(permission=Permission.ALLOCATE, says="set a police notification aside")
def set_aside_police(*, lines: Sequence[UUID], why: str, by: Acting) -> Work:
    """Say why nothing is recorded of a notification, such as that it concerns another authority."""
    refuse_without(why, asks="Say why it is set aside.")
    found = the_waiting(lines)
    for line in found:
        yield changes(line, version=line.version, settled=Settled.SET_ASIDE, why=why)
    return found[0]


def the_waiting(lines: Sequence[UUID]) -> list[PoliceLine]:
    """These lines, all of which still wait; raises NotNow where one does not."""
    found = lines_that_wait(lines)
    if not found or len(found) != len(lines):
        raise NotNow(BEFORE_YOU)
    return found
