"""The words that leave a step open, read from data, and the shapes of sentence in which they count."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")  # what somebody said stays as they said it
ROLES = re.compile(  # names of people, services and meetings that hold a vague word
    r"\b(?:(?:family |outreach |learning |youth )?support (?:workers?|plan|team|assistants?)|support line"
    r"|review conference|core group meeting|(?:initial|first|next|review) (?:health )?(?:review|conference)"
    r"|monitoring officer|reviewing officers?|development (?:worker|check|review)|access (?:course|code|card)"
    r"|safety planning|reduction programme|child in need review|looked.after review)\b",
    re.IGNORECASE,
)
DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
SPECIFIC = re.compile(
    rf"\d|\b(?:{DAYS})s?\b|\b\d*\s?(?:{MONTHS})\b(?<!\bmay)"
    r"|\b(?:every|each|twice|once|one|two|three|four|five|six|seven|eight|nine|ten)\s+"
    r"(?:a |other |second )?(?:day|night|morning|afternoon|evening|week|weekday|fortnight|month|visit|meal|hour|school)"
    r"|\b(?:chart|diary|tally|checklist|timetable|rota|app|form)\b",
    re.IGNORECASE,
)
VERB_PLACE = (
    r"(?:^\W*|[.;:]\s+|\b(?:to|will|must|should|shall|can|and|also|is to|are to|needs to|need to|not"
    r"|continue to|continues to|fully|closely|actively|positively|regularly|jointly|effectively)\s+)"
)


@dataclass(frozen=True)
class Vague:
    """A word or phrase that leaves a check open, and what to write instead."""

    check: str
    pattern: re.Pattern[str]
    unless_specific: bool
    better: str


@cache
def any_of(*names: str) -> str:
    """A pattern for any of the words that the data hold under some names."""
    with (DATA / "sentence_words.csv").open(encoding="utf-8", newline="") as file:
        words = [each for row in csv.DictReader(file) if row["name"] in names for each in row["words"].split(";")]
    return rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\b"


@cache
def vague_words(check: str) -> tuple[Vague, ...]:
    """What the data say of one check, in their order."""
    with (DATA / "vague_words.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Vague(check, shape(row["shape"], row["words"].split(";")), row["unless_specific"] == "yes", row["better"])
            for row in csv.DictReader(file)
            if row["check"] == check
        )


def shape(kind: str, words: list[str]) -> re.Pattern[str]:
    """The pattern of phrases as they stand, of verbs where a verb stands in a sentence, or of states that are to be."""
    longest = sorted(words, key=len, reverse=True)
    if kind == "state":
        states = "|".join(map(spaced, longest))
        return re.compile(rf"{TO_BE}\s+(?:\w+ly\s+)?(?P<found>{states})\b(?!\s+by\b)", re.IGNORECASE)
    if kind == "phrase":
        return re.compile(rf"(?<![\w-])(?P<found>{'|'.join(map(spaced, longest))})(?![\w-])", re.IGNORECASE)
    forms = "|".join(form for each in longest for form in verb_forms(each))
    bases = "|".join(map(spaced, longest))
    return re.compile(rf"{VERB_PLACE}(?P<base>{bases})\b|\b(?P<form>{forms})\b", re.IGNORECASE)


def verb_forms(verb: str) -> Iterator[str]:
    """How a verb is met away from “to” and “will”: of somebody (“School monitors”), passive, and as a noun of doing."""
    first, _, rest = verb.partition(" ")
    after = rf"\s+{spaced(rest)}" if rest else ""
    stem = first[:-1] if first.endswith("e") else first
    nouns = "" if first in NOUNS_TOO else rf"|{third(first)}{after}"
    yield rf"(?:be|being|is|are)\s+(?:\w+ly\s+)?{stem}(?:t?ed){after}{nouns}"
    yield rf"(?:(?<=^)|(?<=multi-agency )|(?<=ongoing )|(?<=continued ))(?:{stem}t?ing){after}"


TO_BE = r"\b(?:to|must|should|will|needs? to|are|is)\s+be"
NOUNS_TOO = ("support", "access", "review", "address", "increase", "decrease", "network", "link")


def third(verb: str) -> str:
    """What a verb is of he, she or it."""
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if re.search(r"(?:s|x|ch|sh)$", verb) else f"{verb}s"


def spaced(words: str) -> str:
    """Words that stand after each other, however they are spaced; a star is up to four words of any kind."""
    return r"\s+".join(r"(?:\S+\s+){0,3}\S+" if each == "*" else re.escape(each) for each in words.split())


def plain(text: str) -> str:
    """A text without what somebody said and without the names of services that hold a vague word."""
    return " ".join(ROLES.sub("…", QUOTED.sub(" ", text)).split())


def is_specific(text: str) -> bool:
    """Whether a text says a day, a time, a number, or something that is kept, such as a chart."""
    return SPECIFIC.search(text) is not None


def first_vague(check: str, text: str) -> tuple[str, Vague] | None:
    """The vague word that stands first in a text, as it was written, unless the text is specific all the same."""
    found = [
        (match.start(), match.groupdict(), each)
        for each in vague_words(check)
        if not (each.unless_specific and is_specific(text))
        if (match := each.pattern.search(text))
    ]
    if not found:
        return None
    _, groups, vague = min(found, key=lambda each: each[0])
    return next(said for said in groups.values() if said), vague
