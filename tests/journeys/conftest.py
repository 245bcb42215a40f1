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

from sightline.config.database.addresses import ADDRESS_OF_PROCESS

PATIENCE = 120  # seconds for the demonstration to be built and served
Journey = Callable[[str], Any]


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demonstration authority of its own, built and served by the command of the README."""
    state = Path(tmp_path_factory.mktemp("demonstration"))
    told = {name: value for name, value in os.environ.items() if name not in ADDRESS_OF_PROCESS.values()}
    told |= {"SIGHTLINE_STATE": str(state), "SIGHTLINE_MODE": "demonstration", "SIGHTLINE_PROCESS": "web"}
    port, log = free_port(), (state / "served.log").open("w")
    state.chmod(0o755)
    command = [sys.executable, "-m", "sightline.config.console", "demo", "--port", str(port)]
    served = subprocess.Popen(command, env=told, stdout=log, stderr=subprocess.STDOUT)
    try:
        wait_until_ready(served, f"http://127.0.0.1:{port}/health/ready", state / "served.log")
        yield f"http://127.0.0.1:{port}"
    finally:
        served.terminate()
        served.wait(30)


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
    """Sign in as a person does, reading the code from the page as a newcomer would."""
    page.get_by_label("Email").fill(f"{account}@eastmere.example")
    shown = page.locator("details", has_text="Sign-ins of the demonstration")
    page.get_by_label("Password", exact=True).fill(shown.locator("strong").first.inner_text())
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.locator("input[name=code]").fill(shown.locator("strong").nth(1).inner_text())
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("link", name="My work").first.wait_for()
