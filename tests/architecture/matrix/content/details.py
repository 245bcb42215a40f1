"""What describes a child, where they live, how they are reached, and what a worker must know first."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sightline.foundation.children import models
from tests.architecture.matrix.cells import DAY, LONG_AGO, Cell


def of(cell: Cell) -> Iterator[Any]:
    """One row of each kind about the child."""
    rows = [*describing(cell), *reaching(cell), *warning(cell)]
    cell.facts |= {type(row).__name__.lower(): row.pk for row in rows}
    yield from rows


def describing(cell: Cell) -> list[Any]:
    """Who the child is."""
    about, token = {"person_id": cell.child, "began": LONG_AGO}, cell.token
    return [
        models.PersonName(kind="former", given_names=f"Former {token}", family_name="O'Canary", **about),
        models.Gender(code="01", own_words=f"Gender {token}", **about),
        models.Ethnicity(code="WBRI", own_words=f"Ethnicity {token}", **about),
        models.Religion(code="christian", what_it_means=f"Religion {token}", **about),
        models.Language(code="bfi", use="also", interpreter="needed", details=f"Language {token}", **about),
        models.Disability(code="MOB", what_it_means=f"Disability {token}", **about),
        models.CommunicationNeed(kind="easy_read", what_helps=f"Needs {token}", **about),
        models.Identifier(kind="home_office", value=token, issued_by=f"Issuer {token}", **about),
        *born(cell),
    ]


def born(cell: Cell) -> list[Any]:
    """That the child was born; a baby who is expected was not."""
    if cell.state == "unborn":
        return []
    return [models.LifeEvent(person_id=cell.child, happened=LONG_AGO, kind="birth", details=f"Birth {cell.token}")]


def reaching(cell: Cell) -> list[Any]:
    """Where the child lives and how to reach them."""
    about, token = {"person_id": cell.child, "began": LONG_AGO}, cell.token
    safe = {"ring": "yes", "text": "no", "voicemail": "no", "post": "no"}
    return [
        models.Address(lines=f"1 {token} Street", postcode="SR1 3NX", kind="home", **about),
        models.ProtectedAddress(
            lines=f"2 {token} Refuge", kind="home", kept_from=f"From {token}", why=f"Why {token}", **about
        ),
        models.AddressDisclosure(person_id=cell.child, happened=DAY, purpose="visit", details=f"Shown {token}"),
        models.ContactPoint(kind="email", value=f"{token}@canary.test", when_safe=f"When {token}", **safe, **about),
    ]


def warning(cell: Cell) -> list[Any]:
    """What must be known first."""
    note = models.WarningNote(
        person_id=cell.child, began=date(2026, 6, 2), kind="animal", why=f"Dog {cell.token}",
        what_to_do=f"Ring {cell.token}", review_by=date(2027, 6, 1),
    )  # fmt: skip
    review = models.WarningReview(
        person_id=cell.child, happened=DAY, warning=note, reason=f"Still {cell.token}", review_by=date(2027, 6, 1)
    )
    return [note, review]
