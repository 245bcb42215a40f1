"""A machine's own time zone changes nothing."""

import os
import subprocess
import sys

PROGRAM = """
from datetime import date, datetime, UTC
from sightline.foundation.calendar.instants import day_of, end_of_day, hours_after, london_today, start_of_day
from sightline.foundation.calendar.words import LONDON, format_moment
from sightline.foundation.calendar.working_days import working_days_after
for moment in (datetime(2026, 3, 27, 22, 15, tzinfo=LONDON), datetime(2026, 10, 23, 22, 15, tzinfo=LONDON)):
    print(format_moment(hours_after(moment, 72)), day_of(moment), london_today(moment))
for day in (date(2026, 3, 29), date(2026, 10, 25), date(2026, 12, 31)):
    print(start_of_day(day), end_of_day(day), working_days_after(day, 10), hours_after(day, 24))
print(london_today(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)))
"""
ZONES = ("UTC", "Europe/London", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kathmandu")


def told_in(zone: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], env={**os.environ, "TZ": zone}, capture_output=True, text=True, check=True
    )
    return run.stdout


def test_the_same_answers_in_five_time_zones():
    answers = {told_in(zone) for zone in ZONES}
    assert len(answers) == 1
    assert "30 March 2026 at 23:15" in answers.pop()
