"""A form as people meet it: questions, in sections and parts, and what is wrong with the answers so far."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.forms.utils import ErrorDict

from sightline.ui.forms.dates import DateBoxes, TypedDate
from sightline.ui.forms.messages import give_sentences

POINTED = ":pointed"  # ends the key of what a form points out beneath a question
NEVER_SHOWN = ("csrfmiddlewaretoken", "draft", "draft_version")


@dataclass(frozen=True)
class Section:
    """Some of a form's questions under one heading."""

    heading: Any
    questions: Sequence[str]
    hint: Any = ""


@dataclass(frozen=True)
class Part:
    """A form within the form, such as the same questions for one child; `name` begins its messages."""

    heading: Any
    form: "Questions"
    name: Any = ""


@dataclass(frozen=True)
class Autosave:
    """Where a form saves itself while it is being filled in, and what is saved so far."""

    url: str
    draft: UUID | str | None = None
    version: int = 0
    saved: str = ""  # "10:42"


@dataclass(frozen=True)
class Problem:
    """What is wrong with one answer, and the element to go to."""

    text: str
    target: str = ""


class Questions(forms.BaseForm):
    """What makes a Django form ask questions well: mix it in before a form class that comes from elsewhere."""

    sections: ClassVar[Sequence[Section]] = ()
    parts_come_first: ClassVar[bool] = False
    pointing: ClassVar[Mapping[str, str]] = {}  # beneath which questions the form points something out, and the lead
    required_css_class = ""
    use_required_attribute = False

    def __init__(self, *args: Any, restored: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.restored, self.asked = restored, True
        self.parts: list[Part] = []
        self.autosave: Autosave | None = None
        for name, field in self.fields.items():
            give_sentences(field, self.label_of(name))

    @classmethod
    def pointed_out_in(cls, typed: Mapping[str, str]) -> dict[str, list[str]]:
        """By question, what the form points out of what is typed; it stops nothing."""
        return {}

    def label_of(self, name: str) -> str:
        """The question as asked."""
        label = self.fields[name].label
        return str(label) if label is not None else name.replace("_", " ").capitalize()

    def add_part(self, heading: Any, form_class: type["Questions"], *, prefix: str, name: Any = "", **kw: Any) -> Any:
        """Ask further questions as a part of this form, answered in the same post; returns the part's form."""
        data, files = (self.data, self.files) if self.is_bound else (None, None)
        form = form_class(data, files, prefix=self.add_prefix(prefix), restored=self.restored, **kw)
        self.parts.append(Part(heading, form, name))
        return form

    def full_clean(self) -> None:
        """Check the answers; a restored draft and a part not asked are shown as left and never checked."""
        if self.restored or not self.asked:
            self._errors = ErrorDict()
            self.cleaned_data: dict[str, Any] = {}
            return
        super().full_clean()

    def is_valid(self) -> bool:
        """Whether every answer, of every part, can be taken."""
        parts_are_valid = [part.form.is_valid() for part in self.inner()]
        return not self.restored and super().is_valid() and all(parts_are_valid)

    def inner(self) -> list[Part]:
        """The forms within this one whose answers count."""
        return self.parts

    def is_multipart(self) -> bool:
        """Whether a file may come with the answers."""
        return super().is_multipart() or any(part.form.is_multipart() for part in self.inner())

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]
        for name in self.not_asked():
            self._errors.pop(name, None)
            self.cleaned_data[name] = nothing(self.fields[name])

    def revealed(self) -> dict[str, tuple[str, str]]:
        """The questions asked only after an answer, each with the question and the answer that reveal it."""
        return {
            revealed: (name, answer)
            for name, field in self.fields.items()
            for answer, what in getattr(field, "reveals", {}).items()
            for revealed in what
            if isinstance(revealed, str)
        }

    def not_asked(self) -> set[str]:
        """The questions whose revealing answer was not given."""
        revealed = self.revealed()

        def asked(name: str) -> bool:
            if name not in revealed:
                return True
            asks, answer = revealed[name]
            return asked(asks) and answer in chosen(self[asks])

        return {name for name in revealed if not asked(name)}

    def arranged(self) -> list[Section]:
        """The questions in the order shown: a question in no section stands before or after them, as declared."""
        revealed, placed = self.revealed(), {name for section in self.sections for name in section.questions}
        shown = [each.name for each in self.visible_fields() if each.name not in revealed]
        first = list(takewhile(lambda name: name not in placed, shown))
        last = [name for name in shown if name not in placed and name not in first]
        sections = [Section(s.heading, [n for n in s.questions if n in shown], s.hint) for s in self.sections]
        return [each for each in [Section("", first), *sections, Section("", last)] if each.questions]

    def unplaced(self) -> list[tuple[str, str]]:
        """What a restored draft holds that no question claims any more: shown, so that nothing typed is lost."""
        taken = tuple(claimed(self))
        return [
            (code, text)
            for code, text in texts(self.data)
            if text.strip() and code not in NEVER_SHOWN and code not in taken and not code.startswith(date_boxes(taken))
        ]


class QuestionForm(Questions, forms.Form):
    """A form of questions: the base of every form of this product."""


class WholeOrNothingForm(QuestionForm):
    """Questions that may all be left empty; whoever answers one answers each that `missing` has a message for."""

    missing: Mapping[str, str] = {}

    def clean(self) -> dict[str, Any]:
        """What was answered, with a message at each answer that is missing."""
        if any(name in self.errors or self.cleaned_data.get(name) not in (None, "", []) for name in self.fields):
            for name, sentence in self.missing.items():
                if not self.cleaned_data.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        return self.cleaned_data


def nothing(field: forms.Field) -> Any:
    """What a field holds when it was not asked."""
    try:
        return field.to_python(None)
    except ValidationError:
        return None


def chosen(question: BoundField) -> set[str]:
    """The answers chosen so far, as they travel in the form."""
    value = question.value()
    if value is None:
        return set()
    return {str(each) for each in value} if isinstance(value, list | tuple | set) else {str(value)}


def texts(data: Any) -> Iterator[tuple[str, str]]:
    """Every name and text of a raw post."""
    for code in data:
        values = data.getlist(code) if hasattr(data, "getlist") else [data[code]]
        for value in values:
            yield code, value if isinstance(value, str) else str(value)


def claimed(form: Questions) -> Iterator[str]:
    """The names under which a form and its parts look for answers."""
    for name, field in form.fields.items():
        yield form.add_prefix(name)
        for what in getattr(field, "reveals", {}).values():
            for each in what:
                if isinstance(each, Questions):
                    yield from claimed(each)
    for part in form.parts:
        yield from claimed(part.form)


def date_boxes(names: Sequence[str]) -> tuple[str, ...]:
    """The beginnings of the names of a date's boxes."""
    return tuple(f"{name}-" for name in names)


def problems(form: Any, name: str = "") -> list[Problem]:
    """Everything wrong with a form and its parts, in the order of the page."""
    found = [Problem(told(name, text)) for text in form.non_field_errors()]
    for question in form:
        for text in question.errors:
            found.append(Problem(told(name, text), "" if question.is_hidden else target(question)))
    for part in form.inner() if isinstance(form, Questions) else ():
        found += problems(part.form, str(part.name or name))
    return found


def told(name: str, text: Any) -> str:
    """A message that says which part of the form it is about."""
    return f"{name}: {text}" if name else str(text)


def target(question: BoundField) -> str:
    """The id of the element that an error leads to: for a date, the first box to look at."""
    boxes = wrong_boxes(question)
    return f"{question.auto_id}-{boxes[0]}" if boxes else str(question.auto_id)


def wrong_boxes(question: BoundField) -> list[str]:
    """The boxes of a date that are wrong: all of them where the date as a whole is."""
    if not isinstance(question.field.widget, DateBoxes) or not question.errors:
        return []
    error = question.errors.as_data()[0]
    return list(getattr(error, "boxes", TypedDate._fields))
