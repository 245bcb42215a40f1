"""Cover for those who are away, and duty: who has the work, and who answers."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from sightline.foundation.access.queries import reach, relationships
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.facts import Acting
from sightline.foundation.workforce import actions, queries
from sightline.foundation.workforce.actions import cover
from tests.builders.documents import person
from tests.builders.workforce import BUILDER, as_builder, involve, practitioner

pytestmark = pytest.mark.django_db


def acting(them: Any) -> Acting:
    return Acting(practitioner_id=them.pk, name=them.name, role=them.role, team_id=them.team.pk, basis="test")


def away(them: Any, covered_by: Any = None, by: Acting = BUILDER, days: int = 7, began: date | None = None) -> None:
    first = began or london_today()
    actions.arrange_cover(
        practitioner_id=them.pk,
        covered_by_id=covered_by and covered_by.pk,
        reason="leave",
        began=first,
        until=first + timedelta(days=days),
        by=by,
    )


def duty(them: Any, team: Any, by: Acting = BUILDER, hours: int = 8, began_at: datetime | None = None) -> None:
    begins = began_at or timezone.now() - timedelta(hours=1)
    until = begins + timedelta(hours=hours)
    actions.put_on_duty(
        practitioner_id=them.pk, team_id=team.pk, began_at=begins, until=until, out_of_hours=False, by=by
    )


def test_who_covers_has_a_reason_to_open_the_records() -> None:
    worker, colleague, child = practitioner(), practitioner(), person()
    involve(child, practitioner=worker)
    with as_builder():
        assert relationships(reach(acting(colleague)), [child]).get(child, "") == ""
        away(worker, colleague)
        assert relationships(reach(acting(colleague)), [child]).get(child, "") == "Covering: Allocated worker"


def test_duty_for_a_service_reaches_its_teams() -> None:
    worker, out_of_hours, child = practitioner(), practitioner(role="out_of_hours"), person()
    involve(child, practitioner=worker)
    with as_builder():
        duty(out_of_hours, queries.team(worker.team.within_id))
        assert (
            relationships(reach(acting(out_of_hours)), [child]).get(child, "")
            == "On duty for the team that holds the child"
        )


def test_cover_gets_the_alerts_otherwise_duty_otherwise_the_manager() -> None:
    manager = practitioner(role="team_manager")
    worker = practitioner(team=manager.team, manager=manager)
    colleague, on_duty = practitioner(team=manager.team), practitioner(role="duty")
    now = timezone.now()
    with as_builder():
        assert queries.answers_for(worker.pk, now) == [worker.pk]
        away(worker)
        assert queries.answers_for(worker.pk, now) == [manager.pk]
        duty(on_duty, manager.team)
        assert queries.answers_for(worker.pk, now) == [on_duty.pk]
        away(colleague, worker, began=london_today() + timedelta(days=30))
        other = practitioner(team=manager.team)
        away(other, practitioner(team=manager.team, name="Covering Colleague"))
        assert [queries.practitioner(each).name for each in queries.answers_for(other.pk, now)] == [
            "Covering Colleague"
        ]


def test_nobody_covers_for_themselves() -> None:
    worker = practitioner()
    with as_builder(), pytest.raises(cover.CoverDoesNotWork, match="cover for themselves"):
        away(worker, worker)


def test_nobody_gives_themselves_the_work_of_another() -> None:
    manager, worker = practitioner(role="team_manager"), practitioner()
    with pytest.raises(cover.CoverDoesNotWork, match="cannot give yourself"):
        away(worker, manager, by=acting(manager))


def test_nobody_is_covered_twice_on_one_day() -> None:
    worker, first, second = practitioner(), practitioner(), practitioner()
    with as_builder():
        away(worker, first)
        with pytest.raises(cover.CoverDoesNotWork, match="already arranged"):
            away(worker, second)


def test_who_is_away_covers_for_nobody() -> None:
    worker, colleague = practitioner(), practitioner()
    with as_builder():
        away(colleague)
        with pytest.raises(cover.CoverDoesNotWork, match="is away on some of these days"):
            away(worker, colleague)


def test_a_user_administrator_cannot_be_given_the_work() -> None:
    worker, administrator = practitioner(), practitioner(role="user_administrator")
    with as_builder(), pytest.raises(cover.CoverDoesNotWork, match="does not work with children"):
        away(worker, administrator)


def test_nobody_puts_themselves_on_duty() -> None:
    manager = practitioner(role="team_manager")
    with pytest.raises(cover.ShiftDoesNotWork, match="put yourself on duty"):
        duty(manager, manager.team, by=acting(manager))


@pytest.mark.parametrize("hours", [0, -3, 25])
def test_a_shift_has_a_length_and_is_no_longer_than_a_day(hours: int) -> None:
    worker = practitioner(role="duty")
    with as_builder(), pytest.raises(cover.ShiftDoesNotWork, match="at most 24 hours"):
        duty(worker, worker.team, hours=hours)


def test_a_shift_taken_away_reaches_nothing() -> None:
    worker, on_duty, child = practitioner(), practitioner(role="duty"), person()
    involve(child, practitioner=worker)
    with as_builder():
        duty(on_duty, worker.team)
        shift = queries.shifts(timezone.now()).get()
        actions.take_off_duty(duty_id=shift.pk, at_moment=timezone.now(), by=BUILDER)
        assert relationships(reach(acting(on_duty)), [child]).get(child, "") == ""
