"""One child of the access tests as one practitioner stands to them, and the tokens by which data is known again."""

import re
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sightline.foundation.children.models import Agency
from sightline.foundation.workforce.models import Practitioner, Team

TOKEN = re.compile(r"Q([XNA])(\d{5})\1Q")
LONG_AGO = date(2020, 1, 6)
DAY = date(2026, 11, 2)


@dataclass
class Cell:
    """One child, seen from one practitioner; of a whole one something of every kind is recorded."""

    role: str
    relationship: str
    state: str
    child: UUID
    number: int
    facts: dict[str, UUID | str] = field(default_factory=dict)
    whole: bool = True

    @property
    def token(self) -> str:
        """What stands in everything that is recorded about the child."""
        return f"QX{self.number:05d}XQ"

    @property
    def name_token(self) -> str:
        """What stands in the child's name, which others in the family may know."""
        return f"QN{self.number:05d}NQ"

    @property
    def adult_token(self) -> str:
        """What stands in the name of an adult in the record, and in everything recorded about them."""
        return f"QA{self.number:05d}AQ"


@dataclass
class Staff:
    """The practitioners of one role's part of the world: the one who looks, three others, teams, and a school."""

    me: Practitioner
    worker: Practitioner
    colleague: Practitioner
    neighbour: Practitioner
    agency: Agency
    teams: dict[str, Team]

    def asked_about(self, cell: Cell) -> Practitioner:
        """Who is to do what is asked about a child: the one who looks, only where that is their relationship."""
        return self.me if cell.relationship == "asked" else self.colleague
