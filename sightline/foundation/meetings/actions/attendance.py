"""Correcting who came to a meeting, whether enough people did, and when the next one is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Conflict, Refusal, Work, Yielded, action, again, corrects, withdraws
from sightline.foundation.facts import Acting
from sightline.foundation.meetings import queries, rules
from sightline.foundation.meetings.actions.meetings import (
    CORRECTED_BEFORE,
    NOTHING_DIFFERENT,
    came,
    refuse,
    standing_fact,
)
from sightline.foundation.meetings.models import Attendance, Held
from sightline.foundation.meetings.rules import Quorum, TookPart
from sightline.foundation.moments import when_happened
from sightline.foundation.standing import hold
from sightline.foundation.writing import Correction

SAID = ("name", "organisation", "came", "sent_report")


@action(permission=Permission.RECORD_MEETING, says="corrected who came to a meeting")
def correct_people(
    *,
    wrong: UUID,
    child: UUID,
    people: Sequence[TookPart],
    quorum: Quorum,
    next_on: date | None,
    seen: int,
    why: str,
    by: Acting,
) -> Work:
    """Put right who came, for every child of the meeting whose record is open; who is not named did not take part.

    Raises Conflict with both lists where somebody corrected it since the version that was `seen`.
    """
    old = standing_fact(child, wrong)
    meeting = queries.meeting_about(child, old.meeting_id)
    if meeting is None:
        raise Refusal(CORRECTED_BEFORE)
    hold([each.child_id for each in meeting.held])
    refuse("" if old.took_place else "This meeting did not take place, and nobody came.")
    refuse(rules.missing_from_people(people), rules.missing_from_quorum(quorum), "" if why.strip() else "Say why.")
    refuse("The next meeting must not be before this one." if next_on and next_on < old.happened else "")
    refuse_stale(meeting, old, people, seen)
    afterwards = {"enough_came": quorum.enough, "went_on_because": quorum.went_on_because, "next_on": next_on}
    told = [*corrected_afterwards(meeting.held, afterwards, why), *corrected_people(meeting, people, why)]
    refuse("" if told else NOTHING_DIFFERENT)
    yield from told
    new: Held = next((each.new for each in told if isinstance(each, Correction) and each.old == old), old)
    return new


def refuse_stale(meeting: queries.WholeMeeting, old: Held, people: Sequence[TookPart], seen: int) -> None:
    """Raise with both lists unless the version seen is the one that stands."""
    version = queries.version_of_people(meeting.key, old.child_id)
    if version != seen:
        theirs: Any = old
        theirs.version, theirs.people = version, in_words(meeting.attendance_for(old.child_id))
        raise Conflict(theirs, {"people": in_words(people)})


def in_words(people: Sequence[Any]) -> list[str]:
    """Who came, or did not, in words."""
    return [f"{each.name} ({rules.Came(each.came).label.lower()})" for each in people]


def corrected_afterwards(held: Sequence[Held], right: dict[str, Any], why: str) -> Iterator[Yielded]:
    """What became of the meeting for each child, where something of it was wrong."""
    for each in held:
        if any(getattr(each, name) != value for name, value in right.items()):
            yield corrects(each, again(each, **right), reason=why)


def corrected_people(meeting: queries.WholeMeeting, people: Sequence[TookPart], why: str) -> Iterator[Yielded]:
    """Who came, in each record: corrected where it was wrong, added, and withdrawn where somebody was not there."""
    for held in meeting.held:
        known = {key_of(each): each for each in meeting.attendance_for(held.child_id)}
        shared = when_happened(held.happened, held.happened_at) | {"meeting_id": held.meeting_id}
        for position, each in enumerate(people):
            old = known.pop(key_of(each), None)
            if old is None:
                yield came(held.child_id, each, {**shared, "position": position})
            elif any(getattr(old, name) != getattr(each, name) for name in SAID):
                right = {name: getattr(each, name) for name in SAID}
                yield corrects(old, again(old, **right), reason=why)
        yield from (withdraws(each, reason=why) for each in known.values())


def key_of(person: Attendance | TookPart) -> tuple[str, str]:
    """By what somebody is known again: as what they came, and their name however it is written."""
    return person.part, person.name.strip().lower()
