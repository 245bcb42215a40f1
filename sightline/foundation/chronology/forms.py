"""What part of a chronology somebody wants to see."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from sightline.foundation.calendar.instants import end_of_day
from sightline.foundation.calendar.words import LONDON, format_date
from sightline.foundation.chronology.queries import Asked
from sightline.ui import forms


class ChronologyForm(forms.QuestionForm):
    """Kinds of entry, a period, and the day as known on which the record is shown."""

    kinds = forms.Choices("What kind of entry?", optional=True, says_optional=False, small=True, for_everybody=True)
    major = forms.Choices(
        "How much?",
        choices=[("only", "Major events only")],
        optional=True,
        says_optional=False,
        small=True,
        for_everybody=True,
    )
    earliest = forms.Date("From", called="the first day", optional=True, says_optional=False)
    latest = forms.Date("To", called="the last day", optional=True, says_optional=False)
    known_on = forms.Date(
        "As it was known on",
        called="the day on which it was known",
        hint="Leave out what was recorded, corrected or ended later.",
        optional=True,
        says_optional=False,
        quick=False,
    )
    known_at = forms.Time(
        "At what time?", hint="The end of that day, unless you say.", optional=True, says_optional=False
    )

    def __init__(self, *args: Any, kinds: list[tuple[str, str]], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kinds"].choices = kinds  # type: ignore[attr-defined]
        self.fields["known_on"].latest = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A period that does not end before it begins, and a time only with its day."""
        cleaned = self.cleaned_data
        first, last = cleaned.get("earliest"), cleaned.get("latest")
        if first and last and last < first:
            self.add_error("latest", "The last day must not be before the first")
        if cleaned.get("known_at") and not cleaned.get("known_on") and "known_on" not in self.errors:
            self.add_error("known_on", "Say on which day")
        return cleaned

    def wanted(self, *, older_than: int | None, everything: bool) -> Asked:
        """What is asked for; everything where the answers cannot be taken."""
        answers = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return Asked(
            kinds=frozenset(answers.get("kinds") or ()),
            earliest=answers.get("earliest"),
            latest=answers.get("latest"),
            major_only=bool(answers.get("major")),
            as_known_on=moment(answers.get("known_on"), answers.get("known_at")),
            older_than=older_than,
            everything=everything,
        )

    def known_in_words(self) -> str:
        """As known when, in words; empty for the record as it stands."""
        answers = self.cleaned_data if self.is_bound and self.is_valid() else {}
        day, at = answers.get("known_on"), answers.get("known_at")
        if day is None:
            return ""
        return f"As known on {format_date(day)} at {at:%H:%M}" if at else f"As known at the end of {format_date(day)}"


def moment(day: date | None, at: time | None) -> datetime | None:
    """The moment meant by a day, and a time of it: without one, the end of the day."""
    if day is None:
        return None
    return datetime.combine(day, at, tzinfo=LONDON) if at else end_of_day(day)
