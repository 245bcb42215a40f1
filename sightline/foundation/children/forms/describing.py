"""Questions about what describes a person."""

from typing import Any

from django.core.exceptions import ValidationError

from sightline.foundation.children.forms.detail import DetailForm
from sightline.foundation.children.rules import identity, names
from sightline.foundation.code_sets import code_set
from sightline.ui import forms


class NameForm(DetailForm):
    """Another name."""

    form_code, title = "children.name", "Another name"
    began_hint = "For a former name, when they began to use it, if you know"

    kind = forms.Choice("What kind of name is it?", choices=names.NameKind.choices, called="the kind of name")
    given_names = forms.Text("Given names", optional=True, limit=120, autocomplete="off")
    family_name = forms.Text("Family name", optional=True, limit=120, autocomplete="off")

    def clean(self) -> dict[str, Any]:
        """One of the names must be given."""
        cleaned = super().clean()
        if not (cleaned.get("given_names") or cleaned.get("family_name")) and not self.errors:
            self.add_error("given_names", "Enter a given name or a family name")
        return cleaned


class CodedForm(DetailForm):
    """A detail whose answers are the codes of a list."""

    codes_named = ""

    def prepare(self) -> None:
        """The codes that may be used today, and the one already recorded."""
        super().prepare()
        codes = code_set(self.codes_named)
        choices = codes.choices(self.today)
        kept = self.initial.get("code")
        if kept and kept not in dict(choices):
            choices.append((kept, codes.label(kept)))
        self.fields["code"].choices = choices  # type: ignore[attr-defined]


class GenderForm(CodedForm):
    """Gender."""

    form_code, title, codes_named = "children.gender", "Gender", "ssd-gender"

    code = forms.Choice(
        "How do they describe their gender?", called="how they describe their gender", reveals={"09": "own_words"}
    )
    own_words = forms.Text("In their own words", optional=True, limit=120)


class EthnicityForm(CodedForm):
    """Ethnicity."""

    form_code, title, codes_named = "children.ethnicity", "Ethnicity", "ethnicity"

    code = forms.Select(
        "What is their ethnicity?", called="their ethnicity", hint="As the person, or a parent of a child, says it"
    )
    own_words = forms.Text("In their own words", optional=True)


class ReligionForm(CodedForm):
    """Religion."""

    form_code, title, codes_named = "children.religion", "Religion or belief", "religion"

    code = forms.Choice("What is their religion or belief?", called="their religion or belief")
    what_it_means = forms.LongText(
        "What does it mean for their day?",
        hint="For example food, prayer, festivals or clothing",
        optional=True,
        limit=1000,
        rows=3,
    )


class LanguageForm(CodedForm):
    """A language."""

    form_code, title, codes_named = "children.language", "A language", "languages"

    code = forms.Select("Which language?", called="the language")
    use = forms.Choice("How do they use it?", choices=identity.LanguageUse.choices, called="how they use it")
    interpreter = forms.Choice(
        "Do they need an interpreter for it?",
        choices=identity.InterpreterNeed.choices,
        hint="An interpreter is independent: never the child, a relative or a friend",
        called="whether they need an interpreter",
    )
    details = forms.LongText("Anything else an interpreter or a worker should know", optional=True, limit=500, rows=2)


class DisabilityForm(CodedForm):
    """A disability."""

    form_code, title, codes_named = "children.disability", "Disability", "cin-disability"
    began_hint = "Leave this empty if it was always so, or if you do not know"

    code = forms.Choice("Which disability?", called="the disability", hint="Record each one by itself")
    what_it_means = forms.LongText("What does it mean for their day?", optional=True, limit=1000, rows=3)


class CommunicationNeedForm(DetailForm):
    """What helps somebody to understand and be understood."""

    form_code, title = "children.communication_need", "A communication need"

    kind = forms.Choice(
        "What helps them to understand and be understood?",
        choices=identity.CommunicationKind.choices,
        called="what helps them",
    )
    what_helps = forms.LongText("How do people do this well?", optional=True, limit=1000, rows=3)


class IdentifierForm(DetailForm):
    """A number by which another service knows somebody."""

    form_code, title = "children.identifier", "A number"

    kind = forms.Choice(
        "What kind of number is it?", choices=identity.IdentifierKind.choices, called="the kind of number"
    )
    value = forms.Text("Number", limit=40, width=20, autocomplete="off")
    issued_by = forms.Text(
        "Who gave it?", hint="For another number: the service it belongs to", optional=True, limit=120
    )

    def clean_value(self) -> str:
        """The number in its stored form; wrong check digits are said here."""
        kind = self.cleaned_data.get("kind")
        value = identity.normalised(kind or "", self.cleaned_data["value"])
        if kind and (problem := identity.problem_with(kind, value)):
            raise ValidationError(problem)
        return value
