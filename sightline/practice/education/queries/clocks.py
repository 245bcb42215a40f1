"""The clocks of education, from its facts and from periods of care."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from sightline.foundation.calendar.school_days import OutsideTermCalendar, first_day_of_next_term
from sightline.foundation.timescales.rules import Clock, Ending
from sightline.foundation.timescales.rules.clock import CALENDAR_ENDS
from sightline.practice.care.models import Home
from sightline.practice.care.queries import longer_than_breaks, standing_facts
from sightline.practice.care.rules.time_in_care import TimeInCare, lasts_on
from sightline.practice.education.models import PersonalEducationPlan, SchoolPlace
from sightline.practice.education.rules import timescales
from sightline.practice.education.rules.timescales import PLAN_AGES, SCHOOL_AGES


def plan_clocks(children: Iterable[UUID]) -> list[Clock]:
    """The first plan of each period of care, a review in each term after it, and a plan at each new school."""
    people = list(children)
    plans = standing_facts(PersonalEducationPlan, people)
    places = standing_facts(SchoolPlace, people)
    found: list[Clock] = []
    for care in longer_than_breaks(people):
        held = [plan for plan in plans[care.child] if care.covers(plan.happened)]
        found += first_plan(care, held)
        found += termly(care, held)
        found += at_new_schools(care, held, places[care.child])
    return found


def first_plan(care: TimeInCare, held: list[PersonalEducationPlan]) -> Iterator[Clock]:
    """The first plan: ten working days from the first home, not twenty school days (timescales, section 6, trap 9)."""
    start = care.first_home.began if care.first_home else None
    if not care.is_aged(*PLAN_AGES, on=start or care.began):
        return
    yield Clock(
        timescales.PLAN_FIRST,
        child=care.child,
        anchor=care.period,
        start=start,
        stop=held[0].happened if held else None,
        ended=care.ending_of(care.began),
    )


def termly(care: TimeInCare, held: list[PersonalEducationPlan]) -> Iterator[Clock]:
    """From each plan or review the next, by the end of the term that follows."""
    for place, plan in enumerate(held):
        following = held[place + 1].happened if place + 1 < len(held) else None
        try:
            start, missing = first_day_of_next_term(plan.happened), ""
        except OutsideTermCalendar:
            start, missing = plan.happened, CALENDAR_ENDS
        if not care.is_aged(*PLAN_AGES, on=start):
            continue
        yield Clock(
            timescales.PLAN_TERMLY,
            child=care.child,
            anchor=plan,
            start=start,
            stop=following,
            missing=missing,
            ended=care.ending_of(plan.happened),
        )


def at_new_schools(
    care: TimeInCare, held: list[PersonalEducationPlan], places: Iterable[SchoolPlace]
) -> Iterator[Clock]:
    """A plan at each school the child began while in care."""
    for place in places:
        if not (care.began < place.began and care.covers(place.began)):
            continue
        since = [plan.happened for plan in held if plan.happened >= place.began]
        over = care.ending_of(place.began)
        if place.ended and (over is None or over.on is None or place.ended < over.on):
            over = Ending("The child left the school", on=place.ended)
        yield Clock(
            timescales.PLAN_NEW_SCHOOL,
            child=care.child,
            anchor=place,
            start=place.began,
            stop=min(since, default=None),
            ended=over,
        )


def school_place_clocks(children: Iterable[UUID]) -> list[Clock]:
    """A school place after each emergency move of a child of school age who has none to keep."""
    people = list(children)
    places = standing_facts(SchoolPlace, people)
    return [
        Clock(
            timescales.SCHOOL_PLACE,
            child=care.child,
            anchor=(Home._meta.label, stay.first.pk),
            start=stay.began,
            stop=place_since(stay.began, places[care.child]),
            ended=care.ending_of(stay.began),
        )
        for care in longer_than_breaks(people)
        for stay in care.stays
        if stay.first.emergency
        and care.is_aged(*SCHOOL_AGES, on=stay.began)
        and not any(keeps_place(place, stay.began) for place in places[care.child])
    ]


def keeps_place(place: SchoolPlace, moved_on: date) -> bool:
    """Whether a school place from before a move goes on after it."""
    return place.began < moved_on and lasts_on(place, moved_on)


def place_since(day: date, places: Iterable[SchoolPlace]) -> date | None:
    """The first day on a school's roll from a day on."""
    return min((place.began for place in places if place.began >= day), default=None)
