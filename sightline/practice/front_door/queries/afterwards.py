"""What became of decisions about contacts: what changed soon, what was decided on limited information, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet

from sightline.practice.front_door.models import DecidedContact
from sightline.practice.front_door.queries.threshold import Threshold, threshold
from sightline.practice.front_door.rules import ON_ENOUGH
from sightline.practice.front_door.rules.afterwards import CHANGED_WITHIN, REPEATED_WITHIN, Bunching, bunching

PERIOD = timedelta(days=365)  # a rolling year (measures, rule 1)


@dataclass(frozen=True)
class LookedBack:
    """Of contacts that were closed long enough ago, how many changed or came again; by how much was known."""

    of: int
    number: int


@dataclass(frozen=True)
class OfDecisionMaker:
    """How many contacts one decision-maker closed, and how many of these on limited information."""

    practitioner: UUID | None
    name: str
    closed: int
    limited: int


@dataclass(frozen=True)
class Afterwards:
    """Everything the page says."""

    since: date
    limited: int
    could_be: int  # decisions that a manager is asked to sign where too little is known
    changed: dict[bool, LookedBack]  # by whether they were decided on limited information
    repeated: dict[bool, LookedBack]
    hours: list[float]
    bunching: Bunching
    makers: list[OfDecisionMaker]
    threshold: Threshold


def afterwards(today: date) -> Afterwards:
    """What became of the decisions of a year; two questions."""
    since = today - PERIOD
    rows = list(DecidedContact.objects.filter(decided_on__gte=since).select_related("decided_by"))
    closed, could_be = [row for row in rows if row.closes], [row for row in rows if row.way in ON_ENOUGH]
    hours = [time for row in rows if (time := hours_of(row)) is not None]
    return Afterwards(
        since=since,
        limited=sum(row.limited for row in could_be),
        could_be=len(could_be),
        changed={each: looked_back(closed, each, "changed_on", CHANGED_WITHIN, today) for each in (True, False)},
        repeated={each: looked_back(closed, each, "repeated_on", REPEATED_WITHIN, today) for each in (True, False)},
        hours=hours,
        bunching=bunching(hours),
        makers=makers(closed),
        threshold=threshold(since, today),
    )


def hours_of(row: DecidedContact) -> float | None:
    """The hours from receipt to decision; nothing where a time is not known."""
    if row.received_at is None or row.decided_at is None:
        return None
    return max(0.0, (row.decided_at - row.received_at).total_seconds() / 3600)


def looked_back(closed: Sequence[DecidedContact], limited: bool, column: str, within: int, today: date) -> LookedBack:
    """Of what was closed at least so many days ago, how much was followed within these days."""
    whole = timedelta(days=within)
    of = [row for row in closed if row.limited is limited and row.decided_on + whole <= today]
    followed = [row for row in of if (day := getattr(row, column)) and day <= row.decided_on + whole]
    return LookedBack(len(of), len(followed))


def makers(closed: Sequence[DecidedContact]) -> list[OfDecisionMaker]:
    """The decision-makers, those who closed most first."""
    names = {row.decided_by_id: row.decided_by.name if row.decided_by else "" for row in closed}
    all_of, limited = Counter(row.decided_by_id for row in closed), Counter()  # type: ignore[var-annotated]
    limited.update(row.decided_by_id for row in closed if row.limited)
    return [OfDecisionMaker(key, names[key], number, limited[key]) for key, number in all_of.most_common()]


def those(which: str, today: date, makers: Collection[UUID] | None = None) -> QuerySet[DecidedContact]:
    """The decisions that a number of the page counts, the newest first; only of these decision-makers if there are."""
    rows = DecidedContact.objects.filter(WHICH[which](today), decided_on__gte=today - PERIOD)
    if makers is not None:
        rows = rows.filter(decided_by__in=makers)
    return rows.select_related("child__person").order_by("-decided_on", "decision_id")


def followed(column: str, within: int, *, limited: bool) -> Callable[[date], Q]:
    """What was closed long enough ago, and followed by something within these days."""
    whole = timedelta(days=within)
    soon = Q(**{f"{column}__lte": F("decided_on") + whole})
    return lambda today: Q(closes=True, limited=limited, decided_on__lte=today - whole) & soon


WHICH: dict[str, Callable[[date], Q]] = {
    "limited": lambda today: Q(way__in=ON_ENOUGH, limited=True),
    "closed": lambda today: Q(closes=True),
    "closed-limited": lambda today: Q(closes=True, limited=True),
    "changed-limited": followed("changed_on", CHANGED_WITHIN, limited=True),
    "changed-full": followed("changed_on", CHANGED_WITHIN, limited=False),
    "repeated-limited": followed("repeated_on", REPEATED_WITHIN, limited=True),
    "repeated-full": followed("repeated_on", REPEATED_WITHIN, limited=False),
}
