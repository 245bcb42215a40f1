"""Clocks of reviews for children who wait for an adoptive home, and for those who live in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.timescales.rules import Clock, Ending, months
from sightline.practice.care.models import CareReview, Home, LegalStatus
from sightline.practice.care.queries.clocks.reviews import earlier
from sightline.practice.care.queries.times import longer_than_breaks, standing
from sightline.practice.care.rules import timescales
from sightline.practice.care.rules.choices import PLACEMENT_ORDER
from sightline.practice.care.rules.time_in_care import Stay, TimeInCare

PLACED, ORDER_ENDED, RETURNED = "Placed for adoption", "The placement order ended", "No longer placed for adoption"
WHEN_PLACED = (timescales.ADOPTION_PLACED_FIRST, timescales.ADOPTION_PLACED_SECOND, timescales.ADOPTION_PLACED)


def adoption_clocks(children: Iterable[UUID]) -> list[Clock]:
    """From the placement order until the child is placed, and from being placed until the order or the return."""
    people = list(children)
    reviews = standing(CareReview, people, cancelled=False)
    found: list[Clock] = []
    for care in longer_than_breaks(people):
        found += waiting(care, reviews[care.child])
        for stay in care.for_adoption():
            found += placed(care, stay, reviews[care.child])
    return found


def waiting(care: TimeInCare, reviews: Iterable[CareReview]) -> Iterator[Clock]:
    """The clocks of a child who may be placed for adoption and is not: 3 months, then 6 (reg 36(1))."""
    for status in care.statuses:
        if status.code != PLACEMENT_ORDER or any(stay.began <= status.began for stay in care.for_adoption()):
            continue
        over = earlier(until_placed(care, status.began), care.ending_of(status.began))
        if status.ended and (over is None or over.on is None or status.ended < over.on):
            over = Ending(ORDER_ENDED, on=status.ended)
        held = between(reviews, status.began, over)
        for place, (anchor, start, stop) in enumerate(chain((LegalStatus._meta.label, status.pk), status.began, held)):
            first = months(3) if place == 0 else None
            yield Clock(
                timescales.ADOPTION_UNPLACED, child=care.child, anchor=anchor, start=start, stop=stop, allows=first,
                ended=over,
            )  # fmt: skip


def placed(care: TimeInCare, stay: Stay, reviews: Iterable[CareReview]) -> Iterator[Clock]:
    """The clocks of a child placed for adoption: 4 weeks, 3 months, then 6 (reg 36(3))."""
    over = care.ending_of(stay.began)
    if stay.ended and (over is None or over.on is None or stay.ended < over.on):
        over = Ending(RETURNED, on=stay.ended)
    held = between(reviews, stay.began, over)
    for place, (anchor, start, stop) in enumerate(chain((Home._meta.label, stay.first.pk), stay.began, held)):
        rule = WHEN_PLACED[min(place, len(WHEN_PLACED) - 1)]
        yield Clock(rule, child=care.child, anchor=anchor, start=start, stop=stop, ended=over)


def until_placed(care: TimeInCare, since: date) -> Ending | None:
    """That the child was placed for adoption after a day."""
    later = [stay.began for stay in care.for_adoption() if stay.began > since]
    return Ending(PLACED, on=min(later)) if later else None


def between(reviews: Iterable[CareReview], began: date, over: Ending | None) -> list[CareReview]:
    """The reviews held after a day, until it was over."""
    last = over.on if over and over.on else date.max
    return [review for review in reviews if began < review.happened <= last]


def chain(first: Any, began: date, held: list[CareReview]) -> Iterator[tuple[Any, date, date | None]]:
    """Anchor, start and stop of one clock after another: each review ends one and begins the next."""
    anchors: list[tuple[Any, date]] = [(first, began), *((review, review.happened) for review in held)]
    for place, (anchor, start) in enumerate(anchors):
        yield anchor, start, held[place].happened if place < len(held) else None
