"""The words that differ between authorities: stored text and codes never contain them, pages ask for them here."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import lazy

DEFAULT = Path(__file__).resolve().parents[1] / "config" / "vocabulary.csv"
COLUMNS = ("term", "singular", "plural", "article", "note", "source")
FORMS = {"plural", "article", "capital"}


class UnknownWord(KeyError):
    """A page asks for a term that the vocabulary does not have."""

    def __str__(self) -> str:
        return f"The vocabulary has no term {self.args[0]!r}; its terms are the first column of {DEFAULT.name}."


@dataclass(frozen=True)
class Word:
    """One term and how this authority says it."""

    term: str
    singular: str
    plural: str
    article: str

    def said(self, *, plural: bool = False, article: bool = False, capital: bool = False) -> str:
        """The word in the form asked for; a plural takes no article."""
        text = self.plural if plural else self.singular
        if article and not plural and self.article:
            text = f"{self.article} {text}"
        return text[:1].upper() + text[1:] if capital else text


def read(path: Path) -> dict[str, Word]:
    """The words of one file; raises ImproperlyConfigured with a sentence naming the line that is wrong."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise ImproperlyConfigured(f"{path.name} must have the columns {', '.join(COLUMNS)}.")
        words = {}
        for line, row in enumerate(rows, start=2):
            if not (row["term"] and row["singular"] and row["plural"]):
                raise ImproperlyConfigured(f"{path.name}, line {line}: term, singular and plural must be filled in.")
            words[row["term"]] = Word(row["term"], row["singular"], row["plural"], row["article"] or "")
        return words


@cache
def words(path: str) -> dict[str, Word]:
    """Every term: the default words, replaced by those that the authority's own file gives."""
    default = read(DEFAULT)
    local = read(Path(path))
    if unknown := local.keys() - default.keys():
        raise ImproperlyConfigured(f"{Path(path).name} has terms nothing asks for: {', '.join(sorted(unknown))}.")
    return default | local


def word(term: str, *, plural: bool = False, article: bool = False, capital: bool = False) -> str:
    """How this authority says a term; raises UnknownWord for a term that is not in the vocabulary."""
    try:
        found = words(str(settings.SIGHTLINE_VOCABULARY))[term]
    except KeyError:
        raise UnknownWord(term) from None
    return found.said(plural=plural, article=article, capital=capital)


class Phrases(Formatter):
    """Fills {term}, {term:plural} and {term:article,capital} in a sentence."""

    def get_value(self, key: int | str, args: Any, kwargs: Any) -> str:
        """A term keeps its name until its form is known."""
        return str(key)

    def format_field(self, value: str, format_spec: str) -> str:
        """The term in the forms asked for after the colon."""
        forms = {form.strip() for form in format_spec.split(",") if form}
        if unknown := forms - FORMS:
            raise ValueError(f"{', '.join(unknown)} is not a form of a word; use {', '.join(sorted(FORMS))}.")
        return word(value, **dict.fromkeys(forms, True))


def said(sentence: str) -> str:
    """A sentence with the authority's own words filled in, such as "When was the {strategy_discussion} held?"."""
    return Phrases().format(sentence)


phrase = lazy(said, str)
"""As `said`, but filled in when shown: for labels, choices and titles that are made once, at import."""


def default_terms() -> list[str]:
    """Every default wording, singular and plural: none may stand on a page under another vocabulary."""
    return sorted({form for each in read(DEFAULT).values() for form in (each.singular, each.plural)})


@cache
def default_forms() -> tuple[re.Pattern[str], dict[str, tuple[str, bool]]]:
    """A pattern that finds every default wording, the longest first, and which term in which number each one is."""
    found = {form: (each.term, form == each.plural != each.singular) for each in read(DEFAULT).values() for form in
             (each.plural, each.singular)}  # fmt: skip
    longest_first = sorted(found, key=len, reverse=True)
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
    return pattern, {form.lower(): which for form, which in found.items()}


def in_own_words(text: str) -> str:
    """Text written in the default words, such as a catalogue of the law, said in this authority's own."""
    pattern, terms = default_forms()

    def own(found: re.Match[str]) -> str:
        term, plural = terms[found[0].lower()]
        return word(term, plural=plural, capital=found[0][:1].isupper())

    return pattern.sub(own, text)
