"""Finding people: every question goes through the search functions of the database, which hold the walls."""

import json
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from sightline.foundation.search.rules import Asked, forms_of

AT_MOST = 50  # people on one page of results
LIKELY = 0.72  # fit from which somebody may be the person who is being added


@dataclass(frozen=True)
class Found:
    """One person whom a search found; of a restricted record, only whom to ring."""

    person_id: UUID
    fit: float
    matched: str
    restricted: bool
    given_names: str | None
    known_as: str | None
    family_name: str | None
    birth_date: date | None
    birth_date_estimated: bool
    expected_on: date | None
    died_on: date | None
    is_child: bool
    team: str | None
    telephone: str | None
    worker: str | None


def find_people(asked: Asked, *, tells_of_restricted: bool, at_most: int = AT_MOST) -> list[Found]:
    """The people who fit what was asked, best first; at most one more than asked for, to know that there are more."""
    if asked.is_empty:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM search_people(%s::text[], %s::jsonb, %s, %s::text[], %s, %s, %s::text[], %s::jsonb, %s, %s)",
            [
                list(asked.names),
                json.dumps(forms_of(asked.names)),
                asked.birth_date,
                list(asked.identifiers),
                asked.postcode or None,
                asked.reference,
                list(asked.address),
                json.dumps(forms_of(asked.address)),
                tells_of_restricted,
                at_most + 1,
            ],
        )
        return [Found(*row) for row in cursor.fetchall()]


def possible_duplicates(*asked: Asked, tells_of_restricted: bool, at_most: int = 8) -> list[Found]:
    """The people who may be the one who is being added, each once: the same functions as search, fewer and surer."""
    best: dict[UUID, Found] = {}
    for each in asked:
        for found in find_people(each, tells_of_restricted=tells_of_restricted, at_most=at_most):
            known = best.get(found.person_id)
            if found.fit >= LIKELY and (known is None or known.fit < found.fit):
                best[found.person_id] = found
    return sorted(best.values(), key=lambda found: -found.fit)[:at_most]


def identifier_is_taken(kind: str, value: str, by_other_than: UUID | None) -> bool:
    """Whether another person, not behind a wall, has this identifier now."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT identifier_is_taken(%s, %s, %s)", [kind, value, by_other_than])
        return bool(cursor.fetchone()[0])


def records_with(person: UUID) -> list[UUID]:
    """The children in whose network somebody stands, of those whom this practitioner might see at all."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT records_with(%s)", [person])
        return [row[0] for row in cursor.fetchall()]
