"""The clocks of health, from its facts and from periods of care."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.calendar.calendar_days import months_after
from sightline.foundation.timescales.rules import AlertClass, Clock, Ending, State, Timescale, months
from sightline.practice.care.queries import longer_than_breaks, standing_facts
from sightline.practice.care.rules.time_in_care import TimeInCare
from sightline.practice.health import rules
from sightline.practice.health.models import (
    DentalCheck,
    DevelopmentCheck,
    HealthAssessment,
    ImmunisationStatus,
    StrengthsAndDifficulties,
)
from sightline.practice.health.queries.checked import Checked, checks
from sightline.practice.health.rules import intervals, timescales

TOO_OLD_FOR_QUESTIONNAIRE = "Turned 17"
QUESTIONNAIRE_AGES = (4, 16)  # years, both included
HAD_ONE = "An assessment had been done in the 3 months before"
SOONER = replace(timescales.REVIEW_ASSESSMENT, alert=AlertClass.M)  # six months are no year


def assessment_clocks(children: Iterable[UUID]) -> list[Clock]:
    """The first health assessment of each period of care, and each review after it."""
    people = list(children)
    facts = checks(HealthAssessment, people)
    found: list[Clock] = []
    for care in longer_than_breaks(people):
        done = [each for each in facts[care.child] if each.result == rules.DONE]
        found.append(initial(care, done))
        found += reviews(care, facts[care.child])
    return found


def initial(care: TimeInCare, done: Iterable[Checked]) -> Clock:
    """The clock of the first health assessment."""
    by_doctor = [each for each in done if each.by != rules.Clinician.NURSE and not each.year_only]
    before = [each for each in by_doctor if months_after(care.began, -intervals.RECENT) <= each.happened < care.began]
    since = [each.happened for each in by_doctor if care.covers(each.happened)]
    had_one = Ending(HAD_ONE, on=care.began, state=State.NOT_APPLICABLE) if before else None
    return Clock(
        timescales.INITIAL_ASSESSMENT,
        child=care.child,
        anchor=care.period,
        start=care.began,
        stop=None if had_one else min(since, default=None),
        ended=had_one or care.ending_of(care.began),
    )


def reviews(care: TimeInCare, facts: Iterable[Checked]) -> Iterator[Clock]:
    """From each assessment the next; a refusal declines it, and it is offered again three months later."""
    earliest = months_after(care.began, -intervals.RECENT)
    known = [
        each
        for each in facts
        if each.result in (rules.DONE, rules.REFUSED) and earliest <= each.happened <= (care.ended or date.max)
    ]
    begun = next((place for place, each in enumerate(known) if each.result == rules.DONE), None)
    if begun is None:
        return
    chain = known[begun:]
    for place, fact in enumerate(chain):
        yield review_after(care, fact, chain[place + 1] if place + 1 < len(chain) else None)


def review_after(care: TimeInCare, fact: Checked, following: Checked | None) -> Clock:
    """The clock from an assessment, or from a refusal, to the next."""
    refused = fact.result == rules.REFUSED
    allows = months(intervals.OFFER_AGAIN) if refused else intervals.next_assessment(fact.happened, care.born)
    declined = following is not None and following.result == rules.REFUSED
    over = care.ending_of(fact.happened)
    if declined and following is not None:
        over = Ending("Declined", on=following.happened, state=State.DECLINED)
    return Clock(
        timescales.REVIEW_ASSESSMENT if allows.number == intervals.YEAR else SOONER,
        child=care.child,
        anchor=fact.fact,
        start=fact.happened,
        stop=following.happened if following and not declined else None,
        allows=allows,
        estimated=fact.year_only,
        ended=over,
    )


def dental_clocks(children: Iterable[UUID]) -> list[Clock]:
    """A dentist's check within a year of coming into care, then of each check that was attended."""
    people = list(children)
    facts = checks(DentalCheck, people)
    found: list[Clock] = []
    for care in longer_than_breaks(people):
        done = [each for each in facts[care.child] if each.result == rules.DONE and care.covers(each.happened)]
        found += chain_of(care, timescales.DENTAL_CHECK, done)
    return found


def chain_of(care: TimeInCare, timescale: Timescale, done: list[Checked]) -> Iterator[Clock]:
    """One clock from coming into care and one from each fact, each stopped by the next fact."""
    anchors: list[tuple[Any, date]] = [(care.period, care.began), *((each.fact, each.happened) for each in done)]
    for place, (anchor, start) in enumerate(anchors):
        stop = done[place].happened if place < len(done) else None
        yield Clock(timescale, child=care.child, anchor=anchor, start=start, stop=stop, ended=care.ending_of(start))


def immunisation_clocks(children: Iterable[UUID]) -> list[Clock]:
    """The state of immunisations is recorded for each 31 March in care."""
    people = list(children)
    facts = checks(ImmunisationStatus, people)
    return [
        clock
        for care in longer_than_breaks(people)
        for clock in yearly(care, timescales.IMMUNISATIONS, facts[care.child])
    ]


def development_clocks(children: Iterable[UUID]) -> list[Clock]:
    """The state of development checks is recorded for each 31 March in care on which the child is under five."""
    people = list(children)
    facts = checks(DevelopmentCheck, people)
    return [
        clock
        for care in longer_than_breaks(people)
        for clock in yearly(care, timescales.DEVELOPMENT, facts[care.child], youngest_only=True)
    ]


def yearly(
    care: TimeInCare, timescale: Timescale, facts: Iterable[Checked], *, youngest_only: bool = False
) -> Iterator[Clock]:
    """One clock for the 31 March after coming into care, and one from each state recorded for the year after."""
    recorded = [each for each in facts if care.covers(each.happened)]
    anchors: list[tuple[Any, date]] = [(care.period, care.began), *((each.fact, each.happened) for each in recorded)]
    for place, (anchor, start) in enumerate(anchors):
        due = intervals.end_of_year(start) if place == 0 else intervals.end_of_next_year(start)
        if youngest_only and not care.is_aged(0, intervals.YOUNG - 1, due):
            continue
        stop = recorded[place].happened if place < len(recorded) else None
        yield Clock(
            timescale,
            child=care.child,
            anchor=anchor,
            start=start,
            stop=stop,
            set_for=due,
            ended=care.ending_of(start),
        )


def questionnaire_clocks(children: Iterable[UUID]) -> list[Clock]:
    """A questionnaire a year after a year of care, then a year after each; for those of 4 to 16."""
    people = list(children)
    facts = standing_facts(StrengthsAndDifficulties, people)
    return [clock for care in longer_than_breaks(people) for clock in questionnaires(care, facts[care.child])]


def questionnaires(care: TimeInCare, facts: Iterable[StrengthsAndDifficulties]) -> Iterator[Clock]:
    """The questionnaire clocks of one period of care."""
    fourth, seventeenth = (care.birthday(age) for age in (QUESTIONNAIRE_AGES[0], QUESTIONNAIRE_AGES[1] + 1))
    if fourth is None or seventeenth is None:
        return
    done = [each for each in facts if care.covers(each.happened)]
    first = max(months_after(care.began, 12), fourth)
    anchors: list[tuple[Any, date]] = [(care.period, first), *((each, each.happened) for each in done)]
    for place, (anchor, start) in enumerate(anchors):
        if start >= seventeenth or (care.ended is not None and start > care.ended):
            continue
        too_old = Ending(TOO_OLD_FOR_QUESTIONNAIRE, on=seventeenth, state=State.NOT_APPLICABLE)
        soon = seventeenth <= months_after(start, 24)
        over = care.ending_of(start)
        if soon and (over is None or over.on is None or seventeenth < over.on):
            over = too_old
        stop = done[place].happened if place < len(done) else None
        yield Clock(timescales.QUESTIONNAIRE, child=care.child, anchor=anchor, start=start, stop=stop, ended=over)
