"""Fixtures for tests that need committed transactions, real logins and somebody to write about."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from sightline.config.database.launcher import find
from tests.reliability.databases import CommittedDatabase, Outside, clone
from tests.reliability.recording import Scene, set_scene


@pytest.fixture(scope="session")
def migrated_template(
    django_db_setup: None, django_db_blocker: Any, django_db_keepdb: bool
) -> Iterator[CommittedDatabase]:
    """The migrated test database, kept as a template to which nobody connects."""
    cluster = find("test")
    if not cluster.answers():
        pytest.skip("needs the embedded server: these tests make databases as its superuser")
    with django_db_blocker.unblock():
        only_here = no_other_test_uses_a_database()
        if only_here:
            connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False, keepdb=django_db_keepdb)
        name = connection.settings_dict["NAME"]
        connection.close()
    template = clone(cluster, name)
    yield template
    template.drop()
    if only_here and not django_db_keepdb:
        with django_db_blocker.unblock():
            connection.creation.destroy_test_db(settings.DATABASES["default"]["NAME"], verbosity=0)


def no_other_test_uses_a_database() -> bool:
    """Whether pytest-django made no test database, as it does when no collected test asks for its own fixtures."""
    return connection.settings_dict["NAME"] != settings.DATABASES["default"]["TEST"]["NAME"]


@pytest.fixture
def committed_database(migrated_template: CommittedDatabase, django_db_blocker: Any) -> Iterator[CommittedDatabase]:
    """A database of its own for one test: real commits, a real login for each role, dropped afterwards."""
    database = migrated_template.clone()
    with django_db_blocker.unblock():
        yield database
        connection.close()
    database.drop()


@pytest.fixture(scope="session")
def peopled_template(migrated_template: CommittedDatabase, django_db_blocker: Any) -> Iterator[tuple[Any, Scene]]:
    """A template in which two children, their notes and a practitioner are recorded."""
    database = migrated_template.clone()
    with django_db_blocker.unblock(), database.process("jobs"):
        scene = set_scene()
    yield database, scene
    database.drop()


@pytest.fixture
def peopled_database(peopled_template: tuple[CommittedDatabase, Scene], django_db_blocker: Any) -> Iterator[Any]:
    """A database of its own for one test, with two children whom somebody has recorded things about."""
    database = peopled_template[0].clone()
    with django_db_blocker.unblock():
        yield database
        connection.close()
    database.drop()


@pytest.fixture(scope="module")
def refusing_database(peopled_template: tuple[CommittedDatabase, Scene]) -> Iterator[CommittedDatabase]:
    """A peopled database for the tests of one module that change nothing, because what they try is refused."""
    database = peopled_template[0].clone()
    yield database
    database.drop()


@pytest.fixture(scope="session")
def scene(peopled_template: tuple[CommittedDatabase, Scene]) -> Scene:
    """Who and what is recorded in `peopled_database`."""
    return peopled_template[1]


@pytest.fixture
def outside(tmp_path: Path, settings: Any) -> Outside:
    """The key and the file of heads of this test, which every seal in it uses."""
    settings.SEAL_HEAD_FILE, settings.SEAL_KEY_FILE = tmp_path / "heads.jsonl", tmp_path / "key"
    return Outside(settings.SEAL_HEAD_FILE, settings.SEAL_KEY_FILE)
