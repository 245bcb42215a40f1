"""Excluding somebody from a record: it beats every role and every opening."""

import pytest

from sightline.foundation.access import actions, queries
from sightline.foundation.access.models import Exclusion, Seal
from sightline.foundation.access.rules import Outcome, Permission
from sightline.foundation.children.models import Person
from sightline.foundation.door import Refusal, Work, action
from sightline.foundation.facts import Acting
from tests.builders.workforce import BUILDER
from tests.conftest import as_jobs, as_web
from tests.foundation.access.acting import TODAY, break_glass, decision, does, exclude, look, restrict
from tests.foundation.access.conftest import Scene

NOT_FOUND = Outcome.NOT_FOUND


@action(permission=Permission.RESTRICT_RECORD, says="sealed a record for a test")
def seal(*, person: object, by: Acting) -> Work:
    yield Seal(person_id=person, reason="Adoption order", began=TODAY)
    return None


def test_an_exclusion_shuts_out_the_allocated_worker_at_once(scene: Scene) -> None:
    exclude(scene.manager, scene.child, scene.worker)
    assert decision(scene.worker, scene.child).outcome is NOT_FOUND
    with as_web(scene.worker, open=[scene.child]):
        assert not Person.objects.filter(pk=scene.child).exists()


def test_whoever_is_excluded_learns_nothing_of_it(scene: Scene) -> None:
    exclude(scene.manager, scene.child, scene.worker)
    with as_web(scene.worker):
        assert not queries.exclusions_of(scene.child).exists()


def test_an_exclusion_beats_an_emergency_opening_made_before_it(scene: Scene) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.director])
    break_glass(scene.duty, scene.child)
    assert decision(scene.duty, scene.child).outcome is Outcome.ALLOW
    exclude(scene.manager, scene.child, scene.duty)
    assert decision(scene.duty, scene.child).outcome is NOT_FOUND


@pytest.mark.parametrize("way_in", [look, break_glass])
def test_whoever_is_excluded_cannot_open_with_a_reason_nor_in_an_emergency(scene: Scene, way_in: object) -> None:
    exclude(scene.manager, scene.child, scene.duty)
    with pytest.raises(Exception, match="row-level security"):
        way_in(scene.duty, scene.child)  # type: ignore[operator]
    with as_web(scene.duty):
        assert queries.restricted_record(scene.child) is None


@pytest.mark.parametrize("way_in", [look, break_glass])
def test_no_reason_and_no_emergency_opens_a_sealed_record(scene: Scene, way_in: object) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.director])
    with as_jobs():
        seal(person=scene.child, by=BUILDER)
    with pytest.raises(Exception, match="row-level security"):
        way_in(scene.duty, scene.child)  # type: ignore[operator]
    for somebody in (scene.worker, scene.manager, scene.director, scene.duty):
        assert decision(somebody, scene.child).outcome is NOT_FOUND
        with as_web(somebody):
            assert queries.restricted_record(scene.child) is None


def test_nobody_excludes_themselves_nor_ends_their_own_exclusion(scene: Scene) -> None:
    with pytest.raises(actions.NotAboutYourself):
        exclude(scene.manager, scene.child, scene.manager)
    exclude(scene.manager, scene.child, scene.director)
    with as_jobs():
        own = Exclusion.objects.get(practitioner=scene.director)
    with pytest.raises(actions.NotAboutYourself):
        does(scene.director, actions.end_exclusion, exclusion=own, reason="I am fine", on=TODAY)


def test_somebody_is_excluded_once(scene: Scene) -> None:
    exclude(scene.manager, scene.child, scene.worker)
    with pytest.raises(actions.AlreadyExcluded):
        exclude(scene.manager, scene.child, scene.worker)


def test_an_exclusion_that_would_leave_a_restricted_record_to_too_few_waits_for_another_reader(scene: Scene) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.worker])
    with pytest.raises(actions.TooFewReaders):
        exclude(scene.manager, scene.child, scene.worker)
    exclude(scene.manager, scene.child, scene.stranger)  # who is not named


def test_an_exclusion_ends_and_the_relationship_counts_again(scene: Scene) -> None:
    exclude(scene.manager, scene.child, scene.worker)
    with as_jobs():
        exclusion = Exclusion.objects.get(practitioner=scene.worker)
    does(scene.manager, actions.end_exclusion, opens=(scene.child,), exclusion=exclusion, reason="A mistake", on=TODAY)
    assert decision(scene.worker, scene.child).outcome is Outcome.ALLOW


def test_a_worker_cannot_exclude(scene: Scene) -> None:
    with pytest.raises(Refusal, match="Your role does not allow this"):
        exclude(scene.worker, scene.child, scene.stranger)
