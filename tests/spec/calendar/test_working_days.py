"""Working days: Monday to Friday without Christmas Day, Good Friday and bank holidays (C1, C2, C7)."""

from datetime import date

import pytest

from sightline.foundation.calendar.holidays import HolidayListBegins, HolidayListEnds, england_and_wales
from sightline.foundation.calendar.working_days import (
    is_working_day,
    plan_by,
    working_days_after,
    working_days_before,
    working_days_between,
)

day = date.fromisoformat


@pytest.mark.parametrize(
    ("not_worked", "because"),
    [
        ("2026-03-28", "Saturday"),
        ("2026-03-29", "Sunday"),
        ("2026-04-03", "Good Friday"),
        ("2026-04-06", "Easter Monday"),
        ("2025-12-25", "Christmas Day"),
        ("2026-12-28", "Boxing Day falls on a Saturday, so the Monday after is its substitute"),
        ("2021-12-27", "Christmas Day fell on a Saturday"),
        ("2021-12-28", "Boxing Day fell on a Sunday"),
        ("2022-12-27", "Christmas Day fell on a Sunday"),
        ("2022-01-03", "New Year's Day fell on a Saturday"),
        ("2012-06-04", "the spring bank holiday was moved for the Diamond Jubilee"),
        ("2012-06-05", "the Diamond Jubilee"),
        ("2020-05-08", "the early May bank holiday was moved to VE day"),
        ("2022-06-02", "the spring bank holiday was moved for the Platinum Jubilee"),
        ("2022-06-03", "the Platinum Jubilee"),
        ("2022-09-19", "the Queen's funeral"),
        ("2023-05-08", "the King's coronation"),
    ],
)
def test_no_work_is_counted_on(not_worked, because):
    assert not is_working_day(day(not_worked)), because


@pytest.mark.parametrize(
    ("worked", "because"),
    [
        ("2020-05-04", "the bank holiday of that Monday had been moved to the Friday"),
        ("2012-05-28", "the bank holiday of that Monday had been moved to June"),
        ("2022-05-30", "the bank holiday of that Monday had been moved to June"),
        ("2025-12-24", "Christmas Eve is a working day"),
        ("2025-12-29", "an office that closes between the holidays still counts the day"),
        ("2026-01-02", "2 January is a holiday in Scotland only"),
        ("2026-03-17", "St Patrick's Day is a holiday in Northern Ireland only"),
        ("2026-08-03", "the first Monday in August is a holiday in Scotland only"),
    ],
)
def test_work_is_counted_on(worked, because):
    assert is_working_day(day(worked)), because


@pytest.mark.parametrize(
    ("start", "number", "due", "because"),
    [
        ("2025-12-24", 1, "2025-12-29", "Christmas, Boxing Day and a weekend stand between"),
        ("2026-03-28", 1, "2026-03-30", "a Saturday starts it, and is not moved to the Monday"),
        ("2026-04-02", 1, "2026-04-07", "Easter stands between"),
        ("2026-03-27", 1, "2026-03-30", "the same due day as from the Saturday and the Sunday"),
        ("2026-03-29", 1, "2026-03-30", "a Sunday starts it"),
        ("2026-04-03", 1, "2026-04-07", "Good Friday starts it, and is not counted"),
        ("2026-06-01", 0, "2026-06-01", "no working days is the day itself"),
        ("2025-06-02", 15, "2025-06-23", "three plain weeks"),
        ("2025-04-14", 15, "2025-05-08", "Easter and the early May bank holiday"),
        ("2022-09-16", 1, "2022-09-20", "the Queen's funeral"),
    ],
)
def test_the_last_day_within_a_number_of_working_days(start, number, due, because):
    assert working_days_after(day(start), number) == day(due), because


@pytest.mark.parametrize(
    ("conference", "number", "at_the_latest"),
    [
        ("2026-04-14", 2, "2026-04-10"),
        ("2026-04-08", 2, "2026-04-02"),  # over Easter
        ("2026-01-05", 5, "2025-12-24"),  # over Christmas and New Year
        ("2026-03-31", 45, "2026-01-27"),  # the open-source validator's helper says 28 January, counting the day itself
    ],
)
def test_counting_back_does_not_count_the_day_itself(conference, number, at_the_latest):
    assert working_days_before(day(conference), number) == day(at_the_latest)


@pytest.mark.parametrize(
    ("earlier", "later", "number"),
    [
        ("2026-04-02", "2026-04-07", 1),
        ("2026-04-07", "2026-04-02", -1),
        ("2026-04-07", "2026-04-07", 0),
        ("2026-04-03", "2026-04-06", 0),
        ("2026-03-26", "2026-06-03", 45),
    ],
)
def test_working_days_between_two_days(earlier, later, number):
    assert working_days_between(day(earlier), day(later)) == number


@pytest.mark.parametrize(
    ("due", "planned"),
    [("2026-02-28", "2026-02-27"), ("2026-04-06", "2026-04-02"), ("2026-04-07", "2026-04-07")],
)
def test_a_limit_on_a_day_off_is_not_extended_but_planned_for_the_working_day_before(due, planned):
    assert plan_by(day(due)) == day(planned)


def test_a_count_past_the_end_of_the_list_is_refused_in_a_sentence():
    ends = england_and_wales().ends
    with pytest.raises(HolidayListEnds, match="Bank holidays are known up to 31 December 2028") as refused:
        working_days_after(ends, 1)
    assert "Load the newer list of bank holidays first" in str(refused.value)


@pytest.mark.parametrize("count", [is_working_day, plan_by, lambda late: working_days_between(late, late)])
def test_any_question_about_a_day_past_the_end_of_the_list_is_refused(count):
    with pytest.raises(HolidayListEnds):
        count(date(2029, 1, 1))


def test_a_count_before_the_beginning_of_the_list_is_refused_too():
    with pytest.raises(HolidayListBegins, match="1 January 1990"):
        working_days_before(date(1990, 1, 2), 1)


@pytest.mark.parametrize("count", [working_days_after, working_days_before])
def test_a_negative_number_is_refused(count):
    with pytest.raises(ValueError, match="Count"):
        count(date(2026, 1, 5), -1)
