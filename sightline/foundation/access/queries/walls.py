"""Restrictions, the people named in them, and exclusions."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from sightline.foundation.access.models import Exclusion, NamedReader, Restriction, Seal
from sightline.foundation.access.queries.reach import at_work
from sightline.foundation.access.rules import Permission, enough_to_open, roles_with


def still_openable(person: UUID, readers: Iterable[UUID], *, without: UUID | None = None) -> bool:
    """Whether a restricted record stays openable with these readers, whom no exclusion and no last day keeps away."""
    excluded = {each.practitioner_id for each in exclusions_of(person)} | {without}
    posts = at_work(set(readers) - excluded)
    return enough_to_open([post.role for post in posts])


def named_readers(person: UUID) -> QuerySet[NamedReader]:
    """Who may open a restricted record."""
    return NamedReader.objects.current().filter(person=person, ended=None).select_related("practitioner")


def restriction_of(person: UUID) -> Restriction | None:
    """The restriction on a record, as far as this practitioner may see it."""
    return Restriction.objects.current().filter(person=person, ended=None).first()


def exclusions_of(person: UUID) -> QuerySet[Exclusion]:
    """Who must never see a record."""
    return Exclusion.objects.current().filter(person=person, ended=None).select_related("practitioner")


def sealed(people: Iterable[UUID]) -> set[UUID]:
    """Those of these people whose records are sealed, for programs that see every row: they match nobody with them."""
    return set(Seal.objects.current().filter(person__in=list(people), ended=None).values_list("person_id", flat=True))


def restricted_record(person: UUID) -> tuple[str, str] | None:
    """The team to ring about a restricted record that is not open to this practitioner; None if there is none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT team, telephone FROM restricted_record(%s)", [person])
        row: tuple[str, str] | None = cursor.fetchone()
    return row


@dataclass(frozen=True)
class TooFewReaders:
    """A restricted record that fewer than two people at work, or no manager, can open; known by its number only."""

    person: UUID
    reference: int
    team: str
    readers: int
    managers: int


def unopenable_records() -> list[TooFewReaders]:
    """Restricted records that too few people at work can open: after somebody left, was suspended or was excluded."""
    with connection.cursor() as cursor:
        roles = [roles_with(Permission.OPEN_RECORD), roles_with(Permission.RESTRICT_RECORD)]
        cursor.execute("SELECT * FROM unopenable_records(%s, %s)", roles)
        return [TooFewReaders(*row) for row in cursor.fetchall()]
