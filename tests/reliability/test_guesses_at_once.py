"""Many guesses at once are weighed one by one: together no more than ten an hour for one account."""

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from sightline.foundation.workforce.models import Practitioner
from tests.builders.workforce import practitioner
from tests.reliability.databases import CommittedDatabase

GUESSES, AT_ONCE = 40, 8


def guess(number: int, email: str) -> int:
    """The status that one wrong guess is answered with, over a connection of its own."""
    try:
        return Client().post("/sign-in/", {"login": email, "password": f"guess {number}"}).status_code
    finally:
        connection.close()


def test_guesses_that_come_together_are_weighed_one_by_one(
    committed_database: CommittedDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    with committed_database.process("owner"):
        them = practitioner(password="a long walk by the sea")
    weighed: list[str] = []

    def slowly(self: Any, raw: str | None) -> bool:
        weighed.append(str(raw))
        time.sleep(0.05)
        return False

    monkeypatch.setattr(Practitioner, "check_password", slowly)
    with committed_database.process("web"), ThreadPoolExecutor(AT_ONCE) as threads:
        answers = list(threads.map(lambda number: guess(number, them.email), range(GUESSES)))
    assert set(answers) == {200}
    assert len(weighed) == 10
