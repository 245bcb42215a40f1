"""Questions about a contact: who got in touch and why, and what was decided."""

from __future__ import annotations

from typing import Any

from sightline.foundation.documents.forms import When
from sightline.foundation.recording.forms import AboutOneChild
from sightline.practice.front_door.rules import NO_FURTHER_ACTION
from sightline.ui import forms

WHO_HINT = "Name and role, for example: Ms Khan, class teacher at Hill Road Primary."


class ContactForm(When, AboutOneChild):
    """Somebody got in touch about a child."""

    form_code = "front_door.contact"
    title = "Contact"
    codes = {"contact_source": "cin-referral-source"}
    past = ("received_on",)
    asks_day, asks_time = "received_on", "received_at"

    received_on = forms.Date(
        "On which day did they get in touch?",
        called="the day",
        hint="The day they did, not the day on which it was opened.",
    )
    received_at = forms.Time("At what time?", optional=True)
    contact_source = forms.Select("Who got in touch?", called="who got in touch")
    source_description = forms.Text("Their name and role", hint=WHO_HINT, optional=True)
    what_about = forms.LongText("What is it about?", called="what it is about", rows=6)

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        return super().given() | {"received_at": self.moment()}


class ContactDecisionForm(AboutOneChild):
    """What was decided about a contact."""

    form_code = "front_door.decide_contact"
    title = "Decide about a contact"
    codes = {"outcomes": "ssd-contact-outcome"}
    alone = {"outcomes": NO_FURTHER_ACTION}

    on = forms.Date("On which day was it decided?", called="the day")
    outcomes = forms.Choices("What was decided?", called="what was decided")
    reasons = forms.LongText("Why?", called="why this was decided", rows=5)
