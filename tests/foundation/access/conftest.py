"""A child with a worker and a manager, and others who have nothing to do with them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from tests.builders.documents import person
from tests.builders.workforce import involve, practitioner


@dataclass
class Scene:
    """One child and the people of these tests."""

    child: UUID
    worker: Any
    manager: Any
    stranger: Any
    duty: Any
    director: Any


@pytest.fixture
def scene(db: None) -> Scene:
    manager = practitioner(role="team_manager", name="Mara Manager")
    worker = practitioner(team=manager.team, manager=manager, name="Will Worker")
    child = person("Robin", "Canary")
    involve(child, practitioner=worker)
    others = {role: practitioner(role=role) for role in ("social_worker", "duty", "director")}
    return Scene(child, worker, manager, others["social_worker"], others["duty"], others["director"])
