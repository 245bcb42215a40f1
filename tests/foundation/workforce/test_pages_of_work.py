"""My work, teams and line of sight: what they show, to whom, and in how many queries."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sightline.foundation.access.actions import look
from sightline.foundation.audit_trail.models import ReadEvent
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.facts import Acting
from sightline.foundation.workforce import actions
from tests.builders.child_protection import strategy_discussion
from tests.builders.documents import person
from tests.builders.workforce import BUILDER, as_builder, involve, practitioner
from tests.conftest import as_web
from tests.foundation.workforce.pages_in_use import child_of, page

pytestmark = pytest.mark.django_db


def shown_to(them: Any) -> set[Any]:
    events = ReadEvent.objects.filter(practitioner=them.pk)
    return {each for shown in events.values_list("shown", flat=True) for each in shown}


def test_my_work_shows_my_children_and_logs_that_it_did(desk: Any) -> None:
    mine, other = child_of(desk), person("Zed", "Other")
    text = page(desk.client_of(desk.worker), "/")
    assert "Tia Bright" in text
    assert "Zed Other" not in text
    assert "Nothing is due in the next 10 working days" in text
    assert shown_to(desk.worker) == {mine}
    assert other not in shown_to(desk.worker)


def test_whoever_is_on_duty_begins_with_who_waits_for_a_worker(desk: Any) -> None:
    duty = practitioner(role="duty", team=desk.manager.team)
    waiting, held = person("Wait", "Ing"), child_of(desk)
    involve(waiting, "holding_team", team=desk.manager.team)
    text = page(desk.client_of(duty), "/")
    assert "Wait Ing" in text
    assert "Tia Bright" not in text
    assert shown_to(duty) == {waiting}
    assert held not in shown_to(duty)
    assert "Add a child who has no record yet" in text


def test_nobody_begins_where_their_role_does_not_lead(desk: Any) -> None:
    text = page(desk.client_of(practitioner(role="analyst")), "/")
    assert "Line of sight" in text
    assert "Add a child" not in text
    assert "Look for a person" not in text


def test_my_work_shows_what_is_owed_about_each_child(desk: Any) -> None:
    child = child_of(desk)
    strategy_discussion([child], decision="begin_enquiries", on=london_today() - timedelta(days=40))
    text = page(desk.client_of(desk.worker), "/")
    assert "Overdue by" in text
    assert "conference" in text


def test_only_a_worker_owes_and_has_numbers_of_their_own(desk: Any) -> None:
    adviser = practitioner(role="legal", name="Lee Legal")
    involve(child_of(desk), "legal", practitioner=adviser)
    own, seen = page(desk.client_of(desk.worker), "/"), page(desk.client_of(adviser), "/")
    assert "What you owe" in own
    assert "Your work in numbers" in own
    assert "Tia Bright" in seen
    assert "What is due" in seen
    assert "Your work in numbers" not in seen


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


def test_my_work_tells_who_looked_without_working_with_the_child(desk: Any) -> None:
    child, auditor = child_of(desk), practitioner(role="auditor", name="Ola Auditor")
    by = Acting(practitioner_id=auditor.pk, role="auditor", team_id=auditor.team.pk, basis="may look with a reason")
    with as_web(auditor):
        reason = {"reason_code": "quality", "reason": "Complaint 17 asks whether visits were made."}
        look(person=child, now=timezone.now(), by=by, **reason)
    text = page(desk.client_of(desk.worker), "/")
    assert "Ola Auditor" in text
    assert "Complaint 17" in text


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
    clocks = page(client, f"/line-of-sight/{desk.manager.team.pk}/clocks/?which=overdue")
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
