"""How a practitioner stands to a record: walls, relationships, openings."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from sightline.foundation.access.queries.asked import asked_to_act
from sightline.foundation.access.queries.reach import STANDS, Reach, bases
from sightline.foundation.access.rules import OpeningKind, Permission, Standing, may
from sightline.foundation.facts import Acting
from sightline.foundation.workforce.models import Involvement

STOOD = f"""
    SELECT person.id,
           ARRAY(SELECT kind FROM access_opening
                  WHERE person_id = person.id AND practitioner_id = %(me)s AND until > %(now)s
                    AND superseded_at IS NULL AND NOT contested),
           EXISTS (SELECT FROM access_restriction WHERE person_id = person.id AND {STANDS}),
           EXISTS (SELECT FROM access_namedreader
                    WHERE person_id = person.id AND practitioner_id = %(me)s AND {STANDS}),
           (SELECT jsonb_agg(jsonb_build_array(kind, practitioner_id, team_id) ORDER BY id) FROM workforce_involvement
             WHERE child_id = person.id AND {STANDS}
               AND (practitioner_id = ANY (%(people)s) OR kind = 'holding_team' AND team_id = ANY (%(teams)s)))
      FROM children_person person WHERE person.id = ANY (%(asked)s)
"""  # noqa: S608 (two fixed texts)


def standing(by: Acting, own: Reach, person: UUID, permission: Permission) -> Standing:
    """How this practitioner stands to this record; a record behind a wall looks like one that does not exist."""
    return standings(by, own, [person], permission)[person]


def standings(by: Acting, own: Reach, people: Iterable[UUID], permission: Permission) -> dict[UUID, Standing]:
    """How this practitioner stands to each of these records, in one question."""
    asked = list(people)
    permitted = may(by.role, Permission.OPEN_RECORD) and may(by.role, permission)
    may_look = may(by.role, Permission.LOOK_WITH_REASON)
    absent, now = Standing(signed_in=True, sealed=True), timezone.now()
    there = {
        person: Standing(
            signed_in=True,
            restricted=restricted,
            named=restricted and named,
            glass_broken=OpeningKind.BREAK_GLASS in opened,
            relationship=bases(own, involvements_of(person, reasons)).get(person, ""),
            looked=OpeningKind.LOOK in opened,
            permitted=permitted,
            may_look=may_look,
        )
        for person, opened, restricted, named, reasons in stood(by, own, asked, now)
    }
    without = [person for person, each in there.items() if permitted and not (each.relationship or each.looked)]
    for person, because in asked_to_act(own, by, without, now).items():
        there[person] = replace(there[person], relationship=because)
    return {person: there.get(person, absent) for person in asked}


def stood(by: Acting, own: Reach, asked: list[UUID], now: datetime) -> list[Any]:
    """Of each record that exists for this practitioner: openings, restriction, whether they are named, involvements."""
    given = {"me": by.practitioner_id, "now": now, "asked": asked, **own.whose()}
    with connection.cursor() as cursor:
        cursor.execute(STOOD, given)
        found: list[Any] = cursor.fetchall()
    return found


def involvements_of(person: UUID, reasons: str | None) -> list[Involvement]:
    """Involvements with a child, from JSON."""
    return [
        Involvement(child_id=person, kind=kind, practitioner_id=as_key(practitioner), team_id=as_key(team))
        for kind, practitioner, team in json.loads(reasons or "[]")
    ]


def as_key(text: str | None) -> UUID | None:
    """A key from JSON."""
    return UUID(text) if text else None
