"""A restricted record stays open to somebody: those that too few people can open are known by their number."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from sightline.foundation.access import queries
from sightline.foundation.workforce.actions import change_post
from sightline.foundation.workforce.models import Practitioner
from tests.builders.workforce import BUILDER, as_builder
from tests.conftest import as_web
from tests.foundation.access.acting import TODAY, exclude, restrict
from tests.foundation.access.conftest import Scene


def too_few(practitioner: Any) -> dict[UUID, tuple[int, int]]:
    with as_web(practitioner):
        return {each.person: (each.readers, each.managers) for each in queries.unopenable_records()}


def suspend(somebody: Any) -> None:
    Practitioner.objects.filter(pk=somebody.pk).update(suspended_at=timezone.now())


def test_a_record_with_two_readers_at_work_is_fine(scene: Scene) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.worker])
    assert too_few(scene.director) == {}


@pytest.mark.parametrize(("who", "left"), [("worker", (1, 1)), ("manager", (1, 0))])
def test_a_reader_who_may_no_longer_sign_in_leaves_too_few(scene: Scene, who: str, left: tuple[int, int]) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.worker])
    suspend(getattr(scene, who))
    assert too_few(scene.director) == {scene.child: left}


def test_a_leaver_leaves_too_few(scene: Scene) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.worker])
    Practitioner.objects.filter(pk=scene.worker.pk).update(ends_on=TODAY - timedelta(days=1))
    assert too_few(scene.director) == {scene.child: (1, 1)}


@pytest.mark.parametrize(("days", "left"), [(0, None), (1, (2, 0))])
def test_a_post_counts_from_the_day_on_which_it_begins(scene: Scene, days: int, left: Any) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.worker, scene.stranger])
    suspend(scene.manager)
    post = {"role": "team_manager", "team_id": scene.worker.team.pk, "manager_id": None}
    with as_builder():
        change_post(practitioner_id=scene.worker.pk, on=TODAY + timedelta(days=days), by=BUILDER, **post)
    assert too_few(scene.director) == ({scene.child: left} if left else {})
    with as_web(scene.director):
        readers = [scene.manager.pk, scene.worker.pk, scene.stranger.pk]
        assert queries.still_openable(scene.child, readers) is (left is None)


def test_two_workers_without_a_manager_are_too_few(scene: Scene) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.worker, scene.stranger])
    suspend(scene.manager)
    assert too_few(scene.director) == {scene.child: (2, 0)}


def test_whoever_is_excluded_from_the_record_does_not_hear_of_it(scene: Scene) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.worker])
    exclude(scene.manager, scene.child, scene.director)
    suspend(scene.worker)
    assert too_few(scene.director) == {}
    assert too_few(scene.duty) == {scene.child: (1, 1)}


def test_a_manager_reads_of_it_on_the_page_of_restricted_records(scene: Scene, client_of: Any) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.worker])
    suspend(scene.worker)
    page = client_of(scene.director).get("/access/emergency-openings/").content.decode()
    assert "1 of 2" in page
    assert f"/access/emergency/{scene.child}/" in page
    assert "Canary" not in page


def test_the_page_of_the_walls_says_so_too(scene: Scene, client_of: Any) -> None:
    restrict(scene.manager, scene.child, [scene.manager, scene.worker])
    suspend(scene.worker)
    page = client_of(scene.manager).get(f"/access/{scene.child}/").content.decode()
    assert "Fewer than two named people work here now" in page
    assert "No longer works here" in page
