"""A pytest plugin: which tests stay together when several processes share them.

Tests that share something dear to make (a world of records, a served demonstration, a template of a database) go to one
process; otherwise those of one file do. The dearest come first, so that no process ends long after the others.
"""

from pathlib import Path

import pytest

TOGETHER = ("architecture/matrix", "journeys", "reliability")  # folders of tests, the dearest first
TESTS = Path(__file__).parent


def group(path: Path) -> str:
    """The folder that is dear to make something for, else the file itself."""
    name = path.relative_to(TESTS).as_posix()
    return next((folder for folder in TOGETHER if name.startswith(f"{folder}/")), name)


def dearness(item: pytest.Item) -> int:
    """The place of its group among those that are dear."""
    name = group(item.path)
    return TOGETHER.index(name) if name in TOGETHER else len(TOGETHER)


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not hasattr(config, "workerinput"):  # one process runs everything
        return
    items.sort(key=dearness)
    for item in items:
        item.add_marker(pytest.mark.xdist_group(group(item.path)))
