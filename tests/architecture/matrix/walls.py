"""Exclusions, restrictions, seals and openings that make the state of a child's record for one practitioner."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from sightline.foundation.access.models import Exclusion, NamedReader, Opening, Restriction, Seal
from sightline.foundation.access.rules import OpeningKind, OpeningReason, Permission, RestrictionCategory, may
from tests.architecture.matrix.cells import LONG_AGO, Cell, Staff

RESTRICTED = ("restricted_named", "restricted_not_named", "glass_broken")


def walls(cell: Cell, staff: Staff) -> Iterator[Any]:
    """The walls of one record; an exclusion of somebody else stands at every record."""
    about = {"person_id": cell.child, "began": LONG_AGO}
    elsewhere = Exclusion(practitioner=staff.neighbour, reason=f"Neighbour {cell.token}", **about)
    cell.facts["exclusion"] = elsewhere.pk
    yield elsewhere
    if cell.state == "excluded":
        yield Exclusion(practitioner=staff.me, reason=f"Own family {cell.token}", **about)
    if cell.state == "sealed":
        yield Seal(reason=f"Adoption order {cell.token}", **about)
    if cell.state in RESTRICTED:
        yield from restriction(cell, staff)
    if cell.state == "glass_broken" and may(cell.role, Permission.BREAK_GLASS):
        yield glass_broken(cell, staff)


def restriction(cell: Cell, staff: Staff) -> Iterator[Any]:
    """A restriction with one or two people named in it."""
    about = {"person_id": cell.child, "began": LONG_AGO}
    yield Restriction(
        category=RestrictionCategory.HIGH_RISK, reason=f"Threats {cell.token}", asked_by=f"Somebody {cell.token}",
        review_by=date(2027, 1, 4), **about,
    )  # fmt: skip
    yield NamedReader(practitioner=staff.colleague, **about)
    if cell.state == "restricted_named":
        yield NamedReader(practitioner=staff.me, **about)


def glass_broken(cell: Cell, staff: Staff) -> Opening:
    """An emergency opening that is still running and waits for its review."""
    now = timezone.now()
    opened = Opening(
        person_id=cell.child, practitioner=staff.me, kind=OpeningKind.BREAK_GLASS,
        reason_code=OpeningReason.IMMEDIATE_RISK, reason="A child may be at risk tonight",
        happened=timezone.localdate(now), happened_at=now, until=now + timedelta(hours=11),
        review_by=timezone.localdate(now),
    )  # fmt: skip
    cell.facts["opening"] = opened.pk
    return opened
