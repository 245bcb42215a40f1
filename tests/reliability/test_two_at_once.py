"""Two people do the same in one moment, each over a connection of their own: one of them is told, in plain words."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction

from sightline.foundation.audit_trail import recorder
from sightline.foundation.door import Refusal
from sightline.foundation.facts import Acting
from sightline.foundation.workforce import actions
from sightline.foundation.workforce.models import Cover
from tests.builders import workforce
from tests.builders.documents import person
from tests.reliability.databases import CommittedDatabase

pytestmark = pytest.mark.database
DAYS = {"began": date(2026, 12, 1), "until": date(2026, 12, 5)}


def acting(them: Any) -> Acting:
    return Acting(practitioner_id=them.pk, name=them.name, role=them.role, team_id=them.team.pk, request_key=uuid4())


def both(does: Callable[[Any], Any], *people: Any, opens: Any = ()) -> list[str]:
    """What each of these people is told who do this in one moment; nothing where it was recorded."""
    begin = Barrier(len(people))

    def one(somebody: Any) -> str:
        try:
            with transaction.atomic():
                recorder.begin(actor=somebody.pk, session="test", request=uuid4(), route="/test/")
                recorder.open_records(list(opens), basis="test")
                begin.wait()
                does(acting(somebody))
        except Refusal as refused:
            return str(refused)
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(people)) as threads:
        return sorted(threads.map(one, people))


def test_two_managers_who_arrange_cover_and_who_place_a_child(committed_database: CommittedDatabase) -> None:
    with committed_database.process("jobs"):
        managers = [workforce.practitioner(role="team_manager") for _ in range(2)]
        away, one, other = (workforce.practitioner() for _ in range(3))
        cover = dict(zip([each.pk for each in managers], (one.pk, other.pk), strict=True))
        child = person()
    with committed_database.process("web"):
        asked = {"practitioner_id": away.pk, "reason": "leave", **DAYS}
        arranged = both(
            lambda by: actions.arrange_cover(covered_by_id=cover[by.practitioner_id], by=by, **asked), *managers
        )
        place = {"child_id": child, "team_id": managers[0].team.pk, "priority": "high", "on": date(2026, 11, 2)}
        placed = both(lambda by: actions.place_with_team(by=by, **place), *managers, opens=[child])
    assert arranged[0] == ""
    assert "already arranged" in arranged[1]
    assert placed[0] == ""
    assert placed[1].startswith(("A team already holds", "This cannot be recorded: one team holds"))
    with committed_database.process("jobs"):
        assert Cover.objects.count() == 1
