"""What was typed survives: races, lost connections, time-outs and a killed process; and each form takes effect once."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client

from sightline.foundation.documents import tickets
from tests.builders import workforce
from tests.builders.documents import person
from tests.foundation.documents.pages import Page
from tests.reliability.databases import CommittedDatabase

URLS = "tests.foundation.documents.forms_to_fill"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
pytestmark = [pytest.mark.urls(URLS), pytest.mark.database]


@pytest.fixture
def worker_and_child(committed_database: CommittedDatabase) -> tuple[Any, UUID]:
    with committed_database.process("jobs"):
        worker, child = workforce.practitioner(), person()
        workforce.involve(child, practitioner=worker)
    return worker, child


@pytest.fixture
def served(committed_database: CommittedDatabase) -> Iterator[None]:
    """Django logged in as the web role, as when it serves."""
    with committed_database.process("web"):
        yield


def signed_in(worker: Any) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(worker, backend=BACKEND)
    session = client.session
    session["account_authentication_methods"] = [{"method": "password"}, {"method": "mfa", "type": "totp"}]
    session["account_authentication_methods_user"] = str(worker.pk)
    session["name"] = "test"
    session.save()
    return client


def same_browser(client: Client) -> Client:
    copy = Client(raise_request_exception=False)
    copy.cookies = client.cookies
    return copy


@pytest.fixture
def opened(worker_and_child: tuple[Any, UUID], served: None) -> Page:
    worker, child = worker_and_child
    return Page(signed_in(worker), f"/test/{child}/note/")


def rows(database: CommittedDatabase, query: str) -> list[Any]:
    with database.superuser() as session:
        return session.execute(query).fetchall()


def names(database: CommittedDatabase) -> list[str]:
    found = rows(database, "SELECT given_names FROM children_person WHERE given_names <> 'Sam'")
    return [name for (name,) in found]


def typed(database: CommittedDatabase) -> list[Any]:
    return [data for (data,) in rows(database, "SELECT data FROM documents_draft ORDER BY started_at")]


@contextmanager
def together(number: int) -> Iterator[Callable[..., list[Any]]]:
    """Run the same call for several arguments at the same time, each with a connection of its own."""

    def call(function: Callable[[Any], Any], arguments: Any) -> list[Any]:
        def closing(argument: Any) -> Any:
            try:
                return function(argument)
            finally:
                connection.close()

        return list(pool.map(closing, arguments))

    with ThreadPoolExecutor(number) as pool:
        yield call


def test_eight_copies_of_one_request_have_one_effect_and_one_answer(
    opened: Page, committed_database: CommittedDatabase
) -> None:
    sent = opened.post(name="a moment", note="Text")
    with together(8) as call:
        answers = call(lambda _: same_browser(opened.client).post(opened.address, sent), range(8))
    assert {answer.status_code for answer in answers} == {302}
    assert len({answer["Location"] for answer in answers}) == 1
    assert names(committed_database) == ["a moment"]
    assert typed(committed_database) == []


def test_sixteen_pages_of_one_draft_lose_no_text(opened: Page, committed_database: CommittedDatabase) -> None:
    opened.save(name="Robin", note="begun")
    query = f"?draft={tickets.read(opened.draft).draft}"
    pages = [Page(same_browser(opened.client), opened.address + query) for _ in range(16)]
    with together(16) as call:
        answers = call(lambda each: each[1].save(name="Robin", note=f"text {each[0]}"), list(enumerate(pages)))
    codes = sorted(answer.status_code for answer in answers)
    assert codes == [200] + [409] * 15
    kept = {data["note"][0] for data in typed(committed_database)}
    assert kept == {f"text {number}" for number in range(16)}
    lost = next(answer for answer in answers if answer.status_code == 409).json()
    assert lost["theirs"]["note"] != lost["yours"]["note"]


def test_versions_of_a_draft_only_rise(opened: Page, committed_database: CommittedDatabase) -> None:
    versions = [opened.save(name=f"Robin {number}").json()["version"] for number in range(20)]
    assert versions == list(range(1, 21))
    assert typed(committed_database) == [{"name": ["Robin 19"]}]


def test_an_action_that_takes_too_long_is_refused_in_words_and_the_text_stays(
    opened: Page, committed_database: CommittedDatabase
) -> None:
    assert opened.send(name="out of time", note="Long text").status_code == 200
    assert "The service was busy, and nothing was recorded" in opened.html
    assert "Long text" in opened.html
    assert opened.send(name="Robin", note="Long text").status_code == 302
    assert names(committed_database) == ["Robin"]


@pytest.mark.parametrize("fault", ["cut", "fail"])
def test_a_fault_in_the_middle_keeps_the_text_and_sending_again_records_once(
    fault: str, opened: Page, committed_database: CommittedDatabase
) -> None:
    assert opened.send(name=fault, note="Long text").status_code >= 500
    assert names(committed_database) == []
    assert typed(committed_database) == [{"name": [fault], "note": ["Long text"]}]
    assert opened.send(name="Robin", note="Long text").status_code == 302
    assert names(committed_database) == ["Robin"]
    assert typed(committed_database) == []


KILLED = """
import django, os
django.setup()
from django.test import Client
from django.urls import set_urlconf
from django.conf import settings
settings.ROOT_URLCONF = os.environ["TEST_URLS"]
client = Client()
client.cookies[settings.SESSION_COOKIE_NAME] = os.environ["TEST_SESSION"]
sent = {"draft": os.environ["TEST_DRAFT"], "draft_version": "0", "name": "slow", "note": "Long text"}
client.post(os.environ["TEST_ADDRESS"], sent)
"""


def test_a_killed_process_leaves_the_text_and_nothing_half_done(
    opened: Page, committed_database: CommittedDatabase, settings: Any
) -> None:
    asked = {
        "DATABASE_URL": committed_database.url("sightline_web"),
        "SIGHTLINE_PROCESS": "web",
        "TEST_URLS": URLS,
        "TEST_SESSION": opened.client.cookies[settings.SESSION_COOKIE_NAME].value,
        "TEST_DRAFT": opened.draft,
        "TEST_ADDRESS": opened.address,
    }
    process = subprocess.Popen([sys.executable, "-c", KILLED], env={**os.environ, **asked}, stderr=subprocess.DEVNULL)
    try:
        wait_until_it_sleeps(committed_database, process)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert names(committed_database) == []
    assert typed(committed_database) == [{"name": ["slow"], "note": ["Long text"]}]
    again = Page(opened.client, f"{opened.address}?draft={tickets.read(opened.draft).draft}")
    assert "Long text" in again.html
    assert again.send(name="Robin", note="Long text").status_code == 302
    assert names(committed_database) == ["Robin"]


def wait_until_it_sleeps(database: CommittedDatabase, process: "subprocess.Popen[bytes]") -> None:
    """Return when the action of the other process is under way; fails after 30 seconds."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if rows(database, "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'"):
            return
        assert process.poll() is None, "the other process ended by itself"
        time.sleep(0.1)
    raise AssertionError("the other process never reached its action")


def test_what_somebody_else_holds_up_is_still_kept(opened: Page, committed_database: CommittedDatabase) -> None:
    """A lock on the child's record delays the action, never the draft."""
    with committed_database.superuser() as blocker:
        blocker.execute("LOCK TABLE children_person IN ACCESS EXCLUSIVE MODE")
        with together(1) as call:
            pool_answer: list[Any] = []
            sent = opened.post(name="Robin", note="Long text")
            waiting = ThreadPoolExecutor(1)
            future = waiting.submit(lambda: call(lambda _: same_browser(opened.client).post(opened.address, sent), [0]))
            until = time.monotonic() + 10
            while not typed(committed_database) and time.monotonic() < until:
                time.sleep(0.05)
            assert typed(committed_database) == [{"name": ["Robin"], "note": ["Long text"]}]
            blocker.rollback()
            pool_answer = future.result(timeout=30)
            waiting.shutdown()
    assert pool_answer[0].status_code == 302
    assert names(committed_database) == ["Robin"]
