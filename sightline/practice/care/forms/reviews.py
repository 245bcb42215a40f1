"""Questions about care reviews, and about what the reviewing officer does between them."""

from __future__ import annotations

from typing import Any

from sightline.foundation.recording.forms import AboutOneChild
from sightline.practice.care.rules import OfficerContact
from sightline.ui import forms
from sightline.ui.vocabulary import phrase

HELD, CALLED_OFF = "held", "called_off"


class CareReviewForm(AboutOneChild):
    """A care review was held, or was called off."""

    form_code = "care.review"
    title = "Care review"
    codes = {"participation": "ssda903-review-participation"}

    on = forms.Date("On which day?", called="the day of the review")
    held = forms.Choice(
        "Was it held?",
        choices=[(HELD, "It was held"), (CALLED_OFF, "It was called off")],
        called="whether it was held",
        reveals={HELD: ["participation", "visit_every_weeks"]},
    )
    participation = forms.Select("How did the child take part?", called="how the child took part")
    visit_every_weeks = forms.WholeNumber(
        "If the review set how often to visit: every how many weeks?", least=1, most=26, optional=True
    )

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        answers = self.cleaned_data
        return {
            "on": answers["on"],
            "cancelled": answers["held"] == CALLED_OFF,
            "participation": answers.get("participation") or "",
            "visit_every_weeks": answers.get("visit_every_weeks"),
        }


class OfficerContactForm(AboutOneChild):
    """The reviewing officer was in contact between reviews."""

    form_code = "care.officer"
    title = phrase("What the {reviewing_officer} did")

    on = forms.Date("On which day?", called="the day")
    how = forms.Choice("What was done?", choices=OfficerContact.choices, called="what was done")
