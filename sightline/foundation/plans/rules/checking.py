"""Whether a step says who, what exactly, by when, how everybody will know, and how it is now.

Also: a list of what somebody attends without what it is for, and a step that makes one parent control another adult.
What is found is pointed out and stops nothing. The shape of the sentence decides, the words are data (plans/data).
Sources: the five checks of a step, and guidance on plans in Working Together to Safeguard Children (2023), chapter 3.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.db.models import TextChoices

from sightline.foundation.plans.rules import sentences
from sightline.foundation.plans.rules.wording import Vague, first_vague, plain

FAULTS = Path(__file__).parent.parent / "data" / "step_faults.csv"


class Check(TextChoices):
    """What is looked for in a step."""

    WHO = "who", "who"
    WHAT = "what", "what exactly"
    BY_WHEN = "by_when", "by when"
    HOW_KNOWN = "how_known", "how we will know"
    STARTING_POINT = "starting_point", "how it is now"
    ATTENDANCE = "attendance", "what going there is for"
    CONTROLS = "controls", "whose behaviour it is"


ASKED_IN = {  # the question at which a finding is shown
    Check.WHO: "who",
    Check.BY_WHEN: "by_when",
    Check.HOW_KNOWN: "how_we_will_know",
    Check.STARTING_POINT: "starting_point",
}


@dataclass(frozen=True)
class StepSaid:
    """A step as it is written; what is empty may also stand in the text. A day may be a date or words."""

    text: str
    who: str = ""
    by_when: date | str | None = None
    how_we_will_know: str = ""
    starting_point: str = ""


@dataclass(frozen=True)
class Finding:
    """One thing that is pointed out: the check, the words that led to it (none where something is missing), and how."""

    check: Check
    found: str
    sentence: str
    better: str

    @property
    def asked_in(self) -> str:
        """The question at which it is shown."""
        return ASKED_IN.get(self.check, "text")

    def __str__(self) -> str:
        return f"{self.sentence} {self.better}"


def checked(step: StepSaid) -> list[Finding]:
    """Everything that is pointed out at a step, in the order of the checks; nothing at an empty one."""
    if not step.text.strip():
        return []
    found = (look(step) for look in LOOKS)
    return [each for each in found if each is not None]


def says_all_five(step: StepSaid) -> bool:
    """Whether nothing is pointed out at a step."""
    return not checked(step)


@cache
def said_of(check: Check) -> tuple[str, str]:
    """What is said of a fault and what to write instead."""
    with FAULTS.open(encoding="utf-8", newline="") as file:
        return next((row["sentence"], row["better"]) for row in csv.DictReader(file) if row["check"] == check)


def fault(check: Check, found: str = "") -> Finding:
    """A finding in the words of the data."""
    return Finding(check, found, *said_of(check))


def vague(check: Check, found: tuple[str, Vague] | None) -> Finding | None:
    """A finding about a vague word."""
    if found is None:
        return None
    word, data = found
    return Finding(check, word, f"“{word}” does not say {check.label}.", data.better)


def who(step: StepSaid) -> Finding | None:
    """Nobody is named, or everybody."""
    named = step.who.strip() or sentences.subject(step.text)
    if not named:
        return None if sentences.names_somebody(step.text) else fault(Check.WHO)
    found = first_vague("who", named)
    return vague(Check.WHO, found) if found and sentences.is_only(named, found[0]) else None


def what(step: StepSaid) -> Finding | None:
    """A vague verb or measure, or a sentence that has no doing in it."""
    text = plain(step.text)
    found = vague(Check.WHAT, first_vague("what", text))
    return found or (fault(Check.WHAT) if sentences.says_next_to_nothing(text) else None)


def by_when(step: StepSaid) -> Finding | None:
    """No day, or words that name none."""
    if isinstance(step.by_when, date) or sentences.has_day(str(step.by_when or "")):
        return None
    said = str(step.by_when or "").strip()
    if sentences.has_end(step.text):
        return None
    if found := first_vague("by_when", said) or first_vague("by_when", plain(step.text)):
        return vague(Check.BY_WHEN, found)
    return None if said else fault(Check.BY_WHEN)


def how_known(step: StepSaid) -> Finding | None:
    """Nothing, a hope, or the step over again."""
    said = step.how_we_will_know.strip()
    if not said:
        return None if sentences.has_evidence(step.text) else fault(Check.HOW_KNOWN)
    if sentences.is_evidence(said):
        return None
    if found := first_vague("how_we_will_know", said):
        return vague(Check.HOW_KNOWN, found)
    return fault(Check.HOW_KNOWN, said) if sentences.repeats(said, step.text) else None


def starting_point(step: StepSaid) -> Finding | None:
    """Nothing, or words that hold a place."""
    said = step.starting_point.strip()
    if not said:
        return None if sentences.has_now(step.text) else fault(Check.STARTING_POINT)
    found = first_vague("starting_point", said)
    return vague(Check.STARTING_POINT, found) if found and sentences.is_only(said, found[0]) else None


def attendance(step: StepSaid) -> Finding | None:
    """Somewhere to go without what it is for."""
    found = sentences.attends(plain(step.text))
    if not found or sentences.has_purpose(step.text) or sentences.says_more_than_attendance(step.how_we_will_know):
        return None
    return fault(Check.ATTENDANCE, found)


def controls(step: StepSaid) -> Finding | None:
    """One parent is to see to what another adult does."""
    found = sentences.controls(step.text, step.who)
    return fault(Check.CONTROLS, found) if found else None


LOOKS: tuple[Callable[[StepSaid], Finding | None], ...] = (
    who,
    what,
    by_when,
    how_known,
    starting_point,
    attendance,
    controls,
)
