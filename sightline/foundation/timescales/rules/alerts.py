"""When a clock turns amber, and when it turns red before it is overdue (timescales, section 2).

"The last N working days" begins when no more than N working days are left after that day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sightline.foundation.calendar.calendar_days import days_after
from sightline.foundation.calendar.holidays import HolidayList
from sightline.foundation.calendar.working_days import working_days_after, working_days_before, working_days_between

AT_LEAST = timedelta(hours=12)
LAST_DAY = timedelta(hours=24)
SHORT_ORDER_DAYS = 8  # an emergency protection order lasts up to eight days


class AlertClass(StrEnum):
    """The ways in which a clock warns (timescales, section 2)."""

    H = "H"  # hours
    W1 = "W1"  # one working day
    W5 = "W5"  # up to seven working days, or a week
    W10 = "W10"  # eight to twenty working days
    W45 = "W45"  # an assessment
    V = "V"  # repeating visits and meetings
    M = "M"  # three to six months, twelve to twenty-six weeks
    Y = "Y"  # a year
    WIN = "WIN"  # a window that opens and closes
    GATE = "GATE"  # a condition before an action
    EXP = "EXP"  # an order or approval that lapses


@dataclass(frozen=True)
class Period:
    """What the warnings of a clock counted in days depend on."""

    start: date
    due: date
    holidays: HolidayList
    booked: date | None = None
    drafted: bool = False

    @property
    def booked_in_time(self) -> bool:
        """Whether a date is in the diary that meets the limit."""
        return self.booked is not None and self.booked <= self.due

    def working_days_left(self, number: int) -> date:
        """The first day on which no more than a number of working days are left, at the earliest the start."""
        return max(self.start, working_days_before(self.due, number, self.holidays))

    def share_left(self, share: int) -> date:
        """The first day on which no more than one half, third, quarter of the period's days are left."""
        return max(self.start, days_after(self.due, -((self.due - self.start).days // share)))

    def halfway(self) -> date:
        """The working day on which half of the period's working days are used."""
        whole = working_days_between(self.start, self.due, self.holidays)
        return working_days_after(self.start, max(0, -(-whole // 2)), self.holidays)


def amber_from(alert: AlertClass, period: Period) -> date:
    """The first day on which a clock counted in days is due soon."""
    match alert:
        case AlertClass.W5:
            return period.working_days_left(1)
        case AlertClass.W10:
            last_days = period.working_days_left(3)
            return last_days if period.booked_in_time else min(last_days, max(period.start, period.halfway()))
        case AlertClass.W45:
            return period.working_days_left(10)
        case AlertClass.V:
            too_late = period.booked is not None and period.booked > period.due
            return period.start if too_late else period.share_left(4)
        case AlertClass.H:
            return period.share_left(3)
        case AlertClass.M:
            return period.working_days_left(20 if period.booked_in_time else 30)
        case AlertClass.Y:
            return period.working_days_left(40)
        case AlertClass.EXP:
            return period.share_left(2)
        case _:  # W1 at once, WIN while open, GATE when the action is drafted
            return period.start


def red_from(alert: AlertClass, period: Period) -> date | None:
    """The first day on which a clock counted in days is red although it is not overdue; None if there is none."""
    match alert:
        case AlertClass.W45:
            return None if period.drafted else period.working_days_left(5)
        case AlertClass.WIN:
            return period.working_days_left(10)
        case AlertClass.EXP:
            short = (period.due - period.start).days <= SHORT_ORDER_DAYS
            return max(period.start, days_after(period.due, -1 if short else -3))
        case _:
            return None


def amber_at(alert: AlertClass, start: datetime, due: datetime) -> datetime:
    """The moment from which a clock counted in hours is due soon."""
    match alert:
        case AlertClass.W1 | AlertClass.WIN | AlertClass.GATE:
            return start
        case AlertClass.EXP:
            return start + (due - start) / 2
        case _:
            return max(start, due - max((due - start) / 3, AT_LEAST))


def red_at(alert: AlertClass, start: datetime, due: datetime) -> datetime | None:
    """The moment from which a clock counted in hours is red although it is not overdue; None if there is none."""
    return max(start, due - LAST_DAY) if alert is AlertClass.EXP else None
