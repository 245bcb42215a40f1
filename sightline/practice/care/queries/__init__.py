"""Named questions about care."""

from sightline.practice.care.queries.standing import (
    birth_of,
    home_on,
    is_in_care,
    open_home,
    open_period,
    open_spell,
    open_status,
    period_on,
)
from sightline.practice.care.queries.times import READS, longer_than_breaks, times_in_care
from sightline.practice.care.queries.times import standing as standing_facts

__all__ = [
    "READS",
    "birth_of",
    "home_on",
    "is_in_care",
    "longer_than_breaks",
    "open_home",
    "open_period",
    "open_spell",
    "open_status",
    "period_on",
    "standing_facts",
    "times_in_care",
]
