"""A pytest plugin: the database server of a test run, ready before Django reads its settings.

Tests connect as the owner, who may SET ROLE to the web, jobs and backup roles. Without a DATABASE_OWNER_URL an embedded
server in its own data folder is started; it is stopped at the end by the run that started it. Processes that share the
tests out have a server each: what one of them leaves open would keep the seal of another waiting.
"""

import os

import pytest

from sightline.config.database.addresses import ADDRESS_OF_PROCESS
from sightline.config.database.cluster import Cluster
from sightline.config.database.environment import addresses_are_given, ensure_addresses
from sightline.config.database.launcher import find, state_folder

STARTED = pytest.StashKey[Cluster]()
MADE_HERE = "SIGHTLINE_TESTS_SERVER"  # tells the processes that share the tests out whose the addresses are


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sightline.config.settings")
    os.environ["SIGHTLINE_MODE"] = "test"
    os.environ["SIGHTLINE_PROCESS"] = "owner"
    if worker := os.environ.get("PYTEST_XDIST_WORKER"):
        leave_the_first_server(worker)
    if addresses_are_given():
        return
    was_running = find("test").answers()
    cluster = ensure_addresses("test")
    if cluster is not None:
        os.environ[MADE_HERE] = "1"
    if cluster is not None and not was_running:
        early_config.stash[STARTED] = cluster


def leave_the_first_server(worker: str) -> None:
    """Forget the server of the process that shares the tests out, unless it was given by whoever runs the tests."""
    if os.environ.pop(MADE_HERE, None):
        for variable in ADDRESS_OF_PROCESS.values():
            os.environ.pop(variable, None)
        os.environ["SIGHTLINE_STATE"] = str(state_folder() / worker)


def pytest_unconfigure(config: pytest.Config) -> None:
    if cluster := config.stash.get(STARTED, None):
        cluster.stop()
