"""Clocks of the care plan and of the plan for a home for good."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sightline.foundation.timescales.rules import Clock
from sightline.practice.care.models import CarePlan, CareReview
from sightline.practice.care.queries.times import longer_than_breaks, standing
from sightline.practice.care.rules import timescales
from sightline.practice.care.rules.choices import COURT_PLANS
from sightline.practice.care.rules.time_in_care import TimeInCare, shares_days


def care_plan_clocks(children: Iterable[UUID]) -> list[Clock]:
    """One clock for each period of care that began without a court's asking for the plan."""
    people = list(children)
    plans = standing(CarePlan, people)
    return [
        Clock(
            timescales.CARE_PLAN,
            child=care.child,
            anchor=care.period,
            start=care.first_home.began if care.first_home else None,
            stop=first_plan(care, plans[care.child]),
            ended=care.ending_of(care.began),
        )
        for care in longer_than_breaks(people)
        if care.status_on(care.began) not in COURT_PLANS
    ]


def permanence_clocks(children: Iterable[UUID]) -> list[Clock]:
    """One clock for each period of care: by the second review the way to a lasting home is recorded."""
    people = list(children)
    plans = {child: [plan for plan in found if plan.options] for child, found in standing(CarePlan, people).items()}
    reviews = standing(CareReview, people, cancelled=False)
    return [
        Clock(
            timescales.PERMANENCE_PLAN,
            child=care.child,
            anchor=care.period,
            start=care.began,
            set_for=second_review(care, reviews[care.child]),
            stop=first_plan(care, plans.get(care.child, [])),
            ended=care.ending_of(care.began),
        )
        for care in longer_than_breaks(people)
    ]


def first_plan(care: TimeInCare, plans: Iterable[CarePlan]) -> date | None:
    """The day on which the first plan for this period of care was agreed; one from before counts if it still stood."""
    return min((plan.began for plan in plans if shares_days(plan, care.began, care.ended)), default=None)


def second_review(care: TimeInCare, reviews: Iterable[CareReview]) -> date | None:
    """The day of the second review of a period of care, once it was held."""
    held = [review.happened for review in reviews if care.covers(review.happened)]
    return held[1] if len(held) > 1 else None
