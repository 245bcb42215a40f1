"""A pytest plugin: which tests stay together when several processes share them.

Tests that share something dear to make (a world of records, a served demonstration) go to one process; otherwise those
of one file do. The longest come first, so that no process ends long after the others.
"""

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/architecture/matrix/", "tests/journeys/")
LONGEST_FIRST = (*TOGETHER, "tests/reliability/")


def group(name: str) -> str:
    """The folder that shares something dear, else the file itself."""
    return next((folder for folder in TOGETHER if name.startswith(folder)), name.split("::")[0])


def place(item: pytest.Item) -> int:
    """The place of its folder among those that take longest."""
    return next((at for at, folder in enumerate(LONGEST_FIRST) if item.nodeid.startswith(folder)), len(LONGEST_FIRST))


class KeepingTogether(LoadScopeScheduling):
    """Hands out whole groups, in the order in which they were collected."""

    def _split_scope(self, nodeid: str) -> str:
        return group(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> KeepingTogether:
    return KeepingTogether(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if hasattr(config, "workerinput"):  # else one process runs everything, in the order of the files
        items.sort(key=place)
