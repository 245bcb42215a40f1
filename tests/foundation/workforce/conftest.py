"""Who works at the desk of these tests."""

import time
from typing import Any

import pytest

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce import actions, queries
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
