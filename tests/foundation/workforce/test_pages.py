"""The pages of the workforce area: what they show, to whom, and in how many queries."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.audit_trail.models import ReadEvent
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce import actions, queries
from sightline.foundation.workforce.models import Cover, Duty, Involvement, Practitioner, Team
from tests.builders.child_protection import strategy_discussion
from tests.builders.documents import person
from tests.builders.workforce import BUILDER, as_builder, involve, practitioner

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client_of: Any) -> Any:
    """A team with a manager and a worker."""

    class Desk:
        manager = practitioner(role="team_manager", name="Mina Manager")
        worker = practitioner(team=manager.team, manager=manager, name="Will Worker")
        head = practitioner(role="service_manager", team=None, name="Sam Service")

    with as_builder():
        service = queries.team(Desk.manager.team.within_id)
        actions.change_post(
            practitioner_id=Desk.head.pk, role="service_manager", team_id=service.pk, manager_id=None,
            on=london_today(), by=BUILDER,
        )  # fmt: skip
    Desk.client_of = staticmethod(client_of)
    return Desk


def page(client: Any, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, response
    return str(response.content.decode())


def shown_to(them: Any) -> set[Any]:
    events = ReadEvent.objects.filter(practitioner=them.pk)
    return {each for shown in events.values_list("shown", flat=True) for each in shown}


def child_of(desk: Any, name: str = "Tia") -> Any:
    child = person(name, "Bright")
    involve(child, practitioner=desk.worker)
    return child


def test_my_work_shows_my_children_and_logs_that_it_did(desk: Any) -> None:
    mine, other = child_of(desk), person("Zed", "Other")
    text = page(desk.client_of(desk.worker), "/")
    assert "Tia Bright" in text
    assert "Zed Other" not in text
    assert "Nothing is due in the next 10 working days" in text
    assert shown_to(desk.worker) == {mine}
    assert other not in shown_to(desk.worker)


def test_my_work_shows_what_is_owed_about_each_child(desk: Any) -> None:
    child = child_of(desk)
    strategy_discussion([child], decision="begin_enquiries", on=london_today() - timedelta(days=40))
    text = page(desk.client_of(desk.worker), "/")
    assert "Overdue by" in text
    assert "conference" in text


def test_a_manager_sees_what_waits_for_agreement(desk: Any) -> None:
    child = child_of(desk)
    strategy_discussion([child], decision="begin_enquiries", on=london_today() - timedelta(days=3))
    assert "Waiting for your agreement" in page(desk.client_of(desk.manager), "/")
    assert "Waiting for your agreement" not in page(desk.client_of(desk.worker), "/")


def test_my_work_says_whom_i_cover_for(desk: Any) -> None:
    child_of(desk)
    colleague = practitioner(team=desk.manager.team, name="Cora Cover")
    with as_builder():
        today = london_today()
        actions.arrange_cover(
            practitioner_id=desk.worker.pk, covered_by_id=colleague.pk, reason="leave", began=today,
            until=today + timedelta(days=3), by=BUILDER,
        )  # fmt: skip
    text = page(desk.client_of(colleague), "/")
    assert "Tia Bright" in text
    assert "Allocated worker, covering for Will Worker" in text


def test_a_team_sees_who_waits_and_who_works_with_whom(desk: Any) -> None:
    child_of(desk)
    involve(person("Wai", "Ting"), "holding_team", team=desk.manager.team, priority="urgent", on=london_today())
    text = page(desk.client_of(desk.worker), f"/teams/{desk.manager.team.pk}/")
    assert "Wai Ting" in text
    assert "Urgent" in text
    assert "Tia Bright" in text
    assert len(shown_to(desk.worker)) == 2


def test_numbers_about_one_worker_are_for_their_own_manager(desk: Any) -> None:
    child_of(desk)
    address = f"/teams/{desk.manager.team.pk}/"
    assert "1 child" in page(desk.client_of(desk.manager), address)
    assert "1 child" not in page(desk.client_of(desk.head), address)
    assert "1 child" not in page(desk.client_of(desk.worker), address)


def test_another_team_is_no_page(desk: Any) -> None:
    stranger = desk.client_of(practitioner(role="team_manager"))
    forbidden = stranger.get(f"/teams/{desk.manager.team.pk}/")
    absent = stranger.get("/teams/0198a5a0-0000-7000-8000-000000000000/")
    assert (forbidden.status_code, absent.status_code) == (404, 404)
    assert forbidden.content == absent.content


def test_line_of_sight_counts_and_leads_to_lists(desk: Any) -> None:
    child = child_of(desk)
    strategy_discussion([child], decision="begin_enquiries", on=london_today() - timedelta(days=40))
    client = desk.client_of(desk.head)
    text = page(client, "/line-of-sight/")
    assert desk.manager.team.name in text
    assert "Tia Bright" not in text
    assert "Will Worker" not in text
    assert shown_to(desk.head) == set()
    clocks = page(client, f"/line-of-sight/{desk.manager.team.pk}/clocks/?state=overdue")
    assert "Tia Bright" in clocks
    assert shown_to(desk.head) == {child}


def test_line_of_sight_is_for_managers_and_ends_at_their_teams(desk: Any) -> None:
    assert desk.client_of(desk.worker).get("/line-of-sight/").status_code == 404
    stranger = desk.client_of(practitioner(role="service_manager"))
    assert stranger.get(f"/line-of-sight/{desk.manager.team.pk}/").status_code == 404


def queries_of(client: Any, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        page(client, address)
    return len(captured)


@pytest.mark.parametrize("where", ["/", "/teams/{team}/", "/line-of-sight/", "/line-of-sight/{team}/clocks/"])
def test_as_many_queries_for_many_children_as_for_few(desk: Any, where: str) -> None:
    client, address = desk.client_of(desk.manager), where.format(team=desk.manager.team.pk)
    grow(desk, 2)
    page(client, address)
    few = queries_of(client, address)
    grow(desk, 6)
    assert queries_of(client, address) == few
    assert few <= 25


def grow(desk: Any, number: int) -> None:
    for _ in range(number):
        worker = practitioner(team=desk.manager.team, manager=desk.manager)
        child, waiting = person("Max", "Load"), person("Wait", "Ing")
        involve(child, practitioner=worker)
        involve(waiting, "holding_team", team=desk.manager.team)
        strategy_discussion([child], decision="begin_enquiries", on=london_today() - timedelta(days=40))


# Pages of managers and user administrators, used by hand


def send(client: Any, address: str, **answers: Any) -> Any:
    form = client.get(address).context["form"]
    sent = {"draft": form.autosave.draft, "draft_version": "0", **answers}
    if "seen_version" in form.fields:
        sent["seen_version"] = str(form["seen_version"].value())
    return client.post(address, sent)


def day(name: str, of: date) -> dict[str, str]:
    return {f"{name}-day": str(of.day), f"{name}-month": str(of.month), f"{name}-year": str(of.year)}


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
    response = send(client, "/duty/add/", **shift, out_of_hours="no", **day("on", today))
    assert response.status_code == 302, response.context["form"].errors
    text = page(client, "/cover/")
    assert "Cora Cover" in text
    assert "Will Worker" in text
    assert send(client, f"/cover/{Cover.objects.get().pk}/end/").status_code == 302
    assert send(client, f"/duty/{Duty.objects.get().pk}/end/").status_code == 302
    stranger = desk.client_of(practitioner(role="team_manager"))
    assert "Cora Cover" not in page(stranger, "/cover/")


@pytest.fixture
def administrator(client_of: Any, db: None) -> Any:
    """A user administrator who has just shown who they are."""
    import time

    client = client_of(practitioner(role="user_administrator"))
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": time.time()}]
    session.save()
    return client


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
