"""What is not held about a child, asked in one question."""

from datetime import date
from typing import Any

from django.db import connection

from sightline.foundation.calendar.ages import age_on
from sightline.foundation.children.models import Person
from sightline.foundation.children.rules.family import PARENTS, AgencyKind
from sightline.foundation.children.rules.identity import IdentifierKind

SCHOOL_AGES = range(5, 16)  # completed years; compulsory school age, Education Act 1996 section 8
WORKS_AT = "children_professional fact JOIN children_agency agency ON agency.id = fact.agency_id"
EXPECTED: dict[str, tuple[str, str, list[str], str]] = {  # of each: where it stands, in which column of which kinds
    "address": ("children_address fact", "", [], "An address"),
    "family": ("children_relationship fact", "fact.kind", [*PARENTS], "A parent"),
    "responsibility": ("children_parentalresponsibility fact", "", [], "Who has parental responsibility"),
    "ethnicity": ("children_ethnicity fact", "", [], "Ethnicity"),
    "language": ("children_language fact", "", [], "First language, and whether an interpreter is needed"),
    "disability": ("children_disability fact", "", [], "Disability, or that there is none"),
    "nhs": ("children_identifier fact", "fact.kind", [IdentifierKind.NHS], "NHS number"),
    "upn": ("children_identifier fact", "fact.kind", [IdentifierKind.UPN], "Unique pupil number"),
    "gp": (WORKS_AT, "agency.kind", [AgencyKind.GP], "GP"),
    "school": (WORKS_AT, "agency.kind", [AgencyKind.SCHOOL], "School"),
}
BEFORE_BIRTH = ("address", "family", "gp")
AT_SCHOOL = ("upn", "school")


def not_held(person: Person, today: date) -> list[str]:
    """In words, what the record of a child should hold and does not; one query."""
    asked = [word for word in EXPECTED if is_expected(word, person, today)]
    given: dict[str, Any] = {"person": person.pk, **{word: [str(kind) for kind in EXPECTED[word][2]] for word in asked}}
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(map(is_held, asked))}", given)
        held = cursor.fetchone()
    return [EXPECTED[word][3] for word, holds in zip(asked, held, strict=True) if not holds]


def is_held(word: str) -> str:
    """The question whether a child's record holds something now."""
    source, column, _, _ = EXPECTED[word]
    of_kind = f" AND {column} = ANY (%({word})s)" if column else ""
    return (
        f"EXISTS (SELECT FROM {source} WHERE fact.person_id = %(person)s AND fact.superseded_at IS NULL"
        f" AND NOT fact.contested AND fact.ended IS NULL{of_kind})"
    )


def is_expected(word: str, person: Person, today: date) -> bool:
    """Whether a child of this age has the thing at all."""
    if person.is_unborn:
        return word in BEFORE_BIRTH
    if word not in AT_SCHOOL:
        return True
    born = person.birth_date
    return born is not None and born <= today and age_on(born, today) in SCHOOL_AGES
