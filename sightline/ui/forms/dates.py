"""Dates in three boxes and times in one: read kindly, refused with a sentence that names what is wrong."""

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)


class TypedDate(NamedTuple):
    """What stands in the three boxes, exactly as typed."""

    day: str
    month: str
    year: str

    def missing(self) -> list[str]:
        """The boxes left empty."""
        return [name for name, text in zip(self._fields, self, strict=True) if not text]


class WrongDate(ValidationError):
    """A date that cannot be taken, and the boxes to look at."""

    def __init__(self, sentence: str, boxes: list[str]) -> None:
        super().__init__(sentence, code="invalid")
        self.boxes = boxes


class DateBoxes(forms.Widget):
    """Three boxes named NAME-day, NAME-month and NAME-year."""

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> TypedDate:
        """What was typed, kept as typed however wrong it is."""
        return TypedDate(*(str(data.get(f"{name}-{part}") or "").strip() for part in TypedDate._fields))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> bool:
        """Whether none of the boxes was sent."""
        return not any(f"{name}-{part}" in data for part in TypedDate._fields)


def whole(text: str) -> int | None:
    """A short whole number, or nothing."""
    return int(text) if text.isdecimal() and len(text) <= 4 else None


def month_number(text: str) -> int | None:
    """A month by number, name or the first letters of its name."""
    lowered = text.lower().rstrip(".")
    return MONTHS.get(lowered) or SHORT_MONTHS.get(lowered) or whole(text)


def read(typed: TypedDate, name: str) -> date:
    """The date that was meant; raises WrongDate with a sentence that begins with the name of the date."""
    if missing := typed.missing():
        raise WrongDate(f"{name} must include a {' and a '.join(missing)}", missing)
    day, month, year = whole(typed.day), month_number(typed.month), whole(typed.year)
    if year is None or len(typed.year) != 4:
        raise WrongDate(f"{name} must have a year with 4 numbers, like 2026", ["year"])
    if month is None or not 1 <= month <= 12:
        raise WrongDate(f"{name} must have a month from 1 to 12, or its name", ["month"])
    if day is None or day < 1 or year < 1:
        raise WrongDate(f"{name} must be a real date, like 27 3 2026", ["day"] if year else ["year"])
    longest = calendar.monthrange(year, month)[1]
    if day > longest:
        of = calendar.month_name[month] + (f" {year}" if month == 2 else "")
        raise WrongDate(f"{name} must be a real date: {of} has {longest} days", ["day"])
    return date(year, month, day)


def in_words(day: date) -> str:
    """A date as people write it, such as "3 March 2026"."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


class DateField(forms.Field):
    """A date typed in three boxes. `earliest` and `latest` may be set on the field of a form that knows today."""

    widget = DateBoxes
    called: Any = ""

    def __init__(self, *, earliest: date = EARLIEST, latest: date = LATEST, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.earliest, self.latest = earliest, latest

    def clean(self, value: Any) -> date | None:
        """The date; raises ValidationError with a sentence."""
        if isinstance(value, date):
            return value
        if value is None or not any(value):
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        name = self.error_messages["invalid"].removesuffix(" must be a real date")
        day = read(value, name)
        if day < self.earliest:
            raise WrongDate(f"{name} must be on or after {in_words(self.earliest)}", list(TypedDate._fields))
        if day > self.latest:
            raise WrongDate(f"{name} must be on or before {in_words(self.latest)}", list(TypedDate._fields))
        return day

    def prepare_value(self, value: Any) -> Any:
        """What to show in the boxes for a date already known."""
        return TypedDate(str(value.day), str(value.month), str(value.year)) if isinstance(value, date) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the boxes say something other than the date already known."""
        blank = TypedDate("", "", "")
        return bool((self.prepare_value(initial) or blank) != (data or blank))


TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:. h]?(?P<minute>\d{2}))?\s*(?P<half>am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)
WORDS: dict[str, Callable[[], time]] = {
    "midday": lambda: time(12),
    "noon": lambda: time(12),
    "midnight": lambda: time(0),
}


def read_time(text: str) -> time | None:
    """A time of day as people type it ("14:30", "2.30pm", "9 am", "midday"), or nothing."""
    if text.lower() in WORDS:
        return WORDS[text.lower()]()
    found = TIME.fullmatch(text)
    if not found:
        return None
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), (found["half"] or "").lower()[:1]
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 and (half or found["minute"]) else None
