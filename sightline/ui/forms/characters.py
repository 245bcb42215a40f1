"""Characters that can be kept: what a person types is stored as typed, apart from the few that no document can hold."""

import unicodedata
from collections.abc import Callable

from django.core.exceptions import ValidationError

ALLOWED_CONTROLS = "\t\n\r"
TURN_TEXT_ROUND = "\u202d\u202e"  # override marks: text after them is shown backwards, and so can lie


def cannot_be_kept(character: str) -> bool:
    """Control characters, halves of characters and marks that turn text round."""
    if character in ALLOWED_CONTROLS:
        return False
    never_a_character = (ord(character) & 0xFFFE) == 0xFFFE
    return character in TURN_TEXT_ROUND or never_a_character or unicodedata.category(character) in ("Cc", "Cs")


def can_be_kept(text: object) -> None:
    """Raise ValidationError with a sentence where text holds a character that cannot be stored."""
    if not isinstance(text, str):
        return
    for place, character in enumerate(text):
        if cannot_be_kept(character):
            raise ValidationError(where(text, place), code="null_characters_not_allowed")


def no_longer_than(limit: int, name: str) -> Callable[[str], None]:
    """A check that refuses text of more characters than the limit, with a sentence that names both numbers."""

    def check(text: str) -> None:
        if len(text) > limit:
            sentence = f"{name} must be {limit:,} characters or fewer. It has {len(text):,}"
            raise ValidationError(sentence, code="too_long")

    return check


def where(text: str, place: int) -> str:
    """The sentence that says where the unwanted character stands, by the words before it."""
    before = "".join(each for each in text[max(0, place - 20) : place] if not cannot_be_kept(each)).strip()
    found = f"after “{before}”" if before else "at the beginning"
    return f"Remove a hidden character {found}. It usually comes with text copied from another program."


def tidied(text: str) -> str:
    """Text with one form for each accented letter and one kind of line end, so that equal words are equal."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
