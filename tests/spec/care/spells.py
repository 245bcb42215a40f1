"""Periods, homes and legal statuses for the specification: they exist only here."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from sightline.practice.care.rules.time_in_care import TimeInCare

CHILD = UUID(int=1)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@dataclass(frozen=True)
class Spell:
    """Anything that lasts."""

    began: date
    ended: date | None = None
    placement_type: str = "U6"
    same_carer: bool | None = None
    postcode: str = "SR1 3NX"
    emergency: bool | None = None
    code: str = ""
    pk: UUID = field(default_factory=uuid4)


def spell(began: str, ended: str | None = None, **more: object) -> Spell:
    return Spell(day(began), day(ended), **more)


def time_in_care(began: str, ended: str | None = None, *, homes=(), statuses=(), born="2017-05-03", died=None):
    return TimeInCare(
        child=CHILD, period=spell(began, ended), homes=tuple(homes), statuses=tuple(statuses), born=day(born),
        died=day(died),
    )  # fmt: skip
