"""Measures of assessments against cases counted by hand."""

from __future__ import annotations

from datetime import date

import pytest

from sightline.assurance.measures.models import MeasuredCase
from sightline.assurance.measures.queries import Period
from sightline.assurance.measures.rules import measures
from sightline.foundation.children.models import Address, LifeEvent, LivesWith
from sightline.practice.assessment.models import AssessmentWork, NeedFound
from sightline.practice.care.models import Home
from sightline.practice.child_in_need.models import ChildInNeedPlan
from sightline.practice.front_door.models import Referral
from tests.builders.measures import MONDAY, assessed, figure, told
from tests.builders.people import adult, child

pytestmark = pytest.mark.django_db


def test_an_assessment_is_in_time_on_its_forty_fifth_working_day() -> None:
    assessed(child("A"), date(2026, 6, 1), date(2026, 8, 3), "NFA_FLAG", "21")
    assessed(child("B"), date(2026, 6, 1), date(2026, 8, 4), "NFA_FLAG", "21")
    assert (figure("AS1A"), figure("AS1B")) == ((1, 2), (1, 2))


def test_an_assessment_that_began_late_is_in_time_for_the_statistics_and_late_for_guidance() -> None:
    first, last, again = child("A"), child("B"), child("C")
    referrals = {each: Referral(child=each, began=date(2026, 6, 1)) for each in (first, last, again)}
    told(*referrals.values())
    for each, ended in ((first, date(2026, 8, 3)), (last, date(2026, 8, 4))):  # working days 45 and 46
        assessed(each, date(2026, 6, 15), ended, "NFA_FLAG", "21", referral=referrals[each])
    assert (figure("AS1A"), figure("AS1B")) == ((2, 2), (1, 2))
    for began, ended in ((date(2026, 6, 1), date(2026, 7, 1)), (date(2026, 9, 1), date(2026, 11, 3))):
        assessed(again, began, ended, "NFA_FLAG", "21", referral=referrals[again])  # the second from its own start
    assert (figure("AS1A"), figure("AS1B")) == ((4, 4), (3, 4))


def test_a_referral_counts_as_assessed_or_not_once_its_forty_five_working_days_have_passed() -> None:
    soon, late = child("A"), child("B")
    first, second = (Referral(child=each, began=date(2026, 6, 1)) for each in (soon, late))
    told(first, second)
    assessed(soon, date(2026, 6, 1), date(2026, 6, 5), "NFA_FLAG", "21", referral=first)
    assert figure("AS2", Period(12, date(2026, 8, 3))) == (0, 0)  # what is known early does not count early
    assert figure("AS2", Period(12, date(2026, 8, 4))) == (1, 2)
    assessed(late, date(2026, 6, 1), date(2026, 9, 1), "NFA_FLAG", "21", referral=second)
    assert figure("AS2", Period(12, date(2026, 9, 1))) == (2, 2)


def test_assessed_and_found_not_in_need_is_counted_of_referrals() -> None:
    found, other = child("A"), child("B")
    first, second = Referral(child=found, began=MONDAY), Referral(child=other, began=MONDAY)
    told(first, second)
    assessed(found, MONDAY, date(2026, 4, 1), "NFA_FLAG", "21", referral=first)
    assessed(other, MONDAY, date(2026, 4, 1), "PROV_OF_SERVICES_FLAG", "4A", referral=second)
    assert figure("AS2") == (1, 2)


def test_a_likely_unnecessary_assessment_is_known_after_a_year_and_listed_nowhere() -> None:
    nothing, factor, again = child("A"), child("B"), child("C")
    for each, factors in ((nothing, ("21",)), (factor, ("4A",)), (again, ("21",))):
        first = Referral(child=each, began=date(2025, 3, 3), ended=date(2025, 5, 1))
        told(first)
        assessed(each, date(2025, 3, 3), date(2025, 4, 1), "NFA_FLAG", *factors, referral=first)
    told(Referral(child=again, began=date(2026, 2, 1)))
    assert figure("AS3", Period(12, date(2026, 3, 31))) == (0, 0)
    assert figure("AS3", Period(12, date(2026, 4, 1))) == (1, 3)
    assert not measures()["AS3"].listed


def test_three_assessments_in_two_years_repeat_unless_a_plan_came_between() -> None:
    repeated, planned = child("A"), child("B")
    for each in (repeated, planned):
        for began, ended in (("2024-10-01", "2024-11-01"), ("2025-06-02", "2025-07-01"), ("2026-02-02", "2026-03-02")):
            assessed(each, date.fromisoformat(began), date.fromisoformat(ended), "NFA_FLAG", "4A")
    told(ChildInNeedPlan(child=planned, began=date(2025, 7, 10), ended=date(2025, 12, 1)))
    assert figure("AS5") == (1, 2)


def test_an_assessment_leads_on_where_a_plan_begins_within_twenty_eight_days() -> None:
    planned, late, none = child("A"), child("B"), child("C")
    for each in (planned, late, none):
        assessed(each, date(2026, 3, 2), date(2026, 4, 1), "PROV_OF_SERVICES_FLAG", "4A")
    told(ChildInNeedPlan(child=planned, began=date(2026, 4, 29)), ChildInNeedPlan(child=late, began=date(2026, 4, 30)))
    assessed(child("D"), date(2026, 3, 2), date(2026, 4, 1), "NFA_FLAG", "21")
    assert figure("AS7") == (1, 3)


def test_a_move_or_a_new_adult_at_home_asks_for_another_assessment() -> None:
    moved, joined = child("A"), child("B")
    told(
        Home(child=moved, began=date(2026, 1, 5), ended=date(2026, 3, 2), placement_type="U1"),
        Home(child=moved, began=date(2026, 3, 2), placement_type="U1"),
    )
    assessed(moved, date(2026, 3, 3), date(2026, 4, 1), "PROV_OF_SERVICES_FLAG", "4A")
    mother, other = adult(joined), adult(joined, "father", "Sam")
    told(
        LivesWith(person=joined.person, other=mother, began=date(2020, 1, 1), how_often="always"),
        LivesWith(person=joined.person, other=other, began=date(2026, 5, 1), how_often="always"),
    )
    assert figure("AS9") == (1, 2)


def test_a_family_that_moves_asks_for_another_assessment_and_an_address_recorded_again_does_not() -> None:
    moved, again, letters, back = (child(name) for name in "ABCD")
    harbour, hill = {"lines": "1 Harbour Street", "kind": "home"}, {"lines": "9 Hill Road", "kind": "temporary"}
    for each, second in ((moved, hill), (again, harbour), (letters, {**hill, "kind": "post"}), (back, hill)):
        told(Address(person=each.person, began=date(2020, 1, 1), **harbour))
        told(Address(person=each.person, began=date(2026, 3, 2), **second))
    told(Address(person=back.person, began=date(2026, 4, 1), **harbour))
    assessed(moved, date(2026, 3, 3), date(2026, 4, 1), "PROV_OF_SERVICES_FLAG", "4A")
    assert figure("AS9") == (1, 2)
    assert MeasuredCase.objects.filter(code="AS9", child=back).count() == 2


def test_an_assessment_leads_on_where_a_need_has_a_service_in_time_or_a_reason_why_none() -> None:
    served, late, reasoned, silent = (child(name) for name in "ABCD")
    began, ended = date(2026, 3, 2), date(2026, 4, 1)
    for each in (served, late, reasoned, silent):
        assessed(each, began, ended, "PROV_OF_SERVICES_FLAG", "4A")
    for each, said in (
        (served, {"answered_by": "Young carers", "starts_on": date(2026, 4, 29)}),
        (late, {"answered_by": "Young carers", "starts_on": date(2026, 4, 30)}),
        (reasoned, {"why_none": "There is no group nearby."}),
    ):
        work = AssessmentWork(children=[each.pk], happened=began)
        told(work)
        told(NeedFound(child=each, work=work, happened=date(2026, 3, 20), need="A rest.", **said))
    assert figure("AS7") == (2, 4)


def test_a_birth_asks_for_an_assessment_within_forty_five_working_days() -> None:
    seen, forgotten = child("A"), child("B")
    for each in (seen, forgotten):
        told(LifeEvent(person=each.person, happened=date(2026, 6, 1), kind="birth"))
    assessed(seen, date(2026, 6, 2), date(2026, 8, 3), "PROV_OF_SERVICES_FLAG", "4A")
    assert figure("AS9") == (1, 2)
    assert figure("AS9", Period(12, date(2026, 8, 2))) == (0, 0)  # it can still be done in time


def test_a_plan_that_the_third_assessment_leads_to_lies_after_it_and_one_of_the_second_between() -> None:
    after, between = child("A"), child("B")
    days = (("2024-10-01", "2024-11-01"), ("2025-06-02", "2025-07-01"), ("2026-02-02", "2026-03-02"))
    for each in (after, between):
        for began, ended in days:
            assessed(each, date.fromisoformat(began), date.fromisoformat(ended), "PROV_OF_SERVICES_FLAG", "4A")
    told(ChildInNeedPlan(child=after, began=date(2026, 3, 2)))
    told(ChildInNeedPlan(child=between, began=date(2025, 7, 1), ended=date(2025, 12, 1)))
    assert figure("AS5") == (1, 2)


@pytest.mark.parametrize(
    ("began", "ended", "found"),
    [
        ("2023-01-02", None, 0),  # it lay between them all
        ("2023-01-02", "2024-11-01", 1),  # ended on the day of the first
        ("2023-01-02", "2024-11-02", 0),  # reached into the time between the first and the second
        ("2025-07-01", "2025-07-01", 0),  # came of the second and ended at once
        ("2026-03-01", None, 0),  # the day before the third
        ("2026-03-02", None, 1),  # came of the third
    ],
)
def test_a_plan_in_between_counts_whenever_it_began(began: str, ended: str | None, found: int) -> None:
    about = child()
    for first, last in (("2024-10-01", "2024-11-01"), ("2025-06-02", "2025-07-01"), ("2026-02-02", "2026-03-02")):
        assessed(about, date.fromisoformat(first), date.fromisoformat(last), "NFA_FLAG", "4A")
    end = date.fromisoformat(ended) if ended else None
    told(ChildInNeedPlan(child=about, began=date.fromisoformat(began), ended=end))
    assert figure("AS5") == (found, 1)


def test_a_baby_another_child_and_somebody_who_comes_back_are_no_new_adults() -> None:
    joined = child("A")
    mother, father = adult(joined), adult(joined, "father", "Sam")
    grown = adult(joined, "father", "Lee")
    baby = child("Baby", birth_date=date(2026, 5, 1)).person
    brother = child("Brother", birth_date=date(2010, 5, 2)).person
    for other, began, ended in (
        (mother, date(2020, 1, 1), None),
        (father, date(2020, 1, 1), date(2025, 1, 1)),
        (father, date(2026, 4, 1), None),
        (baby, date(2026, 5, 1), None),
        (brother, date(2026, 5, 1), None),
    ):
        told(LivesWith(person=joined.person, other=other, began=began, ended=ended, how_often="always"))
    assert figure("AS9") == (0, 0)
    told(LivesWith(person=joined.person, other=grown, began=date(2026, 5, 1), how_often="always"))
    assert figure("AS9") == (0, 1)
