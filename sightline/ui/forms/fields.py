"""The kinds of question a form can ask; each takes its question first and says what it needs in plain names."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sightline.ui.forms.characters import tidied
from sightline.ui.forms.dates import DateField, read_time

LONG_TEXT = 20_000  # characters; about eight pages
SHORT_TEXT = 250
LARGEST_NUMBER = 2_147_483_647  # what a database integer holds


class Asked:
    """What every question has: words, a hint, a name for its answer in messages, and a box as wide as the answer."""

    input_type = "text"
    autocomplete = ""
    width: int | None = None
    inputmode = ""
    spellcheck: bool | None = None

    def __init__(
        self,
        label: Any,
        *,
        hint: Any = "",
        called: Any = "",
        optional: bool = False,
        says_optional: bool = True,
        width: int | None = None,
        autocomplete: str = "",
        prefix: str = "",
        suffix: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(label=label, help_text=hint, required=not optional, **kwargs)  # type: ignore[call-arg]
        self.called = called
        self.says_optional = optional and says_optional
        self.width = width or self.width
        self.autocomplete = autocomplete or self.autocomplete
        self.prefix, self.suffix = prefix, suffix


class Text(Asked, forms.CharField):
    """A line of text."""

    def __init__(self, label: Any, *, limit: int = SHORT_TEXT, **kwargs: Any) -> None:
        super().__init__(label, max_length=limit, **kwargs)

    def to_python(self, value: Any) -> str:
        """The text in one Unicode form."""
        return tidied(super().to_python(value) or "")


class LongText(Text):
    """As much text as a worker needs, up to a limit that the message names."""

    widget = forms.Textarea

    def __init__(
        self, label: Any, *, rows: int = 5, limit: int = LONG_TEXT, points_out: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(label, limit=limit, **kwargs)
        self.rows = rows
        self.points_out = points_out  # words to say differently; not where somebody's exact words are asked for


class Email(Asked, forms.EmailField):
    """An email address."""

    input_type, autocomplete, spellcheck = "email", "email", False


class Telephone(Text):
    """A telephone number, kept as typed."""

    input_type, autocomplete, width = "tel", "tel", 20

    def clean(self, value: Any) -> str:
        """The number as typed; raises ValidationError where it holds too few digits to be called."""
        text: str = super().clean(value)
        if text and (sum(each.isdigit() for each in text) < 5 or re.search(r"[^\d\s()+\-./extEXT]", text)):
            raise ValidationError("Enter a telephone number, like 01632 960 001 or 07700 900 982", code="invalid")
        return text


class WholeNumber(Asked, forms.IntegerField):
    """A whole number."""

    inputmode, width = "numeric", 5

    def __init__(self, label: Any, *, least: int = 0, most: int = LARGEST_NUMBER, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput)
        super().__init__(label, min_value=least, max_value=most, **kwargs)

    def to_python(self, value: Any) -> int | None:
        """The number, with the commas and spaces people type taken out."""
        text = re.sub(r"[\s,]", "", str(value or ""))[:20] if value not in (0, None) else value
        return super().to_python(text)


class Postcode(Text):
    """A postcode, kept in capitals with its space."""

    autocomplete, width, spellcheck = "postal-code", 10, False
    shape = re.compile(r"(GIR0AA|[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2})")

    def clean(self, value: Any) -> str:
        """The postcode as written on an envelope; raises ValidationError where it has another shape."""
        text = re.sub(r"[\s\-]", "", super().clean(value)).upper()
        if text and not self.shape.fullmatch(text):
            raise ValidationError("Enter a full postcode, like SR1 3NX", code="invalid")
        return f"{text[:-3]} {text[-3:]}" if text else ""


class NHSNumber(Text):
    """Ten numbers; whether its check digit is right is for the caller to ask."""

    width, inputmode, spellcheck = 10, "numeric", False

    def clean(self, value: Any) -> str:
        """The ten numbers without spaces; raises ValidationError where there are more or fewer."""
        text = re.sub(r"[\s\-]", "", super().clean(value))
        if text and not re.fullmatch(r"[0-9]{10}", text):
            raise ValidationError("NHS number must be 10 numbers, like 999 012 3456", code="invalid")
        return text


class Password(Asked, forms.CharField):
    """A password, kept exactly as typed and never shown again."""

    widget = forms.PasswordInput
    autocomplete = "current-password"

    def __init__(self, label: Any, **kwargs: Any) -> None:
        super().__init__(label, strip=False, max_length=SHORT_TEXT, **kwargs)


class Hidden(Text):
    """A value that travels with the form unseen; never trusted."""

    widget = forms.HiddenInput

    def __init__(self, label: Any = "Hidden value", **kwargs: Any) -> None:
        kwargs.setdefault("optional", True)
        super().__init__(label, **kwargs)


class Date(Asked, DateField):
    """A date in three boxes; `earliest` and `latest` may be set later, by a form that is told today.

    Where the latest is today, a press fills in today or yesterday, on which most of what is recorded happened; `quick`
    says no to that where neither is likely, as for a birthday.
    """

    def __init__(self, label: Any, *, quick: bool = True, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.quick = quick

    def quick_days(self, today: date) -> list[date]:
        """The days that a press fills in."""
        likely = [today, today - timedelta(days=1)]
        return [day for day in likely if day >= self.earliest] if self.quick and self.latest == today else []


class Time(Text):
    """A time of day as people type it."""

    width = 5

    def __init__(self, label: Any, **kwargs: Any) -> None:
        kwargs.setdefault("hint", "For example, 14:30 or 2:30pm")
        super().__init__(label, **kwargs)

    def clean(self, value: Any) -> time | None:
        """The time, or nothing where none was asked for; raises ValidationError with a sentence."""
        text = super().clean(value)
        if text and read_time(text) is None:
            raise ValidationError("Enter a time, like 14:30 or 2:30pm", code="invalid")
        return read_time(text) if text else None


class Answers:
    """What questions with listed answers share: hints by answer, and questions that an answer reveals.

    `for_everybody` says that the list is the same on every page, so that it tells nothing about anybody.
    """

    def __init__(
        self,
        label: Any,
        *,
        choices: Any = (),
        reveals: Mapping[str, Any] | None = None,
        hints: Mapping[str, Any] | None = None,
        inline: bool = False,
        small: bool = False,
        divider: str = "",
        for_everybody: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(label, choices=choices, **kwargs)  # type: ignore[call-arg]
        self.reveals: dict[str, list[Any]] = {
            answer: list(what) if isinstance(what, list | tuple) else [what] for answer, what in (reveals or {}).items()
        }
        self.hints = dict(hints or {})
        self.inline, self.small, self.divider = inline, small, divider
        self.for_everybody = for_everybody and not self.reveals


class Choice(Answers, Asked, forms.ChoiceField):
    """One answer of a few, as radios with none chosen beforehand; `divider` is the answer that "or" stands before."""

    widget = forms.RadioSelect


class YesNo(Choice):
    """Yes or no, as True or False; None where an optional question is left."""

    def __init__(self, label: Any, *, choices: Sequence[tuple[str, Any]] = (("yes", "Yes"), ("no", "No")), **kw: Any):
        kw.setdefault("inline", not kw.get("reveals"))
        super().__init__(label, choices=choices, **kw)

    def clean(self, value: Any) -> bool | None:
        """True, False, or None for no answer."""
        return {"yes": True, "no": False}.get(super().clean(value))

    def prepare_value(self, value: Any) -> Any:
        """The answer to show for a value already known."""
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


class Choices(Answers, Asked, forms.MultipleChoiceField):
    """Any number of answers, as checkboxes; `divider` is the answer that takes the place of all others."""

    widget = forms.CheckboxSelectMultiple


class Select(Answers, Asked, forms.ChoiceField):
    """One answer of many, as a list that opens; nothing is chosen beforehand."""

    widget = forms.Select


class Confirm(Asked, forms.BooleanField):
    """A single box to tick."""


class File(Asked, forms.FileField):
    """A file to send."""


class SeveralFiles(forms.ClearableFileInput):
    """The box for several files at once."""

    allow_multiple_selected = True


class Files(File):
    """One or more files to send."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Every file that was sent, in the order in which they were chosen."""
        sent = data if isinstance(data, list) else [data]
        return [super(Files, self).clean(each, initial) for each in sent or [None]]
