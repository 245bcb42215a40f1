"""Two texts of the same thing side by side, for drafts and for records that somebody else changed first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sightline.foundation.documents.queries.drafts import DraftText
from sightline.foundation.door import Conflict
from sightline.ui.forms.dates import in_words
from sightline.ui.forms.questions import Questions

BOXES = ("day", "month", "year")
NOTHING = "Nothing"
ASKING: dict[str, type[Questions]] = {}  # every form that keeps drafts, by its code


@dataclass(frozen=True)
class Pair:
    """One answer in both texts."""

    label: str
    theirs: str
    yours: str
    yours_by_code: dict[str, list[str]] = field(default_factory=dict)


def conflict(refusal: Conflict, labels: Mapping[str, Any] | None = None) -> list[Pair]:
    """What somebody else wrote beside what you wrote, where the two differ; `labels` are the questions by column."""
    asked = {name: str(label) for name, label in (labels or {}).items()}
    theirs = {name: getattr(refusal.theirs, name, None) for name in refusal.yours}
    return [
        Pair(asked.get(name) or spoken(name), said(theirs[name]), said(yours))
        for name, yours in refusal.yours.items()
        if theirs[name] != yours
    ]


def drafts_side_by_side(original: DraftText, copy: DraftText) -> list[Pair]:
    """The answers in which two drafts differ, each named by its question where the form still asks it."""
    codes = [code for code in {**original.data, **copy.data} if original.data.get(code, []) != copy.data.get(code, [])]
    groups: dict[str, list[str]] = {}
    for code in codes:
        groups.setdefault(date_of(code), []).append(code)
    return [pair_of(name, parts(name, together, original, copy), original, copy) for name, together in groups.items()]


def date_of(code: str) -> str:
    """The question that a box of a date belongs to, or the question itself."""
    name, _, box = code.rpartition("-")
    return name if name and box in BOXES else code


def parts(name: str, found: list[str], original: DraftText, copy: DraftText) -> list[str]:
    """The codes that make up one answer: all the boxes of a date, even those that agree."""
    return found if found == [name] else [f"{name}-{box}" for box in BOXES]


def pair_of(name: str, codes: list[str], original: DraftText, copy: DraftText) -> Pair:
    """One answer in both drafts."""
    return Pair(
        label=question(original.form, name),
        theirs=texts(codes, original.data),
        yours=texts(codes, copy.data),
        yours_by_code={code: copy.data.get(code, []) for code in codes},
    )


def texts(codes: list[str], data: dict[str, list[str]]) -> str:
    """The typed answer as one text."""
    separator = " " if len(codes) > 1 else ", "
    return separator.join(text for code in codes for text in data.get(code, []) if text) or NOTHING


def question(form: str, name: str) -> str:
    """The question behind a code, as far as the form's declaration knows it."""
    fields = getattr(ASKING.get(form), "base_fields", {})
    found = fields.get(name) or fields.get(name.rpartition("-")[2])
    return str(found.label) if found is not None and found.label else spoken(name.rpartition("-")[2])


def spoken(name: str) -> str:
    """A column or code as words."""
    return name.replace("_", " ").capitalize()


def said(value: Any) -> str:
    """A value as people read it."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date) and not isinstance(value, datetime):
        return in_words(value)
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
