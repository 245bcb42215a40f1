"""Clocks of care reviews and of the reviewing officer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

from sightline.foundation.calendar.calendar_days import months_after
from sightline.foundation.timescales.rules import Clock, Ending, State, days, months
from sightline.foundation.workforce.models import Involvement
from sightline.foundation.workforce.rules import InvolvementKind
from sightline.practice.care.models import CareReview, LegalStatus, ReviewingOfficerContact
from sightline.practice.care.queries.times import longer_than_breaks, standing, times_in_care
from sightline.practice.care.rules import timescales
from sightline.practice.care.rules.choices import SHORT_BREAKS
from sightline.practice.care.rules.short_breaks import Series, series_of
from sightline.practice.care.rules.time_in_care import TimeInCare, shares_days

ADOPTION_RULES = "Placed for adoption: reviews follow the rules of adoption"


def review_clocks(children: Iterable[UUID]) -> list[Clock]:
    """The first review from coming into care, the second from the first, each later one from the one before."""
    people = list(children)
    reviews = standing(CareReview, people, cancelled=False)
    return [clock for care in longer_than_breaks(people) for clock in reviews_of(care, reviews[care.child])]


def reviews_of(care: TimeInCare, reviews: Iterable[CareReview]) -> Iterator[Clock]:
    """The review clocks of one period of care; while a child is placed for adoption they stand still."""
    held = [review for review in reviews if care.covers(review.happened)]
    anchors: list[tuple[Any, date]] = [(care.period, care.began), *((review, review.happened) for review in held)]
    rules = (timescales.REVIEW_FIRST, timescales.REVIEW_SECOND)
    for place, (anchor, start) in enumerate(anchors):
        if is_placed(care, start):
            continue
        stop = held[place].happened if place < len(held) else None
        rule = rules[place] if place < len(rules) else timescales.REVIEW_NEXT
        ended = earlier(care.ending_of(start), placed_after(care, start))
        if stop is not None and ended is not None and ended.on is not None and ended.on < stop:
            stop = None
        yield Clock(rule, child=care.child, anchor=anchor, start=start, stop=stop, ended=ended)


def is_placed(care: TimeInCare, day: date) -> bool:
    """Whether the child lived with prospective adopters on a day."""
    return any(shares_days(home, day, day + timedelta(days=1)) for stay in care.for_adoption() for home in stay.homes)


def placed_after(care: TimeInCare, day: date) -> Ending | None:
    """That the child was placed for adoption later: from then on other rules hold."""
    later = [stay.began for stay in care.for_adoption() if stay.began > day]
    return Ending(ADOPTION_RULES, on=min(later), state=State.NOT_APPLICABLE) if later else None


def earlier(one: Ending | None, other: Ending | None) -> Ending | None:
    """The earlier of two endings."""
    known = [ending for ending in (one, other) if ending is not None]
    return min(known, key=lambda ending: ending.on or date.min, default=None)


def officer_clocks(children: Iterable[UUID]) -> list[Clock]:
    """The reviewing officer is named, and looks at each plan halfway to the next review."""
    people = list(children)
    named = standing(Involvement, people, kind=InvolvementKind.REVIEWING_OFFICER)
    looked = standing(ReviewingOfficerContact, people)
    reviews = standing(CareReview, people, cancelled=False)
    found = []
    for care in longer_than_breaks(people):
        found.append(naming(care, named[care.child]))
        found += halfway(care, reviews[care.child], looked[care.child])
    return found


def naming(care: TimeInCare, named: Iterable[Involvement]) -> Clock:
    """The clock by which the reviewing officer of a period of care is named."""
    since = [max(part.began, care.began) for part in named if shares_days(part, care.began, care.ended)]
    return Clock(
        timescales.OFFICER_NAMED,
        child=care.child,
        anchor=care.period,
        start=care.began,
        stop=min(since, default=None),
        ended=care.ending_of(care.began),
    )


def halfway(
    care: TimeInCare, reviews: Iterable[CareReview], looked: Iterable[ReviewingOfficerContact]
) -> Iterator[Clock]:
    """Between one review and the next: by half the time the next may take, the officer looks how it is going."""
    contacts = [contact.happened for contact in looked]
    held = [review for review in reviews if care.covers(review.happened)]
    for place, (review, following) in enumerate(pairwise([*held, None])):
        assert review is not None
        due = months_after(review.happened, 3 if place == 0 else 6)
        until = following.happened if following else None
        between = [on for on in contacts if on > review.happened and (until is None or on <= until)]
        over = Ending("The next review was held", on=until) if until else None
        yield Clock(
            timescales.OFFICER_MIDWAY,
            child=care.child,
            anchor=review,
            start=review.happened,
            stop=min(between, default=None),
            allows=days((due - review.happened).days // 2),
            ended=over or care.ending_of(review.happened),
        )


def short_break_clocks(children: Iterable[UUID]) -> list[Clock]:
    """Each series of short breaks is reviewed within 3 months of the first break, then every 6 months."""
    people = list(children)
    reviews = standing(CareReview, people, cancelled=False)
    statuses = standing(LegalStatus, people, code__in=SHORT_BREAKS)
    deaths = {care.child: care.died for care in times_in_care(people)}
    return [
        clock
        for child, breaks in statuses.items()
        for series in series_of(breaks)
        for clock in series_clocks(child, series, reviews[child], deaths.get(child))
    ]


def series_clocks(child: UUID, series: Series, reviews: Iterable[CareReview], died: date | None) -> Iterator[Clock]:
    """The review clocks of one series of short breaks."""
    over = earlier(series.ending, Ending("The child died", on=died) if died else None)
    last = over.on if over and over.on else date.max
    held = [review for review in reviews if series.began <= review.happened <= last]
    anchors: list[tuple[Any, date]] = [(series.first, series.began), *((review, review.happened) for review in held)]
    for place, (anchor, start) in enumerate(anchors):
        yield Clock(
            timescales.REVIEW_SHORT_BREAKS,
            child=child,
            anchor=anchor,
            start=start,
            stop=held[place].happened if place < len(held) else None,
            allows=months(3) if place == 0 else None,
            ended=over,
        )
