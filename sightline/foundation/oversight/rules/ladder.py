"""The ladder: which decision needs whom, with which qualification, by when, and who may stand in (data/ladder.csv)."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

from sightline.foundation.calendar.working_days import working_days_after
from sightline.foundation.workforce.rules import Qualification, Role

TABLE = Path(__file__).resolve().parents[1] / "data/ladder.csv"
LEVELS = (Role.TEAM_MANAGER, Role.SERVICE_MANAGER, Role.DIRECTOR)
LONGEST_DELEGATION_DAYS = 90  # local standard: a delegation is dated, and given anew when it is still needed
ENOUGH = {
    "any": frozenset(Qualification.values),
    "registered": frozenset({Qualification.REGISTERED, Qualification.PRACTICE_SUPERVISOR}),
    "lead_practitioner": frozenset(  # who need not be a registered social worker
        {Qualification.REGISTERED, Qualification.PRACTICE_SUPERVISOR, Qualification.LEAD_PRACTITIONER}
    ),
}


@dataclass(frozen=True)
class Rung:
    """One decision of the ladder; levels are roles, and whoever stands higher has the level too."""

    decision: str
    says: str  # words with {terms} of the vocabulary
    level: Role
    qualification: str
    within: int  # working days in which it is signed
    stand_ins: tuple[Role, ...]  # to whom somebody with the level may delegate it for a while
    because: str

    def due(self, decided_on: date) -> date:
        """The day by which it should be signed; raises OutsideHolidayList."""
        return working_days_after(decided_on, self.within)


@dataclass(frozen=True)
class Signer:
    """Somebody who may sign: their role, their qualification, and what was delegated to them, on a day."""

    practitioner: UUID
    role: str
    qualification: str
    delegated: frozenset[str] = field(default_factory=frozenset)


@cache
def ladder() -> dict[str, Rung]:
    """Every decision of the ladder, in the order of the table that people own."""
    with TABLE.open(newline="", encoding="utf-8") as lines:
        return {row["decision"]: rung(row) for row in csv.DictReader(lines)}


def rung(row: dict[str, str]) -> Rung:
    """One row of the table."""
    return Rung(
        decision=row["decision"],
        says=row["says"],
        level=Role(row["level"]),
        qualification=row["qualification"],
        within=int(row["within"]),
        stand_ins=tuple(Role(role) for role in row["stand_ins"].split()),
        because=row["because"],
    )


def has_level(rung: Rung, role: str) -> bool:
    """Whether a role stands as high as the decision needs."""
    return role in LEVELS and LEVELS.index(Role(role)) >= LEVELS.index(rung.level)


def is_qualified(rung: Rung, qualification: str) -> bool:
    """Whether somebody has the qualification that the decision needs."""
    return qualification in ENOUGH[rung.qualification]


def may_sign(rung: Rung, signer: Signer | None) -> bool:
    """Whether somebody may sign a decision: by their level, or by a delegation that lasts; and qualified for it."""
    if signer is None or not is_qualified(rung, signer.qualification):
        return False
    return has_level(rung, signer.role) or rung.decision in signer.delegated


def may_be_delegated(rung: Rung, *, giver: Signer, role: str) -> bool:
    """Whether somebody with the level may delegate a decision to somebody of this role."""
    return has_level(rung, giver.role) and is_qualified(rung, giver.qualification) and role in rung.stand_ins


def signable(signer: Signer | None) -> frozenset[str]:
    """The decisions that somebody may sign."""
    return frozenset(key for key, each in ladder().items() if may_sign(each, signer))
