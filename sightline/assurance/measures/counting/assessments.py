"""Cases of the measures of assessments (AS1A, AS1B, AS3, AS5, AS7, AS9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sightline.assurance.measures.rules import (
    AGAIN_WITHIN,
    ASSESSED_AGAIN_WITHIN,
    REPEAT_WITHIN,
    REPEATS,
    SERVICE_WITHIN,
    Counted,
)
from sightline.foundation.calendar.ages import birthday_for_entitlement
from sightline.foundation.calendar.calendar_days import months_after
from sightline.foundation.calendar.holidays import OutsideHolidayList
from sightline.foundation.calendar.instants import day_of
from sightline.foundation.calendar.working_days import working_days_after
from sightline.foundation.children.models import Address, LifeEvent, LivesWith
from sightline.foundation.children.rules import LifeEventKind
from sightline.foundation.children.rules.contact import AddressKind
from sightline.foundation.timescales.lives import GROWN_UP_AT
from sightline.practice.assessment.models import Assessment, AssessmentFactor, NeedFound
from sightline.practice.assessment.queries.clocks import wanted
from sightline.practice.assessment.rules import ASSESSMENT, NO_FACTOR, NOTHING_FURTHER
from sightline.practice.care.models import Home
from sightline.practice.child_in_need.models import ChildInNeedPlan
from sightline.practice.child_protection.models import ProtectionPlan, Section47Enquiry
from sightline.practice.early_help.models import EarlyHelpEpisode
from sightline.practice.front_door.models import Referral

PLANS = (ChildInNeedPlan, ProtectionPlan)
CHANGES = (Section47Enquiry, Home)
LIVES_AT = (AddressKind.HOME, AddressKind.TEMPORARY, AddressKind.NO_FIXED)
READ = (
    Assessment,
    AssessmentFactor,
    NeedFound,
    Referral,
    EarlyHelpEpisode,
    LivesWith,
    LifeEvent,
    Address,
    *PLANS,
    *CHANGES,
)


def cases(children: list[UUID]) -> Iterator[Counted]:
    """Every case about these children."""
    finished: dict[UUID, list[Any]] = defaultdict(list)
    for each in authorised(children):
        finished[each.child_id].append(each)
    factors = factors_of(children)
    plans = plans_of(children)
    counted_from = {each.assessment.pk: each.start for each in wanted(children) if each.assessment}
    services = days_of((*PLANS, EarlyHelpEpisode), children)
    referred = days_of([Referral], children)
    needs: dict[UUID, list[NeedFound]] = defaultdict(list)
    for need in NeedFound.objects.current().about(children):
        needs[need.child_id].append(need)
    for child, assessments in finished.items():
        for number, each in enumerate(assessments):
            yield from within_limit("AS1A", each, each.began)
            yield from within_limit("AS1B", each, counted_from[each.pk])
            yield from unnecessary(each, factors[each.pk], services[child], referred[child])
            yield from repeated(each, assessments[: number + 1], plans[child])
            yield from leads_on(each, services[child], needs[child])
    yield from after_changes(children, finished)


def within_limit(code: str, assessment: Any, start: date) -> Iterator[Counted]:
    """Whether it was authorised in time, by the day on which it was.

    National statistics count from its own start (AS1A), guidance from the referral (AS1B); both are told.
    """
    try:
        limit = day_of(ASSESSMENT.allows(start))
    except OutsideHolidayList:
        return
    yield case(code, assessment, assessment.ended <= limit)


def unnecessary(assessment: Any, factors: set[str], services: list[date], referred: list[date]) -> Iterator[Counted]:
    """Whether looking back it led to nothing and nothing stood around it; known a year later (AS3)."""
    until = months_after(assessment.ended, AGAIN_WITHIN)
    own = assessment.referral.began if assessment.referral else None
    start = own or assessment.began
    around = [day for day in referred if day != own and months_after(day, AGAIN_WITHIN) >= start and day <= until]
    served = any(assessment.began <= day <= until for day in services)
    nothing = assessment.outcome in NOTHING_FURTHER and not factors - {NO_FACTOR} and not around and not served
    yield case("AS3", assessment, nothing, until)


def repeated(assessment: Any, so_far: list[Any], plans: list[Any]) -> Iterator[Counted]:
    """Whether it is one of three or more in two years without a plan in between, whenever that plan began (AS5)."""
    before = [
        each
        for each in so_far
        if each.pk != assessment.pk
        and months_after(each.ended, REPEAT_WITHIN) >= assessment.ended
        and not any(lies_between(plan, each.ended, assessment.ended) for plan in plans)
    ]
    yield case("AS5", assessment, len(before) + 1 >= REPEATS)


def lies_between(plan: Any, first: date, last: date) -> bool:
    """Whether there was a plan at any time between two assessments.

    One that begins on the day of an assessment comes of it, and lies between it and those that follow.
    """
    return plan.began < last and (plan.began >= first or plan.ended is None or plan.ended > first)


def leads_on(assessment: Any, services: list[date], needs: list[NeedFound]) -> Iterator[Counted]:
    """Whether, where need was found, a plan or service began soon after, or it says why nothing does (AS7)."""
    if assessment.outcome in NOTHING_FURTHER:
        return
    until = assessment.ended + timedelta(days=SERVICE_WITHIN)
    began = any(assessment.ended <= day <= until for day in services)
    of_it = [need for need in needs if assessment.began <= need.happened <= assessment.ended]
    named = any(need.why_none.strip() or starts_in_time(need, assessment.began, until) for need in of_it)
    yield case("AS7", assessment, began or named, until)


def starts_in_time(need: NeedFound, began: date, until: date) -> bool:
    """Whether what answers a need is named, and begins during the assessment or soon after."""
    return bool(need.answered_by.strip() and need.starts_on and began <= need.starts_on <= until)


def after_changes(children: list[UUID], finished: dict[UUID, list[Any]]) -> Iterator[Counted]:
    """Whether an assessment followed in time when circumstances changed (AS9)."""
    for change, on, child in changes(children):
        try:
            until = working_days_after(on, ASSESSED_AGAIN_WITHIN)
        except OutsideHolidayList:
            continue
        done = any(on < each.ended <= until for each in finished[child])
        yield Counted("AS9", child, change.pk, on, done, until)


def changes(children: list[UUID]) -> Iterator[tuple[Any, date, UUID]]:
    """New enquiries, births, moves from one home or address to another, and adults who came to live with a child."""
    for enquiry in Section47Enquiry.objects.current().about(children):
        yield enquiry, enquiry.began, enquiry.child_id
    for birth in LifeEvent.objects.current().about(children).filter(kind=LifeEventKind.BIRTH):
        yield birth, birth.happened, birth.person_id
    before: dict[UUID, date] = {}
    for home in Home.objects.current().about(children).order_by("began"):
        if home.child_id in before:
            yield home, home.began, home.child_id
        before[home.child_id] = home.began
    for address in moves(children):
        yield address, address.began, address.person_id
    for lives, on in new_adults(children):
        yield lives, on, lives.person_id


def moves(children: list[UUID]) -> Iterator[Any]:
    """The addresses to which children moved after the first where they are known to have lived.

    The same address recorded again is no move, and the day of a protected address is not told here.
    """
    before: dict[UUID, str] = {}
    lived = Address.objects.current().about(children).filter(kind__in=LIVES_AT, began__isnull=False)
    for address in lived.order_by("began", "pk"):
        where = address.in_one_line.casefold()
        if before.setdefault(address.person_id, where) != where:
            yield address
        before[address.person_id] = where


def new_adults(children: list[UUID]) -> Iterator[tuple[Any, date]]:
    """Who came to live with a child after the first who did, each person once; nobody known to be under 18 then."""
    first: dict[UUID, date] = {}
    known: set[tuple[UUID, UUID | None]] = set()
    homes = LivesWith.objects.current().about(children).filter(began__isnull=False)
    for lives in homes.select_related("other").order_by("began"):
        pair, on = (lives.person_id, lives.other_id), lives.began
        if first.setdefault(lives.person_id, on) < on and pair not in known and may_be_grown_up(lives.other, on):
            yield lives, on
        known.add(pair)


def may_be_grown_up(person: Any, on: date) -> bool:
    """Whether somebody is an adult on a day, or nobody knows: babies and other children are no new adults."""
    if person is None or person.birth_date is None:
        return person is None or person.expected_on is None
    return birthday_for_entitlement(person.birth_date, GROWN_UP_AT) <= on


def authorised(children: list[UUID]) -> Iterable[Any]:
    """The assessments that were authorised, the earliest first."""
    found = Assessment.objects.current().about(children).exclude(ended=None)
    return found.select_related("referral").order_by("ended")


def factors_of(children: list[UUID]) -> dict[UUID, set[str]]:
    """The factors that each assessment found."""
    found: dict[UUID, set[str]] = defaultdict(set)
    for key, code in AssessmentFactor.objects.current().about(children).values_list("assessment_id", "code"):
        found[key].add(code)
    return found


def plans_of(children: list[UUID]) -> dict[UUID, list[Any]]:
    """The plans of each child."""
    found: dict[UUID, list[Any]] = defaultdict(list)
    for kind in PLANS:
        for plan in kind.objects.current().about(children):
            found[plan.child_id].append(plan)
    return found


def days_of(kinds: Iterable[Any], children: list[UUID]) -> dict[UUID, list[date]]:
    """The days on which something of these kinds began, for each child."""
    found: dict[UUID, list[date]] = defaultdict(list)
    for kind in kinds:
        for child, began in kind.objects.current().about(children).values_list("child_id", "began"):
            found[child].append(began)
    return found


def case(code: str, assessment: Any, counted: bool, known_from: date | None = None) -> Counted:
    """An assessment as a case of a measure, by the day on which it was authorised."""
    on = assessment.ended
    return Counted(code, assessment.child_id, assessment.pk, on, counted, known_from or on)
