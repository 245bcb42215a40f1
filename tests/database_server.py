"""A pytest plugin: the database server of a test run, ready before Django reads its settings.

Tests connect as the owner, who may SET ROLE to the web, jobs and backup roles. Without a DATABASE_OWNER_URL an embedded
server in its own data folder is started; it is stopped at the end by the run that started it.
"""

import os

import pytest

from sightline.config.database.cluster import Cluster
from sightline.config.database.environment import addresses_are_given, ensure_addresses
from sightline.config.database.launcher import find

STARTED = pytest.StashKey[Cluster]()


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sightline.config.settings")
    os.environ["SIGHTLINE_MODE"] = "test"
    os.environ["SIGHTLINE_PROCESS"] = "owner"
    if addresses_are_given():
        return
    was_running = find("test").answers()
    cluster = ensure_addresses("test")
    if cluster is not None and not was_running:
        early_config.stash[STARTED] = cluster


def pytest_unconfigure(config: pytest.Config) -> None:
    if cluster := config.stash.get(STARTED, None):
        cluster.stop()
