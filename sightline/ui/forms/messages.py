"""What a form says when an answer cannot be taken: sentences made from the question, saying what to do."""

from django import forms
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator

from sightline.ui.forms.characters import can_be_kept, no_longer_than
from sightline.ui.forms.dates import DateBoxes

REPLACED = (MaxLengthValidator, ProhibitNullCharactersValidator)


def lower_first(text: str) -> str:
    """A label inside a sentence; abbreviations such as "NHS number" keep their capitals."""
    return text if text[1:2].isupper() or text.startswith("I ") else text[:1].lower() + text[1:]


def noun(field: forms.Field, label: str) -> str:
    """How to name the answer within a sentence."""
    if called := str(getattr(field, "called", "")):
        return called
    return f"an answer to “{label}”" if label.endswith("?") else lower_first(label)


def subject(field: forms.Field, label: str) -> str:
    """How to name the answer at the beginning of a sentence."""
    if called := str(getattr(field, "called", "")):
        return called[:1].upper() + called[1:]
    return f"Your answer to “{label}”" if label.endswith("?") else label


def required(field: forms.Field, label: str) -> str:
    """The sentence for a question left empty."""
    verb = "Enter"
    if isinstance(field, forms.FileField):
        verb = "Choose"
    elif isinstance(field.widget, forms.CheckboxInput):
        return f"Tick the box to go on: {lower_first(label)}"
    elif isinstance(field, forms.ChoiceField):
        verb = "Select"
    return f"{verb} {noun(field, label)}"


def sentences(field: forms.Field, label: str) -> dict[str, str]:
    """Every sentence a field may need, by Django's error code, for the `error_messages` of the field."""
    name = subject(field, label)
    said = {
        "required": required(field, label),
        "min_length": f"{name} must be %(limit_value)s characters or more. It has %(show_value)s",
        "max_value": f"{name} must be %(limit_value)s or less",
        "min_value": f"{name} must be %(limit_value)s or more",
        "invalid": invalid(field, name),
        "invalid_choice": f"Choose {noun(field, label)} from the list",
        "invalid_list": f"Choose {noun(field, label)} from the list",
        "empty": "The file you chose is empty. Choose another",
        "missing": f"Choose {noun(field, label)}",
    }
    if isinstance(field, forms.FileField):
        said["invalid"] = f"Choose {noun(field, label)} again: the file did not arrive"
    return said


def invalid(field: forms.Field, name: str) -> str:
    """The sentence for an answer of the wrong kind."""
    if isinstance(field, forms.EmailField):
        return "Enter an email address in the correct format, like name@example.com"
    if isinstance(field, forms.IntegerField):
        return f"{name} must be a whole number, like 3"
    if isinstance(field.widget, DateBoxes):
        return f"{name} must be a real date"
    return f"{name} is not in a form that can be kept. Check it and enter it again"


def default_messages(field: forms.Field) -> dict[str, object]:
    """What Django says by itself; anything else was chosen by the form's author and stays."""
    found: dict[str, object] = {}
    for each in reversed(type(field).__mro__):
        found.update(getattr(each, "default_error_messages", {}))
    return found


def give_sentences(field: forms.Field, label: str) -> None:
    """Replace Django's general messages and checks of text on a field by sentences about this question."""
    if isinstance(field, forms.CharField):
        kept = [each for each in field.validators if not isinstance(each, REPLACED)]
        limit = [no_longer_than(field.max_length, subject(field, label))] if field.max_length else []
        field.validators = [can_be_kept, *limit, *kept]
    by_django = default_messages(field)
    for code, sentence in sentences(field, label).items():
        if field.error_messages.get(code) is by_django.get(code) or code not in field.error_messages:
            field.error_messages[code] = sentence
