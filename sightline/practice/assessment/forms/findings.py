"""What was found about the children of an assessment: asked once for those of whom it is the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.documents.rules import MayKnow
from sightline.practice.assessment import rules
from sightline.ui import forms

Choices = Sequence[tuple[str, str]]


def who_may_know() -> forms.Choice:
    """Who may be given what was said or found; the child was asked."""
    return forms.Choice(
        "Who may know it?",
        choices=MayKnow.choices,
        called="who may know it",
        hint="Ask the child. Until it is decided it is left out of every parent’s copy and of the child’s own.",
        small=True,
    )


class OfChildren(RecordingForm):
    """A form about some of the children of an assessment; one child alone is not asked for."""

    children = forms.Choices("About which of them?", called="about which of them it is", small=True)
    on = forms.Date("On which day?", called="the day")

    def __init__(self, request: HttpRequest, *, children: Sequence[Named], today: date, **options: Any) -> None:
        super().__init__(request, subjects=[each.key for each in children], **options)
        self.named = list(children)
        asked: Any = self.fields["children"]
        asked.choices = [(str(each.key), each.name) for each in children]
        if len(self.named) == 1:
            del self.fields["children"]
        self.fields["on"].latest = today  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them; a question that was left is answered by none."""
        said = {name: "" if value is None else value for name, value in self.cleaned_data.items()}
        ticked = said.pop("children", None) or [str(each.key) for each in self.named]
        said.pop("seen_version", None)
        return {**{name: said[name] for name in said if name in self.base_fields}, "children": list(map(UUID, ticked))}


class ViewForm(OfChildren):
    """What a child thinks, in their words."""

    form_code = "assessment.view"
    title = "The child’s view"

    issue = forms.Text(
        "On which issue?", called="the issue", limit=500, hint="One issue of the assessment, or the child’s own."
    )
    kind = forms.Choice("How do we know?", choices=rules.ViewKind.choices, called="how we know")
    how_asked = forms.LongText(
        "What was asked, and how?", optional=True, rows=2, hint="In words, by drawing, by signs."
    )
    words = forms.LongText("The exact words, or what was observed", optional=True, rows=4, points_out=False)
    why_not_asked = forms.Choice(
        "If the child was not asked, why not?", choices=rules.WhyNotAsked.choices, optional=True, small=True
    )
    changed = forms.LongText("What changed because of it?", optional=True, rows=2)
    changed_in = forms.Select(
        "Which need or step of the plan changed?",
        optional=True,
        hint="The step then shows these words to whoever reads the plan.",
    )
    seen = forms.Choice("Was the child seen?", choices=rules.HowSeen.choices, called="whether the child was seen")
    where = forms.Text("Where?", optional=True, limit=200)
    may_know = who_may_know()

    def __init__(self, request: HttpRequest, *, changeable: Choices = (), **options: Any) -> None:
        super().__init__(request, **options)
        asked: Any = self.fields["changed_in"]
        asked.choices = [("", ""), *changeable]
        if not changeable:
            del self.fields["changed_in"]

    def clean(self) -> dict[str, Any]:
        """A view has words, or the reason why nobody asked."""
        said = super().clean()
        if said.get("kind"):
            wrong = rules.wrong_with_view(said["kind"], said.get("words") or "", said.get("why_not_asked") or "")
            if wrong:
                self.add_error("why_not_asked" if said["kind"] == rules.ViewKind.NOT_ASKED else "words", wrong)
        return said

    def given(self) -> dict[str, Any]:
        """The answers, with the key of the need or the step that changed."""
        said = super().given()
        kind, _, key = said.pop("changed_in", "").partition(":")
        return said | ({f"changed_{kind}": UUID(key)} if key else {})


class ScaleForm(OfChildren):
    """Where a child stands between danger and safety."""

    form_code = "assessment.scale"
    title = "The risk scale"

    number = forms.WholeNumber(
        "Where does the child stand, from 0 to 10?",
        called="the number",
        hint="0: in danger now. 10: safe enough to close.",
        width=2,
        least=0,
        most=10,
    )
    reasons = forms.LongText("Why there?", called="why there", rows=3)
    may_know = who_may_know()


class SharingForm(OfChildren):
    """That somebody of the family read or heard the assessment, and what they said of it."""

    form_code = "assessment.sharing"
    title = "Shared with the family"

    person = forms.Select("With whom?", called="with whom", optional=True)
    who = forms.Text("Or in words", called="with whom", optional=True, limit=200)
    how = forms.Choice("How?", choices=rules.HowShared.choices, called="how it was shared")
    said = forms.LongText(
        "What do they put right, and where do they disagree?",
        optional=True,
        rows=4,
        hint="In their words.",
        points_out=False,
    )
    copy_given = forms.YesNo("Did they get a copy?", called="whether they got a copy")
    why_not = forms.LongText("If it was not shared, or no copy was given: why?", optional=True, rows=2)

    def __init__(self, request: HttpRequest, *, people: Choices = (), **options: Any) -> None:
        super().__init__(request, **options)
        person: Any = self.fields["person"]
        person.choices = [("", ""), *people]

    def clean(self) -> dict[str, Any]:
        """Somebody is named, and a reason where nothing was given."""
        said = super().clean()
        if not said.get("person") and not said.get("who"):
            self.add_error("person", "Select with whom it was shared, or say it in words")
        if said.get("how") and "copy_given" in said:
            wrong = rules.wrong_with_sharing(
                said["how"], copy_given=bool(said["copy_given"]), why_not=said.get("why_not") or ""
            )
            if wrong:
                self.add_error("why_not", wrong)
        return said

    def given(self) -> dict[str, Any]:
        """The answers, with the key of the person chosen."""
        said = super().given()
        return said | {"person": UUID(said["person"]) if said["person"] else None}


class CheckpointForm(RecordingForm):
    """What a manager says to an assessment on its way."""

    form_code = "assessment.checkpoint"
    title = "Look at the assessment on its way"

    go_on = forms.Choice("Do we need to go on?", choices=rules.Checkpoint.choices, called="whether to go on")
    reasons = forms.LongText("Why?", called="why", rows=3)


class WhetherForm(RecordingForm):
    """Whether to assess, on which evidence, and what else was considered."""

    form_code = "assessment.whether"
    title = "Whether to assess"

    on = forms.Date("On which day is it decided?", called="the day")
    criteria = forms.Choices("Which criteria are met?", called="which criteria are met", optional=True, small=True)
    alternative = forms.LongText(
        "What else was considered, and why is it not enough?", called="what else was considered", rows=3
    )
    agreement = forms.Choice(
        "Does the family agree to an assessment?", choices=rules.Asked.choices, called="whether the family agrees"
    )
    who_answered = forms.Text("Who answered?", optional=True, limit=200)
    what_they_said = forms.LongText("What did they say?", optional=True, rows=2, points_out=False)
    decision = forms.Choice("What is decided?", choices=rules.Whether.choices, called="what is decided")
    reasons = forms.LongText("Why?", called="why", rows=3)

    def __init__(self, request: HttpRequest, *, children: Sequence[UUID], today: date) -> None:
        super().__init__(request, subjects=children)
        self.fields["on"].latest = today  # type: ignore[attr-defined]
        asked: Any = self.fields["criteria"]
        asked.choices = list(rules.criteria().items())
        asked.reveals = {key: [f"evidence_{key}"] for key in rules.criteria()}
        for key in rules.criteria():
            self.fields[f"evidence_{key}"] = forms.LongText("On what evidence?", called="the evidence", rows=2)

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        said = self.cleaned_data
        plain = ("on", "alternative", "agreement", "who_answered", "what_they_said", "decision", "reasons")
        met = {key: said[f"evidence_{key}"] for key in said["criteria"] or ()}
        return {**{name: "" if said[name] is None else said[name] for name in plain}, "criteria": met}
