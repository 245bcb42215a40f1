"""The evening and the morning as plain data: what day asks, what night did, and who took it over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse

from sightline.foundation.calendar.words import format_date, format_date_with_weekday, format_moment, format_time
from sightline.foundation.workforce.models import Practitioner
from sightline.foundation.workforce.presenters.behind_numbers import called
from sightline.practice.front_door.models import NightAccepted, NightAction, NightRequest, NightWork
from sightline.practice.front_door.queries.night import Asked
from sightline.practice.front_door.rules import NightWhat
from sightline.ui.components import Column, EmptyState, Link, Table, Tag

NOTHING_ASKED = EmptyState(
    "Day asks nothing of this night",
    "From a child’s record, choose “Ask something of the night”: it stands here from the first night to the last.",
)
NOTHING_TO_ACCEPT = EmptyState(
    "Nothing from the night waits to be taken over",
    "What is recorded out of hours in a child’s record stands here until a manager of the day has taken it over.",
)
NOBODY_TO_RING = "No manager is known: ring whoever is on duty"


@dataclass(frozen=True)
class AskedShown:
    """One thing day asks of the night, with everything the night needs before it opens the record."""

    children: list[Link]
    to_do: str
    what_if: str
    ring: str
    asked_by: str
    telephone: str
    until: str
    done: list[str]
    record: str


@dataclass(frozen=True)
class Late:
    """Something done at night that nobody took over in time, and whom to ring."""

    children: list[Link]
    what: str
    since: str
    ring: list[str]
    accept: str


def evening(asked: Iterable[Asked], *, records: bool) -> list[AskedShown]:
    """What day asks of the night; the same asked about brothers and sisters in one go stands once."""
    together: dict[tuple[int, str, str], list[Asked]] = {}
    for each in asked:
        together.setdefault((each.request.entry_id, each.request.to_do, each.request.what_if), []).append(each)
    return [shown(found, records=records) for found in together.values()]


def shown(together: list[Asked], *, records: bool) -> AskedShown:
    """One thing day asks of the night, about one child or several."""
    request, by = together[0].request, together[0].request.recorded_by
    return AskedShown(
        children=[child_link(each.request) for each in together],
        to_do=request.to_do,
        what_if=request.what_if,
        ring=request.ring,
        asked_by=by.name if by else "",
        telephone=by.telephone if by else "",
        until=format_date(request.until) if request.until > request.happened else "",
        done=list(dict.fromkeys(f"{words(done)}, {by_whom(done)}" for each in together for done in each.done)),
        record=reverse("front_door:record_night", args=[request.child_id]) if records else "",
    )


def child_link(row: NightRequest | NightWork) -> Link:
    """The child, leading to their record."""
    return Link(called(row.child.person), reverse("children:child", args=[row.child_id]))


def words(work: NightWork) -> str:
    """What was done at night, and when."""
    return f"{NightWhat(work.what).label}, {format_moment(work.done_at)}"


def by_whom(work: NightWork) -> str:
    """Who did it."""
    return work.done_by.name if work.done_by else "not known"


def late(
    work: Iterable[NightWork], now: datetime, managers: dict[UUID | None, list[Practitioner]], *, accepts: bool
) -> list[Late]:
    """What nobody took over in time, with the managers to ring; brothers and sisters of one entry together."""
    together: dict[int, list[NightWork]] = {}
    for each in work:
        if each.accepted_at is None and each.accept_by < now:
            together.setdefault(each.recorded_together, []).append(each)
    return [
        Late(
            [child_link(each) for each in found],
            f"{words(found[0])}, {by_whom(found[0])}",
            format_moment(found[0].accept_by),
            to_ring(found[0], managers),
            accept_link(found[0]) if accepts else "",
        )
        for found in together.values()
    ]


def to_ring(work: NightWork, managers: dict[UUID | None, list[Practitioner]]) -> list[str]:
    """The managers to ring about something, each with the number of theirs that is held, or of their team."""
    known = getattr(work.child, "in_sight", None)
    team = known.team if known else None
    found = managers.get(team.pk if team else None, [])
    lines = [", ".join(filter(None, (each.name, each.telephone))) for each in found]
    desk = f"{team.name}, {team.telephone}" if team and team.telephone else ""
    return [line for line in (*lines, desk) if line] or [NOBODY_TO_RING]


def accept_link(work: NightWork) -> str:
    """Where a manager takes something over."""
    return reverse("front_door:accept_night", args=[work.child_id, work.action_id])


def waiting_table(work: Sequence[NightWork], now: datetime, *, accepts: bool) -> Table:
    """What is still to be taken over in time."""
    rows = [
        [
            child_link(each),
            words(each),
            by_whom(each),
            format_moment(each.accept_by),
            *([Link("Take it over", accept_link(each), about=str(each.child.person))] if accepts else []),
        ]
        for each in work
        if each.accepted_at is None and each.accept_by >= now
    ]
    columns = [Column(heading) for heading in ("Child", "What was done", "By whom", "To be taken over by")]
    columns += [Column("Actions", hidden_heading=True)] if accepts else []
    return Table("To be taken over", columns, rows, empty=NOTHING_TO_ACCEPT)


def accepted_table(work: Sequence[NightWork]) -> Table:
    """What was taken over, by whom, and whether in time."""
    rows = [
        [
            child_link(each),
            words(each),
            f"{each.accepted_by.name if each.accepted_by else ''}, {format_moment(each.accepted_at)}",
            Tag("Late", "orange") if each.accepted_at > each.accept_by else Tag("In time", "green"),
        ]
        for each in work
        if each.accepted_at is not None
    ]
    columns = [Column(heading) for heading in ("Child", "What was done", "Taken over by", "In time?")]
    return Table("Taken over since yesterday", columns, rows, empty="Nothing yet.")


def unanswered_table(asked: Iterable[Asked]) -> Table:
    """What day had asked of the night, and what was recorded about it."""
    rows = [
        [
            child_link(each.request),
            each.request.to_do,
            "; ".join(words(done) for done in each.done) or Tag("Nothing recorded", "yellow"),
        ]
        for each in asked
    ]
    columns = [Column(heading) for heading in ("Child", "What day asked", "What was done about it")]
    return Table("What day had asked of the night", columns, rows, empty="Day had asked nothing of this night.")


def night_words(night: date) -> str:
    """Which night it is."""
    return f"The night that begins on {format_date_with_weekday(night)}"


def actions_shown(actions: Sequence[NightAction]) -> list[list[tuple[str, list[str]]]]:
    """What was done for each child, in its own words; once where it is the same for all."""
    told = [action_rows(each) for each in actions]
    if all(each == told[0] for each in told):
        return told[:1]
    return [[("Child", [str(each.child.person)]), *rows] for each, rows in zip(actions, told, strict=True)]


def action_rows(action: NightAction) -> list[tuple[str, list[str]]]:
    """Something done at night, in its own words, for the manager who takes it over."""
    by = action.recorded_by.name if action.recorded_by else ""
    moment = format_moment(action.happened_at) if action.happened_at else format_date(action.happened)
    rows = [("What was it?", [action.get_what_display()]), ("When, and by whom?", [f"{moment}, {by}"])]
    rows += [("What day had asked", action.request.to_do.splitlines())] if action.request else []
    rows += [("What was done", action.done.splitlines())]
    return rows + ([("What is left for the day", action.left_to_do.splitlines())] if action.left_to_do else [])


def request_title(request: NightRequest) -> str:
    """What day asked of night, as a line of a chronology."""
    return "Asked of the night" if request.until == request.happened else "Asked of several nights"


def action_title(action: NightAction) -> str:
    """Something done at night, as a line of a chronology."""
    at = f" at {format_time(action.happened_at)}" if action.happened_at else ""
    return f"Out of hours{at}: {action.get_what_display()}"


def accepted_title(accepted: NightAccepted) -> str:
    """That the day took something over, as a line of a chronology."""
    return "The day took over what was done at night"
