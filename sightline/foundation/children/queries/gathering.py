"""Several kinds of detail of several people, in one question to the database instead of one for each kind."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection, models
from psycopg import sql

from sightline.foundation.children.models import Agency, Person, WarningReview
from sightline.foundation.children.models.family import Tie
from sightline.foundation.children.queries.details import KINDS
from sightline.foundation.gathering import as_data, row, rows_of

GATHERED: dict[str, type[models.Model]] = {**KINDS, "warning-review": WarningReview}
TOGETHER = """
    SELECT fact.kind, fact.said, to_jsonb(whom), to_jsonb(other), to_jsonb(agency), recorder.name,
           child.person_id IS NOT NULL, other_child.person_id IS NOT NULL
      FROM ({kinds}) fact
      JOIN children_person whom ON whom.id = fact.whom_id
      LEFT JOIN children_child child ON child.person_id = fact.whom_id
      LEFT JOIN children_person other ON other.id = fact.other_id
      LEFT JOIN children_child other_child ON other_child.person_id = fact.other_id
      LEFT JOIN children_agency agency ON agency.id = fact.agency_id
      LEFT JOIN workforce_practitioner recorder ON recorder.id = fact.recorded_by_id
"""
ONE_KIND = sql.SQL(
    "SELECT {kind} AS kind, to_jsonb(fact) AS said, fact.person_id AS whom_id, {other} AS other_id,"
    " {agency} AS agency_id, fact.recorded_by_id FROM {table} fact"
    " WHERE ({about}) AND fact.superseded_at IS NULL AND NOT fact.contested {holding}"
)
BEHIND_WALLS = (  # orders whose other end this practitioner may not know: that they stand, and not whom they name
    "SELECT 'no-contact', hidden, (hidden ->> 'person_id')::uuid, NULL::uuid, NULL::uuid, NULL::uuid"
    " FROM no_contact_behind_walls(%(no-contact)s) hidden"
)


def gather(kinds: Sequence[str], people: Iterable[UUID]) -> dict[str, list[Any]]:
    """What of these kinds holds now for these people, the latest first; of a tie either end may be one of them.

    Each fact carries its person, the person at its other end, its agency and, as `recorder`, who recorded it.
    """
    about = list(people)
    return gather_each(dict.fromkeys(kinds, about))


def gather_each(asked: Mapping[str, list[UUID]]) -> dict[str, list[Any]]:
    """The same, where each kind says about whom it is asked."""
    found: dict[str, list[Any]] = defaultdict(list, {kind: [] for kind in asked})
    with connection.cursor() as cursor:
        cursor.execute(question(tuple(asked)), asked)
        for kind, *parts in cursor.fetchall():
            found[kind].append(made(GATHERED[kind], *map(as_data, parts[:4]), *parts[4:]))
    for facts in found.values():
        facts.sort(key=lambda fact: (getattr(fact, "began", None) or fact.happened, fact.pk), reverse=True)
    return found


@cache
def question(kinds: tuple[str, ...]) -> str:
    """The question for these kinds; people, agencies and colleagues are joined once for all of them."""
    asked = [of_kind(kind) for kind in kinds] + ([BEHIND_WALLS] if "no-contact" in kinds else [])
    return TOGETHER.format(kinds=" UNION ALL ".join(asked))


def of_kind(kind: str) -> str:
    """The question for one kind."""
    model, asked = GATHERED[kind], f"= ANY (%({kind})s)"
    tie, professional = issubclass(model, Tie), kind == "professional"
    about = f"fact.person_id {asked}" + (f" OR fact.other_id {asked}" if tie else "")
    lasts = any(field.name == "ended" for field in model._meta.concrete_fields)
    return ONE_KIND.format(
        kind=sql.Literal(kind),
        table=rows_of(model),
        other=sql.SQL("fact.other_id" if tie else "NULL::uuid"),
        agency=sql.SQL("fact.agency_id" if professional else "NULL::uuid"),
        about=sql.SQL(about),
        holding=sql.SQL("AND fact.ended IS NULL" if lasts else ""),
    ).as_string()


def made(
    model: type[models.Model],
    said: Any,
    whom: Any,
    other: Any,
    agency: Any,
    recorder: str | None,
    whom_is_child: bool,
    other_is_child: bool,
) -> models.Model:
    """The fact, with the people it names."""
    fact: Any = row(model, said)
    fact.recorder, fact.person = recorder or "", row(Person, whom)
    fact.whom_is_child, fact.other_is_child = whom_is_child, other_is_child
    if other:
        fact.other = row(Person, other)
    if agency:
        fact.agency = row(Agency, agency)
    return fact  # type: ignore[no-any-return]
