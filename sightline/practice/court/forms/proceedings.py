"""Questions about care proceedings and orders that lapse."""

from __future__ import annotations

from typing import Any

from sightline.foundation.documents.forms import When
from sightline.foundation.recording.forms import AboutOneChild
from sightline.practice.court.queries import orders_in_force
from sightline.practice.court.rules import HearingKind, OrderEnd, OrderKind, ProceedingsOutcome
from sightline.ui import forms

NONE_IN_FORCE = "No order or power is in force, so none can end. Record the order or power first."
MOST_WEEKS = 8  # Children Act 1989, section 32(8)


class IssueForm(AboutOneChild):
    """An application for a care or supervision order was issued."""

    form_code = "court.issue"
    title = "Care proceedings were issued"
    codes = {"short_notice_reason": "ssd-short-notice-reason", "initial_care_plan": "ssd-initial-care-plan"}

    on = forms.Date("On which day were they issued?", called="the day", hint="Pre-proceedings that are open end then.")
    court_reference = forms.Text("The court’s number of the case", optional=True, limit=40, width=20)
    short_notice = forms.YesNo(
        "Were they issued at short notice?", called="whether at short notice", reveals={"yes": "short_notice_reason"}
    )
    short_notice_reason = forms.Choice("Why at short notice?", called="why at short notice")
    initial_care_plan = forms.Select("What does the first care plan ask for?", called="the care plan", optional=True)


class HearingForm(AboutOneChild):
    """A court heard the case."""

    form_code = "court.hearing"
    title = "Hearing"

    on = forms.Date("On which day was it?", called="the day")
    kind = forms.Choice("Which hearing was it?", choices=HearingKind.choices, called="which hearing it was")
    what_was_ordered = forms.LongText("What was ordered?", rows=6, optional=True, points_out=False)


class ExtensionForm(AboutOneChild):
    """The court extended the timetable."""

    form_code = "court.extension"
    title = "The court extended the timetable"

    on = forms.Date("On which day did it decide?", called="the day")
    weeks = forms.WholeNumber("By how many weeks?", called="how many weeks", least=1, most=MOST_WEEKS, width=2)
    reasons = forms.LongText("Why?", rows=4, optional=True)


class EndProceedingsForm(AboutOneChild):
    """How care proceedings ended."""

    form_code = "court.end_proceedings"
    title = "Care proceedings ended"
    codes = {"final_care_plan": "ssd-final-care-plan"}

    on = forms.Date("On which day did they end?", called="the day")
    outcome = forms.Choice("How did they end?", choices=ProceedingsOutcome.choices, called="how they ended")
    final_care_plan = forms.Select("What did the last care plan ask for?", called="the care plan", optional=True)


class OrderForm(When, AboutOneChild):
    """An order or power began that lapses by itself."""

    form_code = "court.order"
    title = "Order or power that lapses"
    asks_day, asks_time = "on", "began_at"

    kind = forms.Choice("Which order or power is it?", choices=OrderKind.choices, called="which order or power it is")
    on = forms.Date("On which day did it begin?", called="the first day")
    began_at = forms.Time("At what time?", hint="Police protection is counted in hours.", optional=True)
    ends_on = forms.Date("If the order names its last day, which is it?", called="the last day", optional=True)
    court_reference = forms.Text("The court’s number of the case", optional=True, limit=40, width=20)

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        return without_time(super().given(), "began_at") | {"at": self.moment()}


class EndOrderForm(When, AboutOneChild):
    """An order or power ended."""

    form_code = "court.end_order"
    title = "An order or power ended"
    asks_day, asks_time = "on", "ended_at"

    kind = forms.Choice("Which one?", choices=[], called="which one it is")
    on = forms.Date("On which day did it end?", called="the last day")
    ended_at = forms.Time("At what time?", optional=True)
    end_reason = forms.Choice("What became of it?", choices=OrderEnd.choices, called="what became of it")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        (child,) = self.subjects
        in_force = [(order.kind, str(OrderKind(order.kind).label)) for order in orders_in_force(child)]
        self.fields["kind"].choices = in_force  # type: ignore[attr-defined]
        if not in_force:
            self.fields["kind"].help_text = NONE_IN_FORCE

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        return without_time(super().given(), "ended_at") | {"at": self.moment()}


def without_time(answers: dict[str, Any], asked: str) -> dict[str, Any]:
    """The answers without the time of day, which stands in the moment."""
    return {name: answer for name, answer in answers.items() if name != asked}
