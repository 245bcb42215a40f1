"""The clocks of health run from care and from what was done."""

from datetime import date

import pytest

from sightline.foundation.timescales.rules import State, state_of
from sightline.practice.health import actions
from tests.builders.care import clocks, done, due, in_care, move

pytestmark = pytest.mark.django_db
day = date.fromisoformat


def states(child_id, timescale, on):
    return [state_of(clock, on) for clock in clocks(child_id, timescale)]


def assessed(child_id, on, kind="initial", by_whom="doctor", result="Completed"):
    done(actions.record_health_assessment, child_id, on=day(on), kind=kind, by_whom=by_whom, result=result)


def test_the_first_assessment_and_each_review_after_it():
    tia = in_care()
    assessed(tia, "2026-01-15")
    assert states(tia, "iha", day("2026-01-16")) == [State.MET_ON_TIME]
    assert due(tia, "rha") == [day("2027-01-15")]


def test_a_child_under_five_is_seen_after_half_a_year():
    kit = in_care(born=day("2023-05-03"))
    assessed(kit, "2026-01-15")
    assessed(kit, "2026-07-20", "review", "nurse")
    assert due(kit, "rha") == [day("2026-07-15"), day("2027-01-20")]
    assert states(kit, "rha", day("2026-08-01")) == [State.MET_LATE, State.ON_TRACK]


def test_a_planned_assessment_stops_nothing():
    tia = in_care()
    assessed(tia, "2026-01-15", result="Planned", by_whom="")
    assert states(tia, "iha", day("2026-02-01")) == [State.OVERDUE]


def test_an_assessment_from_just_before_care_is_the_first():
    tia = in_care()
    assessed(tia, "2025-10-01")
    assert states(tia, "iha", day("2026-02-01")) == [State.NOT_APPLICABLE]
    assert due(tia, "rha") == [day("2026-10-01")]


def test_a_refused_review_is_declined_and_offered_again_after_three_months():
    zoe = in_care(born=day("2010-05-03"))
    assessed(zoe, "2026-01-15")
    assessed(zoe, "2026-12-01", "review", "", "Refused")
    assert states(zoe, "rha", day("2026-12-02")) == [State.DECLINED, State.ON_TRACK]
    assert due(zoe, "rha") == [day("2027-01-15"), day("2027-03-01")]


def test_a_move_restarts_nothing_of_health():
    tia = in_care()
    assessed(tia, "2026-01-15")
    move(tia, day("2026-02-02"))
    assert (len(due(tia, "iha")), len(due(tia, "rha")), len(due(tia, "dental_check"))) == (1, 1, 1)


def test_a_dentist_s_check_each_year():
    tia = in_care()
    done(actions.record_dental_check, tia, on=day("2026-03-02"), result="Completed")
    done(actions.record_dental_check, tia, on=day("2026-09-02"), result="Refused")
    assert due(tia, "dental_check") == [day("2026-12-22"), day("2027-03-02")]


def test_a_return_that_tells_only_the_year_counts_on_its_31_march():
    tia = in_care()
    year = {"year_ends": day("2026-03-31"), "value": True}
    done(actions.record_yearly_health_status, tia, item="teeth_check", **year)
    assert due(tia, "dental_check") == [day("2026-12-22"), day("2027-03-31")]
    done(actions.record_dental_check, tia, on=day("2026-03-02"), result="Completed")
    assert due(tia, "dental_check") == [day("2026-12-22"), day("2027-03-02")]


def test_the_state_of_immunisations_is_recorded_for_each_31_march():
    tia = in_care()
    assert due(tia, "immunisations") == [day("2026-03-31")]
    done(actions.record_immunisation_status, tia, on=day("2026-02-02"), up_to_date=False)
    assert due(tia, "immunisations") == [day("2026-03-31"), day("2027-03-31")]


def test_development_checks_matter_only_on_a_31_march_before_the_fifth_birthday():
    kit, tia = in_care(born=day("2021-06-01")), in_care(born=day("2021-03-01"))
    assert (due(kit, "u5_development"), due(tia, "u5_development")) == ([day("2026-03-31")], [])
    done(actions.record_development_check, kit, on=day("2026-03-02"), up_to_date=True)
    assert due(kit, "u5_development") == [day("2026-03-31")]


def test_a_questionnaire_a_year_after_a_year_of_care_then_each_year_from_four_to_sixteen():
    tia = in_care()
    assert due(tia, "sdq") == [day("2027-12-22")]
    done(actions.record_strengths_and_difficulties, tia, on=day("2027-01-11"), score=12)
    assert due(tia, "sdq") == [day("2027-12-22"), day("2028-01-11")]
    kit = in_care(born=day("2024-05-03"))
    assert due(kit, "sdq") == [day("2029-05-03")]
    old = in_care(born=day("2009-12-01"))
    assert due(old, "sdq") == []
