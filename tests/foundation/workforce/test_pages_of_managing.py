"""Allocating, cover, duty, people and teams: the pages that managers and user administrators use."""

from datetime import date, timedelta
from typing import Any

import pytest

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce import queries
from sightline.foundation.workforce.models import Cover, Duty, Involvement, Practitioner, Team
from tests.builders.documents import person
from tests.builders.workforce import involve, practitioner
from tests.foundation.workforce.pages_in_use import child_of, day, page, send

pytestmark = pytest.mark.django_db


def test_a_manager_allocates_a_waiting_child(desk: Any) -> None:
    child = person("Tia", "Bright")
    involve(child, "holding_team", team=desk.manager.team)
    client = desk.client_of(desk.manager)
    address = f"/children/{child}/who/allocate/"
    response = send(client, address, practitioner=str(desk.worker.pk), **day("on", london_today()))
    assert response.status_code == 302, response.context["form"].errors
    text = page(client, response["Location"])
    assert "Will Worker" in text
    assert Involvement.objects.filter(child=child, practitioner=desk.worker.pk, ended=None).exists()


def test_a_manager_cannot_choose_themselves(desk: Any) -> None:
    child = child_of(desk)
    form = desk.client_of(desk.manager).get(f"/children/{child}/who/allocate/").context["form"]
    offered = dict(form.fields["practitioner"].choices)
    assert str(desk.manager.pk) not in offered
    assert str(desk.worker.pk) in offered


def test_a_part_is_ended_with_a_reason(desk: Any) -> None:
    child = child_of(desk)
    part = Involvement.objects.get(child=child, kind="allocated_worker")
    client = desk.client_of(desk.manager)
    address = f"/children/{child}/who/{part.pk}/end/"
    missing = send(client, address, reason="", **day("on", london_today()))
    assert b"There is a problem" in missing.content
    assert send(client, address, reason="Moved away", **day("on", london_today())).status_code == 302
    part.refresh_from_db()
    assert (part.ended, part.end_reason) == (london_today(), "Moved away")


def test_a_worker_sees_who_is_involved_and_changes_nothing(desk: Any) -> None:
    child = child_of(desk)
    client = desk.client_of(desk.worker)
    text = page(client, f"/children/{child}/who/")
    assert "Will Worker" in text
    assert "Involve somebody else" not in text
    assert client.get(f"/children/{child}/who/involve/").status_code == 404


def test_a_manager_arranges_cover_and_duty_for_their_own_team(desk: Any) -> None:
    colleague = practitioner(team=desk.manager.team, name="Cora Cover")
    client, today = desk.client_of(desk.manager), london_today()
    chosen = {"practitioner": str(desk.worker.pk), "covered_by": str(colleague.pk), "reason": "leave"}
    response = send(
        client, "/cover/arrange/", **chosen, **day("began", today), **day("until", today + timedelta(days=5))
    )
    assert response.status_code == 302, response.context["form"].errors
    shift = {"team": str(desk.manager.team.pk), "practitioner": str(colleague.pk), "begins": "09:00", "ends": "17:30"}
    tomorrow = today + timedelta(days=1)  # a shift that is over, as one of today is in the evening, cannot be ended
    response = send(client, "/duty/add/", **shift, out_of_hours="no", **day("on", tomorrow))
    assert response.status_code == 302, response.context["form"].errors
    text = page(client, "/cover/")
    assert "Cora Cover" in text
    assert "Will Worker" in text
    assert send(client, f"/cover/{Cover.objects.get().pk}/end/").status_code == 302
    assert send(client, f"/duty/{Duty.objects.get().pk}/end/").status_code == 302
    stranger = desk.client_of(practitioner(role="team_manager"))
    assert "Cora Cover" not in page(stranger, "/cover/")


def test_a_user_administrator_adds_a_colleague_and_hands_over_a_link(administrator: Any, desk: Any) -> None:
    response = send(
        administrator, "/workforce/add/", name="Nia Price", email="nia.price@eastmere.example", telephone="",
        qualification="registered", registration="SW99", role="social_worker", team=str(desk.manager.team.pk),
        manager=str(desk.manager.pk), **day("starts_on", london_today()),
    )  # fmt: skip
    assert response.status_code == 302, response.context["form"].errors
    nia = Practitioner.objects.get(email="nia.price@eastmere.example")
    text = page(administrator, response["Location"])
    assert "Nia Price" in text
    assert "No sign-in yet" in text
    link = send(administrator, f"/workforce/{nia.pk}/sign-in/")
    assert f"/first-password/{nia.pk}/".encode() in link.content


@pytest.mark.parametrize(
    ("where", "answers"),
    [
        ("details", {"name": "Will Wed", "email": "will.wed@eastmere.example", "qualification": "newly_qualified"}),
        ("last-day", day("ends_on", date(2027, 1, 31))),
        ("suspend", {}),
    ],
)
def test_a_user_administrator_changes_an_account(administrator: Any, desk: Any, where: str, answers: Any) -> None:
    response = send(administrator, f"/workforce/{desk.worker.pk}/{where}/", **answers)
    assert response.status_code == 302, response.context["form"].errors
    assert Practitioner.objects.get(pk=desk.worker.pk).version == desk.worker.version + 1


def test_a_user_administrator_changes_a_post(administrator: Any, desk: Any) -> None:
    post = {"role": "duty", "team": str(desk.manager.team.pk), "manager": ""}
    response = send(administrator, f"/workforce/{desk.worker.pk}/post/", **post, **day("on", london_today()))
    assert response.status_code == 302, response.context["form"].errors
    assert queries.open_post(desk.worker.pk).role == "duty"  # type: ignore[union-attr]


def test_two_administrators_who_change_one_account_both_see_both_texts(administrator: Any, desk: Any) -> None:
    address = f"/workforce/{desk.worker.pk}/details/"
    form = administrator.get(address).context["form"]
    answers = {"name": "Will First", "email": desk.worker.email, "qualification": "registered"}
    assert send(administrator, address, **answers).status_code == 302
    stale = (
        {"draft": form.autosave.draft, "draft_version": "0", "seen_version": "1"} | answers | {"name": "Will Second"}
    )
    response = administrator.post(address, stale)
    assert b"Somebody else changed this while you were writing" in response.content
    assert b"Will Second" in response.content


def test_a_user_administrator_looks_after_teams(administrator: Any, desk: Any) -> None:
    service = Team.objects.get(pk=desk.manager.team.within_id)
    assert (
        send(administrator, "/workforce/teams/add/", kind="team", name="North", within=str(service.pk)).status_code
        == 302
    )
    north = Team.objects.get(name="North")
    changed = send(administrator, f"/workforce/teams/{north.pk}/change/", name="Far North", within=str(service.pk))
    assert changed.status_code == 302
    assert "Far North" in page(administrator, "/workforce/teams/")
    refused = send(administrator, f"/workforce/teams/{desk.manager.team.pk}/close/", **day("on", london_today()))
    assert b"This team still has people or children" in refused.content
    assert send(administrator, f"/workforce/teams/{north.pk}/close/", **day("on", london_today())).status_code == 302


def test_a_user_administrator_sees_no_child(administrator: Any, desk: Any) -> None:
    child = child_of(desk)
    for address in (f"/children/{child}/who/", f"/teams/{desk.manager.team.pk}/", "/line-of-sight/"):
        assert administrator.get(address).status_code == 404
    assert "Tia Bright" not in page(administrator, f"/workforce/{desk.worker.pk}/")


def test_the_list_of_people_is_narrowed_by_name_and_state(administrator: Any, desk: Any) -> None:
    text = page(administrator, "/workforce/?name=will")
    assert "Will Worker" in text
    assert "Sam Service" not in text
    assert "Will Worker" not in page(administrator, "/workforce/?who=left")
    assert administrator.get("/workforce/?page=%00&name=%00&who=%00").status_code == 200


def test_a_user_administrator_cannot_change_their_own_account(administrator: Any) -> None:
    me = Practitioner.objects.get(posts__role="user_administrator")
    assert "This is your own account" in page(administrator, f"/workforce/{me.pk}/")
    refused = send(administrator, f"/workforce/{me.pk}/suspend/")
    assert b"You cannot change your own role, team or account" in refused.content
