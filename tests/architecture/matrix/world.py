"""A made-up authority in which every role stands in every relationship to a child in every state, each with a token."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db import connection
from django.utils import timezone
from psycopg import sql

from sightline.foundation.access.rules import Permission
from sightline.foundation.children.models import Agency, Child, Person
from sightline.foundation.door import Work, action
from sightline.foundation.facts import Acting, Source, system
from sightline.foundation.identifiers import new_id
from sightline.foundation.oversight.models import Waiting
from sightline.foundation.timescales.models import ClockRow
from sightline.foundation.timescales.rules import Tier
from sightline.foundation.workforce.models import Duty, Involvement, Post, Practitioner, Team
from sightline.foundation.workforce.rules import Qualification, Role, TeamKind
from sightline.practice.front_door.models import NightWork, OpenContact
from tests.architecture.matrix.cells import LONG_AGO, Cell, Staff
from tests.architecture.matrix.content import content
from tests.architecture.matrix.content.family import brother_or_sister
from tests.architecture.matrix.expectations import RELATIONSHIPS, STATES
from tests.architecture.matrix.walls import walls

BUILDER = system("tests of access", Source.DEMO)
EVERYTHING = os.environ.get("SIGHTLINE_MATRIX") == "whole"  # every route meets every role in every state
ALWAYS = ("allocated", "co_worker", "asked", "none")
NIGHT_WAITS = ("service_manager", "closed")  # what was done at night for a child of no team is theirs to take over
WRITTEN_ABOUT = ("manager_line", "same_team", "chair", "duty_on_shift")
WRITABLE = ("open", "unborn", "restricted_named", "glass_broken")
HELD_BY = {"same_team": "own", "duty_on_shift": "duty", "manager_line": "other"}


@dataclass
class World:
    """Practitioners by role, and the children each of them stands in some relationship to."""

    staff: dict[str, Staff] = field(default_factory=dict)
    cells: dict[tuple[str, str, str], Cell] = field(default_factory=dict)

    @property
    def practitioners(self) -> dict[str, Practitioner]:
        """The practitioner who looks, by role."""
        return {role: staff.me for role, staff in self.staff.items()}

    @cached_property
    def numbered(self) -> dict[int, Cell]:
        """Children by the number in their tokens."""
        return {cell.number: cell for cell in self.cells.values()}

    def whole(self, role: str) -> list[Cell]:
        """The children, seen from a practitioner of this role, of whom something of every kind is recorded."""
        return [cell for cell in self.cells.values() if cell.role == role and cell.whole]


def build() -> World:
    """Everybody and everything, written through the door in one action for each role."""
    world = World()
    for role in Role.values:
        build_role(role=role, world=world, by=BUILDER)
    decide_one_by_one()
    name_clocks(world)
    return world


def name_clocks(world: World) -> None:
    """Keep for each whole child the key of a clock that counts a local standard, and of a timescale and a measure."""
    found = ClockRow.objects.filter(tier=Tier.PRACTICE).values_list("child_id", "pk")
    clocks = dict(found.order_by("timescale", "pk"))
    for cell in world.cells.values():
        cell.facts |= {"timescale": "cp_visit", "measure": "FD9"}
        if cell.whole:
            cell.facts["clock"] = clocks[cell.child]


def decide_one_by_one() -> None:
    """Let whatever waits wait by itself, as if each child's had been recorded in a request of its own."""
    alone = sql.SQL(
        "UPDATE {table} SET recorded_together = -place FROM (SELECT ctid AS row, row_number() OVER () AS place"
        " FROM {table}) numbered WHERE {table}.ctid = numbered.row"
    )
    with connection.cursor() as cursor:
        for kind in (Waiting, OpenContact, NightWork):
            cursor.execute(alone.format(table=sql.Identifier(kind._meta.db_table)))


@action(permission=Permission.MANAGE_WORKFORCE, says="built a part of the world of the access tests")
def build_role(*, role: str, world: World, by: Acting) -> Work:
    """One practitioner, the people around them, and a child for each relationship and state."""
    teams = {name: Team(name=f"{role} {name}", kind=TeamKind.TEAM) for name in ("own", "other", "third", "duty")}
    service = Team(name=f"{role} service", kind=TeamKind.SERVICE)
    teams["empty"] = Team(name=f"{role} empty", kind=TeamKind.TEAM, within=service)
    people = [practitioner(f"{role} {name}") for name in ("self", "worker", "colleague", "neighbour")]
    me, worker, colleague, neighbour = people
    school = Agency(name=f"School of {role}", kind="school")
    staff = world.staff[role] = Staff(me, worker, colleague, neighbour, school, teams)
    yield from (service, *teams.values(), *people, school)
    yield post(me, teams["own"], role)
    yield post(worker, teams["other"], Role.SOCIAL_WORKER, manager=me)
    yield post(colleague, teams["third"], Role.TEAM_MANAGER)
    yield post(neighbour, teams["third"], Role.SOCIAL_WORKER)
    now = timezone.now()
    yield Duty(
        practitioner=me, team=teams["duty"], began=timezone.localdate(now), began_at=now - timedelta(hours=1),
        until=now + timedelta(hours=10),
    )  # fmt: skip
    for relationship in RELATIONSHIPS:
        for state in STATES:
            yield from child(world, role, relationship, state, staff)
    own = world.cells[role, "allocated", "open"]
    yield from (brother_or_sister(own, world.cells[role, "sibling_only", state]) for state in STATES)
    return None


def practitioner(name: str) -> Practitioner:
    """Somebody who works here."""
    address = name.replace(" ", ".") + "@matrix.test"
    return Practitioner(name=name, email=address, qualification=Qualification.REGISTERED, starts_on=LONG_AGO)


def post(who: Practitioner, team: Team, role: str, manager: Practitioner | None = None) -> Post:
    """Their role in a team."""
    return Post(practitioner=who, team=team, role=role, manager=manager, began=LONG_AGO)


def child(world: World, role: str, relationship: str, state: str, staff: Staff) -> Iterator[Any]:
    """One child with a token in everything written about them, in one relationship and one state."""
    born = {"expected_on": date(2027, 3, 1)} if state == "unborn" else {"birth_date": date(2014, 5, 6)}
    person = Person(**born)
    cell = Cell(role, relationship, state, person.pk, len(world.cells), whole=is_whole(role, relationship, state))
    person.given_names, person.family_name = f"Robin {cell.name_token}", "O'Canary"
    world.cells[role, relationship, state] = cell
    cell.facts |= {
        name: new_id()
        for name in ("opening", "draft", "cover", "duty", "kept_list", "delegation", "sitting", "service")
    }  # there are none unless made below
    cell.facts |= {
        "service_team": staff.teams["empty"].within_id,
        "empty_team": staff.teams["empty"].pk,  # which nobody works in or is held by
    }
    cell.facts |= {"team": staff.teams["own"].pk, "colleague": staff.colleague.pk, "worker": staff.worker.pk}
    ended = {"ended": date(2026, 1, 5), "end_reason": "Work finished"} if state == "closed" else {}
    yield person
    yield Child(person=person)
    for each in involvements(relationship, staff):
        part = Involvement(child_id=person.pk, began=LONG_AGO, reason=f"Reason {cell.token}", **{**ended, **each})
        cell.facts["involvement"] = part.pk
        yield part
    yield from walls(cell, staff)
    yield from content(cell, staff)


def is_whole(role: str, relationship: str, state: str) -> bool:
    """Whom other tests write about, one's own children and strangers; and half of the others, other ones each role."""
    turn = Role.values.index(role) + RELATIONSHIPS.index(relationship) + STATES.index(state)
    written_about = relationship in WRITTEN_ABOUT and state in WRITABLE
    always = relationship in ALWAYS or (role, state) == NIGHT_WAITS
    return EVERYTHING or always or written_about or turn % 2 == 0


def involvements(relationship: str, staff: Staff) -> list[dict[str, Any]]:
    """The recorded reasons to work with the child that make the relationship."""
    held = {"kind": "holding_team", "team": staff.teams[HELD_BY.get(relationship, "third")], "priority": "medium"}
    mine = {
        "allocated": {"kind": "allocated_worker", "practitioner": staff.me},
        "co_worker": {"kind": "co_worker", "practitioner": staff.me},
        "manager_line": {"kind": "allocated_worker", "practitioner": staff.worker},
        "former_worker": {
            "kind": "allocated_worker", "practitioner": staff.me, "ended": date(2026, 3, 2), "end_reason": "Moved team",
        },
        "chair": {"kind": "chair", "practitioner": staff.me},
        "audit_sample": {"kind": "audit_sample", "practitioner": staff.me},
        "inspection_sample": {"kind": "inspection_sample", "practitioner": staff.me},
    }.get(relationship, {"kind": "allocated_worker", "practitioner": staff.colleague})  # fmt: skip
    return [held, mine]
