"""How the list of what was done at night, and who accepted it, is kept equal to the facts."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from sightline.foundation.calendar.instants import start_of_day
from sightline.foundation.kept import made_again
from sightline.practice.front_door import rules
from sightline.practice.front_door.models import NightAccepted, NightAction, NightWork

READ = (NightAction, NightAccepted)


def rows_of(children: list[UUID]) -> Iterator[NightWork]:
    """A row for each thing done at night for these children."""
    accepted = {each.action_id: each for each in NightAccepted.objects.current().about(children)}
    for each in NightAction.objects.current().about(children):
        taken, done_at = accepted.get(each.pk), each.happened_at or start_of_day(each.happened)
        yield NightWork(
            action_id=each.pk,
            child_id=each.child_id,
            recorded_together=each.entry_id,
            what=each.what,
            done_at=done_at,
            done_by_id=each.recorded_by_id,
            request_id=each.request_id,
            accept_by=rules.accept_by(done_at),
            accepted_at=taken.recorded_at if taken else None,
            accepted_by_id=taken.recorded_by_id if taken else None,
        )


refresh = made_again(NightWork, rows_of)
