"""Questions about young people who leave care, and who have left it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.recording.forms import AboutOneChild, choices_of
from sightline.practice.leaving_care.rules import (
    ELIGIBLE,
    FORMER_RELEVANT,
    IN_TOUCH,
    NOTHING_MORE,
    QUALIFYING,
    RELEVANT,
    ContactHow,
    PathwayStep,
)
from sightline.ui import forms
from sightline.ui.vocabulary import phrase

NONE = "No Current Eligibility"
STATUS_CODES = {
    "in_touch": "ssda903-in-touch",
    "accommodation": "ssda903-accommodation-type",
    "suitability": "ssda903-accommodation-suitability",
    "activity": "ssda903-activity",
}


def in_order(choice: tuple[str, str]) -> int:
    """Where an entitlement stands in the list: as somebody grows up."""
    return (ELIGIBLE, RELEVANT, FORMER_RELEVANT, QUALIFYING, NONE).index(choice[0])


class EligibilityForm(AboutOneChild):
    """What a young person is entitled to, from a day on."""

    form_code = "leaving_care.eligibility"
    title = "Support after care"

    on = forms.Date("From which day?", called="the first day")
    category = forms.Choice(
        "Which entitlement?",
        called="the entitlement",
        hint="The entitlement before, if there is one, ends on that day.",
    )

    def __init__(self, request: HttpRequest, *, child: UUID, today: date, **options: Any) -> None:
        super().__init__(request, child=child, today=today, **options)
        entitlements = sorted(choices_of("ssd-care-leaver-eligibility", today), key=in_order)
        self.fields["category"].choices = [  # type: ignore[attr-defined]
            (code, f"{code.capitalize()}: {label}" if code != NONE else "None any more") for code, label in entitlements
        ]


class StatusForm(AboutOneChild):
    """Whether we are in touch, where the young person lives, and what they do."""

    form_code = "leaving_care.status"
    title = "How they are doing"
    codes = STATUS_CODES

    on = forms.Date("On which day was this known?", called="the day")
    in_touch = forms.Choice("Are we in touch?", called="whether we are in touch")
    accommodation = forms.Select(
        "Where do they live?", called="where they live", optional=True, says_optional=False, hint="If we know it."
    )
    suitability = forms.Choice(
        "Does it suit them?", called="whether it suits them", optional=True, says_optional=False, hint="If we know it."
    )
    activity = forms.Select(
        "What do they do?", called="what they do", optional=True, says_optional=False, hint="If we know it."
    )

    def clean(self) -> dict[str, Any]:
        """Of somebody we are in touch with, where they live, whether it suits them and what they do are known."""
        cleaned = super().clean()
        in_touch = cleaned.get("in_touch")
        for name in ("accommodation", "suitability", "activity"):
            if in_touch == IN_TOUCH and name not in self.errors and not cleaned.get(name):
                self.add_error(name, f"We are in touch: select {self.fields[name].called}")  # type: ignore[attr-defined]
            if in_touch in NOTHING_MORE and cleaned.get(name):
                self.add_error(name, "Leave this out of somebody who died or went home for good")
        return cleaned


class ContactForm(AboutOneChild):
    """We reached out to a young person."""

    form_code = "leaving_care.contact"
    title = "Keeping in touch"

    on = forms.Date("On which day?", called="the day")
    how = forms.Choice("How did we reach out?", choices=ContactHow.choices, called="how we reached out")
    replied = forms.YesNo(
        "Did they reply?", called="whether they replied", hint="Without a reply it counts as an attempt."
    )


class PathwayPlanForm(AboutOneChild):
    """A step of the plan for the way into adult life."""

    form_code = "leaving_care.pathway_plan"
    title = phrase("{pathway_plan:capital}")

    on = forms.Date("On which day?", called="the day")
    kind = forms.Choice("What was done?", choices=PathwayStep.choices, called="what was done")
