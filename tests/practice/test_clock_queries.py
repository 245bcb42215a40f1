"""Clocks of very many children are counted in as many questions to the database as those of one."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.area import Reads, areas
from sightline.practice.court.actions import issue_care_proceedings, request_legal_gateway
from tests.builders.journey import assess, done, referred, with_plan
from tests.builders.workforce import as_builder

pytestmark = pytest.mark.django_db
FUNCTIONS = [reads for area in areas() for reads in area.clocks]
MOST = 9  # questions for one function


def named(reads: Reads) -> str:
    return f"{reads.clocks.__module__.split('.')[2]} {reads.clocks.__name__}"


def a_long_way() -> object:
    child = referred()
    assess(child, date(2026, 3, 27), authorised=date(2026, 4, 10))
    with_plan(date(2026, 4, 14), child)
    done(request_legal_gateway, child, on=date(2026, 4, 20), reasons="No change.")
    done(issue_care_proceedings, child, on=date(2026, 4, 27))
    return child


def questions(count: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as asked:
        count()
    return len(asked)


@pytest.mark.parametrize("reads", FUNCTIONS, ids=named)
def test_three_children_ask_no_more_than_one(reads: Reads, some: list[object]) -> None:
    with as_builder():
        for_one = questions(lambda: reads.clocks(some[:1]))  # type: ignore[arg-type]
        for_all = questions(lambda: reads.clocks(some))  # type: ignore[arg-type]
    assert for_all <= for_one <= MOST


@pytest.fixture
def some(db: None) -> list[object]:
    return [a_long_way() for _ in range(3)]
