"""What a visit was for one child, or for all of them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from sightline.foundation.visits.presenters.titles import KINDS
from sightline.foundation.visits.rules import ChildVisited
from sightline.ui import forms
from sightline.ui.vocabulary import phrase

COUNTS_HINT = phrase(
    "Tick the kinds of visit whose time limit it meets. For child protection that is normally a visit by the "
    "lead {social_worker}; a child who was not seen is never counted."
)
NOT_BOTH = "Untick “None of these” if the visit counts as a kind you ticked, or untick the kinds if it counts as none"
NONE = "none"  # the answer that a visit meets nobody's time limit; in the record it is an empty list


class SeenForm(forms.QuestionForm):
    """Whether a child was seen, and alone, whether they are safe tonight, and where they sleep."""

    seen = forms.YesNo(
        "Was the child seen?",
        called="whether the child was seen",
        reveals={"yes": ["alone", "counts_as"], "no": ["why_not_seen"]},
    )
    alone = forms.YesNo("Seen alone?", called="whether the child was seen alone", reveals={"no": ["why_not_alone"]})
    why_not_alone = forms.Text("Why not alone?", called="why the child was not seen alone", limit=500)
    counts_as = forms.Choices(
        "Which kinds of visit does it count as?",
        called="which kinds of visit it counts as",
        choices=[*((kind.value, phrase(words)) for kind, words in KINDS.items()), (NONE, "None of these")],
        divider=NONE,
        hint=COUNTS_HINT,
        small=True,
        error_messages={"required": "Select which kinds of visit it counts as, or that it counts as none"},
    )
    why_not_seen = forms.Text("Why was the child not seen?", called="why the child was not seen", limit=500)
    safe_tonight = forms.YesNo("Safe tonight?", called="whether the child is safe tonight", reveals={"no": ["safety"]})
    safety = forms.LongText(
        "What is being done tonight?", called="what is being done tonight", hint="Who has been told, and when.", rows=3
    )
    sleeping_place_seen = forms.YesNo(
        "Did you see where the child sleeps?", optional=True, reveals={"yes": ["sleeping_place"]}
    )
    sleeping_place = forms.Text("What is it like?", optional=True, limit=500)

    def clean_counts_as(self) -> list[str]:
        """The kinds of visit, none of them where it counts as none; raises ValidationError for none and another."""
        kinds: list[str] = self.cleaned_data["counts_as"]
        if NONE in kinds and kinds != [NONE]:
            raise ValidationError(NOT_BOTH)
        return [kind for kind in kinds if kind != NONE]

    def visited(self, child: UUID, answers: dict[str, Any], **shared: str) -> ChildVisited:
        """The answers about one child as the actions take them."""
        return ChildVisited(
            child=child,
            seen=answers["seen"],
            alone=answers["alone"],
            why_not=answers["why_not_seen"] or answers["why_not_alone"],
            safe_tonight=answers["safe_tonight"],
            safety=answers["safety"],
            sleeping_place_seen=answers["sleeping_place_seen"],
            sleeping_place=answers["sleeping_place"],
            counts_as=tuple(answers["counts_as"]),
            **shared,
        )


class AccountForm(forms.QuestionForm):
    """What was seen and heard, what was agreed, and when the next visit is."""

    account = forms.LongText(
        "What did you see and hear, and what happened?", called="what you saw and heard, and what happened", rows=8
    )
    agreed = forms.LongText(
        "What was agreed, and what did you promise?",
        hint="It stands at the top of the page when the next visit is recorded.",
        optional=True,
        rows=4,
    )
    next_on = forms.Date("When is the next visit?", called="the date of the next visit", optional=True)
