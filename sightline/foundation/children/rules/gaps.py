"""What the record of a child should hold and does not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.calendar.ages import age_on
from sightline.foundation.children.rules.family import PARENTS, AgencyKind
from sightline.foundation.children.rules.identity import IdentifierKind

SCHOOL_AGES = range(5, 16)  # completed years; compulsory school age, Education Act 1996 section 8


@dataclass(frozen=True)
class Expected:
    """Something that is expected in a record: among which details, of which kinds, and what it is called."""

    said: str
    details: str
    kinds: Iterable[str] = ()
    before_birth: bool = False
    at_school: bool = False

    def is_held(self, facts: Mapping[str, list[Any]], child: UUID) -> bool:
        """Whether any of the details is it; of a tie, only one that is the child's own."""
        own = (fact for fact in facts[self.details] if fact.person_id == child)
        return any(not self.kinds or self.kind_of(fact) in self.kinds for fact in own)

    def kind_of(self, fact: Any) -> str:
        """Which kind a detail is: a professional is of the kind of their agency."""
        return str(fact.agency.kind if self.details == "professional" else fact.kind)

    def fits(self, person: Any, today: date) -> bool:
        """Whether a child of this age has the thing at all."""
        if person.is_unborn:
            return self.before_birth
        born = person.birth_date
        at_school = born is not None and born <= today and age_on(born, today) in SCHOOL_AGES
        return at_school or not self.at_school


EXPECTED = (
    Expected("An address", "address", before_birth=True),
    Expected("A parent", "relationship", PARENTS, before_birth=True),
    Expected("Who has parental responsibility", "parental-responsibility"),
    Expected("Ethnicity", "ethnicity"),
    Expected("First language, and whether an interpreter is needed", "language"),
    Expected("Disability, or that there is none", "disability"),
    Expected("NHS number", "identifier", (IdentifierKind.NHS,)),
    Expected("Unique pupil number", "identifier", (IdentifierKind.UPN,), at_school=True),
    Expected("GP", "professional", (AgencyKind.GP,), before_birth=True),
    Expected("School", "professional", (AgencyKind.SCHOOL,), at_school=True),
)
LOOKED_AT = tuple(dict.fromkeys(each.details for each in EXPECTED))  # the details that must be gathered to tell


def not_held(person: Any, facts: Mapping[str, list[Any]], today: date) -> list[str]:
    """In words, what the record of a child should hold and does not, told from its gathered details."""
    return [each.said for each in EXPECTED if each.fits(person, today) and not each.is_held(facts, person.pk)]
