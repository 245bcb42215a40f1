"""A pytest plugin: which tests stay together when several processes share them.

Tests that share something dear to make (a world of records, a served demonstration, a template of a database) go to one
process; otherwise those of one file do. The dearest come first, so that no process ends long after the others.
"""

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/architecture/matrix/", "tests/journeys/", "tests/reliability/")  # the dearest first


def group(name: str) -> str:
    """The folder that is dear to make something for, else the file itself."""
    return next((folder for folder in TOGETHER if name.startswith(folder)), name.split("::")[0])


def dearness(item: pytest.Item) -> int:
    """The place of its folder among those that are dear."""
    folder = group(item.nodeid)
    return TOGETHER.index(folder) if folder in TOGETHER else len(TOGETHER)


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
        items.sort(key=dearness)
