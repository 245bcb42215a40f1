"""Kinds of name, and what makes two writings of a name the same."""

import re
import unicodedata

from django.db.models import TextChoices


class NameKind(TextChoices):
    """Why a person has another name."""

    FORMER = "former", "Former name"
    BIRTH = "birth", "Name at birth"
    KNOWN_AS = "known_as", "Also known as"
    ALIAS = "alias", "Alias"
    SPELLING = "spelling", "Another spelling"


APOSTROPHES = re.compile(r"['’‘ʼʻ`´]")
WHOLE_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


def folded(name: str) -> str:
    """A name without case, accents, apostrophes and hyphens: how names are compared and sorted."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(each for each in apart if not unicodedata.combining(each)).translate(WHOLE_LETTERS)
    return " ".join(re.sub(r"[\W_]+", " ", APOSTROPHES.sub("", plain)).split())
