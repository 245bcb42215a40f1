"""What boards know of each child is what the facts say, after every write and after reading everything again."""

from datetime import date, timedelta
from typing import Any

import pytest

from sightline.foundation.area import counted, marks
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.actions import record_death
from sightline.foundation.children.models import Person
from sightline.foundation.oversight import in_sight
from sightline.foundation.oversight.models import InSight
from sightline.foundation.workforce import actions
from tests.builders.documents import person
from tests.builders.visits import visit
from tests.builders.workforce import BUILDER, as_builder, involve, practitioner

pytestmark = pytest.mark.django_db


def known(child: Any) -> Any:
    with as_builder():
        return InSight.objects.filter(child=child).first()


def test_a_child_comes_into_sight_with_the_team_that_holds_them(db: None) -> None:
    worker, child = practitioner(), person("Tia", "Bright")
    assert known(child) is None
    held = involve(child, practitioner=worker)
    row = known(child)
    assert (row.team_id, row.worker_id, row.held_since) == (worker.team.pk, worker.pk, held.began)  # type: ignore[attr-defined]


def test_the_last_visit_at_which_a_child_was_seen_is_known(db: None) -> None:
    seen, absent = person("Tia", "Bright"), person("Ben", "Bright")
    for child in (seen, absent):
        involve(child, practitioner=practitioner())
    visit([seen, absent], on=date(2026, 6, 1))
    visit([seen, absent], on=date(2026, 6, 20), not_seen={absent: "At football"})
    assert known(seen).marks["seen"] == "2026-06-20"
    assert known(absent).marks["seen"] == "2026-06-01"


def test_a_child_whom_nobody_holds_any_more_is_out_of_sight(db: None) -> None:
    child = person("Tia", "Bright")
    held = involve(child, "holding_team", team=practitioner().team)  # type: ignore[attr-defined]
    assert known(child) is not None
    with as_builder():
        actions.end_involvement(involvement_id=held.pk, reason="Closed", on=london_today(), by=BUILDER)
    assert known(child) is None


def test_reading_everything_again_changes_nothing(db: None) -> None:
    children = [person("Max", "Load") for _ in range(3)]
    for child in children:
        involve(child, practitioner=practitioner())
    visit(children[:2], on=date(2026, 6, 1))
    with as_builder():
        before = list(InSight.objects.order_by("pk").values())
        in_sight.rebuild()
        assert list(InSight.objects.order_by("pk").values()) == before
    assert len(before) == 3


def test_what_areas_count_can_be_asked_of_the_database(db: None) -> None:
    involve(person("Tia", "Bright"), practitioner=practitioner(), on=london_today() - timedelta(days=90))
    with as_builder():
        found = {each.name: InSight.objects.filter(each.which(london_today())).count() for each in counted()}
    assert (found["not_seen"], found["not_considered"], found["without_plan"]) == (1, 1, 0)
    assert {each.mark for each in counted()} - {""} <= {mark.name for mark in marks()}


def test_of_a_child_who_died_boards_ask_nothing_more(db: None) -> None:
    child = person("Tia", "Bright")
    involve(child, practitioner=practitioner())
    with as_builder():
        row = Person.objects.get(pk=child)
        record_death(person=row, version=row.version, died_on=london_today(), by=BUILDER)
    assert known(child) is None
