"""Questions about panels."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.panels.rules import Asked, Members, Recommends, Said, Step
from sightline.ui import forms

Choices = Sequence[tuple[str, str]]


class ReferForm(RecordingForm):
    """What a panel is asked about a child."""

    form_code = "panels.refer"
    title = "Referral to a panel"

    panel = forms.Select("Which panel?", called="which panel")
    asks = forms.LongText("What is the panel asked?", called="what the panel is asked", rows=3)
    need = forms.LongText("What does the child need, and why?", called="what the child needs", rows=5)
    funding = forms.LongText(
        "What would it cost?", hint="Need is looked at first, and funding apart from it.", rows=2, optional=True
    )
    urgent = forms.YesNo(
        "Did something have to be done before the panel sits?",
        called="whether something had to be done before",
        hint="Urgent action goes ahead, and the next panel is told.",
        reveals={"yes": ["done_already"]},
    )
    done_already = forms.LongText("What was done, and who agreed?", called="what was done", rows=3)
    papers = forms.Choices(
        "Which papers of the record does the panel get?", optional=True, says_optional=False, small=True
    )

    def __init__(self, request: HttpRequest, *, child: UUID, panels: Choices, papers: Choices) -> None:
        super().__init__(request, subjects=[child])
        self.fields["panel"].choices = list(panels)  # type: ignore[attr-defined]
        if papers:
            self.fields["papers"].choices = list(papers)  # type: ignore[attr-defined]
        else:
            del self.fields["papers"]

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        said = self.cleaned_data
        files = tuple(map(UUID, said.get("papers") or ()))
        asked = Asked(said["asks"], said["need"], said["funding"], said["done_already"], files)
        return {"panel": said["panel"], "urgent": bool(said["urgent"]), "asked": asked}


class SittingForm(RecordingForm):
    """When and where a panel sits."""

    form_code = "panels.sitting"
    title = "Sitting of a panel"

    panel = forms.Select("Which panel?", called="which panel")
    sits_on = forms.Date("On which day does it sit?", called="the day")
    place = forms.Text("Where?", optional=True, limit=200)
    chaired_by = forms.Text("Who chairs it?", called="who chairs it", limit=200)

    def __init__(self, request: HttpRequest, *, panels: Choices, today: date) -> None:
        super().__init__(request)
        self.fields["panel"].choices = list(panels)  # type: ignore[attr-defined]
        self.fields["sits_on"].earliest = today  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        said = self.cleaned_data
        return {"on": said["sits_on"], **{name: said[name] for name in ("panel", "place", "chaired_by")}}


class BookForm(RecordingForm):
    """At which sitting a referral is heard."""

    form_code = "panels.book"
    title = "Agenda of a panel"

    sitting = forms.Select("Which sitting?", called="which sitting")

    def __init__(self, request: HttpRequest, *, child: UUID, sittings: Choices) -> None:
        super().__init__(request, subjects=[child])
        self.fields["sitting"].choices = list(sittings)  # type: ignore[attr-defined]


class SaidQuestions(RecordingForm):
    """What is recommended or decided, why, on which conditions, and when it comes back."""

    happened_on = forms.Date("On which day?", called="the day")
    answer = forms.Choice("What is the answer?", choices=Recommends.choices, called="the answer")
    text = forms.LongText("In a sentence", called="what it is", rows=2)
    reasons = forms.LongText("Why?", called="why", rows=5)
    conditions = forms.LongText("On which conditions?", optional=True, rows=2)
    return_on = forms.Date("When does it come back?", called="the day on which it comes back", optional=True)

    def __init__(self, request: HttpRequest, *, child: UUID, today: date) -> None:
        super().__init__(request, subjects=[child])
        self.fields["happened_on"].latest = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Conditions where there are some, and a day where it comes back."""
        said = super().clean()
        if said.get("answer") == Recommends.WITH_CONDITIONS and not said.get("conditions"):
            self.add_error("conditions", "Enter the conditions")
        if said.get("answer") == Recommends.COME_BACK and not said.get("return_on"):
            self.add_error("return_on", "Enter the day on which it comes back")
        return said

    def said(self) -> Said:
        """The answer as the actions take it."""
        asked = ("answer", "text", "reasons", "conditions", "return_on")
        return Said(**{name: self.cleaned_data[name] for name in asked})


class RecommendForm(SaidQuestions):
    """What a panel recommends, and who sat."""

    form_code = "panels.recommend"
    title = "Recommendation of a panel"

    members = forms.LongText("Who sat?", called="who sat", hint="One name a line.", rows=5)
    interests = forms.LongText(
        "Did anybody have an interest of their own?",
        hint="Who, and that they left for this child. They are not named above.",
        rows=2,
        optional=True,
    )
    went_on_because = forms.Text(
        "If fewer sat than the panel needs: why did it go on?", hint="Or let it come back.", optional=True, limit=500
    )

    def sat(self) -> Members:
        """Who sat, as the action takes it."""
        said = self.cleaned_data
        names = tuple(name.strip() for name in said["members"].splitlines() if name.strip())
        return Members(names, said["interests"], said["went_on_because"])


class StepForm(forms.WholeOrNothingForm):
    """Something that somebody is directed to do; left empty, there is nothing."""

    text = forms.Text("What should be done?", optional=True, says_optional=False, limit=500)
    owner = forms.Select("Who should do it?", optional=True, says_optional=False)
    by_when = forms.Date("By when?", called="the day by which it is done", optional=True, says_optional=False)

    missing = {"text": "Enter what should be done", "owner": "Select who should do it", "by_when": "Enter by when"}

    def __init__(self, *args: Any, owners: Choices, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = list(owners)  # type: ignore[attr-defined]
        self.fields["by_when"].earliest = today  # type: ignore[attr-defined]

    def step(self) -> Step | None:
        """The direction; only after `is_valid`."""
        said = self.cleaned_data
        return Step(said["text"], UUID(said["owner"]), said["by_when"]) if said["text"] else None


class DecideForm(SaidQuestions):
    """What the decision-maker decides, and what follows."""

    form_code = "panels.decide"
    title = "Decision on a referral to a panel"

    funding_agreed = forms.YesNo("Is the funding agreed?", hint="Leave this where none was asked for.", optional=True)

    def __init__(self, request: HttpRequest, *, child: UUID, owners: Choices, today: date) -> None:
        super().__init__(request, child=child, today=today)
        self.repeat("steps", StepForm, heading="Direction", most=10, owners=owners, today=today)

    def steps(self) -> list[Step]:
        """The directions, as the action takes them."""
        return [step for row in self.rows("steps") if (step := row.step())]


class TakeBackForm(RecordingForm):
    """Why a referral is taken back."""

    form_code = "panels.take_back"
    title = "A referral taken back"

    why = forms.LongText("Why is it taken back?", called="why it is taken back", rows=3, limit=500)
