"""How the list of what was done at night, and who accepted it, is kept equal to the facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from sightline.foundation.calendar.instants import start_of_day
from sightline.foundation.timescales.refresh import one_at_a_time
from sightline.practice.front_door import rules
from sightline.practice.front_door.models import NightAccepted, NightAction, NightWork

READ = (NightAction, NightAccepted)
KEPT = tuple(field.name for field in NightWork._meta.concrete_fields if not field.primary_key)


def refresh(children: Iterable[UUID]) -> None:
    """Read again what was done at night for these children; as many questions for a thousand as for one."""
    people = list(children)
    if not people:
        return
    one_at_a_time(people)
    made = list(rows_of(people))
    NightWork.objects.filter(child__in=people).exclude(pk__in=[row.pk for row in made]).delete()
    NightWork.objects.bulk_create(
        made, batch_size=1000, update_conflicts=True, unique_fields=["action_id"], update_fields=KEPT
    )


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
