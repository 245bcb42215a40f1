"""A made-up authority in which every role stands in every relationship to a child in every state, each with a token."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from sightline.foundation.access.models import Exclusion, NamedReader, Opening, Restriction, Seal
from sightline.foundation.access.rules import OpeningKind, OpeningReason, Permission, RestrictionCategory, may
from sightline.foundation.children.models import Child, Person
from sightline.foundation.door import Work, action
from sightline.foundation.facts import Acting, Source, system
from sightline.foundation.workforce.models import Duty, Involvement, Post, Practitioner, Team
from sightline.foundation.workforce.rules import Qualification, Role, TeamKind
from tests.architecture.matrix.expectations import RELATIONSHIPS, STATES

BUILDER = system("tests of access", Source.DEMO)
LONG_AGO = date(2020, 1, 6)


@dataclass
class Cell:
    """One child, seen from one practitioner."""

    role: str
    relationship: str
    state: str
    child: UUID
    token: str
    facts: dict[str, UUID] = field(default_factory=dict)


@dataclass
class World:
    """Practitioners by role, and the children each of them stands in some relationship to."""

    practitioners: dict[str, Practitioner] = field(default_factory=dict)
    cells: dict[tuple[str, str, str], Cell] = field(default_factory=dict)

    def owner(self, token: str) -> Cell:
        """The child whose token this is."""
        return self.by_token()[token]

    def by_token(self) -> dict[str, Cell]:
        """Children by token."""
        return {cell.token: cell for cell in self.cells.values()}


def build() -> World:
    """Everybody and everything, written through the door in one action for each role."""
    world = World()
    for role in Role.values:
        build_role(role=role, world=world, by=BUILDER)
    return world


@action(permission=Permission.MANAGE_WORKFORCE, says="built a part of the world of the access tests")
def build_role(*, role: str, world: World, by: Acting) -> Work:
    """One practitioner, the people around them, and a child for each relationship and state."""
    teams = {name: Team(name=f"{role} {name}", kind=TeamKind.TEAM) for name in ("own", "other", "third", "duty")}
    yield from teams.values()
    me, worker, colleague = (practitioner(f"{role} {name}") for name in ("self", "worker", "colleague"))
    yield from (me, worker, colleague)
    yield post(me, teams["own"], role)
    yield post(worker, teams["other"], Role.SOCIAL_WORKER, manager=me)
    yield post(colleague, teams["third"], Role.TEAM_MANAGER)
    now = timezone.now()
    yield Duty(
        practitioner=me, team=teams["duty"], began=timezone.localdate(now), began_at=now - timedelta(hours=1),
        until=now + timedelta(hours=10),
    )  # fmt: skip
    world.practitioners[role] = me
    for relationship in RELATIONSHIPS:
        for state in STATES:
            yield from child(world, role, relationship, state, teams, me, worker, colleague)
    return None


def practitioner(name: str) -> Practitioner:
    """Somebody who works here."""
    address = name.replace(" ", ".") + "@matrix.test"
    return Practitioner(name=name, email=address, qualification=Qualification.REGISTERED, starts_on=LONG_AGO)


def post(who: Practitioner, team: Team, role: str, manager: Practitioner | None = None) -> Post:
    """Their role in a team."""
    return Post(practitioner=who, team=team, role=role, manager=manager, began=LONG_AGO)


def child(
    world: World, role: str, relationship: str, state: str, teams: dict[str, Team], *people: Practitioner
) -> Iterator[Any]:
    """One child with a token in everything written about them, in one relationship and one state."""
    token = f"QX{len(world.cells):05d}XQ"
    born = {"expected_on": date(2027, 3, 1)} if state == "unborn" else {"birth_date": date(2014, 5, 6)}
    person = Person(given_names=f"Robin {token}", family_name="O'Canary", **born)
    cell = Cell(role, relationship, state, person.pk, token)
    world.cells[role, relationship, state] = cell
    yield person
    yield Child(person=person)
    ended = {"ended": date(2026, 1, 5), "end_reason": "Work finished"} if state == "closed" else {}
    yield from (
        Involvement(child_id=person.pk, began=LONG_AGO, **{**ended, **each})
        for each in involvements(relationship, teams, *people)
    )
    yield from walls(person, role, state, people[0], people[2])
    from tests.architecture.matrix.content import content

    yield from content(cell)


def involvements(
    relationship: str, teams: dict[str, Team], me: Practitioner, worker: Practitioner, colleague: Practitioner
) -> list[dict[str, Any]]:
    """The recorded reasons to work with the child that make the relationship."""
    holding = {"same_team": teams["own"], "duty_on_shift": teams["duty"], "manager_line": teams["other"]}
    held = {"kind": "holding_team", "team": holding.get(relationship, teams["third"])}
    mine = {
        "allocated": {"kind": "allocated_worker", "practitioner": me},
        "co_worker": {"kind": "co_worker", "practitioner": me},
        "manager_line": {"kind": "allocated_worker", "practitioner": worker},
        "former_worker": {
            "kind": "allocated_worker", "practitioner": me, "ended": date(2026, 3, 2), "end_reason": "Moved team",
        },
        "chair": {"kind": "chair", "practitioner": me},
        "audit_sample": {"kind": "audit_sample", "practitioner": me},
        "inspection_sample": {"kind": "inspection_sample", "practitioner": me},
    }.get(relationship, {"kind": "allocated_worker", "practitioner": colleague})  # fmt: skip
    return [held, mine]


def walls(person: Person, role: str, state: str, me: Practitioner, colleague: Practitioner) -> Iterator[Any]:
    """Exclusions, restrictions, seals and openings that make the state."""
    if state == "excluded":
        yield Exclusion(person=person, practitioner=me, reason="Own family", began=LONG_AGO)
    if state == "sealed":
        yield Seal(person=person, reason="Adoption order", began=LONG_AGO)
    if state in ("restricted_named", "restricted_not_named", "glass_broken"):
        yield Restriction(
            person=person, category=RestrictionCategory.HIGH_RISK, reason="Threats", asked_by="The director",
            began=LONG_AGO, review_by=date(2027, 1, 4),
        )  # fmt: skip
        yield NamedReader(person=person, practitioner=me if state == "restricted_named" else colleague, began=LONG_AGO)
    if state == "glass_broken" and may(role, Permission.BREAK_GLASS):
        now = timezone.now()
        yield Opening(
            person=person, practitioner=me, kind=OpeningKind.BREAK_GLASS, reason_code=OpeningReason.IMMEDIATE_RISK,
            reason="A child may be at risk tonight", happened=timezone.localdate(now), happened_at=now,
            until=now + timedelta(hours=11),
        )  # fmt: skip
