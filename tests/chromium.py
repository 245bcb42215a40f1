"""A pytest plugin: finds the browser, and leaves browser tests out when there is none.

SIGHTLINE_REQUIRE_BROWSER=1 makes a missing browser a failure.
"""

import os
import shutil
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SWITCHES = [
    "--no-sandbox",  # Chromium refuses its sandbox as root
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DRIVES_A_BROWSER = {"page", "browser", "context", "new_context", "browser_type"}
NO_BROWSER = "There is no browser. Install Chromium, or name it in $CHROMIUM."


def executable() -> str | None:
    """The browser that $CHROMIUM names, else the one on the PATH."""
    named = os.environ.get("CHROMIUM")
    return named or next((found for name in NAMES if (found := shutil.which(name))), None)


class Launching:
    """Registered late, so that it goes before what pytest-playwright says of itself."""

    @pytest.fixture(scope="session")
    def browser_type_launch_args(self, browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
        return {**browser_type_launch_args, "executable_path": executable(), "args": SWITCHES}


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Launching())
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright runs an event loop in the tests' thread
    if os.environ.get("SIGHTLINE_REQUIRE_BROWSER") == "1" and executable() is None:
        raise pytest.UsageError("SIGHTLINE_REQUIRE_BROWSER is set, but there is no Chromium on this machine.")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if DRIVES_A_BROWSER & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")
    if executable() is None:
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason=NO_BROWSER))
