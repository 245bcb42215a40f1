"""The columns of a fact in which somebody said something: what each is called, how it is read, how it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, TypeAlias

from django.db import models

from sightline.foundation.calendar.words import format_date, format_time
from sightline.foundation.code_sets import code_set
from sightline.foundation.code_sets.fields import CodeField
from sightline.foundation.correctable import Correctable
from sightline.foundation.facts import Event, Lasted, Spell
from sightline.ui import forms
from sightline.ui.vocabulary import in_own_words, said

Column: TypeAlias = "models.Field[Any, Any]"

OF_EVERY_FACT = {each.name for shape in (Event, Spell) for each in shape._meta.get_fields()}
DAYS = ("happened", "began", "ended")
NOT_SAID = "Not recorded"
UNKNOWN = ("unknown", "Not known")
EXACT_WORDS = frozenset({"said", "words", "terms"})
LONG = 250  # characters: what is longer is asked in a box of several lines
QUESTIONS = {  # the columns of many kinds, better said than by their names
    "happened": "On which day?",
    "began": "From which day?",
    "ended": "Until which day?",
    "reasons": "Why?",
    "how": "How?",
    "kind": "What kind?",
    "urn": "Number with the register",
    "due_on": "On which day was it due?",
}
HINTS = {"ended": "Leave this empty if it has not ended."}


def columns_of(fact: Any, declared: Correctable) -> list[Column]:
    """The columns of a fact that hold what somebody said, days first; what is said at an end only once it ended."""
    fields = type(fact)._meta.concrete_fields
    own = [each for each in fields if each.name not in OF_EVERY_FACT and not each.is_relation and is_said(each)]
    if declared.asked:
        own = [each for each in own if each.name in declared.asked]
    lasts = isinstance(fact, Lasted) and fact.ended is None
    left_out = set(getattr(fact, "set_at_end", ())) if lasts else set()
    days = [each for each in fields if each.name in DAYS and not (lasts and each.name == "ended")]
    return [*days, *(each for each in own if each.name not in left_out)]


def is_said(column: Column) -> bool:
    """Whether a column holds what somebody said, and not a key or a moment that the product keeps."""
    return not isinstance(column, models.UUIDField | models.DateTimeField)


def label(column: Column, declared: Correctable) -> str:
    """What a column is called, in this authority's words; a code that is all there is to a fact, as the fact is."""
    words = declared.questions.get(column.name) or QUESTIONS.get(column.name)
    if words:
        return said(words)
    name = str(column.model._meta.verbose_name if column.name == "code" else column.verbose_name)
    return in_own_words(name[:1].upper() + name[1:])


def in_words(fact: Any, column: Column, declared: Correctable) -> str:
    """What a column of a fact says, as people read it."""
    value = getattr(fact, column.name)
    if value is None or value == "" or value == []:
        return NOT_SAID
    if isinstance(value, date):
        moment: datetime | None = getattr(fact, f"{column.name}_at", None)
        return f"{format_date(value)} at {format_time(moment)}" if moment else format_date(value)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return ", ".join(label_of(column, each, fact, declared) for each in (value if isinstance(value, list) else [value]))


def label_of(column: Column, value: Any, fact: Any, declared: Correctable) -> str:
    """What one value means: the label of its code or of its choice, or the value itself."""
    codes = codes_of(column, declared)
    if codes:
        return in_own_words(code_set(codes).label(value, day_of(fact)))
    chosen: dict[Any, Any] = dict(column.flatchoices)
    return choice_in_words(chosen[value]) if value in chosen else str(value)


def choice_in_words(words: Any) -> str:
    """The label of a choice in the authority's words, whether it names terms or stands in the default ones."""
    return said(str(words)) if "{" in str(words) else in_own_words(str(words))


def codes_of(column: Column, declared: Correctable) -> str:
    """The name of the code set whose codes a column holds; nothing for others."""
    return column.code_set_name if isinstance(column, CodeField) else declared.lists.get(column.name, "")


def day_of(fact: Any) -> date:
    """The day on which something happened or began."""
    day: date = getattr(fact, "happened", None) or fact.began
    return day


def questions(fact: Any, declared: Correctable, today: date) -> Iterator[tuple[str, Any]]:
    """A question for every column that can be corrected, and for the time of a day where one is recorded."""
    for column in columns_of(fact, declared):
        yield column.name, question(fact, column, declared, today)
        moment = getattr(fact, f"{column.name}_at", None) if column.name in DAYS else None
        if moment is not None or (column.name == "ended" and fact.began_at is not None):
            yield f"{column.name}_time", forms.Time("At what time?", optional=True)


def question(fact: Any, column: Column, declared: Correctable, today: date) -> Any:
    """How one column is asked."""
    words = label(column, declared)
    optional = column.null or column.blank
    asked: dict[str, Any] = {
        "called": f"“{words.rstrip('?')}”",
        "hint": HINTS.get(column.name, ""),
        "optional": optional,
    }
    if isinstance(column, models.DateField):
        if column.name in DAYS:
            asked["latest"] = max(today, getattr(fact, column.name) or today)
        return forms.Date(words, **asked)
    if isinstance(column, models.BooleanField):
        unknown = [UNKNOWN] if column.null else []
        return forms.YesNo(words, choices=[("yes", "Yes"), ("no", "No"), *unknown], **asked)
    if isinstance(column, models.IntegerField):
        return forms.WholeNumber(words, **asked)
    answers = answers_of(fact, column, declared)
    if isinstance(column, models.JSONField):
        return forms.Choices(words, choices=answers, **asked)
    if answers:
        return forms.Select(words, choices=[("", ""), *answers] if optional else answers, **asked)
    return text_question(column, words, asked)


def text_question(column: Column, words: str, asked: dict[str, Any]) -> Any:
    """How a column of free text, or of a number with a fraction, is asked."""
    if column.name.endswith("postcode"):
        return forms.Postcode(words, **asked)
    limit: dict[str, Any] = {"limit": column.max_length} if column.max_length else {}
    if isinstance(column, models.TextField) or (column.max_length or 0) > LONG:
        return forms.LongText(words, rows=4, points_out=not holds_exact_words(column.name), **limit, **asked)
    return forms.Text(words, **limit, **asked)


def holds_exact_words(name: str) -> bool:
    """Whether a column holds what somebody said, as they said it, or the text of an order."""
    return name in EXACT_WORDS or name.endswith(("_said", "_words", "_reply"))


def answers_of(fact: Any, column: Column, declared: Correctable) -> list[tuple[str, str]]:
    """The answers to choose from: the codes or choices of the fact's day, and what it says now."""
    codes = codes_of(column, declared)
    if codes:
        offered = [(code, in_own_words(words)) for code, words in code_set(codes).choices(day_of(fact))]
    else:
        offered = [(value, choice_in_words(words)) for value, words in column.flatchoices if value != ""]
    known = {code for code, _ in offered}
    value = getattr(fact, column.name)
    now = [each for each in (value if isinstance(value, list) else [value]) if each and each not in known]
    return [*offered, *((each, label_of(column, each, fact, declared)) for each in now if offered)]
