"""Questions about assessments: when and for what one began, and what it found."""

from __future__ import annotations

from sightline.foundation.recording.forms import AboutOneChild
from sightline.practice.assessment.rules import NO_FACTOR, Kind
from sightline.ui import forms


class BeginForm(AboutOneChild):
    """An assessment began."""

    form_code = "assessment.begin"
    title = "Begin an assessment"

    on = forms.Date("On which day did it begin?", called="the first day")
    kind = forms.Select("What is it for?", choices=Kind.choices, called="what it is for")
    internal_review_on = forms.Date(
        "By which day should it be looked at again?", called="the day of the review", optional=True
    )


class AuthoriseForm(AboutOneChild):
    """A manager authorised what an assessment found."""

    form_code = "assessment.authorise"
    title = "Authorise the assessment"
    codes = {"outcome": "ssd-assessment-outcome", "factors": "cin-assessment-factors"}
    alone = {"factors": NO_FACTOR}

    on = forms.Date("On which day is it authorised?", called="the day")
    child_seen = forms.YesNo("Was the child seen?", called="whether the child was seen", reveals={"no": "why"})
    why = forms.LongText("Why was the child not seen?", called="why the child was not seen", rows=3, limit=500)
    factors = forms.Choices(
        "Which factors did it find?",
        called="which factors it found",
        hint="Tick each one.",
        small=True,
    )
    outcome = forms.Choice("What did it lead to?", called="what it led to")
    requires_support = forms.YesNo("Does the child need support?", optional=True)
