"""The list of bank holidays that Sightline carries is the proclaimed one, and cannot change silently."""

from collections import Counter
from datetime import date

import pytest

from sightline.foundation.calendar import holidays
from sightline.foundation.calendar.holidays import england_and_wales
from tests.foundation.calendar.oracle import bank_holidays_by_rule

ONE_OFF = {
    date(1999, 12, 31),
    date(2002, 6, 3),
    date(2011, 4, 29),
    date(2012, 6, 5),
    date(2022, 6, 3),
    date(2022, 9, 19),
    date(2023, 5, 8),
}
MOVED = {  # from the day of the rule to the day proclaimed
    date(1995, 5, 1): date(1995, 5, 8),
    date(2002, 5, 27): date(2002, 6, 4),
    date(2012, 5, 28): date(2012, 6, 4),
    date(2020, 5, 4): date(2020, 5, 8),
    date(2022, 5, 30): date(2022, 6, 2),
}


def test_it_is_what_the_rules_of_the_year_give_but_for_days_moved_or_added_by_proclamation():
    by_rule = {day for year in range(1990, 2029) for day in bank_holidays_by_rule(year)}
    assert england_and_wales().days == (by_rule - MOVED.keys()) | set(MOVED.values()) | ONE_OFF


def test_the_days_that_came_once_are_named_so():
    assert {holiday.day for holiday in england_and_wales().holidays if holiday.kind == "one-off"} == ONE_OFF


def test_every_year_has_eight_bank_holidays_and_those_that_came_once():
    per_year = Counter(day.year for day in england_and_wales().days)
    extra = Counter(day.year for day in ONE_OFF)
    assert all(per_year[year] == 8 + extra[year] for year in range(1990, 2029))


def test_every_holiday_says_what_made_it_one_and_falls_from_monday_to_friday():
    assert all(holiday.source and holiday.day.weekday() < 5 for holiday in england_and_wales().holidays)


def test_a_list_changed_without_a_new_version_is_refused(monkeypatch, tmp_path):
    source = holidays.files("sightline.foundation.calendar") / "data"
    (tmp_path / "data").mkdir()
    for name in ("bank_holidays_england_and_wales.csv", "bank_holidays_england_and_wales.toml"):
        text = (source / name).read_text(encoding="utf-8")
        (tmp_path / "data" / name).write_text(text.replace("2026-12-28", "2026-12-29"), encoding="utf-8")
    monkeypatch.setattr(holidays, "files", lambda package: tmp_path)
    with pytest.raises(ValueError, match="new version"):
        england_and_wales.__wrapped__()
