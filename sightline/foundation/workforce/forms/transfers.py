"""What is asked when children are handed over from one team to another."""

from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.workforce.forms import choices
from sightline.ui import forms
from sightline.ui.vocabulary import phrase

TOLD_HINT = "Each person with parental responsibility and the child, if old enough: by whom, how, in which language."
TAKES_OVER = "takes_over"


class FamilyTold(RecordingForm):
    """A form that asks what the family was told, or why it was not safe to tell them."""

    family_told = forms.YesNo(
        "Was the family told?",
        called="whether the family was told",
        reveals={"yes": ["family_said"], "no": ["why_not_told"]},
    )
    family_said = forms.LongText(
        "Who was told, and what did they say?",
        called="who was told and what they said",
        hint=TOLD_HINT,
        rows=3,
        points_out=False,
    )
    why_not_told = forms.LongText("Why not?", called="why the family was not told", rows=3)

    def told(self) -> dict[str, Any]:
        """The answers about the family as actions take them."""
        answers = self.cleaned_data
        return {
            "family_told": answers["family_told"],
            "family_words": answers["family_said"] or answers["why_not_told"],
        }


class TransferForm(FamilyTold):
    """Which team, why, how things stand, when both visit, and who was told."""

    form_code = "workforce.ask_transfer"
    title = "Hand over to another team"

    to_team = forms.Select("Which team?", called="a team")
    why = forms.LongText("Why this team?", called="why this team", rows=3)
    summary = forms.LongText(
        "How do things stand today?",
        called="how things stand today",
        hint="What we are worried about, what is going well, what was promised, and what the other team must do first.",
        rows=8,
    )
    joint_visit_on = forms.Date(
        "When do both workers visit together?", called="the date of the joint visit", hint="The day that was agreed."
    )
    partners = forms.LongText(
        "Which partners were told?",
        called="which partners were told",
        hint="School, health, police and others.",
        rows=2,
    )

    def __init__(self, *args: Any, without: UUID | None, **options: Any) -> None:
        super().__init__(*args, **options)
        choices.set_choices(self, "to_team", choices.teams_with_children(london_today(), without))
        asked = (
            "to_team",
            "why",
            "summary",
            "joint_visit_on",
            "family_told",
            "family_said",
            "why_not_told",
            "partners",
        )
        self.order_fields(asked)

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        answers = self.cleaned_data
        said = {name: answers[name] for name in ("why", "summary", "joint_visit_on", "partners")}
        return {"to_team": choices.key(answers["to_team"]), **said, **self.told()}


class AnswerTransferForm(RecordingForm):
    """Whether the team takes the children over, and who works with them from when; or why not."""

    form_code = "workforce.answer_transfer"
    title = "Answer to a request to take a child over"

    answer = forms.Choice(
        "Does your team take over?",
        choices=[("accept", "Yes, from now on we hold the child"), ("refuse", "No, we send it back")],
        called="whether your team takes over",
        reveals={"accept": ["practitioner", "reason", "on"], "refuse": ["reasons"]},
    )
    practitioner = forms.Select("Which worker?", called="a worker")
    reason = forms.LongText("Why this worker, and what comes first?", called="why this worker", rows=3, limit=500)
    on = forms.Date("From which day?", called="the day")
    reasons = forms.LongText(
        "Why not?",
        called="why your team does not take over",
        hint=phrase("{service_manager:article,capital} decides within 2 working days. Until then nothing changes."),
        rows=4,
        limit=2000,
    )

    def __init__(self, *args: Any, team: UUID, me: UUID, began: date, today: date, may_refuse: bool, **options: Any):
        super().__init__(*args, **options)
        choices.set_choices(self, "practitioner", choices.with_children(today, without=[me], team=team))
        day: Any = self.fields["on"]
        day.earliest, day.latest, day.initial = began, today, today
        if not may_refuse:
            choices.set_choices(self, "answer", [("accept", "Yes, from now on we hold the child")])


class DecideTransferForm(RecordingForm):
    """Whether the other team takes the children over after it refused."""

    form_code = "workforce.decide_transfer"
    title = "Decision on what was sent back"

    decision = forms.Choice("Who holds the child?", called="who holds the child")
    reasons = forms.LongText("Why?", called="why", rows=4, limit=2000)

    def __init__(self, *args: Any, to_team: str, from_team: str, **options: Any) -> None:
        super().__init__(*args, **options)
        said = [(TAKES_OVER, f"{to_team} takes the child over"), ("stays", f"The child stays with {from_team}")]
        choices.set_choices(self, "decision", said)


class WithdrawTransferForm(RecordingForm):
    """Why the other team need not take the children over any more."""

    form_code = "workforce.withdraw_transfer"
    title = "Withdraw what was asked of another team"

    reasons = forms.LongText("Why is it not needed any more?", called="why", rows=3, limit=2000)
