"""Several kinds of detail of several people, in one question to the database instead of one for each kind."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import connection, models
from psycopg import sql

from sightline.foundation.children.models import Agency, Person, WarningReview
from sightline.foundation.children.models.family import Tie
from sightline.foundation.children.queries.details import KINDS
from sightline.foundation.gathering import as_data, row, rows_of

GATHERED: dict[str, type[models.Model]] = {**KINDS, "warning-review": WarningReview}
ONE_KIND = sql.SQL(
    "SELECT {kind} AS kind, to_jsonb(fact) AS said, to_jsonb(whom) AS whom, {other} AS other, {agency} AS agency,"
    " (SELECT practitioner.name FROM workforce_practitioner practitioner WHERE practitioner.id = fact.recorded_by_id)"
    " AS recorder FROM {table} fact JOIN children_person whom ON whom.id = fact.person_id {joins}"
    " WHERE ({about}) AND fact.superseded_at IS NULL AND NOT fact.contested {holding}"
)
BEHIND_WALLS = (
    sql.SQL(  # orders whose other end this practitioner may not know: that they stand, and not whom they name
        " UNION ALL SELECT 'no-contact', hidden, to_jsonb(whom), NULL::jsonb, NULL::jsonb, ''"
        " FROM no_contact_behind_walls(%(people)s) hidden"
        " JOIN children_person whom ON whom.id = (hidden ->> 'person_id')::uuid"
    )
)


def gather(kinds: Sequence[str], people: Iterable[UUID]) -> dict[str, list[Any]]:
    """What of these kinds holds now for these people, the latest first; of a tie either end may be one of them.

    Each fact carries its person, the person at its other end, its agency and, as `recorder`, who recorded it.
    """
    found: dict[str, list[Any]] = defaultdict(list, {kind: [] for kind in kinds})
    asked = sql.SQL(" UNION ALL ").join(of_kind(kind) for kind in kinds)
    asked += BEHIND_WALLS if "no-contact" in kinds else sql.SQL("")
    with connection.cursor() as cursor:
        cursor.execute(asked, {"people": list(people)})
        for kind, *parts in cursor.fetchall():
            found[kind].append(made(GATHERED[kind], *map(as_data, parts[:4]), recorder=parts[4] or ""))
    for facts in found.values():
        facts.sort(key=lambda fact: (getattr(fact, "began", None) or fact.happened, fact.pk), reverse=True)
    return found


def of_kind(kind: str) -> sql.Composed:
    """The question for one kind."""
    model = GATHERED[kind]
    tie, professional = issubclass(model, Tie), kind == "professional"
    joins = "LEFT JOIN children_person other ON other.id = fact.other_id" if tie else ""
    joins += " JOIN children_agency agency ON agency.id = fact.agency_id" if professional else ""
    about = "fact.person_id = ANY (%(people)s)" + (" OR fact.other_id = ANY (%(people)s)" if tie else "")
    lasts = any(field.name == "ended" for field in model._meta.concrete_fields)
    return ONE_KIND.format(
        kind=sql.Literal(kind),
        table=rows_of(model),
        other=sql.SQL("to_jsonb(other)" if tie else "NULL::jsonb"),
        agency=sql.SQL("to_jsonb(agency)" if professional else "NULL::jsonb"),
        joins=sql.SQL(joins),
        about=sql.SQL(about),
        holding=sql.SQL("AND fact.ended IS NULL" if lasts else ""),
    )


def made(model: type[models.Model], said: Any, whom: Any, other: Any, agency: Any, *, recorder: str) -> models.Model:
    """The fact, with the people it names."""
    fact: Any = row(model, said)
    fact.recorder, fact.person = recorder, row(Person, whom)
    if other:
        fact.other = row(Person, other)
    if agency:
        fact.agency = row(Agency, agency)
    return fact  # type: ignore[no-any-return]
