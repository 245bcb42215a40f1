"""How far a pregnancy has come, from the expected date of birth (timescales, rule C10)."""

from dataclasses import dataclass
from datetime import date, timedelta

FULL_TERM_WEEKS = 40
FULL_TERM_DAYS = 7 * FULL_TERM_WEEKS


@dataclass(frozen=True)
class Gestation:
    """Completed weeks, and days over."""

    weeks: int
    days: int

    def __str__(self) -> str:
        weeks, days = "week" if self.weeks == 1 else "weeks", "day" if self.days == 1 else "days"
        return f"{self.weeks} {weeks} {self.days} {days}"


def gestation(expected: date, on: date) -> Gestation:
    """How far a pregnancy with this expected date of birth has come on a day; raises ValueError before it began."""
    days = FULL_TERM_DAYS - (expected - on).days
    if days < 0:
        raise ValueError("The expected date of birth is more than 280 days after that day.")
    return Gestation(*divmod(days, 7))


def gestation_week(expected: date, week: int) -> date:
    """The day on which a week of pregnancy is reached."""
    return expected - timedelta(weeks=FULL_TERM_WEEKS - week)
