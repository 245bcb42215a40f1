"""Who works at the desk of these tests."""

import time
from dataclasses import dataclass
from typing import Any

import pytest

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce import actions, queries
from tests.builders.child_protection import Family, family
from tests.builders.workforce import BUILDER, as_builder, practitioner


@pytest.fixture
def desk(client_of: Any) -> Any:
    """A team with a manager and a worker."""

    class Desk:
        manager = practitioner(role="team_manager", name="Mina Manager")
        worker = practitioner(team=manager.team, manager=manager, name="Will Worker")
        head = practitioner(role="service_manager", team=None, name="Sam Service")

    with as_builder():
        service = queries.team(Desk.manager.team.within_id)
        actions.change_post(
            practitioner_id=Desk.head.pk, role="service_manager", team_id=service.pk, manager_id=None,
            on=london_today(), by=BUILDER,
        )  # fmt: skip
    Desk.client_of = staticmethod(client_of)
    return Desk


@pytest.fixture
def administrator(client_of: Any, db: None) -> Any:
    """A user administrator who has just shown who they are."""
    client = client_of(practitioner(role="user_administrator"))
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": time.time()}]
    session.save()
    return client


@dataclass(frozen=True)
class Teams:
    """Another team with a manager and a worker, and the service it stands in."""

    team: Any
    manager: Any
    worker: Any
    service: Any


@pytest.fixture
def home(db: None) -> Family:
    """Brothers and sisters who are held by one team and allocated to one worker."""
    return family(3)


@pytest.fixture
def other(db: None) -> Teams:
    """A team that may be asked to take them over."""
    manager = practitioner(role="team_manager")
    with as_builder():
        service = queries.team(manager.team.within_id)  # type: ignore[attr-defined]
    return Teams(manager.team, manager, practitioner(team=manager.team, manager=manager), service)  # type: ignore[attr-defined]
