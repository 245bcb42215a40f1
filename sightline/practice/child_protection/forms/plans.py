"""Questions about what keeps a protection plan going, and its end."""

from __future__ import annotations

from typing import Any

from sightline.foundation.recording.forms import AboutOneChild
from sightline.practice.child_protection.forms.conferences import SeveralChildren
from sightline.practice.child_protection.rules import ENDS_OUTSIDE_A_CONFERENCE
from sightline.ui import forms
from sightline.ui.vocabulary import phrase


class CoreGroupForm(SeveralChildren):
    """A core group met about one child or several."""

    form_code = "child_protection.core_group"
    title = phrase("{core_group:capital}")

    on = forms.Date("On which day did it meet?", called="the day")
    what_changed = forms.LongText(
        "What has changed?", called="what has changed", hint="“No change” in one line is enough.", rows=5
    )

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        answers = {name: self.cleaned_data[name] for name in ("on", "what_changed")}
        return answers | {"children": [child.key for child in self.children]}


class EndPlanForm(AboutOneChild):
    """A plan ended without a conference of ours."""

    form_code = "child_protection.end_plan"
    title = phrase("The {child_protection_plan} ended without a conference of ours")

    on = forms.Date("On which day did it end?", called="the day")
    end_reason = forms.Choice(
        "Why?", choices=[(reason.value, reason.label) for reason in ENDS_OUTSIDE_A_CONFERENCE], called="why it ended"
    )
