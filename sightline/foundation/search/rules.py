"""What is typed into the search box, read for what it is: names, a birth date, a number, a postcode, an address."""

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from sightline.foundation.calendar.words import MONTHS
from sightline.foundation.children.rules.contact import normalised_postcode
from sightline.foundation.children.rules.identity import UPN_SHAPE, IdentifierKind, normalised
from sightline.foundation.children.rules.names import folded

LONGEST_QUERY = 200  # characters
MOST_WORDS = 8
STREETS = {
    "street",
    "road",
    "avenue",
    "lane",
    "close",
    "drive",
    "terrace",
    "court",
    "place",
    "crescent",
    "grove",
    "way",
}
NUMERIC_DATE = re.compile(r"\b(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})\b")
ISO_DATE = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
WRITTEN_DATE = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b", re.IGNORECASE)
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b", re.IGNORECASE)
NHS_NUMBER = re.compile(r"\b\d{3}[\s-]?\d{3}[\s-]?\d{4}\b")
REFERENCE = re.compile(r"\b\d{6,8}\b")


@dataclass(frozen=True)
class Asked:
    """What a search asks for; everything that is empty is not asked."""

    names: tuple[str, ...] = ()
    birth_date: date | None = None
    identifiers: tuple[str, ...] = ()
    postcode: str = ""
    reference: int | None = None
    address: tuple[str, ...] = field(default=())

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked that could find anybody."""
        return not (
            any(len(word) > 1 for word in self.names)
            or self.birth_date
            or self.identifiers
            or self.postcode
            or self.reference
            or self.address
        )


def read_query(typed: str) -> Asked:
    """What the text asks for; what is left after dates, numbers and postcodes is a name or a street."""
    text = " ".join(typed[:LONGEST_QUERY].split())
    text, born = take_date(text)
    text, postcode = take(POSTCODE, text, normalised_postcode)
    text, nhs = take(NHS_NUMBER, text, lambda found: normalised(IdentifierKind.NHS, found))
    identifiers = {nhs} - {""}
    identifiers |= {word.upper() for word in text.split() if is_identifier(word.upper())}
    text = " ".join(word for word in text.split() if word.upper() not in identifiers)
    reference = REFERENCE.search(text) if not born else None
    identifiers |= {reference[0]} if reference else set()
    text = text.replace(reference[0], " ") if reference else text
    words = tuple(folded(text).split()[:MOST_WORDS])
    street = is_street(words)
    return Asked(
        names=() if street else tuple(word for word in words if not word.isdigit()),
        birth_date=born,
        identifiers=tuple(sorted(identifiers)),
        postcode=postcode,
        reference=int(reference[0]) if reference else None,
        address=words if street else (),
    )


def asked_about(answers: Mapping[str, Any]) -> list[Asked]:
    """What the answers about somebody who is being added ask for, to find records that may be the same person.

    Each name they may be known by is asked for apart, since a search wants every word: a record need not hold them all.
    """
    given, known_as, family = (str(answers.get(name) or "") for name in ("given_names", "known_as", "family_name"))
    number = str(answers.get("nhs_number") or "")
    called = dict.fromkeys(
        folded(f"{name} {family}"[:LONGEST_QUERY]) for name in (given, first(given), known_as) if name
    )
    return [
        Asked(
            names=tuple(dict.fromkeys(name.split()[:MOST_WORDS])),
            birth_date=answers.get("birth_date"),
            identifiers=(number,) if number else (),
            postcode=normalised_postcode(str(answers.get("postcode") or "")),
        )
        for name in called or [folded(family[:LONGEST_QUERY])]
    ]


def first(names: str) -> str:
    """The first of several given names."""
    return next(iter(names.split()), "")


def is_identifier(word: str) -> bool:
    """Whether a word is a pupil number or looks like a number of the Home Office: letters and many digits together."""
    return bool(UPN_SHAPE.fullmatch(word)) or (sum(each.isdigit() for each in word) >= 6 and not word.isdigit())


def is_street(words: tuple[str, ...]) -> bool:
    """Whether words are an address: a house number with a name, or a word for a street."""
    numbered = bool(words) and words[0].isdigit() and len(words) > 1
    return numbered or (len(words) > 1 and words[-1] in STREETS)


def take(pattern: re.Pattern[str], text: str, read: Callable[[str], str]) -> tuple[str, str]:
    """The text without the first thing that fits, and that thing in its stored form."""
    found = pattern.search(text)
    if not found:
        return text, ""
    value = read(found[0])
    return (text[: found.start()] + " " + text[found.end() :], value) if value else (text, "")


def take_date(text: str) -> tuple[str, date | None]:
    """The text without a birth date, and the birth date; the day comes first, as it does in England."""
    for pattern, order in ((NUMERIC_DATE, (3, 2, 1)), (ISO_DATE, (1, 2, 3)), (WRITTEN_DATE, (3, 2, 1))):
        found = pattern.search(text)
        day = found and real_date(*(found[place] for place in order))
        if found and day:
            return text[: found.start()] + " " + text[found.end() :], day
    return text, None


def real_date(year: str, month: str, day: str) -> date | None:
    """The date these words name, or nothing."""
    number = int(month) if month.isdigit() else month_named(month)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def month_named(word: str) -> int:
    """The number of a month by its name or the first letters of it; 0 for any other word."""
    fitting = [number for number, name in enumerate(MONTHS, start=1) if name.lower().startswith(word.lower())]
    return fitting[0] if len(fitting) == 1 else 0


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """For every name of the list, the other names that the same person may use."""
    groups: dict[str, set[str]] = defaultdict(set)
    with (Path(__file__).parent / "data/nicknames.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            short = set(row["also"].split())
            groups[row["name"]] |= short
            for name in short:
                groups[name].add(row["name"])
    return {name: frozenset(others - {name}) for name, others in groups.items()}


def forms_of(words: tuple[str, ...]) -> dict[str, list[str]]:
    """Each word with the other forms in which the same name is used."""
    return {word: [word, *sorted(nicknames().get(word, ()))] for word in words}
