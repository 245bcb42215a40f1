"""Questions about a referral: who made it, what was decided, who was told, and how it ends."""

from __future__ import annotations

from typing import Any

from sightline.foundation.calendar.words import format_date
from sightline.foundation.recording.forms import AboutOneChild
from sightline.practice.front_door.queries import contacts_of
from sightline.practice.front_door.rules import NO_FURTHER_ACTION, Feedback
from sightline.ui import forms

WHO_HINT = "Name and role, for example: Ms Khan, class teacher at Hill Road Primary."


class ReferralForm(AboutOneChild):
    """A child was referred."""

    form_code = "front_door.referral"
    title = "Referral"
    codes = {"referral_source": "cin-referral-source", "primary_need": "cin-primary-need"}
    past = ("received_on",)

    received_on = forms.Date("On which day did the referral come?", called="the day")
    contact_id = forms.Select("From which contact did it come?", called="the contact", choices=[], optional=True)
    referral_source = forms.Select("Who made the referral?", called="who made it")
    source_description = forms.Text("Their name and role", hint=WHO_HINT, optional=True)
    primary_need = forms.Select(
        "What is the main need?", called="the main need", hint="Leave it out where it is not known yet.", optional=True
    )

    def __init__(self, request: Any, **options: Any) -> None:
        super().__init__(request, **options)
        (child,) = self.subjects
        known = [(str(each.pk), f"Contact of {format_date(each.happened)}") for each in contacts_of(child)]
        self.fields["contact_id"].choices = [("", "None that is recorded"), *known]  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        return super().given() | {"contact_id": self.cleaned_data["contact_id"] or None}


class ReferralDecisionForm(AboutOneChild):
    """What was decided about a referral."""

    form_code = "front_door.decide_referral"
    title = "Decide about a referral"
    codes = {"outcomes": "ssd-referral-outcome"}
    alone = {"outcomes": NO_FURTHER_ACTION}

    on = forms.Date("On which day was it decided?", called="the day")
    outcomes = forms.Choices(
        "What was decided?", called="what was decided", hint="No further action closes the referral on that day."
    )
    reasons = forms.LongText("Why?", called="why this was decided", rows=5)


class ReferrerToldForm(AboutOneChild):
    """How whoever referred the child was told what became of it."""

    form_code = "front_door.tell_referrer"
    title = "What the referrer was told"

    on = forms.Date("On which day?", called="the day")
    how = forms.Choice(
        "How were they told what became of it?",
        choices=Feedback.choices,
        called="how they were told",
        reveals={Feedback.NOT_TOLD: "why_not"},
    )
    why_not = forms.LongText("Why would telling them raise the risk?", called="why", rows=3, limit=500)


class CloseReferralForm(AboutOneChild):
    """Why a referral is closed."""

    form_code = "front_door.close"
    title = "Close the referral"
    codes = {"reason": "cin-reason-for-closure"}

    on = forms.Date("On which day?", called="the day")
    reason = forms.Choice("Why is it closed?", called="why it is closed")
