"""How the lists behind the numbers of a board are narrowed and ordered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sightline.foundation.timescales.rules import Tier
from sightline.foundation.workforce.forms.choices import Choices, set_choices
from sightline.foundation.workforce.queries.behind_numbers import Asked
from sightline.ui import forms

NO_TEAM = "none"


class NarrowChildren(forms.QuestionForm):
    """Which children, of which team, in which order."""

    which = forms.Select("Which children?", optional=True, says_optional=False)
    team = forms.Select("Team", optional=True, says_optional=False)
    order = forms.Select("In order of", optional=True, says_optional=False)


class NarrowClocks(NarrowChildren):
    """Which clocks, of what kind, of which team, in which order."""

    which = forms.Select("What is due?", optional=True, says_optional=False)
    kind = forms.Select("What kind?", optional=True, says_optional=False)
    tier = forms.Select(
        "Who asks it?",
        choices=[("", "Law, guidance and our own standards"), *((tier.value, tier.label) for tier in Tier)],
        optional=True,
        says_optional=False,
    )

    sections = [forms.Section("", ["which", "kind", "tier", "team", "order"])]


def narrowing(
    form_class: type[NarrowChildren], query: Mapping[str, Any], offered: Mapping[str, Choices]
) -> NarrowChildren:
    """The form with what can be chosen here; a question with one answer is not asked."""
    form = form_class(query)
    for question, choices in offered.items():
        if len(choices) > 2:  # the first answer is "all of them"
            set_choices(form, question, choices)
        else:
            del form.fields[question]
    return form


def asked(form: NarrowChildren) -> Asked:
    """What is asked for; whatever cannot be taken is not asked."""
    form.is_valid()
    answers = {name: value for name, value in form.cleaned_data.items() if value}
    team = answers.pop("team", "")
    return Asked(**answers, unheld=team == NO_TEAM, team=UUID(team) if team and team != NO_TEAM else None)
