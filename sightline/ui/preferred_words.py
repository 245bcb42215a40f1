"""Words that young people asked us not to use, and what they would rather read: pointed out, never in the way.

Nothing of what is found is kept: not who typed it, not where, not that it was shown. What is counted of recorded texts
is a sum of the whole authority (assurance/measures/counting/words.py).
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from sightline.ui.vocabulary import in_own_words

COLUMNS = ("words", "preferred", "kept_in")
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")  # what somebody said stays as they said it
MOST = 5  # at one question: more would be a telling-off


@dataclass(frozen=True)
class Preferred:
    """A word as it was typed, what to say instead, and where the old word has to stay."""

    found: str
    instead: str
    kept_in: str = ""

    def __str__(self) -> str:
        kept = f" (kept in {self.kept_in})" if self.kept_in else ""
        return f"“{self.found}”: {in_own_words(self.instead)}{kept}"


@cache
def preferred(path: str) -> tuple[re.Pattern[str], dict[str, Preferred]]:
    """A pattern that finds the words of a file, the longest first, and what is said of each."""
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise ImproperlyConfigured(f"{Path(path).name} must have the columns {', '.join(COLUMNS)}.")
        said = [
            Preferred(form.strip(), row["preferred"], row["kept_in"])
            for row in rows
            for form in row["words"].split(";")
            if form.strip()
        ]
    longest_first = sorted((each.found for each in said), key=len, reverse=True)
    return re.compile("|".join(map(written, longest_first))), {key(each.found): each for each in said}


def written(form: str) -> str:
    """How a word is looked for: letters for letters where it is an abbreviation, otherwise in any case."""
    exact = re.escape(form)
    return rf"\b{exact}\b" if form.isupper() else rf"(?i:\b{exact}\b)"


def key(form: str) -> str:
    """What a word is known by."""
    return form if form.isupper() else form.lower()


def pointed_out(text: str) -> list[Preferred]:
    """What could be said differently in a text, each once, outside quotation marks; at most a few."""
    return list(found_in(text))[:MOST]


def words_found(text: str) -> list[str]:
    """The words of the list that stand in a text outside quotation marks, each once, as the list has them."""
    return [each.found for each in found_in(text)]


def found_in(text: str) -> dict[Preferred, None]:
    """What the list says of each word that it knows in a text, in order and without repetition."""
    pattern, said = preferred(str(settings.SIGHTLINE_PREFERRED_WORDS))
    typed = (match[0] for match in pattern.finditer(QUOTED.sub(" ", text)))
    return dict.fromkeys(said.get(each) or said[each.lower()] for each in typed)


def said_instead(word: str) -> str:
    """What to say instead of a word of the list; nothing of one that the list does not know any more."""
    _, said = preferred(str(settings.SIGHTLINE_PREFERRED_WORDS))
    return in_own_words(said[key(word)].instead) if key(word) in said else ""
