"""Who a contact is about: children and adults, by name or not, looked for before anybody is added."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sightline.foundation.children.forms.people import NAME_LENGTH, NOBODY, LookAlikeForm
from sightline.foundation.children.rules.family import RelationshipKind
from sightline.practice.front_door import rules
from sightline.practice.front_door.rules import AdultOfContact, ChildOfContact
from sightline.ui import forms

AGES = [("date", "We know the date of birth"), ("about", "We know it roughly"), ("unborn", "The baby is not born yet")]


class SomebodyForm(forms.QuestionForm):
    """Names of somebody, and whether they are one of the people found under them."""

    of_a_child = False

    given_names = forms.Text("Given names", optional=True, limit=NAME_LENGTH, autocomplete="off", says_optional=False)
    family_name = forms.Text("Family name", optional=True, limit=NAME_LENGTH, autocomplete="off", says_optional=False)
    existing = forms.Choice("Is it one of these people?", optional=True, says_optional=False, called="who it is")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        chosen = str(self.data.get(self.add_prefix("existing"), "")) if self.is_bound else ""
        self.offer([(chosen, "")] if chosen and chosen != NOBODY else [])

    def offer(self, people: Sequence[tuple[str, str]]) -> None:
        """Offer these people, and that it is none of them."""
        self.fields["existing"].choices = [*people, (NOBODY, "None of these: somebody new")]  # type: ignore[attr-defined]

    def typed(self) -> dict[str, Any]:
        """What was typed of who it is, as far as it can be read."""
        return LookAlikeForm(self.data, prefix=self.prefix).typed() if self.is_bound else {}

    def ask_about(self, people: Sequence[tuple[str, str]], *, final: bool) -> None:
        """Ask whether it is one of the people found; where the form is to be recorded, that must be answered."""
        if not people:
            del self.fields["existing"]
            return
        self.offer(people)
        if final and self.cleaned_data.get("existing") not in {key for key, _ in people} | {NOBODY}:
            self.add_error("existing", "Select whether it is one of these people, or somebody new")

    def chosen(self) -> UUID | None:
        """Who it is of those known already."""
        key = self.cleaned_data.get("existing") if "existing" in self.fields else None
        return UUID(key) if key and key != NOBODY else None

    def is_left(self) -> bool:
        """Whether nothing was answered."""
        return not any(answer for answer in self.cleaned_data.values())


class NamedChildForm(SomebodyForm):
    """One child the contact is about, by name or by how to tell them apart, and nothing else."""

    of_a_child = True

    known_as = forms.Text(
        "If nobody knows the name: how do we tell this child apart?",
        hint="For example: a boy of about four at 12 Hill Road.",
        optional=True,
        says_optional=False,
        limit=NAME_LENGTH,
    )

    def clean(self) -> dict[str, Any]:
        """A child can be told apart by a name, a description, or because it is a baby who is expected."""
        cleaned = self.cleaned_data
        named = any(cleaned.get(name) for name in ("given_names", "family_name", "known_as", "existing", "expected_on"))
        if not named and not self.is_left() and not self.errors:
            self.add_error("known_as", "Enter a name, or how to tell this child apart")
        return cleaned

    def told(self) -> ChildOfContact:
        """The child, as the action takes it; only after `is_valid`."""
        if known := self.chosen():
            return ChildOfContact(child=known)
        names = ("given_names", "family_name", "known_as")
        return ChildOfContact(**{name: self.cleaned_data[name] for name in names})


class ChildForm(NamedChildForm):
    """One child the contact is about, named or not, and how old they are."""

    how_old = forms.Choice(
        "How old are they?",
        choices=AGES,
        reveals={"date": "birth_date", "about": "age", "unborn": "expected_on"},
        optional=True,
        small=True,
        says_optional=False,
        called="what is known of their age",
    )
    birth_date = forms.Date("Date of birth", called="the date of birth", quick=False)
    age = forms.WholeNumber("About how many years old?", called="about how old they are", most=rules.LONGEST_AGE)
    expected_on = forms.Date("When is the baby expected?", called="the day the baby is expected", quick=False)
    own = forms.LongText(
        "Is there something that concerns this child only?", rows=2, optional=True, says_optional=False
    )
    field_order = ["given_names", "family_name", "existing", "known_as", "how_old"]

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        self.fields["birth_date"].latest = today  # type: ignore[attr-defined]

    def told(self) -> ChildOfContact:
        """The child, as the action takes it; only after `is_valid`."""
        said, known = self.cleaned_data, self.chosen()
        if known:
            return ChildOfContact(child=known, own=said["own"])
        years = said.get("age")
        roughly = None if years is None else self.today - timedelta(days=round(365.25 * years))
        born = said.get("birth_date") or roughly
        names = {name: said[name] for name in ("given_names", "family_name", "known_as", "expected_on", "own")}
        return ChildOfContact(**names, birth_date=born, birth_date_estimated=years is not None)


class AdultForm(SomebodyForm):
    """One adult around the children."""

    kind = forms.Select("Who are they to the children?", called="who they are", optional=True, says_optional=False)
    details = forms.Text("Anything that must be known of them", optional=True, says_optional=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = RelationshipKind.choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Whoever names an adult says who they are."""
        if not self.is_left() and not self.cleaned_data.get("kind"):
            self.add_error("kind", "Select who they are to the children")
        return self.cleaned_data

    def told(self) -> AdultOfContact:
        """The adult, as the action takes it; only after `is_valid`."""
        said = self.cleaned_data
        names = {name: said[name] for name in ("kind", "given_names", "family_name", "details")}
        return AdultOfContact(**names, person=self.chosen())
