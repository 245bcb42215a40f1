"""What is said about a person: the choices of the national returns, names and ages."""

import re
from collections.abc import Collection
from string import ascii_uppercase

from django.db.models import TextChoices


class Sex(TextChoices):
    """Sex as the children in need census codes it (codes/cin-sex)."""

    MALE = "M", "Male"
    FEMALE = "F", "Female"
    UNKNOWN = "U", "Not known"


class LifeEventKind(TextChoices):
    """What ends or begins a life, or the hope of one."""

    BIRTH = "birth", "Birth"
    DEATH = "death", "Death"
    PREGNANCY_ENDED = "pregnancy_ended", "Pregnancy ended"


UNBORN, NEWBORN = "Unborn baby", "Baby"  # what a child is called who has no name yet
ONE_OF_SEVERAL = re.compile(rf"(?:{UNBORN}|{NEWBORN}) ([A-Z])")


def one_of_several(letter: str, *, born: bool = False) -> str:
    """What one of several babies of a pregnancy is called until there is a name, such as "Unborn baby A"."""
    return f"{NEWBORN if born else UNBORN} {letter}"


def letter_of(known_as: str) -> str:
    """The letter that tells a baby apart from others of the same pregnancy; none where there is none."""
    found = ONE_OF_SEVERAL.fullmatch(known_as)
    return found[1] if found else ""


def free_letters(taken: Collection[str]) -> list[str]:
    """The letters that no other baby of the pregnancy has, in their order."""
    return [letter for letter in ascii_uppercase if letter not in taken]


def display_name(known_as: str, given_names: str, family_name: str, *, unborn: bool = False, number: str = "") -> str:
    """The name people use; for somebody known from a return only, which carries no names, the number it gives them."""
    first = known_as or given_names
    if unborn and not first:
        first = UNBORN
    named = f"{first} {family_name}".strip()
    if number and not (known_as or given_names or family_name):
        return f"{named or 'Child'} {number}"
    return named or "Name not known"
