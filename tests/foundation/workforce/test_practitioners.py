"""Practitioners, their posts, and those who leave."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from sightline.foundation.access.queries import post_of
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.door import Conflict, NotPermitted
from sightline.foundation.facts import Acting
from sightline.foundation.workforce import actions, queries
from sightline.foundation.workforce.actions import practitioners, teams
from sightline.foundation.workforce.models import Post, Practitioner, SignInEvent, WorkSession
from tests.builders.workforce import BUILDER, as_builder, practitioner, team

pytestmark = pytest.mark.django_db


def acting(them: Any) -> Acting:
    return Acting(practitioner_id=them.pk, name=them.name, role=them.role, team_id=them.team.pk, basis="test")


@pytest.fixture
def administrator() -> Any:
    return practitioner(role="user_administrator")


def change_post(them: Any, by: Acting, **changed: Any) -> None:
    post = {"role": "team_manager", "team_id": them.team.pk, "manager_id": None, "on": london_today()} | changed
    actions.change_post(practitioner_id=them.pk, by=by, **post)


def test_a_new_colleague_holds_a_post_and_cannot_sign_in_yet() -> None:
    them = practitioner(role="assistant")
    post = post_of(them.pk)
    assert post is not None
    assert (post.role, post.team_id) == ("assistant", them.team.pk)
    assert not them.has_usable_password()


def test_two_people_cannot_sign_in_with_one_address() -> None:
    practitioner(email="jo@eastmere.example")
    with pytest.raises(practitioners.AddressInUse):
        practitioner(email="JO@eastmere.example")


def test_nobody_leaves_before_they_begin() -> None:
    with pytest.raises(practitioners.DatesAreWrong, match="cannot be before the first, 6 January 2020"):
        practitioner(ends_on=date(2019, 1, 1))


def test_a_role_change_ends_the_old_post_and_counts_at_once() -> None:
    them = practitioner()
    with as_builder():
        change_post(them, BUILDER)
        post = post_of(them.pk)
    assert post is not None
    assert post.role == "team_manager"
    assert Post.objects.filter(practitioner=them.pk, ended=None).count() == 1


def test_a_second_change_on_one_day_counts_too() -> None:
    them = practitioner(starts_on=london_today())
    with as_builder():
        change_post(them, BUILDER, role="duty")
        change_post(them, BUILDER, role="chair")
        post = post_of(them.pk)
    assert post is not None
    assert post.role == "chair"


def test_a_post_that_begins_next_week_changes_nothing_today() -> None:
    them = practitioner()
    with as_builder():
        change_post(them, BUILDER, on=london_today() + timedelta(days=7))
        post = post_of(them.pk)
    assert post is not None
    assert post.role == "social_worker"


@pytest.mark.parametrize("what", ["change_post", "set_last_day", "suspend", "take_back", "set_up_sign_in"])
def test_nobody_changes_their_own_account(administrator: Any, what: str) -> None:
    asked: dict[str, dict[str, Any]] = {
        "change_post": {"role": "director", "team_id": administrator.team.pk, "manager_id": None, "on": london_today()},
        "set_last_day": {"version": 1, "ends_on": None, "today": london_today()},
        "suspend": {"version": 1, "at_moment": timezone.now()},
        "take_back": {"version": 1, "reason": "Back", "today": london_today()},
        "set_up_sign_in": {"version": 1},
    }
    action = getattr(actions, what)
    with pytest.raises(practitioners.NotYourself):
        action(practitioner_id=administrator.pk, by=acting(administrator), **asked[what])


def test_only_user_administrators_manage_the_workforce() -> None:
    manager, worker = practitioner(role="team_manager"), practitioner()
    with pytest.raises(NotPermitted):
        change_post(worker, acting(manager))


def test_nobody_is_managed_by_somebody_below_them() -> None:
    head = practitioner(role="service_manager")
    manager = practitioner(role="team_manager", team=head.team, manager=head)
    with as_builder(), pytest.raises(practitioners.CannotManage):
        change_post(head, BUILDER, manager_id=manager.pk)


def open_sessions(client_of: Any, them: Any) -> Any:
    client = client_of(them)
    assert client.get("/").status_code == 200
    return client


@pytest.mark.parametrize("what", ["suspended", "left", "role changed", "sign-in set up"])
def test_every_session_ends_at_once(client_of: Any, administrator: Any, what: str) -> None:
    them = practitioner()
    client = open_sessions(client_of, them)
    by = {"practitioner_id": them.pk, "by": BUILDER}
    with as_builder():
        if what == "suspended":
            actions.suspend(version=1, at_moment=timezone.now(), **by)
        elif what == "left":
            actions.set_last_day(version=1, ends_on=london_today() - timedelta(days=1), today=london_today(), **by)
        elif what == "role changed":
            change_post(them, BUILDER)
        else:
            actions.set_up_sign_in(version=1, **by)
    assert not WorkSession.objects.filter(practitioner=them.pk).exists()
    assert SignInEvent.objects.filter(practitioner=them.pk, what="ended").count() == 1
    response = client.get("/")
    assert (response.status_code, response["Location"]) == (302, "/sign-in/?next=/")


def test_a_session_ends_when_the_last_day_is_over(client_of: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    them = practitioner(ends_on=london_today())
    client = open_sessions(client_of, them)
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: tomorrow)
    assert client.get("/").status_code == 302


def test_the_loser_of_a_race_is_told() -> None:
    them = practitioner()
    with as_builder():
        actions.suspend(practitioner_id=them.pk, version=1, at_moment=timezone.now(), by=BUILDER)
        with pytest.raises(Conflict):
            actions.take_back(practitioner_id=them.pk, version=1, reason="Back", today=london_today(), by=BUILDER)


def test_a_suspended_colleague_can_be_taken_back() -> None:
    them = practitioner()
    with as_builder():
        actions.suspend(practitioner_id=them.pk, version=1, at_moment=timezone.now(), by=BUILDER)
        assert not queries.practitioner(them.pk).is_active
        actions.take_back(practitioner_id=them.pk, version=2, reason="Back", today=london_today(), by=BUILDER)
    assert Practitioner.objects.get(pk=them.pk).is_active


def test_a_team_stands_in_a_service() -> None:
    lone = team()
    with as_builder(), pytest.raises(teams.WrongPlace):
        actions.add_team(name="Inside a team", kind="team", within_id=lone.pk, by=BUILDER)


def test_a_team_with_people_cannot_be_closed() -> None:
    them = practitioner()
    with as_builder(), pytest.raises(teams.StillAtWork):
        actions.close_team(team_id=them.team.pk, version=1, on=london_today(), by=BUILDER)


def test_two_teams_cannot_have_one_name() -> None:
    first = team(name="North")
    with as_builder(), pytest.raises(Exception, match="cannot be recorded"):
        actions.add_team(name="North", kind="team", within_id=first.within_id, by=BUILDER)
