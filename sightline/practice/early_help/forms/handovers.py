"""Questions about steps up and down: what the receiver must know, and what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.recording.forms import AboutOneChild
from sightline.foundation.workforce.forms import choices
from sightline.foundation.workforce.forms.transfers import FamilyTold
from sightline.practice.early_help.rules import Direction
from sightline.ui import forms
from sightline.ui.vocabulary import phrase

ELSEWHERE = "elsewhere"
WHICH = "About whom is your answer?"  # of brothers and sisters for whom one step was asked in one go
SUMMARY_HINT = "What we are worried about, what is going well, what was tried, and what the family wants."


class StandsForm(forms.QuestionForm):
    """How things stand for one child, or for all of them."""

    summary = forms.LongText("How do things stand today?", called="how things stand today", hint=SUMMARY_HINT, rows=8)


class StepForm(FamilyTold):
    """Why, how things stand for each child, and what the family was told and said."""

    why = forms.LongText("Why now?", called="why", rows=3)
    summary = forms.LongText("How do things stand today?", called="how things stand today", hint=SUMMARY_HINT, rows=8)

    def __init__(self, request: HttpRequest, *, children: Sequence[Named]) -> None:
        super().__init__(request, subjects=[each.key for each in children])
        self.children, self.stands = children, None
        if len(children) > 1:
            del self.fields["summary"]
            self.stands = self.add_part(
                "How things stand",
                forms.SameForAll,
                prefix="stands",
                answers=StandsForm,
                subjects=[(str(each.key), each.name) for each in children],
                asks="Is it different for any of them?",
            )

    def said(self) -> dict[str, Any]:
        """The answers that every step has; of several children how each stands, by key, with their names."""
        said = {"why": self.cleaned_data["why"]} | self.told()
        if self.stands is None:
            return said | {"child_id": self.children[0].key, "summary": self.cleaned_data["summary"]}
        summaries = {UUID(key): answers["summary"] for key, answers in self.stands.for_each().items()}
        return said | {"summaries": summaries, "names": {each.key: each.name for each in self.children}}


class StepUpForm(StepForm):
    """Which team is asked, and whether it must act at once."""

    form_code = "early_help.step_up"
    title = "Step up to social care"

    risk_is_immediate = forms.YesNo(
        "Could a child be harmed today?",
        called="whether a child could be harmed today",
        hint="Then ring the team as well. It holds the child from now on, and accepts afterwards.",
    )
    to_team = forms.Select("Which team?", called="a team")

    def __init__(self, request: HttpRequest, *, children: Sequence[Named], without: UUID | None) -> None:
        super().__init__(request, children=children)
        choices.set_choices(self, "to_team", choices.teams_with_children(london_today(), without))
        self.order_fields(
            ("risk_is_immediate", "to_team", "why", "summary", "family_told", "family_said", "why_not_told")
        )

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        answers = self.cleaned_data
        return self.said() | {
            "direction": Direction.UP,
            "to_team": choices.key(answers["to_team"]),
            "risk_is_immediate": bool(answers["risk_is_immediate"]),
        }


class StepDownForm(StepForm):
    """Which team or organisation is asked to lead early help."""

    form_code = "early_help.step_down"
    title = phrase("Step down to {early_help}")

    to_team = forms.Select("Who is asked to lead?", called="who is asked", reveals={ELSEWHERE: ["to_organisation"]})
    to_organisation = forms.Text("Which organisation?", called="which organisation", limit=200)

    def __init__(self, request: HttpRequest, *, children: Sequence[Named], without: UUID | None) -> None:
        super().__init__(request, children=children)
        teams = choices.teams_with_children(london_today(), without)
        choices.set_choices(self, "to_team", [*teams, (ELSEWHERE, "Another organisation")])
        asked = ("to_team", "to_organisation", "why", "summary", "family_told", "family_said", "why_not_told")
        self.order_fields(asked)

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        answers = self.cleaned_data
        elsewhere = answers["to_team"] == ELSEWHERE
        return self.said() | {
            "direction": Direction.DOWN,
            "to_team": None if elsewhere else choices.key(answers["to_team"]),
            "to_organisation": answers["to_organisation"] or "" if elsewhere else "",
        }


class AcceptForm(AboutOneChild):
    """From which day the team holds the child, who works with them, and what comes first."""

    form_code = "early_help.accept"
    title = "Accept a step up or down"

    which = forms.Choices(WHICH, called="whom your answer is about")
    on = forms.Date("From which day?", called="the day")
    practitioner = forms.Select("Which worker?", hint="Leave this where a worker is chosen later.", optional=True)
    who_leads = forms.Text("Whom does the family ring?", called="whom the family rings", limit=200)
    reasons = forms.LongText("What comes first?", called="what comes first", rows=3, limit=2000)

    def __init__(
        self,
        request: HttpRequest,
        *,
        child: UUID,
        today: date,
        team: UUID,
        me: UUID,
        began: date,
        together: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(request, child=child, today=today, initial={"on": max(today, began)})
        choices.set_choices(self, "practitioner", choices.with_children(today, without=[me], team=team))
        offer_together(self, together)

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        answers = self.cleaned_data
        said = {name: answers[name] for name in ("on", "who_leads", "reasons")}
        return said | {"practitioner_id": choices.key(answers["practitioner"] or "")}


def offer_together(form: RecordingForm, together: Sequence[tuple[str, str]]) -> None:
    """Ask for which of the children who were asked for in one go; one child alone is not asked about."""
    which: Any = form.fields["which"]
    which.choices, which.initial = together, [key for key, _ in together]
    if len(together) < 2:
        del form.fields["which"]


class ReasonsForm(AboutOneChild):
    """Reasons, and the day."""

    on = forms.Date("On which day?", called="the day")
    reasons = forms.LongText("Why?", called="why", rows=4, limit=2000)

    def __init__(self, request: HttpRequest, *, child: UUID, today: date) -> None:
        super().__init__(request, child=child, today=today, initial={"on": today})


class SendBackForm(ReasonsForm):
    """Why the receiver does not accept."""

    form_code = "early_help.send_back"
    title = "Send a step up or down back"

    which = forms.Choices(WHICH, called="whom your answer is about")
    reasons = forms.LongText(
        "What is missing, or what should happen instead?", called="what is missing", rows=4, limit=2000
    )
    field_order = ("which", "on", "reasons")

    def __init__(self, request: HttpRequest, *, together: Sequence[tuple[str, str]] = (), **options: Any) -> None:
        super().__init__(request, **options)
        offer_together(self, together)

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them; about whom is the page's to say."""
        return {name: said for name, said in super().given().items() if name != "which"}


class AskAgainForm(ReasonsForm):
    """What was added after a step was sent back."""

    form_code = "early_help.ask_again"
    title = "Ask again for a step that was sent back"

    reasons = forms.LongText("What is new, or what was missing?", called="what is new", rows=4, limit=2000)


class WithdrawForm(ReasonsForm):
    """Why a step is not needed any more."""

    form_code = "early_help.withdraw"
    title = "Withdraw a step up or down"


class PartnerAnswerForm(ReasonsForm):
    """What another organisation answered, and who said so."""

    form_code = "early_help.partner_answer"
    title = "What the organisation answered"

    answered_by = forms.Text("Who answered?", called="who answered", hint="Name and role.", limit=200)
    accepts = forms.YesNo("Do they accept?", called="whether they accept", reveals={"yes": ["who_leads"]})
    who_leads = forms.Text("Who leads the help?", called="who leads", hint="Whom the family rings.", limit=200)
    reasons = forms.LongText("What did they say?", called="what they said", rows=4, limit=2000, points_out=False)

    field_order = ("on", "answered_by", "accepts", "who_leads", "reasons")


class FirstContactForm(AboutOneChild):
    """The receiver met the family."""

    form_code = "early_help.first_contact"
    title = "First contact after a step up or down"

    on = forms.Date("On which day?", called="the day")
    with_whom = forms.Text("Who was there?", called="who was there", hint="Family, and both workers.", limit=250)
    who_leads = forms.Text("Who leads from now on?", called="who leads", limit=200)
    account = forms.LongText("What was said and agreed?", called="what was said", rows=5)
