"""Questions asked as often as needed: "add another" and "remove" are submits that save the draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms as django_forms
from django.utils.safestring import SafeString

from sightline.ui import forms, govuk
from sightline.ui.forms.dates import DateBoxes
from sightline.ui.forms.questions import Questions

MOST = 30


class ButtonInput(django_forms.HiddenInput):
    """A submit button that stands among the questions."""

    def __init__(self, text: str, name: str, value: str, goes_to: str = "", **params: Any) -> None:
        super().__init__()
        self.params = {
            "text": text,
            "name": name,
            "value": value,
            "classes": "govuk-button--secondary",
            "attributes": {"formaction": f"#{goes_to}"} if goes_to else {},
        } | params

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The button as its GOV.UK component."""
        return govuk.render("button", self.params)


class Button(forms.QuestionForm):
    """A button as a part of a form."""

    def __init__(self, *args: Any, text: str, sends: str, value: str, goes_to: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown = ButtonInput(text, sends, value, goes_to)
        self.fields["button"] = django_forms.Field(required=False, widget=shown)


class Repeating(forms.QuestionForm):
    """A form that can repeat some of its questions; each repetition has a key that never changes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.repeated: dict[str, list[Any]] = {}

    def pressed(self, button: str) -> str:
        """What a button of this form was pressed for, in this request; nothing where it was not."""
        return ""

    def repeat(
        self,
        name: str,
        form_class: type[Questions],
        *,
        heading: Any,
        least: int = 1,
        most: int = MOST,
        initial: Sequence[Mapping[str, Any]] = (),
        **options: Any,
    ) -> list[Any]:
        """Ask questions once for each of several; the forms are also found again with `rows(name)`."""
        keys = self.row_keys(name, max(least, len(initial)))[:most]
        self.note_rows(name, keys)
        begun = dict(enumerate(initial))
        self.repeated[name] = [
            self.row(name, key, form_class, f"{heading} {place}", len(keys) > least, initial=begun.get(key), **options)
            for place, key in enumerate(keys, start=1)
        ]
        if len(keys) < most:
            following = first_question(self.add_prefix(f"{name}-{max(keys, default=-1) + 1}"), form_class)
            asked = {"text": f"Add another {str(heading).lower()}", "sends": "add_another", "value": name}
            self.add_part("", Button, prefix=f"{name}-more", goes_to=following, **asked)
        return self.repeated[name]

    def rows(self, name: str) -> list[Any]:
        """The forms of one repeated group."""
        return self.repeated[name]

    def row(
        self, name: str, key: int, form_class: type[Questions], heading: str, removable: bool, **options: Any
    ) -> Any:
        """One repetition, with its button to remove it."""
        row = self.add_part(heading, form_class, prefix=f"{name}-{key}", name=heading, **options)
        if removable:
            asked = {"text": f"Remove {heading.lower()}", "sends": "remove_one", "value": f"{name}-{key}"}
            row.add_part("", Button, prefix="remove", **asked)
        return row

    def row_keys(self, name: str, least: int) -> list[int]:
        """The keys of the repetitions there are, after what was pressed."""
        said = self.data.get(self.add_prefix(f"{name}-rows"), "") if self.is_bound else ""
        keys = [int(text) for text in said.split(",") if text.isascii() and text.isdecimal() and len(text) < 4]
        keys = list(dict.fromkeys(keys)) or list(range(least))
        if self.pressed("add_another") == name:
            keys.append(max(keys) + 1)
        return [key for key in keys if self.pressed("remove_one") != f"{name}-{key}"] or [max(keys) + 1]

    def save_on_enter(self) -> None:
        """Let the Enter key save the form: a browser presses the first button, which might else remove something."""
        unseen: dict[str, Any] = {
            "classes": "govuk-visually-hidden",
            "attributes": {"tabindex": "-1", "aria-hidden": "true"},
        }
        shown = ButtonInput("Save", "save_for_later", "1", **unseen)
        self.fields["enter"] = django_forms.Field(required=False, widget=shown)

    def note_rows(self, name: str, keys: list[int]) -> None:
        """Let the page carry which repetitions there are."""
        said = ",".join(map(str, keys))
        self.save_on_enter()
        self.fields[f"{name}-rows"] = forms.Hidden(initial=said)
        if self.is_bound:
            answers: Any = self.data
            answers = answers.copy()
            answers[self.add_prefix(f"{name}-rows")] = said
            self.data = answers


def first_question(prefix: str, form_class: type[Questions]) -> str:
    """The id of the first box of a repetition, for the page to scroll to."""
    for name, field in getattr(form_class, "base_fields", {}).items():
        if not isinstance(field.widget, django_forms.HiddenInput):
            return f"id_{prefix}-{name}{'-day' if isinstance(field.widget, DateBoxes) else ''}"
    return ""
