"""The people around a child: an adult in the record with details of their own, and a brother or sister."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sightline.foundation.children import models
from tests.architecture.matrix.cells import LONG_AGO, Cell, Staff


def of(cell: Cell, staff: Staff) -> Iterator[Any]:
    """An adult, what is recorded about them, and everything that joins the two."""
    adult = models.Person(given_names=f"Alex {cell.adult_token}", family_name="O'Canary", birth_date=date(1990, 1, 2))
    cell.facts["adult"] = adult.pk
    rows = [*ties(cell, adult), *network(cell, staff), *about_adult(cell, adult)]
    cell.facts |= {type(row).__name__.lower(): row.pk for row in rows if row.person_id == cell.child}
    cell.facts |= {f"adult_{type(row).__name__.lower()}": row.pk for row in rows if row.person_id == adult.pk}
    yield adult
    yield from rows


def ties(cell: Cell, adult: models.Person) -> list[Any]:
    """What joins the child and the adult."""
    both, token = {"person_id": cell.child, "other": adult, "began": LONG_AGO}, cell.token
    return [
        models.Relationship(kind="mother", details=f"Mother {token}", **both),
        models.LivesWith(how_often="always", **both),
        models.ParentalResponsibility(how="mother", evidence="told", details=f"Responsible {token}", **both),
        models.NoContact(ground="bail", terms=f"Not within {token}", **both),
    ]


def network(cell: Cell, staff: Staff) -> list[Any]:
    """What a court said, and who else works with the child."""
    about, token = {"person_id": cell.child, "began": LONG_AGO}, cell.token
    return [
        models.CourtOrder(kind="care", court=f"Court {token}", terms=f"Terms {token}", **about),
        models.Professional(agency=staff.agency, name=f"Teacher {token}", role="Teacher", **about),
    ]


def about_adult(cell: Cell, adult: models.Person) -> list[Any]:
    """Details of the adult, which follow the child's record."""
    about, token = {"person": adult, "began": LONG_AGO}, cell.adult_token
    safe = {"ring": "yes", "text": "no", "voicemail": "no", "post": "no"}
    return [
        models.Address(lines=f"3 {token} Street", kind="home", **about),
        models.ContactPoint(kind="email", value=f"{token}@canary.test", **safe, **about),
        models.WarningNote(kind="weapon", why=f"Knife {token}", review_by=date(2027, 6, 1), **about),
    ]


def brother_or_sister(cell: Cell, other: Cell) -> models.Relationship:
    """Two children of one family; each has a record of their own."""
    return models.Relationship(
        person_id=cell.child, other_id=other.child, kind="sibling", began=LONG_AGO, details="Same mother"
    )
