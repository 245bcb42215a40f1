"""What is asked about nights: what night shall do, what it did, and what the day does next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.documents.forms import RecordingForm, When
from sightline.practice.front_door.actions.night import AskedOfNight, DoneAtNight
from sightline.practice.front_door.rules import NightWhat
from sightline.ui import forms


class AskedForm(forms.QuestionForm):
    """What is asked of the night about one child."""

    to_do = forms.LongText("What do you ask of the night?", called="what you ask of the night", rows=4, limit=2000)
    what_if = forms.LongText(
        "If something happens: what should they do?",
        called="what they should do if",
        hint="For example: if she is not home by ten, ring the police and then her grandmother.",
        rows=4,
        limit=2000,
    )


class AskNightForm(RecordingForm):
    """What day asks of night about one child or several, and until when."""

    form_code = "front_door.ask_night"
    title = "Ask something of the night"

    first = forms.Date("From which night?", called="the first night", hint="The day on which the night begins.")
    until = forms.Date("Until which night?", called="the last night", hint="The same day if it is for one night.")
    ring = forms.Text("Whom can the night ring, and on which number?", limit=200, optional=True)

    def __init__(self, request: Any, *, children: Sequence[Named], night: date, **options: Any) -> None:
        keys = [child.key for child in children]
        super().__init__(request, subjects=keys, initial={"first": night, "until": night}, **options)
        self.each: forms.SameForAll = self.add_part(
            "What is asked",
            forms.SameForAll,
            prefix="each",
            answers=AskedForm,
            subjects=[(str(child.key), child.name) for child in children],
        )

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        said = self.cleaned_data
        asked = {UUID(key): AskedOfNight(each["to_do"], each["what_if"]) for key, each in self.each.for_each().items()}
        return {"asked": asked, "first": said["first"], "until": said["until"], "ring": said["ring"] or ""}


class DoneForm(forms.QuestionForm):
    """What was done for one child."""

    done = forms.LongText(
        "What happened, what was done, and is the child safe tonight?", called="what was done", rows=6
    )
    left_to_do = forms.LongText("What is left for the day?", called="what is left", rows=3, optional=True)


class NightActionForm(When, RecordingForm):
    """What was done out of hours for one child or several."""

    form_code = "front_door.record_night"
    title = "What was done at night"
    asks_day, asks_time = "done_on", "done_at"

    done_on = forms.Date("On which day was it?", called="the day", hint="After midnight, the new day.")
    done_at = forms.Time("At what time?", called="the time")
    what = forms.Choice("What was it?", choices=NightWhat.choices, called="what it was")

    def __init__(
        self, request: Any, *, children: Sequence[Named], requests: dict[UUID, UUID], now: datetime, today: date
    ) -> None:
        super().__init__(request, subjects=[child.key for child in children])
        self.now, self.requests = now, requests
        self.fields["done_on"].latest = today  # type: ignore[attr-defined]
        self.each: forms.SameForAll = self.add_part(
            "What was done",
            forms.SameForAll,
            prefix="each",
            answers=DoneForm,
            subjects=[(str(child.key), child.name) for child in children],
        )

    def clean(self) -> dict[str, Any]:
        """A time that has come."""
        cleaned = super().clean()
        self.refuse_the_future(self.now)
        return cleaned

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        done = {UUID(key): DoneAtNight(each["done"], each["left_to_do"]) for key, each in self.each.for_each().items()}
        return {"done": done, "what": self.cleaned_data["what"], "at": self.moment(), "requests": self.requests}


class AcceptNightForm(RecordingForm):
    """What the day does about what was done at night."""

    form_code = "front_door.accept_night"
    title = "Take over what was done at night"

    next_step = forms.LongText(
        "What happens today, and who does it?",
        called="what happens next",
        hint="Your name stands beside it as the manager who took it over.",
        rows=4,
    )
