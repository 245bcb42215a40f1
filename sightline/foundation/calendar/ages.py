"""Ages and birthdays, also of people born on 29 February (timescales, rule C11)."""

from datetime import date, timedelta

from sightline.foundation.calendar.calendar_days import months_after


def birthday_for_deadlines(born: date, age: int) -> date:
    """The day to work to for something due by a birthday: born on 29 February, it is 28 February in a common year."""
    return months_after(born, 12 * age)


def birthday_for_entitlement(born: date, age: int) -> date:
    """The day on which an age is reached: born on 29 February, it is 1 March in a common year."""
    birthday = months_after(born, 12 * age)
    return birthday + timedelta(days=1) if birthday.day != born.day else birthday


def age_on(born: date, on: date) -> int:
    """Completed years on a day; an age is reached at the start of the birthday. Raises ValueError before birth."""
    if on < born:
        raise ValueError("Nobody has an age before they are born.")
    years = on.year - born.year
    return years if on >= birthday_for_entitlement(born, years) else years - 1


def completed_months(born: date, on: date) -> int:
    """Completed months on a day, for ages of small children."""
    months = 12 * (on.year - born.year) + on.month - born.month
    return months if on >= months_after(born, months) else months - 1


def age_in_words(born: date, on: date) -> str:
    """`9 days`, `5 weeks`, `14 months` or `7 years`: weeks under three months, months under two years."""
    years, months, days = age_on(born, on), completed_months(born, on), (on - born).days
    if years >= 2:
        return counted(years, "year")
    if months >= 3:
        return counted(months, "month")
    return counted(days // 7, "week") if days >= 14 else counted(days, "day")


def counted(number: int, unit: str) -> str:
    """`1 day`, `2 days`."""
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
