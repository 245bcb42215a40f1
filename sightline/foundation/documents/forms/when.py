"""When something happened: a day, and the time where it is known."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sightline.foundation.calendar.words import LONDON
from sightline.ui.forms.questions import Questions


class When(Questions):
    """A form that asks on which day and perhaps at what time something happened; mix it in before a form class."""

    asks_day: ClassVar[str] = "happened_on"
    asks_time: ClassVar[str] = "happened_at"
    cleaned_data: dict[str, Any]

    def moment(self) -> datetime | None:
        """The moment at which it happened, where the time is known."""
        time = self.cleaned_data[self.asks_time]
        return datetime.combine(self.cleaned_data[self.asks_day], time, tzinfo=LONDON) if time else None

    def refuse_the_future(self, now: datetime) -> None:
        """Say so if the time given has not come yet."""
        answered = self.cleaned_data.get(self.asks_day) and self.cleaned_data.get(self.asks_time)
        if answered and (self.moment() or now) > now:
            self.add_error(self.asks_time, "The time must not be in the future")
