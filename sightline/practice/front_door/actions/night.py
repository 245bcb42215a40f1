"""What day asks of night, what night did, and the morning on which the day takes over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.door import Work, action
from sightline.foundation.facts import Acting
from sightline.foundation.moments import when_happened
from sightline.foundation.standing import NotNow, fact_of, hold, refuse_without
from sightline.practice.front_door.models import NightAccepted, NightAction, NightRequest
from sightline.practice.front_door.rules import NIGHTS_AT_ONCE, NightWhat


@dataclass(frozen=True)
class AskedOfNight:
    """What is asked of the night about one child, and what to do if something happens."""

    to_do: str
    what_if: str


@dataclass(frozen=True)
class DoneAtNight:
    """What was done for one child, and what is left for the day."""

    done: str
    left_to_do: str = ""


@action(permission=Permission.RECORD_PRACTICE, says="asked something of the night")
def ask_night(*, asked: Mapping[UUID, AskedOfNight], first: date, until: date, ring: str = "", by: Acting) -> Work:
    """Ask whoever answers at night to do something about these children, and say what to do if."""
    if until < first:
        raise NotNow("The last night cannot come before the first.")
    if (until - first).days >= NIGHTS_AT_ONCE:
        raise NotNow(f"Ask for at most {NIGHTS_AT_ONCE} nights; after them, look again and ask anew.")
    made = []
    for child, each in asked.items():
        refuse_without(each.to_do, asks="Say what is asked of the night.")
        refuse_without(each.what_if, asks="Say what to do if something happens.")
        made.append(
            NightRequest(child_id=child, happened=first, until=until, to_do=each.to_do, what_if=each.what_if, ring=ring)
        )
    yield from made
    return made[0] if made else None


@action(permission=Permission.RECORD_PRACTICE, says="recorded what was done at night")
def record_night(
    *,
    done: Mapping[UUID, DoneAtNight],
    what: str,
    at: datetime,
    requests: Mapping[UUID, UUID] | None = None,
    by: Acting,
) -> Work:
    """Record what was done out of hours for these children; `requests` names what it answers, where day had asked."""
    if what not in NightWhat.values:
        raise NotNow("Choose what was done from the list.")
    answers, made = requests or {}, []
    for child, each in done.items():
        refuse_without(each.done, asks="Say what was done.")
        made.append(
            NightAction(
                child_id=child,
                **when_happened(london_today(at), at),
                what=what,
                done=each.done,
                left_to_do=each.left_to_do,
                request=fact_of(NightRequest, answers[child], child) if child in answers else None,
            )
        )
    yield from made
    return made[0] if made else None


@action(permission=Permission.OVERSEE, says="took over what was done at night")
def accept_night(*, actions: Sequence[tuple[UUID, UUID]], next_step: str, on: date, by: Acting) -> Work:
    """Take over, as the manager of the day, what was done at night for these children, each with its action."""
    refuse_without(next_step, asks="Say what happens next, and who does it.")
    hold([child for child, _ in actions])
    made = []
    for child, key in actions:
        done = fact_of(NightAction, key, child)
        if NightAccepted.objects.current().filter(action=done).exists():
            raise NotNow("Somebody took this over before you.")
        if done.recorded_by_id and done.recorded_by_id == by.practitioner_id:
            raise NotNow("You did this yourself at night. Another manager takes it over.")
        made.append(NightAccepted(child_id=child, happened=on, action=done, next_step=next_step))
    yield from made
    return made[0] if made else None
