"""The clocks of education run from care, terms and school places."""

from datetime import date

import pytest

from sightline.foundation.calendar.school_days import first_day_of_next_term, school_days_after
from sightline.foundation.timescales.rules import State, state_of
from sightline.practice.care.rules import NewHome
from sightline.practice.education import actions
from tests.builders.care import clocks, done, due, in_care, move

pytestmark = pytest.mark.django_db
day = date.fromisoformat
EMERGENCY = NewHome("U6", provider="PR1", postcode="DH1 1AA", emergency=True)


def plan(child_id, on, kind="review"):
    done(actions.record_personal_education_plan, child_id, on=day(on), kind=kind)


def place(child_id, on, school="Seaview School"):
    return done(actions.begin_school_place, child_id, on=day(on), school=school, kind="school")


def test_a_plan_is_reviewed_in_the_term_after_the_last_one():
    tia = in_care()
    plan(tia, "2026-01-08", "first")
    (clock,) = clocks(tia, "pep_termly")
    assert first_day_of_next_term(day("2026-01-08")) == clock.start > day("2026-04-01")
    assert day("2026-07-01") < clock.due < day("2026-08-01")
    plan(tia, "2026-05-11")
    assert [state_of(each, day("2026-05-12")) for each in clocks(tia, "pep_termly")] == [
        State.MET_ON_TIME, State.NOT_STARTED,
    ]  # fmt: skip


def test_only_children_of_4_to_17_have_a_plan():
    assert due(in_care(born=day("2023-05-03")), "pep_first") == []
    assert len(due(in_care(born=day("2021-05-03")), "pep_first")) == 1


def test_a_new_school_asks_for_a_plan_in_ten_school_days():
    tia = in_care()
    place(tia, "2026-01-12")
    assert due(tia, "pep_new_school") == [school_days_after(day("2026-01-12"), 10)]
    plan(tia, "2026-01-16")
    assert [state_of(each, day("2026-03-01")) for each in clocks(tia, "pep_new_school")] == [State.MET_ON_TIME]


def test_after_an_emergency_move_a_school_place_is_found_in_twenty_school_days():
    """Section 6, trap 9."""
    tia = in_care()
    move(tia, day("2026-01-12"), EMERGENCY)
    assert due(tia, "school_place_20sd") == [school_days_after(day("2026-01-12"), 20)]
    place(tia, "2026-01-26")
    assert [state_of(each, day("2026-03-01")) for each in clocks(tia, "school_place_20sd")] == [State.MET_ON_TIME]


def test_a_child_who_keeps_the_school_needs_no_new_place():
    tia = in_care()
    place(tia, "2025-09-03")
    move(tia, day("2026-01-12"), EMERGENCY)
    assert due(tia, "school_place_20sd") == []
