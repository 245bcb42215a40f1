"""The demonstration, served as a newcomer would serve it, and browsers signed in to it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from sightline.config.database.addresses import ADDRESS_OF_PROCESS

PATIENCE = 120  # seconds for the demonstration to be built and served
expect.set_options(timeout=15_000)  # milliseconds until a page must show something, on a busy machine
Journey = Callable[..., Any]


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path | None:
    """Where the demonstration of these tests keeps its database; nothing where one is served already."""
    return None if os.environ.get("SIGHTLINE_SITE") else Path(tmp_path_factory.mktemp("demonstration"))


@pytest.fixture(scope="session")
def site(state: Path | None) -> Iterator[str]:
    """The address of a demonstration, built and served by the command of the README; or the one in $SIGHTLINE_SITE."""
    if state is None:
        yield os.environ["SIGHTLINE_SITE"]
        return
    told = {name: value for name, value in os.environ.items() if name not in ADDRESS_OF_PROCESS.values()}
    told |= {"SIGHTLINE_STATE": str(state), "SIGHTLINE_MODE": "demonstration", "SIGHTLINE_PROCESS": "web"}
    port, written = free_port(), state / "served.log"
    state.chmod(0o755)
    command = [sys.executable, "-m", "sightline.config.console", "demo", "--port", str(port)]
    with written.open("w") as log, subprocess.Popen(command, env=told, stdout=log, stderr=subprocess.STDOUT) as served:
        try:
            wait_until_ready(served, f"http://127.0.0.1:{port}/health/ready", written)
            yield f"http://127.0.0.1:{port}"
        finally:
            served.terminate()


def wait_until_ready(served: "subprocess.Popen[bytes]", address: str, log: Path) -> None:
    """Wait for the demonstration; what it printed is shown when it does not come."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and served.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"The demonstration was not served:\n{log.read_text()}")


@pytest.fixture(scope="session")
def remembered() -> dict[str, Any]:
    """What browsers remember of each account that has signed in."""
    return {}


@pytest.fixture
def signed_in(site: str, browser: Any, remembered: dict[str, Any]) -> Iterator[Journey]:
    """A page signed in as one of the demonstration's accounts, by password and one-time code."""
    contexts: list[Any] = []

    def begin(account: str, **options: Any) -> Any:
        context = browser.new_context(base_url=site, storage_state=remembered.get(account), **options)
        contexts.append(context)
        page = context.new_page()
        page.goto("/")
        if account not in remembered:
            give_password_and_code(page, account)
            remembered[account] = context.storage_state()
        return page

    yield begin
    for context in contexts:
        context.close()


def give_password_and_code(page: Any, account: str) -> None:
    """Sign in as a person does, reading password and code from the page as a newcomer would."""
    page.get_by_label("Email address").fill(f"{account}@eastmere.example")
    page.get_by_label("Password", exact=True).fill(page.locator("details strong").first.inner_text())
    page.get_by_role("button", name="Sign in", exact=True).click()
    give_code(page)


def give_code(page: Any) -> None:
    """Give the one-time code; where this one was used already, wait for the next, since a wrong try counts."""
    code, now = page.get_by_label("Code from your app"), page.locator("details strong").nth(1)
    for _ in range(3):
        given = now.inner_text()
        code.fill(given)
        with page.expect_navigation():
            page.get_by_role("button", name="Continue").click()
        if not code.count():
            return
        while now.inner_text() == given:
            page.wait_for_timeout(1000)
            page.goto(page.url)
    pytest.fail("No one-time code was taken.")
