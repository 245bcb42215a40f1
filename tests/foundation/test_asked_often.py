"""Questions whose SQL is made once: they answer as the same question made anew, whatever they are asked with."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from sightline.foundation.asked_often import asked_often
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.meetings.queries import arranged_about
from sightline.foundation.timescales.queries import clocks_of, clocks_running
from sightline.foundation.timescales.rules import OPEN, State
from sightline.foundation.workforce.models import Involvement
from tests.builders.child_protection import strategy_discussion
from tests.builders.people import child, restricted, worker_of
from tests.builders.workforce import as_builder, practitioner
from tests.conftest import as_web

pytestmark = pytest.mark.django_db


@asked_often
def involvements(of: UUID) -> QuerySet[Involvement]:
    """Who works with a child, by name."""
    return Involvement.objects.current().filter(child=of).select_related("practitioner").order_by("id")


def test_it_answers_for_whoever_it_is_asked_about_in_one_question() -> None:
    tia, leo = child(), child("Leo")
    workers = {each.pk: worker_of(each) for each in (tia, leo)}
    with as_builder():
        for of, worker in workers.items():
            with CaptureQueriesContext(connection) as asked:
                found = involvements(of)
                names = {str(each.practitioner) for each in found if each.practitioner_id}
            assert (names, {each.child_id for each in found}) == ({worker.name}, {of})
            assert len(asked) == 1
        assert involvements(of=UUID(int=0)) == []


def test_row_level_security_answers_each_request_for_itself() -> None:
    tia = child()
    worker = worker_of(tia)
    plain = Involvement.objects.current().filter(child=tia.pk)
    with as_web(worker):
        assert involvements(tia.pk) == list(plain)
    restricted(tia)
    with as_web(practitioner()):
        assert involvements(tia.pk) == list(plain.all()) == []


@pytest.mark.parametrize("days", [0, 3, 400])
def test_clocks_run_on_each_day_as_the_question_made_anew_says(days: int) -> None:
    tia, day = child(), london_today() + timedelta(days=days)
    strategy_discussion([tia.pk], decision="begin_enquiries", on=date(2026, 1, 5))
    with as_builder():
        anew = clocks_of([tia.pk], day).filter(state__in=(*OPEN, State.BLOCKED_MISSING_DATA))
        assert [(each.pk, each.state) for each in clocks_running(tia.pk, day)] == [
            (each.pk, each.state) for each in anew
        ]


def test_a_value_in_a_list_is_replaced_too() -> None:
    with as_builder():
        assert arranged_about(child().pk) == []


def test_a_question_that_looks_at_its_arguments_is_refused() -> None:
    @asked_often
    def later(of: UUID, day: date) -> QuerySet[Any]:
        return Involvement.objects.filter(child=of, began=day + timedelta(days=1))

    with as_builder(), pytest.raises(TypeError, match="day"):
        later(child().pk, date(2026, 1, 5))
