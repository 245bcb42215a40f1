"""The clocks of leaving care, from its facts and from periods of care."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.calendar.calendar_days import months_after
from sightline.foundation.timescales.rules import Clock, Ending, months
from sightline.foundation.workforce.models import Involvement
from sightline.foundation.workforce.rules import InvolvementKind
from sightline.practice.care.queries import standing_facts
from sightline.practice.leaving_care import rules
from sightline.practice.leaving_care.models import CareLeaverContact, CareLeaverStatus, PathwayPlan
from sightline.practice.leaving_care.queries.young_people import YoungPerson, young_people
from sightline.practice.leaving_care.rules import timescales
from sightline.practice.leaving_care.rules.entitlement import REVIEWED_TO

TURNED_21 = "Turned 21"
BIRTHDAYS = range(17, 22)  # of which the return asks (SSDA903, OC3)
LEFT_BEFORE = (17, 18)  # birthdays that count only for those no longer looked after
MONTHS_BEFORE = MONTHS_TO_NAME = 3


def pathway_clocks(children: Iterable[UUID]) -> list[Clock]:
    """The needs assessment, the plan, its reviews, and the personal adviser, for each eligible young person."""
    people = list(children)
    steps = standing_facts(PathwayPlan, people)
    advisers = standing_facts(Involvement, people, kind=InvolvementKind.PERSONAL_ADVISER)
    found: list[Clock] = []
    for who in young_people(people):
        found += first_steps(who, steps[who.child])
        found += reviews(who, steps[who.child])
        found.append(adviser(who, advisers[who.child]))
    return found


def first_steps(who: YoungPerson, steps: Iterable[PathwayPlan]) -> Iterator[Clock]:
    """The assessment and the plan: three months from the 16th birthday or the later day of becoming eligible."""
    kinds = ((timescales.ASSESSMENT, rules.PathwayStep.ASSESSMENT), (timescales.PLAN, rules.PathwayStep.PLAN))
    known = list(steps)
    for timescale, kind in kinds:
        yield Clock(
            timescale,
            child=who.child,
            anchor=anchor_of(who),
            start=who.eligible_from,
            stop=min((step.happened for step in known if step.kind == kind), default=None),
            ended=who.over(who.eligible_from, REVIEWED_TO, TURNED_21),
        )


def reviews(who: YoungPerson, steps: Iterable[PathwayPlan]) -> Iterator[Clock]:
    """Six months from the plan, then from each review, to 21."""
    chain = [step for step in steps if step.kind != rules.PathwayStep.ASSESSMENT]
    begun = next((place for place, step in enumerate(chain) if step.kind == rules.PathwayStep.PLAN), len(chain))
    for anchor, start, stop in following(chain[begun:]):
        if start < who.birthday(REVIEWED_TO):
            over = who.over(start, REVIEWED_TO, TURNED_21)
            yield Clock(timescales.REVIEW, child=who.child, anchor=anchor, start=start, stop=stop, ended=over)


def following(facts: list[Any]) -> Iterator[tuple[Any, date, date | None]]:
    """Each fact with its day and the day of the next."""
    for place, fact in enumerate(facts):
        yield fact, fact.happened, facts[place + 1].happened if place + 1 < len(facts) else None


def adviser(who: YoungPerson, advisers: Iterable[Involvement]) -> Clock:
    """The clock by which a personal adviser is named: at 16 years and 3 months, or 3 months from a later start."""
    later = who.eligible_from > who.birthday(16)
    known = [part.began for part in advisers if part.ended is None or part.ended > who.eligible_from]
    return Clock(
        timescales.ADVISER_NAMED,
        child=who.child,
        anchor=anchor_of(who),
        start=who.eligible_from,
        counted_from=None if later else who.born,
        allows=months(MONTHS_TO_NAME) if later else None,
        stop=min(known, default=None),
        ended=who.over(who.eligible_from, REVIEWED_TO, TURNED_21),
    )


def anchor_of(who: YoungPerson) -> Any:
    """The period of care in which a young person became eligible."""
    within = [care for care in who.times if care.began <= who.eligible_from]
    return max(within, key=lambda care: care.began).period


def contact_clocks(children: Iterable[UUID]) -> list[Clock]:
    """Keeping in touch with those who left care, and trying again where touch was lost."""
    people = list(children)
    contacts = standing_facts(CareLeaverContact, people)
    statuses = standing_facts(CareLeaverStatus, people)
    found: list[Clock] = []
    for who in young_people(people):
        left = who.left_on
        if left is None:
            continue
        found += keeping_in_touch(who, left, contacts[who.child])
        found += trying_again(who, contacts[who.child], statuses[who.child])
    return found


def keeping_in_touch(who: YoungPerson, left: date, contacts: Iterable[CareLeaverContact]) -> Iterator[Clock]:
    """Eight weeks from leaving care, then from each contact with a reply."""
    answered = [contact for contact in contacts if contact.replied and contact.happened >= left]
    anchors: list[tuple[Any, date]] = [(who.last_period.period, left), *((each, each.happened) for each in answered)]
    for place, (anchor, start) in enumerate(anchors):
        if start < who.birthday(REVIEWED_TO):
            yield Clock(
                timescales.CONTACT,
                child=who.child,
                anchor=anchor,
                start=start,
                stop=answered[place].happened if place < len(answered) else None,
                ended=who.over(start, REVIEWED_TO, TURNED_21),
            )


def trying_again(
    who: YoungPerson, contacts: Iterable[CareLeaverContact], statuses: Iterable[CareLeaverStatus]
) -> Iterator[Clock]:
    """Two weeks from losing touch, then from each attempt, until there is a reply."""
    tried = list(contacts)
    for lost in (status for status in statuses if status.in_touch == rules.NOT_IN_TOUCH):
        since = [contact for contact in tried if contact.happened >= lost.happened]
        answered = next((place for place, contact in enumerate(since) if contact.replied), len(since))
        chain = [lost, *since[:answered]]
        stops = [contact.happened for contact in since[: answered + 1]]
        for place, anchor in enumerate(chain):
            yield Clock(
                timescales.LOST_TOUCH,
                child=who.child,
                anchor=anchor,
                part=f"since {lost.happened.isoformat()}",
                start=anchor.happened,
                stop=stops[place] if place < len(stops) else None,
                ended=who.over(anchor.happened, REVIEWED_TO, TURNED_21),
            )


def return_clocks(children: Iterable[UUID]) -> list[Clock]:
    """For each birthday from the 17th to the 21st: how somebody who left care is doing."""
    people = list(children)
    statuses = standing_facts(CareLeaverStatus, people)
    return [clock for who in young_people(people) for clock in birthdays(who, statuses[who.child])]


def birthdays(who: YoungPerson, statuses: Iterable[CareLeaverStatus]) -> Iterator[Clock]:
    """The windows around the birthdays for which a young person belongs in the return."""
    known = list(statuses)
    for age in BIRTHDAYS:
        day = who.birthday(age)
        if who.left_on is None or not belongs_in_return(who, age, day):
            continue
        opens = months_after(day, -MONTHS_BEFORE)
        closes = months_after(who.birthday(age + 1), -MONTHS_BEFORE)
        recorded = [status.happened for status in known if opens <= status.happened < closes]
        yield Clock(
            timescales.RETURN,
            child=who.child,
            anchor=who.last_period.period,
            part=f"{age}{'st' if age == REVIEWED_TO else 'th'} birthday",
            start=day,
            stop=min(recorded, default=None),
            ended=ended_before(who, day),
        )


def belongs_in_return(who: YoungPerson, age: int, day: date) -> bool:
    """Whether the return asks about a birthday: not for those still looked after on the 17th or 18th."""
    return not (age in LEFT_BEFORE and who.in_care_on(day))


def ended_before(who: YoungPerson, day: date) -> Ending | None:
    """That the young person died, or another authority took over."""
    return who.over(months_after(day, -MONTHS_BEFORE), 99, "")


def activity_clocks(children: Iterable[UUID]) -> list[Clock]:
    """What somebody does is recorded again within eight weeks, to 21."""
    people = list(children)
    statuses = standing_facts(CareLeaverStatus, people)
    found: list[Clock] = []
    for who in young_people(people):
        known = [status for status in statuses[who.child] if status.activity]
        for anchor, start, stop in following(known):
            if start < who.birthday(REVIEWED_TO):
                over = who.over(start, REVIEWED_TO, TURNED_21)
                found.append(
                    Clock(timescales.ACTIVITY, child=who.child, anchor=anchor, start=start, stop=stop, ended=over)
                )
    return found
