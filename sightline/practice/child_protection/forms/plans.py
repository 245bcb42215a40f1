"""Questions about what keeps a protection plan going, and its end."""

from __future__ import annotations

from sightline.foundation.recording.forms import AboutOneChild
from sightline.practice.child_protection.rules import ENDS_OUTSIDE_A_CONFERENCE
from sightline.ui import forms
from sightline.ui.vocabulary import phrase


class EndPlanForm(AboutOneChild):
    """A plan ended without a conference of ours."""

    form_code = "child_protection.end_plan"
    title = phrase("The {child_protection_plan} ended without a conference of ours")

    on = forms.Date("On which day did it end?", called="the day")
    end_reason = forms.Choice(
        "Why?", choices=[(reason.value, reason.label) for reason in ENDS_OUTSIDE_A_CONFERENCE], called="why it ended"
    )
