"""Recording a strategy discussion: who it was about, when and how, who took part, and what was decided for each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.documents.forms import RecordingForm, When
from sightline.practice.child_protection.forms.agencies import AgenciesAsked, AgencyForm
from sightline.practice.child_protection.forms.passages import HEADING, PassageForm, passages
from sightline.practice.child_protection.presenters.titles import DECISIONS
from sightline.practice.child_protection.rules import Agency, HeldBy, OutcomeForChild, SaidOfSome
from sightline.ui import forms
from sightline.ui.vocabulary import phrase

SHARED_HINT = (
    "These words stand in the record of each of them, and nobody else's. "
    "What concerns one of them only belongs in a passage below."
)
CORE_HINT = (
    "Normally at least children's social care, police and health. If somebody could not be there, go on without."
)


class Held(When):
    """When and how a discussion was held; mix it in before a form class."""

    asks_day, asks_time = "held_on", "held_at"


class DecisionForm(forms.QuestionForm):
    """What was decided for one child, or for all of them, and why."""

    decision = forms.Choice(
        "What was decided?",
        choices=[(decision.value, phrase(words)) for decision, words in DECISIONS.items()],
        called="what was decided",
    )
    reasons = forms.LongText(
        "Why?",
        called="why this was decided",
        hint="What the agencies know, what they are worried about, and what keeps the child safe tonight.",
        rows=6,
    )


class StrategyDiscussionForm(AgenciesAsked, Held, RecordingForm):
    """One discussion about one child or several."""

    form_code = "child_protection.strategy_discussion"
    title = phrase("{strategy_discussion:capital}")

    held_on = forms.Date("When was it held?", called="the date it was held")
    held_at = forms.Time("At what time?", optional=True)
    held_by = forms.Choice("How was it held?", choices=HeldBy.choices, called="how it was held")
    agencies = forms.Choices(
        "Which agencies took part?", choices=Agency.choices, hint=CORE_HINT, called="the agencies that took part"
    )
    agreed_beforehand = forms.Text(
        "Has a manager agreed it already, by telephone or in person?",
        hint="Who, and when. A manager is asked afterwards in any case.",
        optional=True,
    )
    sections = [
        forms.Section("When and how", ["held_on", "held_at", "held_by"]),
        forms.Section("Who took part", ["agencies"]),
        forms.Section("Agreement", ["agreed_beforehand"]),
    ]

    def __init__(self, request: HttpRequest, *, children: Sequence[Named], now: datetime, today: date) -> None:
        self.children, self.now = children, now
        super().__init__(request, subjects=[child.key for child in children])
        self.fields["held_on"].latest = today
        self.ask_agencies(
            {
                agency: AgencyForm(
                    self.data if self.is_bound else None,
                    prefix=str(agency),
                    restored=self.restored,
                    children=children,
                    agency=agency,
                )
                for agency in Agency.values
            }
        )
        self.decisions: forms.SameForAll = self.add_part(
            "What was decided",
            forms.SameForAll,
            prefix="decided",
            answers=DecisionForm,
            subjects=[(str(child.key), child.name) for child in children],
            asks="Was something different decided for any of them?",
        )

        if len(children) > 1:
            self.decisions.for_all.fields["reasons"].help_text = SHARED_HINT
            self.repeat("passages", PassageForm, heading=HEADING, most=12, children=children)

    def clean(self) -> dict[str, Any]:
        """A time that has come."""
        cleaned = super().clean()
        self.refuse_the_future(self.now)
        return cleaned

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        answers = self.cleaned_data
        return {
            "held_on": answers["held_on"],
            "held_at": self.moment(),
            "held_by": answers["held_by"],
            "agencies": self.took_part(),
            "agreed_beforehand": answers["agreed_beforehand"],
            "outcomes": self.outcomes(),
            "passages": self.passages(),
        }

    def passages(self) -> list[SaidOfSome]:
        """What was said about some of the children only."""
        return passages(self.rows("passages")) if len(self.children) > 1 else []

    def outcomes(self) -> list[OutcomeForChild]:
        """What was decided for each child, and where each agency places the child."""
        return [
            OutcomeForChild(UUID(key), answers["decision"], answers["reasons"], self.scales_for(UUID(key)))
            for key, answers in self.decisions.for_each().items()
        ]
