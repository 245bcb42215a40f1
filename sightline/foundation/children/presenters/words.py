"""Ages, dates and names as the pages about people say them."""

from datetime import date
from typing import Protocol

from sightline.foundation.calendar.ages import age_in_words
from sightline.foundation.calendar.gestation import gestation
from sightline.foundation.calendar.words import format_date


class Dated(Protocol):
    """Anything that says when somebody was or is to be born, and whether they have died."""

    @property
    def birth_date(self) -> date | None: ...

    @property
    def birth_date_estimated(self) -> bool: ...

    @property
    def expected_on(self) -> date | None: ...

    @property
    def died_on(self) -> date | None: ...


def age(person: Dated, today: date) -> str:
    """How old somebody is, how far the pregnancy is, or how old they became; empty where it is not known."""
    if person.birth_date is not None:
        until = person.died_on or today
        if until < person.birth_date:
            return ""
        words = age_in_words(person.birth_date, until)
        return f"died aged {words}" if person.died_on else f"about {words}" if person.birth_date_estimated else words
    if person.expected_on is not None:
        if person.died_on is not None:
            return "pregnancy ended"
        return pregnancy(person.expected_on, today)
    return ""


def end_of_life(person: Dated) -> tuple[str, str]:
    """The label and the day of a death, or of the end of a pregnancy; no day where there is none."""
    label = "Pregnancy ended" if person.birth_date is None and person.expected_on is not None else "Died"
    return label, format_date(person.died_on) if person.died_on else ""


def pregnancy(expected: date, today: date) -> str:
    """How far a pregnancy is on a day; empty before it began."""
    try:
        return f"{gestation(expected, today)} of pregnancy"
    except ValueError:
        return ""


def birth(person: Dated, today: date) -> tuple[str, str]:
    """The label and the words for a birth date or an expected date, with the age."""
    if person.birth_date is not None:
        label, day = "Born", format_date(person.birth_date)
        day = f"about {person.birth_date.year}" if person.birth_date_estimated else day
    elif person.expected_on is not None:
        label, day = "Expected", format_date(person.expected_on)
    else:
        return "Born", "Date not known"
    return label, ", ".join(part for part in (day, age(person, today)) if part)
