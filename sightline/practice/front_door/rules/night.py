"""What practice says about nights: which night it is, and by when the day takes over (practice rules, out of hours)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db.models import TextChoices

from sightline.foundation.calendar.holidays import OutsideHolidayList
from sightline.foundation.calendar.words import LONDON, in_london
from sightline.foundation.calendar.working_days import is_working_day

ACCEPTED_BY = time(9, 30)  # by then a named manager of the day has taken over what was done at night
NIGHTS_AT_ONCE = 28  # our choice: what is asked opens the record to whoever answers at night, so it is looked at anew
NOON = time(12)  # until then a night belongs to the day on which it began


class NightWhat(TextChoices):
    """What was done out of hours."""

    SPOKE = "spoke", "Spoke to the family or others"
    VISITED = "visited", "Visited"
    POLICE = "police", "Police protection, or police involved"
    DISCUSSION = "discussion", "Met with police, health or others"
    PLACE = "place", "Found somewhere safe to sleep"
    HEALTH = "health", "Hospital or health involved"
    TRIED = "tried", "Tried, and reached nobody"
    NOT_NEEDED = "not_needed", "Nothing was needed"


def night_of(now: datetime) -> date:
    """The day on which the night began that it is now, or that comes next."""
    here = in_london(now)
    return here.date() - timedelta(days=1) if here.time() < NOON else here.date()


def began_at(night: date) -> datetime:
    """The moment from which something belongs to a night."""
    return datetime.combine(night, NOON, tzinfo=LONDON)


def accept_by(done: datetime) -> datetime:
    """When the day must have taken over: half past nine in London on the next morning on which the day is at work."""
    here = in_london(done)
    day = here.date() if here.time() <= ACCEPTED_BY else here.date() + timedelta(days=1)
    while not at_work(day):
        day += timedelta(days=1)
    return datetime.combine(day, ACCEPTED_BY, tzinfo=LONDON)


def at_work(day: date) -> bool:
    """Whether the day service is at work; beyond the list of bank holidays every weekday counts."""
    try:
        return is_working_day(day)
    except OutsideHolidayList:
        return day.weekday() < 5


def night_before(now: datetime) -> date:
    """The night that the morning page is about: the one that is ending, or ended this morning."""
    return in_london(now).date() - timedelta(days=1)
