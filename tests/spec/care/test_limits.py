"""What is due when a child comes into care, and after: worked examples, computed by hand with the holidays."""

from datetime import date, datetime

import pytest

from sightline.foundation.calendar.words import LONDON
from sightline.foundation.timescales.rules import AlertClass, Check, Clock, Tier
from sightline.practice.care.rules import timescales as care
from sightline.practice.care.rules.visits import VISIT_FIRST, VISIT_NEXT
from sightline.practice.education.rules import timescales as education
from sightline.practice.exploitation.rules import timescales as exploitation
from sightline.practice.health.rules import timescales as health
from sightline.practice.leaving_care.rules import timescales as leaving_care
from tests.spec.timescales.clocks import CHILD, FACT

day = date.fromisoformat


def dates(timescale, start, **more):
    return Clock(timescale, child=CHILD, anchor=FACT, start=start, **more).dates()


@pytest.mark.parametrize(
    ("timescale", "start", "due"),
    [
        (VISIT_FIRST, "2025-12-22", "2025-12-29"),
        (care.PLACEMENT_PLAN, "2025-12-22", "2025-12-31"),
        (care.PLACEMENT_NOTIFY, "2025-12-22", "2025-12-31"),
        (care.CARE_PLAN, "2025-12-22", "2026-01-08"),
        (education.PLAN_FIRST, "2025-12-22", "2026-01-08"),
        (care.REVIEW_FIRST, "2025-12-22", "2026-01-22"),
        (health.INITIAL_ASSESSMENT, "2025-12-22", "2026-01-22"),
        (care.REVIEW_SECOND, "2026-01-15", "2026-04-15"),
        (care.REVIEW_NEXT, "2026-04-10", "2026-10-10"),
        (VISIT_NEXT, "2025-12-29", "2026-02-09"),
        (care.REVIEW_SECOND, "2025-11-30", "2026-02-28"),
        (care.CONNECTED_APPROVAL, "2026-01-05", "2026-04-27"),
        (care.CONNECTED_EXTENDED, "2026-01-05", "2026-06-22"),
        (care.ADOPTION_PLACED_FIRST, "2026-01-05", "2026-02-02"),
        (care.ADOPTION_PLACED_SECOND, "2026-01-31", "2026-04-30"),
        (leaving_care.ASSESSMENT, "2026-05-31", "2026-08-31"),
        (leaving_care.REVIEW, "2026-08-31", "2027-02-28"),
        (leaving_care.CONTACT, "2026-01-05", "2026-03-02"),
    ],
)
def test_due(timescale, start, due):
    assert dates(timescale, day(start)).due == day(due)


@pytest.mark.parametrize("timescale", [exploitation.INTERVIEW_OFFERED, exploitation.INTERVIEW_COMPLETED])
@pytest.mark.parametrize(
    ("back", "due"),
    [
        (datetime(2026, 3, 27, 22, 15, tzinfo=LONDON), datetime(2026, 3, 30, 23, 15, tzinfo=LONDON)),
        (datetime(2026, 10, 23, 22, 15, tzinfo=LONDON), datetime(2026, 10, 26, 21, 15, tzinfo=LONDON)),
    ],
)
def test_a_return_conversation_is_due_in_seventy_two_hours_whatever_the_clocks_do(timescale, back, due):
    """Section 6, trap 8: clock hours, not three working days."""
    counted = dates(timescale, back)
    assert counted.due_at == due
    assert not counted.estimated


@pytest.mark.parametrize(
    ("birthday", "opens", "closes"),
    [("2026-02-15", "2025-11-15", "2026-03-15"), ("2026-05-31", "2026-02-28", "2026-06-30")],
)
def test_the_window_of_the_return_about_care_leavers(birthday, opens, closes):
    counted = dates(leaving_care.RETURN, day(birthday))
    assert (counted.start, counted.due) == (day(opens), day(closes))


def test_a_personal_adviser_is_named_by_sixteen_and_three_months():
    counted = dates(leaving_care.ADVISER_NAMED, day("2026-05-31"), counted_from=day("2010-05-31"))
    assert counted.due == day("2026-08-31")


def test_the_first_education_plan_is_due_in_ten_working_days_not_twenty_school_days():
    """Section 6, trap 9: twenty school days is finding education after an emergency move."""
    assert str(education.PLAN_FIRST.allows) == "10 working days"
    assert str(education.SCHOOL_PLACE.allows) == "20 school days"


def test_eight_weeks_of_keeping_in_touch_are_practice_not_law():
    """Section 6, trap 7."""
    assert leaving_care.CONTACT.tier is Tier.PRACTICE


@pytest.mark.parametrize(
    ("timescale", "tier", "check", "alert"),
    [
        (care.CARE_PLAN, "L", "V1", "W10"),
        (care.PLACEMENT_PLAN, "L", "V2", "W5"),
        (care.PLACEMENT_NOTIFY, "L", "V1", "W5"),
        (care.PLACEMENT_MEETING, "P", "V2", "H"),
        (care.PARENTS_BEFORE_ASSESSMENT, "L", "U", "W10"),
        (care.CONNECTED_APPROVAL, "L", "V1", "EXP"),
        (care.REVIEW_FIRST, "L", "V1", "W10"),
        (care.REVIEW_SECOND, "L", "V1", "M"),
        (care.REVIEW_NEXT, "L", "V1", "M"),
        (care.REVIEW_SHORT_BREAKS, "L", "V2", "M"),
        (care.OFFICER_NAMED, "G", "U", "W5"),
        (care.OFFICER_MIDWAY, "P", "U", "V"),
        (care.PERMANENCE_PLAN, "G", "U", "GATE"),
        (care.ADOPTION_UNPLACED, "L", "V1", "M"),
        (care.ADOPTION_PLACED, "L", "V1", "M"),
        (care.LIBERTY_ORDER, "P", "U", "EXP"),
        (VISIT_FIRST, "L", "V1", "W5"),
        (VISIT_NEXT, "L", "V1", "V"),
        (health.INITIAL_ASSESSMENT, "L", "V2", "W10"),
        (health.REVIEW_ASSESSMENT, "L", "V2", "Y"),
        (health.DENTAL_CHECK, "G", "V1", "Y"),
        (health.IMMUNISATIONS, "G", "V1", "Y"),
        (health.QUESTIONNAIRE, "G", "V1", "Y"),
        (health.DEVELOPMENT, "G", "V1", "Y"),
        (education.PLAN_FIRST, "L", "V2", "W10"),
        (education.PLAN_TERMLY, "G", "U", "WIN"),
        (education.SCHOOL_PLACE, "G", "U", "W10"),
        (education.PLAN_NEW_SCHOOL, "P", "U", "W10"),
        (exploitation.INTERVIEW_OFFERED, "G", "V2", "H"),
        (exploitation.INTERVIEW_COMPLETED, "G", "V2", "H"),
        (exploitation.STRATEGY, "P", "U", "W1"),
        (leaving_care.ASSESSMENT, "L", "V1", "M"),
        (leaving_care.PLAN, "L", "U", "M"),
        (leaving_care.REVIEW, "L", "V2", "M"),
        (leaving_care.ADVISER_NAMED, "P", "V2", "M"),
        (leaving_care.CONTACT, "P", "V2", "V"),
        (leaving_care.RETURN, "G", "V1", "WIN"),
        (leaving_care.ACTIVITY, "P", "U", "V"),
        (leaving_care.LOST_TOUCH, "L", "U", "V"),
    ],
)
def test_what_stands_behind_each_limit(timescale, tier, check, alert):
    assert (timescale.tier, timescale.check, timescale.alert) == (Tier(tier), Check(check), AlertClass(alert))
