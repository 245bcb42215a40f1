"""Questions that add a person, and that change who somebody is said to be."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sightline.foundation.access.request import RecordRequest
from sightline.foundation.calendar.gestation import FULL_TERM_DAYS
from sightline.foundation.children.forms.dates import between
from sightline.foundation.children.rules import Sex
from sightline.foundation.children.rules.family import RelationshipKind
from sightline.foundation.children.rules.identity import IdentifierKind, problem_with
from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.workforce.forms import choices
from sightline.foundation.workforce.rules import TeamKind
from sightline.ui import forms

NAME_LENGTH = 120
NOBODY = "nobody"
CHOOSE = ("", "Choose a team")


class WhoForm(RecordingForm):
    """Names, dates and sex of somebody."""

    given_names = forms.Text("Given names", optional=True, limit=NAME_LENGTH, autocomplete="off", says_optional=False)
    family_name = forms.Text("Family name", optional=True, limit=NAME_LENGTH, autocomplete="off", says_optional=False)
    known_as = forms.Text(
        "What do people call them, if it is another name?", optional=True, limit=NAME_LENGTH, autocomplete="off"
    )
    birth_date = forms.Date(
        "Date of birth", called="the date of birth", optional=True, says_optional=False, quick=False
    )
    birth_date_estimated = forms.Confirm("This date is an estimate", optional=True, says_optional=False)
    sex = forms.Choice("Sex", choices=Sex.choices, inline=True)

    def __init__(self, request: RecordRequest, *, today: date, **options: Any) -> None:
        super().__init__(request, **options)
        self.today = today
        if "birth_date" in self.fields:
            between(self, "birth_date", latest=today)

    def who(self) -> dict[str, Any]:
        """The answers about the person, by the names under which they are kept; only after `is_valid`."""
        cleaned = self.cleaned_data
        named = ("given_names", "family_name", "known_as", "birth_date", "sex")
        return {name: cleaned[name] for name in named if name in cleaned} | {
            "birth_date_estimated": bool(cleaned.get("birth_date_estimated"))
        }


class AddChildForm(WhoForm):
    """A child, or a baby who is expected."""

    form_code, title = "children.add_child", "A new record of a child"

    kind = forms.Choice(
        "Who are you adding?",
        choices=[("child", "A child or young person"), ("unborn", "A baby who is not born yet")],
        called="who you are adding",
        reveals={"child": ["birth_date", "birth_date_estimated"], "unborn": ["expected_on"]},
    )
    expected_on = forms.Date("When is the baby expected?", called="the date the baby is expected")
    nhs_number = forms.NHSNumber("NHS number", optional=True, autocomplete="off", width=20)
    postcode = forms.Postcode(
        "Postcode where they live", hint="Used to look for people who may be the same", optional=True
    )
    held_by = forms.Select(
        "Which team holds the record?",
        hint="The team puts it on its waiting list for a worker.",
        called="which team holds the record",
        optional=True,
        says_optional=False,
    )
    none_of_these = forms.Confirm(
        "I have looked at these records, and none of them is this person", optional=True, says_optional=False
    )
    looked_at = forms.Hidden()
    field_order = [
        "given_names",
        "family_name",
        "known_as",
        "kind",
        "birth_date",
        "birth_date_estimated",
        "expected_on",
        "sex",
        "nhs_number",
        "postcode",
        "held_by",
    ]

    def __init__(self, request: RecordRequest, *, today: date, **options: Any) -> None:
        self.offered, own = choices.teams([TeamKind.TEAM]), str(request.acting.team_id or "")
        self.own_team = own if own in dict(self.offered) else ""
        super().__init__(request, today=today, initial={"held_by": self.own_team}, **options)
        choices.set_choices(self, "held_by", [CHOOSE, *self.offered])
        first, last = today - timedelta(days=60), today + timedelta(days=FULL_TERM_DAYS)
        between(self, "expected_on", earliest=first, latest=last)

    def clean_nhs_number(self) -> str:
        """An NHS number whose check digit fits."""
        value: str = self.cleaned_data["nhs_number"]
        if value and (problem := problem_with(IdentifierKind.NHS, value)):
            self.add_error("nhs_number", problem)
        return value

    def clean_held_by(self) -> str:
        """A team that works with families: one's own unless another is chosen."""
        chosen: str = self.cleaned_data["held_by"] or self.own_team
        if not chosen:
            self.add_error("held_by", "Select which team holds the record")
        return chosen

    def held_by_team(self) -> UUID:
        """The team that holds the new record; only after `is_valid`."""
        return UUID(self.cleaned_data["held_by"])

    def ask_about(self, signature: str) -> None:
        """Ask whether any of the records found is this person, unless these very records were looked at before."""
        if not signature:
            del self.fields["none_of_these"]
        elif not (self.cleaned_data["none_of_these"] and self.cleaned_data["looked_at"] == signature):
            answers = self.data.copy()  # type: ignore[attr-defined]
            answers["looked_at"] = signature
            answers.pop("none_of_these", None)
            self.data = answers
            self.add_error(
                "none_of_these", "Look at the records that may be the same person, then tick the box if none of them is"
            )

    def who(self) -> dict[str, Any]:
        """The answers, with the expected date of a baby."""
        return super().who() | {"expected_on": self.cleaned_data.get("expected_on")}


class LookAlikeForm(forms.QuestionForm):
    """What was typed so far about somebody who is being added; what cannot be read yet is left out."""

    given_names = forms.Text("Given names", optional=True, limit=NAME_LENGTH)
    family_name = forms.Text("Family name", optional=True, limit=NAME_LENGTH)
    known_as = forms.Text("Known as", optional=True, limit=NAME_LENGTH)
    birth_date = forms.Date("Date of birth", optional=True, quick=False)
    nhs_number = forms.NHSNumber("NHS number", optional=True)
    postcode = forms.Postcode("Postcode", optional=True)

    def typed(self) -> dict[str, Any]:
        """The answers that can be read."""
        self.is_valid()
        return self.cleaned_data


class AddToNetworkForm(WhoForm):
    """Somebody who matters to a child."""

    form_code, title = "children.add_to_network", "A person in a network"

    kind = forms.Select(
        "Who are they to the child?", choices=RelationshipKind.choices, called="who they are to the child"
    )
    details = forms.LongText("Anything else to know about it", optional=True, limit=1000, rows=2)
    began = forms.Date("Since when?", hint="If it was always so, leave this empty", called="since when", optional=True)
    existing = forms.Choice(
        "Is it one of these people?", optional=True, says_optional=False, called="whether it is one of these people"
    )
    field_order = [
        "given_names",
        "family_name",
        "known_as",
        "birth_date",
        "birth_date_estimated",
        "sex",
        "kind",
        "details",
        "began",
        "existing",
    ]

    def __init__(self, request: RecordRequest, *, today: date, **options: Any) -> None:
        super().__init__(request, today=today, **options)
        between(self, "began", latest=today)
        self.fields["existing"].choices = [(NOBODY, ""), *((each, "") for each in self.answered())]  # type: ignore[attr-defined]

    def answered(self) -> list[str]:
        """The person who was chosen, whom the view checks against those it found."""
        chosen = str(self.data.get("existing", "")) if self.is_bound else ""
        return [chosen] if chosen and chosen != NOBODY else []

    def ask_about(self, people: Sequence[tuple[str, str]]) -> None:
        """Ask whether it is one of the people found; an answer that is none of them is asked again."""
        if not people:
            del self.fields["existing"]
            return
        self.fields["existing"].choices = [*people, (NOBODY, "None of these: add a new person")]  # type: ignore[attr-defined]
        if self.cleaned_data.get("existing") not in {key for key, _ in people} | {NOBODY}:
            self.add_error("existing", "Select whether it is one of these people, or none of them")

    def chosen(self) -> UUID | None:
        """The person who is known already; none for a new one. Only after `is_valid`."""
        key = self.cleaned_data.get("existing") if "existing" in self.fields else None
        return UUID(key) if key and key != NOBODY else None

    def clean(self) -> dict[str, Any]:
        """At least one name."""
        cleaned = super().clean()
        if not any(cleaned.get(name) for name in ("given_names", "family_name", "known_as")) and not self.errors:
            self.add_error("given_names", "Enter at least one name, or what people call them")
        return cleaned


class IdentityForm(WhoForm):
    """Who somebody is said to be."""

    form_code, title = "children.identity", "Who somebody is"

    expected_on = forms.Date("When is the baby expected?", called="the date the baby is expected", optional=True)
    name_changed = forms.Choice(
        "If the name is different: why?",
        choices=[
            ("changed", "They changed their name: keep the old one as a former name"),
            ("wrong", "It was wrong before"),
        ],
        optional=True,
        called="why the name is different",
    )

    def __init__(self, request: RecordRequest, *, today: date, unborn: bool, **options: Any) -> None:
        super().__init__(request, today=today, **options)
        for name in ("birth_date", "birth_date_estimated") if unborn else ("expected_on",):
            del self.fields[name]

    def who(self) -> dict[str, Any]:
        """The answers, with the expected date of a baby."""
        return super().who() | {"expected_on": self.cleaned_data.get("expected_on", self.initial.get("expected_on"))}
