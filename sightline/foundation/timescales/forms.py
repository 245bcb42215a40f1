"""What is asked about timescales: a limit of our own, why something is late, why a standard does not apply."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.timescales.rules import Allowance, Timescale, Unit, settable_units
from sightline.foundation.workforce.forms import choices
from sightline.ui import forms

LONGEST = 1000  # of any unit; no limit is longer
REASON_LENGTH = 500  # characters
COUNTED_IN = {
    Unit.WORKING_DAYS: "Working days",
    Unit.WORKING_DAYS_BEFORE: "Working days before",
    Unit.WORKING_DAYS_BEGINNING_WITH: "Working days, counting the first",
    Unit.DAYS: "Days",
    Unit.WEEKS: "Weeks",
    Unit.DAYS_BEGINNING_WITH: "Days, counting the first",
    Unit.WEEKS_BEGINNING_WITH: "Weeks, counting the first day",
    Unit.MONTHS: "Months",
    Unit.HOURS: "Hours",
    Unit.SCHOOL_DAYS: "School days",
    Unit.GESTATION_WEEK: "Week of the pregnancy",
    Unit.AGE: "Age in months",
    Unit.WINDOW: "Months after",
}


class LocalLimitForm(RecordingForm):
    """What the authority allows from a day on."""

    form_code = "timescales.set"
    title = "Our own limit"

    number = forms.WholeNumber("How many?", called="how many", least=1, most=LONGEST, width=4)
    unit = forms.Select("Counted in what?", called="what it is counted in")
    effective_from = forms.Date(
        "From which day?",
        called="the day from which it holds",
        hint="It holds for what starts on this day or later. What is open then is counted again.",
    )
    why = forms.LongText("Why?", called="why", rows=3, limit=REASON_LENGTH, optional=True)
    agreed_by = forms.Text("Who agreed to it?", called="who agreed to it", limit=120, optional=True)

    def __init__(self, request: HttpRequest, *, timescale: Timescale) -> None:
        units = settable_units(timescale)
        super().__init__(request, initial={"unit": units[0].value if len(units) == 1 else ""})
        self.timescale = timescale
        choices.set_choices(self, "unit", [(unit.value, COUNTED_IN[unit]) for unit in units])

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        answers = self.cleaned_data
        opens = self.timescale.allows.opens
        allows = Allowance(Unit(answers["unit"]), answers["number"], opens)
        return {name: answers[name] for name in ("effective_from", "why", "agreed_by")} | {"allows": allows}


class ExplainForm(RecordingForm):
    """Why something is late, or will be."""

    form_code = "timescales.explain"
    title = "Why it is late"

    reason = forms.LongText("Why is it late, or why will it be?", called="why", rows=4, limit=REASON_LENGTH)
    agreed_by = forms.Select("If a manager agreed to it, who?", called="who agreed", optional=True)

    def __init__(self, request: HttpRequest, *, child: UUID, today: date) -> None:
        super().__init__(request, subjects=[child])
        choices.set_choices(self, "agreed_by", choices.overseers(today))

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        return {"reason": self.cleaned_data["reason"], "agreed_by": choices.key(self.cleaned_data["agreed_by"])}


class WaiveForm(RecordingForm):
    """Why a standard of our own does not apply to a child."""

    form_code = "timescales.waive"
    title = "Waive a standard of our own"

    reason = forms.LongText("Why does it not apply to this child?", called="why", rows=4, limit=REASON_LENGTH)

    def __init__(self, request: HttpRequest, *, child: UUID, today: date) -> None:
        super().__init__(request, subjects=[child])

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        return {"reason": self.cleaned_data["reason"]}
