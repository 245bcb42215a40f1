"""The clocks of leaving care run from the days in care, birthdays and what was recorded."""

from datetime import date

import pytest

from sightline.foundation.children.actions import record_address
from sightline.foundation.timescales.rules import State, state_of
from sightline.practice.leaving_care import actions
from tests.builders.care import clocks, done, due, in_care, leave
from tests.builders.care_clocks import named
from tests.builders.journey import seen
from tests.builders.workforce import BUILDER, as_builder

pytestmark = pytest.mark.django_db
day = date.fromisoformat
BORN = day("2010-05-31")


def zoe(entered="2025-01-06", born=BORN):
    return in_care(day(entered), born=born)


def step(child_id, on, kind):
    done(actions.record_pathway_plan, child_id, on=day(on), kind=kind)


def contact(child_id, on, *, replied=True):
    done(actions.record_care_leaver_contact, child_id, on=day(on), how="message", replied=replied)


def status(child_id, on, in_touch="YES"):
    more = {"accommodation": "U", "suitability": "1", "activity": "F2"} if in_touch == "YES" else {}
    done(actions.record_care_leaver_status, child_id, on=day(on), in_touch=in_touch, **more)


def states(child_id, timescale, on):
    return [state_of(clock, day(on)) for clock in clocks(child_id, timescale)]


def test_assessment_plan_and_adviser_by_sixteen_and_three_months():
    who = zoe()
    assert [due(who, name) for name in ("pathway_assessment", "pathway_plan", "pa_named")] == [[day("2026-08-31")]] * 3
    named(who, "personal_adviser", day("2026-06-15"))
    step(who, "2026-08-01", "assessment")
    step(who, "2026-09-15", "plan")
    found = [states(who, name, "2026-10-01") for name in ("pathway_assessment", "pathway_plan", "pa_named")]
    assert found == [[State.MET_ON_TIME], [State.MET_LATE], [State.MET_ON_TIME]]
    assert due(who, "pathway_review") == [day("2027-03-15")]


def test_who_becomes_eligible_later_has_three_months_from_then():
    who = zoe("2026-06-01")
    assert [due(who, name) for name in ("pathway_assessment", "pa_named")] == [[day("2026-11-30")]] * 2


def test_who_left_before_sixteen_has_none_of_these_clocks():
    who = zoe()
    leave(who, day("2026-05-01"))
    assert [due(who, name) for name in ("pathway_assessment", "pa_contact", "oc3_return")] == [[], [], []]


def test_keeping_in_touch_runs_from_leaving_care_and_from_each_reply():
    who = zoe()
    leave(who, day("2026-09-01"), "E5")
    contact(who, "2026-10-01", replied=False)
    assert due(who, "pa_contact") == [day("2026-10-27")]
    contact(who, "2026-11-02")
    assert due(who, "pa_contact") == [day("2026-10-27"), day("2026-12-28")]
    assert states(who, "pa_contact", "2026-11-03") == [State.MET_LATE, State.ON_TRACK]


def test_when_touch_is_lost_a_new_attempt_is_due_every_two_weeks_until_there_is_a_reply():
    who = zoe()
    leave(who, day("2026-09-01"), "E5")
    status(who, "2026-10-01", in_touch="NO")
    contact(who, "2026-10-10", replied=False)
    assert due(who, "lost_touch") == [day("2026-10-15"), day("2026-10-24")]
    contact(who, "2026-10-20")
    assert states(who, "lost_touch", "2026-11-30") == [State.MET_ON_TIME, State.MET_ON_TIME]


OLDER = {"entered": "2021-01-06", "born": day("2006-05-31")}


def birthdays(child_id):
    return [clock.part for clock in clocks(child_id, "oc3_return")]


def test_the_return_asks_about_birthdays_after_leaving_care():
    who = zoe(**OLDER)
    leave(who, day("2022-09-01"), "E5")
    assert birthdays(who) == ["17th birthday", "18th birthday", "19th birthday", "20th birthday", "21st birthday"]
    first = clocks(who, "oc3_return")[0]
    assert (first.start, first.due) == (day("2023-02-28"), day("2023-06-30"))
    status(who, "2023-05-20")
    assert states(who, "oc3_return", "2023-06-01")[:2] == [State.MET_ON_TIME, State.NOT_STARTED]
    assert states(who, "oc3_return", "2024-07-01")[1] == State.OVERDUE


def test_the_return_does_not_ask_about_a_birthday_in_care():
    who, grown = zoe(**OLDER), zoe(**OLDER)
    leave(who, day("2023-09-01"), "E5")
    assert birthdays(who)[0] == "18th birthday"
    leave(grown, day("2024-05-31"), "E5")
    assert birthdays(grown)[0] == "19th birthday"


def test_a_young_person_whom_another_authority_took_over_is_not_in_our_return():
    who = zoe()
    leave(who, day("2026-09-01"), "E3")
    assert set(states(who, "oc3_return", "2028-09-01")) == {State.ENDED}


def test_what_somebody_does_is_recorded_again_in_eight_weeks():
    who = zoe()
    leave(who, day("2026-09-01"), "E5")
    status(who, "2026-10-05")
    assert due(who, "eet_status") == [day("2026-11-30")]


def test_who_leaves_care_into_custody_without_being_relevant_is_visited_within_ten_working_days():
    young, relevant = zoe("2026-01-05", born=day("2012-05-31")), zoe()
    for who in (young, relevant):
        leave(who, day("2026-06-15"), "E9")
    assert (due(young, "detained_former_cla"), due(relevant, "detained_former_cla")) == ([day("2026-06-29")], [])
    seen(young, day("2026-06-25"), "in_care")
    assert states(young, "detained_former_cla", "2026-07-01") == [State.MET_ON_TIME]


def test_at_a_new_address_after_care_it_is_judged_within_five_working_days_whether_it_suits():
    who = zoe("2023-01-06", born=day("2008-03-31"))
    for when in ("2025-06-02", "2026-06-01"):
        with as_builder():
            record_address(person_id=who, began=day(when), lines="1 Quay", kind="home", by=BUILDER)
    assert due(who, "suitable_accommodation") == [day("2026-06-08")]
    status(who, "2026-06-05")
    assert states(who, "suitable_accommodation", "2026-07-01") == [State.MET_ON_TIME]
