"""Questions about the education of children in care."""

from __future__ import annotations

from typing import Any

from sightline.foundation.recording.forms import AboutOneChild
from sightline.practice.education.rules import HAS_A_NAME, URN_DIGITS, PlaceKind, PlanKind
from sightline.ui import forms
from sightline.ui.vocabulary import phrase

LONGEST_NAME = 250  # characters


class PlanForm(AboutOneChild):
    """A meeting made or reviewed the plan for a child's education."""

    form_code = "education.plan"
    title = phrase("{personal_education_plan:capital}")

    on = forms.Date("On which day was the meeting?", called="the day of the meeting")
    kind = forms.Choice("Which meeting was it?", choices=PlanKind.choices, called="which meeting it was")


class PlaceForm(AboutOneChild):
    """A child began at a school, or is taught otherwise."""

    form_code = "education.place"
    title = "A new school or place"

    on = forms.Date("From which day?", called="the first day")
    kind = forms.Choice("Where is the child taught?", choices=PlaceKind.choices, called="where the child is taught")
    school = forms.Text(
        "What is it called?",
        called="what it is called",
        hint="Schools, nurseries and colleges need their name.",
        limit=LONGEST_NAME,
        optional=True,
        says_optional=False,
    )
    urn = forms.Text("The school’s number in the register", optional=True, hint="Six digits.", width=10)

    def clean(self) -> dict[str, Any]:
        """What has a name is named, and a number has its digits."""
        cleaned = super().clean()
        if cleaned.get("kind") in HAS_A_NAME and not cleaned.get("school") and "school" not in self.errors:
            self.add_error("school", "Enter what it is called")
        urn = cleaned.get("urn") or ""
        if urn and not (urn.isdigit() and len(urn) == URN_DIGITS):
            self.add_error("urn", "The school’s number has six digits")
        return cleaned


class LeftForm(AboutOneChild):
    """A child left a school."""

    form_code = "education.left"
    title = "Leaving a school or place"

    on = forms.Date("Which was the last day?", called="the last day")
