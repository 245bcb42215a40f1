"""The database roles as the embedded server has them, which is as `sightline database prepare` prints them."""

import pytest
from django.db import connection

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def answer(question: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


def test_tests_connect_as_the_owner() -> None:
    assert answer("SELECT current_user") == "sightline_owner"
