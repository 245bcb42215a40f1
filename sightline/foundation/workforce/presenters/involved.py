"""Who works and worked with a child, as a page shows it."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from django.urls import reverse

from sightline.foundation.calendar.words import format_date
from sightline.foundation.workforce.models import Involvement
from sightline.foundation.workforce.presenters.priority import priority_tag
from sightline.foundation.workforce.presenters.words import for_days, part_words
from sightline.foundation.workforce.rules import InvolvementKind
from sightline.ui.components import Column, Link, Table

NOW = [Column("Part"), Column("Who"), Column("Since"), Column("Why"), Column("Actions", hidden_heading=True)]
BEFORE = [Column("Part"), Column("Who"), Column("From and to"), Column("Why it ended")]
OTHERWISE_ENDED = (InvolvementKind.HOLDING_TEAM, InvolvementKind.REPORTED_WORKER)


def now_and_before(
    history: Iterable[Involvement], child: UUID, me: UUID, today: date, *, may_change: bool
) -> dict[str, Table]:
    """The two tables of the page."""
    everything = list(history)
    going = [each for each in everything if each.ended is None]
    over = [each for each in everything if each.ended is not None]
    rows = [row(each, child, me, today, may_change=may_change) for each in in_order(going)]
    return {
        "now": Table("Now", NOW, rows, empty="No team holds this child, and nobody works with them."),
        "before": Table("Before", BEFORE, [past_row(each) for each in over], empty="Nobody yet."),
    }


def in_order(going: Iterable[Involvement]) -> list[Involvement]:
    """The team first, then the worker, then the others."""
    places = {InvolvementKind.HOLDING_TEAM.value: 0, InvolvementKind.ALLOCATED_WORKER.value: 1}
    return sorted(going, key=lambda each: (places.get(each.kind, 2), each.began))


def row(each: Involvement, child: UUID, me: UUID, today: date, *, may_change: bool) -> tuple[object, ...]:
    """One part in the work that goes on."""
    since = f"{format_date(each.began)}, {for_days(each.began, today)}"
    why = [why for why in (priority_tag(each.priority), each.reason) if why]
    return part_words(each.kind), who(each), since, why, list(actions(each, child, me)) if may_change else ""


def past_row(each: Involvement) -> tuple[object, ...]:
    """One part in the work that is over."""
    assert each.ended is not None
    return part_words(each.kind), who(each), f"{format_date(each.began)} to {format_date(each.ended)}", each.end_reason


def who(each: Involvement) -> str:
    """The person, or the team where no person is named, or the number by which a return names a worker."""
    if each.practitioner:
        return each.practitioner.name
    return each.team.name if each.team else f"Registration {each.worker_number}"


def actions(each: Involvement, child: UUID, me: UUID) -> Iterator[Link]:
    """What can be done about one part; nothing about one's own, nor about what ends in a way of its own."""
    if each.practitioner_id != me and each.kind not in OTHERWISE_ENDED:
        address = reverse("workforce:end_involvement", args=[child, each.pk])
        yield Link("End", address, about=f"the part of {who(each)}")
