"""Clocks of the care plan and of the plan for a home for good."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sightline.foundation.oversight.queries import managers_entries
from sightline.foundation.timescales.rules import Clock, Ending
from sightline.foundation.timescales.rules.sequences import looks_at, over
from sightline.practice.care.models import AdoptionDecision, CarePlan, CareReview, LegalStatus
from sightline.practice.care.queries.clocks.reviews import earlier
from sightline.practice.care.queries.times import longer_than_breaks, standing
from sightline.practice.care.rules import timescales
from sightline.practice.care.rules.choices import ADOPTION, AGREED, COURT_PLANS
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


def adoption_decision_clocks(children: Iterable[UUID]) -> list[Clock]:
    """Once adoption is part of the plan, that it is decided; not where that was decided before."""
    people = list(children)
    decided = standing(AdoptionDecision, people)
    plans = standing(CarePlan, people)
    found: list[Clock] = []
    for care in longer_than_breaks(people):
        for_adoption = [plan for plan in plans[care.child] if ADOPTION in plan.options and care.covers(plan.began)]
        if not for_adoption:
            continue
        plan = for_adoption[0]
        known = [each.began for each in decided[care.child] if each.ended is None or each.ended > plan.began]
        if any(day < plan.began for day in known):
            continue
        last = [each.ended for each in for_adoption]
        changed = None if None in last else Ending("Adoption is not part of the plan any more", on=max(last))
        ended = earlier(changed, care.ending_of(plan.began))
        about = {"child": care.child, "anchor": plan, "start": plan.began}
        found.append(Clock(timescales.ADOPTION_DECISION, stop=min(known, default=None), ended=ended, **about))
    return found


def agreed_care_clocks(children: Iterable[UUID]) -> list[Clock]:
    """While care rests on agreement: whether that is still right, at six weeks, three and six months."""
    people = list(children)
    entries = managers_entries(people)
    reviews = standing(CareReview, people, cancelled=False)
    found: list[Clock] = []
    for child, agreed in standing(LegalStatus, people, code=AGREED).items():
        looked = sorted([*entries.get(child, []), *reviews[child]], key=lambda each: each.happened)
        for status in agreed:
            ended = over(status, "The legal status changed")
            found += looks_at(timescales.AGREED_CARE, status, timescales.LOOKS_AT_AGREED_CARE, looked, ended=ended)
    return found
