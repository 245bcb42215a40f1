"""The clocks of care run from what is recorded: entry, moves, reviews, orders, and the end of care."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.area import areas
from sightline.foundation.children.actions import record_death
from sightline.foundation.children.models import Person
from sightline.foundation.timescales.refresh import rebuild
from sightline.foundation.timescales.rules import State, state_of
from sightline.practice.care import actions
from sightline.practice.care.rules import NewHome
from tests.builders.care import ENTERED, WITH_PARENT, clocks, done, due, in_care, leave, move, review
from tests.builders.care_clocks import named
from tests.builders.workforce import BUILDER, as_builder

pytestmark = pytest.mark.django_db
day = date.fromisoformat


def state(child_id, timescale, on):
    return [state_of(clock, on) for clock in clocks(child_id, timescale)]


def test_coming_into_care_on_22_december_2025():
    tia = in_care(day("2025-12-22"))
    expected = {
        "cla_visit_first": "2025-12-29",
        "placement_plan": "2025-12-31",
        "placement_notify": "2025-12-31",
        "iro_named": "2025-12-31",
        "care_plan": "2026-01-08",
        "pep_first": "2026-01-08",
        "cla_review_first": "2026-01-22",
        "iha": "2026-01-22",
    }
    assert {name: due(tia, name) for name in expected} == {name: [day(when)] for name, when in expected.items()}


def test_each_review_runs_from_the_one_before_and_not_on_a_grid_from_entry():
    """Section 6, trap 4."""
    tia = in_care(day("2025-12-22"))
    review(tia, day("2026-01-15"))
    review(tia, day("2026-04-10"))
    assert due(tia, "cla_review_second") == [day("2026-04-15")]
    assert due(tia, "cla_review_next") == [day("2026-10-10")]
    assert state(tia, "cla_review_first", day("2026-04-10")) == [State.MET_ON_TIME]


def test_a_review_that_was_called_off_stops_nothing():
    tia = in_care()
    review(tia, day("2026-01-15"), cancelled=True)
    assert state(tia, "cla_review_first", day("2026-02-01")) == [State.OVERDUE]


def test_a_move_restarts_the_first_visit_and_the_plan_for_the_home_but_not_reviews_health_or_education():
    """Section 4; section 6, trap 5."""
    tia = in_care()
    move(tia, day("2026-01-05"))
    assert due(tia, "cla_visit_first") == [day("2025-12-29"), day("2026-01-12")]
    assert due(tia, "placement_plan") == [day("2025-12-31"), day("2026-01-12")]
    assert state(tia, "placement_plan", day("2026-01-05")) == [State.ENDED, State.ON_TRACK]
    for name in ("cla_review_first", "iha", "pep_first", "care_plan"):
        assert len(due(tia, name)) == 1


def test_new_papers_with_the_same_carers_restart_nothing():
    tia = in_care()
    move(tia, day("2026-02-02"), NewHome("U4", provider="PR1", postcode="SR1 3NX", same_carer=True), "PLACE")
    assert len(due(tia, "cla_visit_first")) == len(due(tia, "placement_plan")) == 1


def test_a_child_who_comes_back_into_care_begins_every_clock_anew():
    tia = in_care()
    leave(tia, day("2026-03-02"))
    in_care(day("2026-05-05"), child_id=tia)
    assert due(tia, "cla_review_first") == [day("2026-01-22"), day("2026-06-03")]
    assert state(tia, "cla_review_first", day("2026-05-06")) == [State.ENDED, State.ON_TRACK]


def test_when_care_ends_nothing_is_overdue_any_more():
    tia = in_care()
    leave(tia, day("2026-06-01"))
    with as_builder():
        rows = clocks_of(tia)
    assert {state_of(row, day("2026-06-02")) for row in rows} == {State.ENDED}


def clocks_of(child_id):
    names = [timescale.id for area in areas() for reads in area.clocks for timescale in reads.timescales]
    return [row for name in sorted(set(names)) for row in clocks(child_id, name) if row.anchor_kind.startswith("care.")]


def test_when_a_child_dies_nothing_is_overdue_any_more():
    tia = in_care()
    with as_builder():
        person = Person.objects.get(pk=tia)
        record_death(person=person, version=person.version, died_on=day("2026-03-02"), by=BUILDER)
    assert state(tia, "cla_review_first", day("2026-03-02")) == [State.ENDED]
    assert clocks(tia, "cla_review_first")[0].ended_reason == "The child died"


def test_short_breaks_have_only_their_own_rows():
    """Section 4: a child on V3 or V4 is left out of every other clock."""
    tia = in_care(legal_status="V3")
    kinds = {row.timescale for row in clocks_of(tia)}
    assert kinds == {"cla_visit_first", "cla_review_shortbreak"}
    assert due(tia, "cla_review_shortbreak") == [day("2026-03-22")]
    assert due(tia, "cla_visit_first") == [day("2026-03-22")]
    review(tia, day("2026-02-02"))
    assert due(tia, "cla_review_shortbreak") == [day("2026-03-22"), day("2026-08-02")]


def test_where_a_court_asks_for_the_care_plan_there_is_no_clock_of_ten_days():
    assert due(in_care(legal_status="C1"), "care_plan") == []


def test_a_care_plan_from_before_the_move_meets_the_limit():
    tia = in_care()
    done(actions.begin_care_plan, tia, on=ENTERED - timedelta(days=3), options=["RETURN6M"])
    assert state(tia, "care_plan", day("2026-03-01")) == [State.MET_ON_TIME]


def test_the_steps_for_a_new_home_stop_their_clocks():
    tia = in_care()
    for step in ("plan", "notice", "meeting"):
        done(actions.record_home_step, tia, on=day("2026-01-05"), step=step)
    assert state(tia, "placement_plan", day("2026-01-06")) == [State.MET_LATE]
    assert state(tia, "placement_notify", day("2026-01-06")) == [State.MET_LATE]
    assert state(tia, "placement_meeting", day("2026-01-06")) == [State.MET_LATE]


def test_by_the_second_review_the_way_to_a_lasting_home_is_recorded():
    tia = in_care()
    review(tia, day("2026-01-15"))
    assert state(tia, "permanence_plan", day("2026-03-01")) == [State.DUE_SOON]
    review(tia, day("2026-04-10"))
    assert state(tia, "permanence_plan", day("2026-04-10")) == [State.OVERDUE]
    done(actions.begin_care_plan, tia, on=day("2026-04-20"), options=["LTFOST18"])
    assert state(tia, "permanence_plan", day("2026-05-01")) == [State.MET_LATE]


def test_the_reviewing_officer_is_named_and_looks_halfway():
    tia = in_care()
    named(tia, "reviewing_officer", day("2026-01-05"))
    assert state(tia, "iro_named", day("2026-01-06")) == [State.MET_LATE]
    review(tia, day("2026-01-15"))
    assert due(tia, "iro_midway") == [day("2026-03-01")]
    done(actions.record_reviewing_officer_contact, tia, on=day("2026-02-20"), how="visit")
    assert state(tia, "iro_midway", day("2026-03-02")) == [State.MET_ON_TIME]


def test_an_approval_for_the_time_being_lapses_after_sixteen_weeks_or_twenty_four():
    tia = in_care(day("2026-01-05"), home=NewHome("U3", provider="PR1"))
    done(actions.settle_home, tia, on=day("2026-01-05"), arrangement="temporary_approval")
    assert due(tia, "connected_temp_approval") == [day("2026-04-27")]
    done(actions.settle_home, tia, on=day("2026-04-20"), arrangement="extended_approval")
    assert due(tia, "connected_temp_approval") == [day("2026-06-22")]
    done(actions.settle_home, tia, on=day("2026-06-01"), arrangement="full_approval")
    assert state(tia, "connected_temp_approval", day("2026-07-01")) == [State.MET_ON_TIME]


def test_living_with_a_parent_is_assessed_in_ten_working_days():
    tia = in_care(legal_status="C2", home=WITH_PARENT)
    done(actions.settle_home, tia, on=ENTERED, arrangement="before_assessment")
    assert due(tia, "parents_reg19") == [day("2026-01-08")]


def test_a_deprivation_of_liberty_is_looked_at_in_three_months_at_most():
    tia = in_care()
    done(actions.begin_deprivation_of_liberty, tia, on=day("2025-12-31"))
    assert due(tia, "dol_order") == [day("2026-03-31")]
    done(actions.end_deprivation_of_liberty, tia, on=day("2026-02-02"))
    assert state(tia, "dol_order", day("2026-04-30")) == [State.ENDED]


def test_waiting_for_adoption_is_reviewed_after_three_months_then_six_and_once_placed_by_other_rules():
    kit = in_care(day("2025-01-06"), legal_status="C1", born=day("2024-12-01"))
    review(kit, day("2025-01-30"), "PN0")
    done(actions.change_legal_status, kit, on=day("2026-01-05"), legal_status="E1")
    review(kit, day("2026-03-02"), "PN0")
    assert due(kit, "adoption_review_unplaced") == [day("2026-04-05"), day("2026-09-02")]
    move(kit, day("2026-06-01"), NewHome("A5", provider="PR1"))
    assert state(kit, "adoption_review_unplaced", day("2026-10-01")) == [State.MET_ON_TIME, State.ENDED]
    assert due(kit, "adoption_review_placed") == [day("2026-06-29")]
    review(kit, day("2026-06-22"), "PN0")
    review(kit, day("2026-09-15"), "PN0")
    assert due(kit, "adoption_review_placed") == [day("2026-06-29"), day("2026-09-22"), day("2027-03-15")]
    assert state(kit, "cla_review_next", day("2026-10-01")) == [State.NOT_APPLICABLE]


def test_the_number_of_questions_does_not_grow_with_the_number_of_children():
    few, many = [in_care() for _ in range(2)], [in_care() for _ in range(6)]
    for child_id in (*few, *many):
        review(child_id, day("2026-01-15"))

    def questions(children):
        with as_builder(), CaptureQueriesContext(connection) as asked:
            assert rebuild(children, compare=True) == []
        return len(asked)

    assert questions(few) == questions(many)


def test_once_adoption_is_part_of_the_plan_it_is_decided_within_two_months():
    tia = in_care()
    done(actions.begin_care_plan, tia, on=day("2026-01-15"), options=["RETURN6M", "ADOPTION"])
    assert due(tia, "adoption_panel") == [day("2026-03-15")]
    done(actions.decide_adoption, tia, on=day("2026-03-02"))
    assert state(tia, "adoption_panel", day("2026-04-01")) == [State.MET_ON_TIME]


def test_agreed_care_is_looked_at_by_six_weeks_three_and_six_months():
    tia = in_care(legal_status="V2")
    assert due(tia, "s20_review") == [day("2026-02-02"), day("2026-03-22"), day("2026-06-22")]
    review(tia, day("2026-01-15"))
    assert state(tia, "s20_review", day("2026-03-23"))[:2] == [State.MET_ON_TIME, State.OVERDUE]
