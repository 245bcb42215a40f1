"""Restricting a record, naming who may open it, reviewing and lifting."""

from datetime import timedelta
from typing import Any

import pytest

from sightline.foundation.access import actions, queries
from sightline.foundation.access.models import NamedReader, Restriction
from sightline.foundation.access.rules import Outcome
from sightline.foundation.door import Refusal
from tests.builders.workforce import involve
from tests.conftest import as_jobs, as_web
from tests.foundation.access.acting import TODAY, decision, does, exclude, restrict
from tests.foundation.access.conftest import Scene

ALLOW, NOT_FOUND = Outcome.ALLOW, Outcome.NOT_FOUND


def restriction(scene: Scene) -> Restriction:
    with as_jobs():
        return Restriction.objects.current().get(person=scene.child, ended=None)


def test_only_named_people_open_a_restricted_record_and_at_once(scene: Scene) -> None:
    assert decision(scene.worker, scene.child).outcome is ALLOW
    restrict(scene.manager, scene.child, [scene.manager, scene.director])
    assert decision(scene.worker, scene.child).outcome is NOT_FOUND
    assert decision(scene.manager, scene.child).outcome is ALLOW
    assert decision(scene.director, scene.child).outcome is Outcome.ASK_REASON
    assert decision(scene.duty, scene.child).outcome is NOT_FOUND


def test_a_session_that_has_the_record_open_is_shut_out_at_its_next_request(scene: Scene, client_of: Any) -> None:
    client = client_of(scene.worker)
    page = f"/people/children/{scene.child}/"
    assert client.get(page).status_code == 200
    restrict(scene.manager, scene.child, [scene.manager, scene.director])
    assert client.get(page).status_code == 404


def test_a_restriction_is_reviewed_within_ninety_days(scene: Scene) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.worker])
    assert restriction(scene).review_by == TODAY + timedelta(days=90)


@pytest.mark.parametrize("named", [[], ["manager"], ["worker", "stranger"]])
def test_two_readers_are_named_one_of_them_a_manager(scene: Scene, named: list[str]) -> None:
    with pytest.raises(actions.TooFewReaders):
        restrict(scene.manager, scene.child, [getattr(scene, each) for each in named])


def test_naming_one_person_twice_does_not_make_two_readers(scene: Scene) -> None:
    with pytest.raises(actions.TooFewReaders):
        restrict(scene.manager, scene.child, [scene.manager, scene.manager])


def test_whoever_is_excluded_does_not_count_as_a_reader(scene: Scene) -> None:
    exclude(scene.manager, scene.child, scene.director)
    with pytest.raises(actions.TooFewReaders):
        restrict(scene.manager, scene.child, [scene.manager, scene.director])


def test_a_record_is_restricted_once(scene: Scene) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.worker])
    with pytest.raises(actions.AlreadyRestricted):
        restrict(scene.manager, scene.child, [scene.manager, scene.worker])


def test_a_worker_cannot_restrict(scene: Scene) -> None:
    with pytest.raises(Refusal, match="Your role does not allow this"):
        restrict(scene.worker, scene.child, [scene.manager, scene.worker])


def test_readers_change_and_those_who_leave_the_list_are_shut_out(scene: Scene) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.worker])
    new = [scene.manager.pk, scene.stranger.pk]
    does(scene.manager, actions.change_readers, opens=(scene.child,), person=scene.child, readers=new, on=TODAY)
    assert decision(scene.worker, scene.child).outcome is NOT_FOUND
    involve(scene.child, "co_worker", scene.stranger)
    assert decision(scene.stranger, scene.child).outcome is ALLOW


def test_the_list_keeps_two_readers(scene: Scene) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.worker])
    with pytest.raises(actions.TooFewReaders):
        does(
            scene.manager, actions.change_readers, opens=(scene.child,), person=scene.child,
            readers=[scene.manager.pk], on=TODAY,
        )  # fmt: skip


def test_nobody_puts_themselves_on_the_list_or_takes_themselves_off(scene: Scene) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.worker, scene.director])
    without_me = [scene.worker.pk, scene.director.pk]
    with pytest.raises(actions.NotAboutYourself):
        does(
            scene.manager,
            actions.change_readers,
            opens=(scene.child,),
            person=scene.child,
            readers=without_me,
            on=TODAY,
        )


def test_a_review_keeps_the_restriction_and_its_readers(scene: Scene) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.worker])
    asked = {"restriction": restriction(scene), "reason": "Still at risk", "on": TODAY}
    does(scene.manager, actions.renew_restriction, opens=(scene.child,), **asked)
    assert restriction(scene).reason == "Still at risk"
    with as_jobs():
        assert NamedReader.objects.current().filter(person=scene.child, ended=None).count() == 2
    assert decision(scene.stranger, scene.child).outcome is NOT_FOUND


def test_lifting_opens_the_record_again_to_whoever_works_with_the_child(scene: Scene) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.director])
    asked = {"restriction": restriction(scene), "reason": "The trial is over", "on": TODAY}
    does(scene.manager, actions.lift_restriction, opens=(scene.child,), **asked)
    assert decision(scene.worker, scene.child).outcome is ALLOW
    with as_jobs():
        assert not NamedReader.objects.current().filter(person=scene.child, ended=None).exists()


def test_whoever_is_not_named_sees_neither_restriction_nor_readers_in_the_database(scene: Scene) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.director])
    with as_web(scene.worker):
        assert queries.restriction_of(scene.child) is None
        assert not queries.named_readers(scene.child).exists()
