"""Clocks of visits to children in care: by home, by legal status, by what was settled (timescales, section 3H)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.timescales.rules import Clock, Ending, Unit
from sightline.foundation.visits.models import Seen
from sightline.foundation.visits.rules import VisitKind
from sightline.practice.care.models import CareReview, Home, HomeArrangement, LegalStatus
from sightline.practice.care.queries.clocks.homes import end_of_stay
from sightline.practice.care.queries.times import by_child, longer_than_breaks, standing
from sightline.practice.care.rules.choices import FULL_ORDER, SHORT_BREAKS, WITH_PARENT
from sightline.practice.care.rules.short_breaks import Series, series_of
from sightline.practice.care.rules.time_in_care import FOREVER, Stay, TimeInCare
from sightline.practice.care.rules.visits import (
    HOW_OFTEN_SET,
    SHORT_BREAK,
    VISIT_FIRST,
    VISIT_NEXT,
    WEEK,
    Circumstances,
    Ladder,
    gaps,
)


@dataclass(frozen=True)
class Known:
    """What is known of one child besides where they live and by what right."""

    seen: tuple[Any, ...]
    settled: tuple[Any, ...]
    reviews: tuple[Any, ...]


def visit_clocks(children: Iterable[UUID]) -> list[Clock]:
    """For each home the first visit and every next one; for short breaks the series as a whole."""
    people = list(children)
    seen = visits_in_care(people)
    settled = standing(HomeArrangement, people)
    reviews = standing(CareReview, people, cancelled=False)
    breaks = standing(LegalStatus, people, code__in=SHORT_BREAKS)
    found: list[Clock] = []
    for care in longer_than_breaks(people):
        known = Known(*(tuple(facts[care.child]) for facts in (seen, settled, reviews)))
        for stay in care.stays:
            found += clocks_of_stay(care, stay, known)
    for child, agreed in breaks.items():
        known = Known(tuple(seen[child]), (), tuple(reviews[child]))
        for series in series_of(agreed):
            found += clocks_of_series(child, series, known)
    return found


def visits_in_care(children: Iterable[UUID]) -> dict[UUID, list[Any]]:
    """Visits in which each child was seen and which count for a child in care; an attempt is none (C15)."""
    counted = Seen.objects.current().about(children).filter(seen=True, counts_as__contains=[VisitKind.IN_CARE])
    return by_child(counted.order_by("happened", "id"))


def clocks_of_stay(care: TimeInCare, stay: Stay, known: Known) -> Iterator[Clock]:
    """The visit clocks of one home."""
    ladder = ladder_of(care, stay, known)
    ended = end_of_stay(stay, care)
    seen = [each for each in known.seen if stay.began <= each.happened < (stay.ended or FOREVER)]
    home = (Home._meta.label, stay.first.pk)
    row = ladder.row_on(stay.began)
    yield Clock(
        row.of(VISIT_FIRST, row.first),
        child=care.child,
        anchor=home,
        start=stay.began,
        stop=first_since(seen, stay.began),
        ended=ended,
    )
    for status in orders_at_home(care, stay):
        yield Clock(
            ladder.row_on(status.began).of(VISIT_FIRST, WEEK),
            child=care.child,
            anchor=(LegalStatus._meta.label, status.pk),
            start=status.began,
            stop=first_since(seen, status.began),
            ended=ended,
        )
    yield from next_visits(care.child, seen, ladder, ended)


def orders_at_home(care: TimeInCare, stay: Stay) -> list[Any]:
    """Full care orders made while the child lived with a parent: the first visit is due within a week of the order."""
    return [
        status
        for status in care.statuses
        if status.code == FULL_ORDER
        and stay.began < status.began < (stay.ended or FOREVER)
        and stay.home_on(status.began).placement_type in WITH_PARENT
    ]


def first_since(seen: Iterable[Any], day: date) -> date | None:
    """The first visit from a day on."""
    return min((each.happened for each in seen if each.happened >= day), default=None)


def next_visits(child: UUID, seen: Iterable[Any], ladder: Ladder, ended: Ending | None) -> Iterator[Clock]:
    """From each visit the next one; of two on a day the first counts."""
    by_day: dict[date, Any] = {}
    for each in seen:
        by_day.setdefault(each.happened, each)
    for day, following, gap in gaps(by_day, ladder):
        yield Clock(
            gap.row.of(VISIT_NEXT, gap.allows),
            child=child,
            anchor=by_day[day],
            start=day,
            stop=following,
            counted_from=gap.counted_from if gap.counted_from != day else None,
            missing=HOW_OFTEN_SET if gap.allows.unit is Unit.DAY_SET else "",
            ended=ended,
        )


def ladder_of(care: TimeInCare, stay: Stay, known: Known) -> Ladder:
    """Everything that decides how often a child must be seen in one home."""
    keys = {home.pk for home in stay.homes}
    settled = [each for each in known.settled if each.home_id in keys]
    days = {
        stay.began,
        *(home.began for home in stay.homes),
        *(status.began for status in care.statuses),
        *(each.happened for each in settled),
    }
    inside = sorted({stay.began, *(day for day in days if stay.began <= day < (stay.ended or FOREVER))})
    return Ladder(
        began=stay.began,
        ended=stay.ended,
        circumstances=[(day, circumstances(care, stay, settled, day)) for day in inside],
        reviews=[review.happened for review in known.reviews],
        every=[(review.happened, review.visit_every_weeks) for review in known.reviews if review.visit_every_weeks],
    )


def circumstances(care: TimeInCare, stay: Stay, settled: Iterable[Any], day: date) -> Circumstances:
    """What decides which row fits on a day."""
    return Circumstances(
        placement_type=stay.home_on(day).placement_type,
        legal_status=care.status_on(day),
        arrangements=frozenset(each.arrangement for each in settled if each.happened <= day),
    )


def clocks_of_series(child: UUID, series: Series, known: Known) -> Iterator[Clock]:
    """The visit clocks of a series of short breaks (regulation 48)."""
    ending = series.ending
    last = ending.on if ending and ending.on else None
    ladder = Ladder(began=series.began, ended=last, circumstances=[(series.began, Circumstances("", SHORT_BREAKS[0]))])
    seen = [each for each in known.seen if series.began <= each.happened < (last or FOREVER)]
    yield Clock(
        SHORT_BREAK.of(VISIT_FIRST, SHORT_BREAK.first),
        child=child,
        anchor=(LegalStatus._meta.label, series.first.pk),
        start=series.began,
        stop=first_since(seen, series.began),
        ended=ending,
    )
    yield from next_visits(child, seen, ladder, ending)
