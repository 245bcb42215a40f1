"""What is not held about a child, asked in one question."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from sightline.foundation.calendar.ages import age_on
from sightline.foundation.children import models
from sightline.foundation.children.models import Person
from sightline.foundation.children.rules.family import PARENTS, AgencyKind
from sightline.foundation.children.rules.identity import IdentifierKind

SCHOOL_AGES = range(5, 16)  # completed years; compulsory school age, Education Act 1996 section 8
EXPECTED: dict[str, tuple[type[Any], dict[str, Any], str]] = {
    "address": (models.Address, {}, "An address"),
    "family": (models.Relationship, {"kind__in": PARENTS}, "A parent"),
    "responsibility": (models.ParentalResponsibility, {}, "Who has parental responsibility"),
    "ethnicity": (models.Ethnicity, {}, "Ethnicity"),
    "language": (models.Language, {}, "First language, and whether an interpreter is needed"),
    "disability": (models.Disability, {}, "Disability, or that there is none"),
    "nhs": (models.Identifier, {"kind": IdentifierKind.NHS}, "NHS number"),
    "upn": (models.Identifier, {"kind": IdentifierKind.UPN}, "Unique pupil number"),
    "gp": (models.Professional, {"agency__kind": AgencyKind.GP}, "GP"),
    "school": (models.Professional, {"agency__kind": AgencyKind.SCHOOL}, "School"),
}
BEFORE_BIRTH = ("address", "family", "gp")
AT_SCHOOL = ("upn", "school")


def not_held(person: Person, today: date) -> list[str]:
    """In words, what the record of a child should hold and does not; one query."""
    asked = {
        word: Exists(model.objects.current().filter(person=OuterRef("pk"), ended=None, **conditions))
        for word, (model, conditions, _) in EXPECTED.items()
        if is_expected(word, person, today)
    }
    named = {f"holds_{word}": exists for word, exists in asked.items()}
    held: dict[str, Any] = dict(Person.objects.filter(pk=person.pk).annotate(**named).values(*named).get())
    return [EXPECTED[word][2] for word in asked if not held[f"holds_{word}"]]


def is_expected(word: str, person: Person, today: date) -> bool:
    """Whether a child of this age has the thing at all."""
    if person.is_unborn:
        return word in BEFORE_BIRTH
    if word not in AT_SCHOOL:
        return True
    born = person.birth_date
    return born is not None and born <= today and age_on(born, today) in SCHOOL_AGES
