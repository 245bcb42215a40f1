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


def folded(name: str) -> str:
    """A name without case, accents, apostrophes and hyphens: how names are compared and sorted."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return " ".join(re.sub(r"[^\w]+", " ", APOSTROPHES.sub("", plain.casefold())).split())
