"""Teams, practitioners and their work with children, made through the real actions.

manager = practitioner(role="team_manager")
worker = practitioner(team=manager.team, manager=manager)
involve(child, practitioner=worker)                       # holding team and allocated worker
involve(child, kind="co_worker", practitioner=other)
involve(child, kind="holding_team", team=team())          # waiting, with no worker
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count
from typing import Any
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import connection

from sightline.foundation.facts import Source, system
from sightline.foundation.workforce import actions, queries
from sightline.foundation.workforce.models import Involvement, Practitioner, Team

BUILDER = system("tests", Source.DEMO)
LONG_AGO, BEGAN = date(2020, 1, 6), date(2026, 1, 5)
NUMBERS = count(1)
GIVEN = ("Amina", "Ben", "Carys", "Dev", "Esther", "Farid", "Grace", "Hamza", "Ines", "Jo", "Kofi", "Leila")
FAMILY = ("Yusuf", "Bell", "Pryce", "Patel", "Okafor", "Rahman", "Lindqvist", "Osei", "Duarte", "Marsh", "Mensah")


@contextmanager
def as_builder() -> Iterator[None]:
    """Run as the role of jobs, which sees every row, and go back to the role from before."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        before = cursor.fetchone()[0]
        cursor.execute("SET ROLE sightline_jobs")
    try:
        yield
    finally:
        if not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute(f"SET ROLE {before}")


def made(recorded: Any) -> UUID:
    """The key of what an action made."""
    assert recorded.result is not None
    return recorded.result


def team(name: str = "", kind: str = "team", within: Team | None = None) -> Team:
    """A team; in a service and an authority of its own unless told where."""
    number = next(NUMBERS)
    with as_builder():
        if within is None and kind != "authority":
            within = team(kind="service" if kind == "team" else "authority")
        name = (
            name
            or f"{ {'team': 'Assessment team', 'service': 'Family service', 'authority': 'Authority'}[kind] } {number}"
        )
        key = made(actions.add_team(name=name, kind=kind, within_id=within and within.pk, by=BUILDER))
        return queries.team(key)


def practitioner(
    role: str = "social_worker",
    team: Team | None = None,
    *,
    name: str = "",
    email: str = "",
    manager: Practitioner | None = None,
    qualification: str = "registered",
    starts_on: date = LONG_AGO,
    ends_on: date | None = None,
    password: str = "",
    **more: Any,
) -> Practitioner:
    """Somebody in a post; `.team` is their team. With a password they can sign in by it."""
    number = next(NUMBERS)
    name = name or f"{GIVEN[number % len(GIVEN)]} {FAMILY[number % len(FAMILY)]}"
    home = team or globals()["team"]()
    with as_builder():
        key = made(
            actions.add_practitioner(
                name=name,
                email=email or f"{role.replace('_', '.')}.{number}@eastmere.example",
                qualification=qualification,
                starts_on=starts_on,
                ends_on=ends_on,
                role=role,
                team_id=home.pk,
                manager_id=manager and manager.pk,
                by=BUILDER,
                **more,
            )
        )
        found = queries.practitioner(key)
        if password:
            encoded = make_password(password)
            actions.choose_password(practitioner_id=key, version=found.version, encoded=encoded, by=BUILDER)
            found.refresh_from_db()
    found.team = home  # type: ignore[attr-defined]
    found.role = role  # type: ignore[attr-defined]
    return found


def involve(
    child: Any,
    kind: str = "allocated_worker",
    practitioner: Practitioner | None = None,
    team: Team | None = None,
    *,
    on: date = BEGAN,
    priority: str = "medium",
    reason: str = "Set up for a test",
) -> Involvement:
    """A relationship with a child (a child, a person or a key); a worker's team holds the child if none does yet."""
    child_id = getattr(child, "pk", child)
    with as_builder():
        if team is None and kind == "allocated_worker" and practitioner is not None:
            home = queries.team_of(practitioner.pk, on)
            team = queries.team(home) if home else None
        if kind == "holding_team" or (kind == "allocated_worker" and queries.holding_team(child_id) is None):
            assert team is not None
            placed = actions.place_with_team(
                child_id=child_id, team_id=team.pk, priority=priority, reason=reason, on=on, by=BUILDER
            )
            if kind == "holding_team":
                return queries.involvement(made(placed))
        assert practitioner is not None
        if kind == "allocated_worker":
            key = made(actions.allocate(child_id=child_id, practitioner_id=practitioner.pk, on=on, by=BUILDER))
        else:
            part = {"child_id": child_id, "practitioner_id": practitioner.pk, "kind": kind, "reason": reason, "on": on}
            key = made(actions.involve(**part, by=BUILDER))
        return queries.involvement(key)
