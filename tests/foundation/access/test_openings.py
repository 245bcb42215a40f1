"""Looking with a reason, opening a restricted record in an emergency, and reviewing that."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError
from django.utils import timezone

from sightline.foundation.access import actions, queries
from sightline.foundation.access.models import Opening
from sightline.foundation.access.rules import Outcome
from sightline.foundation.children.models import Person
from sightline.foundation.door import Refusal
from tests.conftest import as_jobs, as_web
from tests.foundation.access.acting import TODAY, WHY, break_glass, decision, does, look, restrict
from tests.foundation.access.conftest import Scene

ALLOW, ASK, NOT_FOUND = Outcome.ALLOW, Outcome.ASK_REASON, Outcome.NOT_FOUND


@pytest.fixture
def restricted(scene: Scene) -> UUID:
    restrict(scene.manager, scene.child, [scene.manager, scene.director])
    return scene.child


def test_a_look_opens_the_record_once_a_reason_is_given(scene: Scene) -> None:
    assert decision(scene.duty, scene.child).outcome is ASK
    look(scene.duty, scene.child)
    assert decision(scene.duty, scene.child).basis == "look with a reason"


def test_a_look_ends_after_twelve_hours(scene: Scene) -> None:
    look(scene.duty, scene.child, hours_ago=12)
    assert decision(scene.duty, scene.child).outcome is ASK


def test_the_people_who_work_with_the_child_are_told_who_looked_and_why(scene: Scene) -> None:
    look(scene.duty, scene.child)
    with as_web(scene.worker):
        told = list(queries.looks_at([scene.child], timezone.now() - timedelta(days=1)))
    assert [(each.practitioner.name, each.reason) for each in told] == [(scene.duty.name, WHY)]


def test_a_look_opens_no_restricted_record(scene: Scene) -> None:
    look(scene.duty, scene.child)
    restrict(scene.manager, scene.child, [scene.manager, scene.director])
    assert decision(scene.duty, scene.child).outcome is NOT_FOUND


@pytest.mark.parametrize("way_in", [look, break_glass])
@pytest.mark.parametrize("reason", ["", "Because I need to.", " " * 30, "short" + " " * 30])
def test_a_reason_says_something(scene: Scene, restricted: UUID, way_in: Any, reason: str) -> None:
    with pytest.raises(actions.ReasonTooShort):
        way_in(scene.duty, restricted, reason)


def test_whose_role_may_not_look_cannot(scene: Scene) -> None:
    with pytest.raises(Refusal, match="Your role does not allow this"):
        look(scene.stranger, scene.child)
    with pytest.raises(Refusal, match="Your role does not allow this"):
        break_glass(scene.stranger, scene.child)


def test_an_emergency_opening_opens_a_restricted_record_for_twelve_hours(scene: Scene, restricted: UUID) -> None:
    assert decision(scene.duty, restricted).outcome is NOT_FOUND
    break_glass(scene.duty, restricted)
    assert decision(scene.duty, restricted).basis == "emergency opening"
    with as_jobs():
        opened = Opening.objects.get(person=restricted)
    assert opened.until - opened.happened_at == timedelta(hours=12)


def test_an_emergency_opening_is_over_after_twelve_hours(scene: Scene, restricted: UUID) -> None:
    break_glass(scene.duty, restricted, hours_ago=13)
    assert decision(scene.duty, restricted).outcome is NOT_FOUND
    with as_web(scene.duty, open=[restricted]):
        assert not Person.objects.filter(pk=restricted).exists()


def test_an_emergency_opening_opens_for_nobody_else(scene: Scene, restricted: UUID) -> None:
    break_glass(scene.duty, restricted)
    assert decision(scene.worker, restricted).outcome is NOT_FOUND


def test_an_emergency_opening_waits_for_somebody_else_to_review_it(scene: Scene, restricted: UUID) -> None:
    break_glass(scene.director, restricted)
    with as_web(scene.director):
        assert queries.openings_to_review() == []
    with as_web(scene.manager):
        (waiting,) = queries.openings_to_review()
    assert (waiting.person, waiting.practitioner, waiting.review_by) == (restricted, scene.director.pk, TODAY)
    asked = {"opening": waiting, "justified": True, "remarks": "Rang the police.", "on": TODAY}
    with pytest.raises(actions.NotAboutYourself):
        does(scene.director, actions.review_opening, **asked)
    does(scene.manager, actions.review_opening, **asked)
    with as_web(scene.manager):
        assert queries.openings_to_review() == []


def test_an_opening_is_reviewed_once(scene: Scene, restricted: UUID) -> None:
    break_glass(scene.duty, restricted)
    with as_web(scene.manager):
        (waiting,) = queries.openings_to_review()
    asked = {"opening": waiting, "justified": True, "remarks": "Rang the police.", "on": TODAY}
    does(scene.manager, actions.review_opening, **asked)
    with pytest.raises(Refusal):
        does(scene.manager, actions.review_opening, **asked)


def test_whoever_reviews_an_opening_need_not_be_able_to_open_the_record(scene: Scene, restricted: UUID) -> None:
    break_glass(scene.duty, restricted)
    with as_web(scene.duty):
        pass
    reviewer = scene.stranger
    reviewer.role = "team_manager"
    with as_web(reviewer):
        (waiting,) = queries.openings_to_review()
    does(reviewer, actions.review_opening, opening=waiting, justified=False, remarks="Not needed.", on=TODAY)
    assert decision(reviewer, restricted).outcome is NOT_FOUND


def test_the_database_refuses_an_opening_that_lasts_for_days(scene: Scene, restricted: UUID) -> None:
    now = timezone.now()
    with pytest.raises(IntegrityError, match="an_opening_lasts_hours_and_not_days"), as_jobs():
        Opening.objects.create(
            person_id=restricted, practitioner=scene.duty, kind="look", reason_code="duty", reason=WHY, happened=TODAY,
            happened_at=now, until=now + timedelta(hours=13), recorded_at=now, entry_id=1, recorded_against=restricted,
        )  # fmt: skip
