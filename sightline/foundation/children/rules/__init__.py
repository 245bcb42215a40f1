"""What is said about a person: the choices of the national returns, names and ages."""

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


def display_name(known_as: str, given_names: str, family_name: str, *, unborn: bool = False, number: str = "") -> str:
    """The name people use; for somebody known from a return only, which carries no names, the number it gives them."""
    first = known_as or given_names
    if unborn and not first:
        first = "Unborn baby"
    named = f"{first} {family_name}".strip()
    if number and not (known_as or given_names or family_name):
        return f"{named or 'Child'} {number}"
    return named or "Name not known"
