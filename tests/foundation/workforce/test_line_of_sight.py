"""Line of sight: every number leads to its list and on to the child; figures of a worker stop at their manager."""

import re
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.audit_trail.models import ReadEvent
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce.presenters.kept_lists import list_at
from tests.builders.child_protection import strategy_discussion
from tests.builders.documents import person
from tests.builders.visits import visit
from tests.builders.workforce import involve, practitioner
from tests.foundation.workforce.pages_in_use import page, send

pytestmark = pytest.mark.django_db
LONG_BEFORE = timedelta(days=200)
MOST_QUERIES = 25


@pytest.fixture
def children(desk: Any) -> Any:
    """Three children of the team: one seen lately, one long ago, one never and without a worker."""

    class Children:
        seen, forgotten, waiting = person("Sol", "Seen"), person("Fay", "Forgotten"), person("Wes", "Waiting")

    today = london_today()
    for child in (Children.seen, Children.forgotten):
        involve(child, practitioner=desk.worker, on=today - LONG_BEFORE)
    involve(Children.waiting, "holding_team", team=desk.manager.team, on=today - timedelta(days=20))
    visit([Children.seen], on=today - timedelta(days=3))
    visit([Children.forgotten], on=today - timedelta(days=60))
    strategy_discussion([Children.forgotten], decision="begin_enquiries", on=today - timedelta(days=40))
    return Children


def list_of(desk: Any, whose: Any, address: str) -> str:
    return page(desk.client_of(whose), f"/line-of-sight/{desk.manager.team.pk}/{address}")


def test_a_number_leads_to_its_list_and_the_list_to_the_child(desk: Any, children: Any) -> None:
    board = page(desk.client_of(desk.manager), "/line-of-sight/")
    there = f"/line-of-sight/{desk.manager.team.pk}/children/?which=not_seen"
    assert there in board
    found = page(desk.client_of(desk.manager), there)
    assert ("Fay Forgotten" in found, "Sol Seen" in found, "Wes Waiting" in found) == (True, False, False)
    assert f"/visits/{children.forgotten}/" in found or f"/children/{children.forgotten}/" in found


def test_lists_are_narrowed_and_stand_in_the_order_asked_for(desk: Any, children: Any) -> None:
    everybody = list_of(desk, desk.manager, "children/?order=seen")
    names = ["Wes Waiting", "Fay Forgotten", "Sol Seen"]
    assert sorted(names, key=everybody.index) == names
    waiting = list_of(desk, desk.manager, "children/?which=waiting")
    assert ("Wes Waiting" in waiting, "Sol Seen" in waiting) == (True, False)
    assert "Fay Forgotten" in list_of(desk, desk.manager, "clocks/?which=overdue&tier=G&kind=s47_to_icpc")
    assert "Fay Forgotten" not in list_of(desk, desk.manager, "clocks/?which=missing")


@pytest.mark.parametrize("query", ["which=x&order=y&team=z&page=w", "page=999999999999", "team=none", "which=%00"])
def test_an_address_that_asks_for_nonsense_is_answered(desk: Any, children: Any, query: str) -> None:
    assert "Line of sight" in list_of(desk, desk.manager, f"children/?{query}")
    assert "Line of sight" in list_of(desk, desk.manager, f"clocks/?kind=none&{query}")


def test_figures_about_a_worker_are_for_them_and_their_manager(desk: Any, children: Any) -> None:
    address = f"/line-of-sight/workers/{desk.worker.pk}/"
    assert "Will Worker" in page(desk.client_of(desk.manager), "/line-of-sight/")
    assert "Overdue" in page(desk.client_of(desk.manager), address)
    assert "Overdue" in page(desk.client_of(desk.worker), address)
    assert "Fay Forgotten" in page(desk.client_of(desk.worker), f"{address}clocks/")
    for other in (desk.head, practitioner(team=desk.manager.team), practitioner(role="analyst")):
        for part in ("", "children/", "children/file/", "clocks/", "clocks/file/"):
            assert desk.client_of(other).get(address + part).status_code == 404


def test_no_page_above_the_manager_names_a_worker(desk: Any, children: Any) -> None:
    for part in ("", "children/", "clocks/"):
        assert "Will Worker" not in list_of(desk, desk.head, part)
    service = desk.manager.team.within_id
    for part in ("", "children/", "clocks/", "spread/"):
        assert "Will Worker" not in page(desk.client_of(desk.head), f"/line-of-sight/{service}/{part}")
    assert "Will Worker" in list_of(desk, desk.manager, "children/")


def test_an_analyst_sees_numbers_of_records_and_no_names(desk: Any, children: Any) -> None:
    analyst = practitioner(role="analyst", team=desk.manager.team)
    found = page(desk.client_of(analyst), f"/line-of-sight/{desk.manager.team.pk}/children/")
    assert "Record " in found
    assert "Fay" not in found


def test_only_overseers_are_led_to_what_waits_for_agreement(desk: Any, children: Any) -> None:
    strategy_discussion([children.seen], decision="begin_enquiries", on=london_today())
    analyst = practitioner(role="analyst", team=desk.manager.team)
    for reader, leads_on in ((desk.manager, True), (analyst, False)):
        assert ("/oversight/waiting/" in page(desk.client_of(reader), "/line-of-sight/")) is leads_on


def test_a_file_is_logged_with_everybody_in_it_and_holds_no_formula(desk: Any, children: Any) -> None:
    odd = person("=HYPERLINK(1)", "Formula")
    involve(odd, practitioner=desk.worker)
    response = desk.client_of(desk.manager).get(f"/line-of-sight/{desk.manager.team.pk}/children/file/")
    assert (response.status_code, response.streaming) == (200, False)
    text = response.content.decode("utf-8-sig")
    assert '"\'=HYPERLINK(1) Formula"' in text
    event = ReadEvent.objects.filter(practitioner=desk.manager.pk, route__contains="file").get()
    assert set(event.shown) == {children.seen, children.forgotten, children.waiting, odd}
    assert text.count("\r\n") == 5


def test_a_spread_is_of_several_teams_only(desk: Any, children: Any) -> None:
    team = desk.manager.team
    assert desk.client_of(desk.head).get(f"/line-of-sight/{team.pk}/spread/").status_code == 404
    found = page(desk.client_of(desk.head), f"/line-of-sight/{team.within_id}/spread/")
    assert "Children of each worker" in found
    assert "Too few to say" in found


@pytest.mark.parametrize("where", ["", "children/", "clocks/", "children/file/", "clocks/file/"])
def test_as_many_questions_for_many_children_as_for_few(desk: Any, children: Any, where: str) -> None:
    address, client = f"/line-of-sight/{desk.manager.team.pk}/{where}", desk.client_of(desk.manager)
    page(client, address)
    few = questions(client, address)
    for number in range(4):
        worker = practitioner(team=desk.manager.team, manager=desk.manager)
        more = person("Max", f"Load {number}")
        involve(more, practitioner=worker, on=date(2026, 1, 5))
        strategy_discussion([more], decision="begin_enquiries", on=london_today() - timedelta(days=40))
    assert questions(client, address) == few
    assert few <= MOST_QUERIES


def questions(client: Any, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        page(client, address)
    return len(asked)


def test_a_download_is_logged_as_one_with_its_length_and_what_it_is_narrowed_to(desk: Any, children: Any) -> None:
    list_of(desk, desk.manager, "children/file/?which=not_seen&order=seen&team=nonsense")
    event = ReadEvent.objects.get(practitioner=desk.manager.pk, route__contains="file")
    assert (event.basis, set(event.shown)) == ("downloaded, 1 lines: which=not_seen", {children.forgotten})


def test_a_list_is_kept_under_a_name_by_whoever_narrowed_it(desk: Any, children: Any) -> None:
    client, narrowed = desk.client_of(desk.manager), f"/line-of-sight/{desk.manager.team.pk}/children/?which=not_seen"
    (keep,) = re.findall(r'href="(/kept-lists/keep/[^"]+)"', page(client, narrowed))
    kept = send(client, keep, name="Not seen", of=narrowed)
    assert (kept.status_code, kept.headers["Location"]) == (302, "/")
    (href, remove) = re.findall(r'href="([^"]+)">Not seen</a> <a [^>]*href="([^"]+)"', page(client, "/"))[0]
    assert href == narrowed
    assert "Fay Forgotten" in page(client, href)
    assert "Not seen" not in page(desk.client_of(desk.worker), "/")
    assert desk.client_of(desk.worker).get(remove).status_code == 404
    send(client, remove)
    assert "Lists you keep" not in page(client, "/")


@pytest.mark.parametrize("of", ["", "/", "https://elsewhere.example/", "/line-of-sight/", "\0"])
def test_only_lists_are_kept(desk: Any, of: str) -> None:
    client = desk.client_of(desk.manager)
    assert "Open a list" in client.get("/kept-lists/keep/", {"of": of}).content.decode()
    assert client.post("/kept-lists/keep/", {"name": "x", "of": of}).status_code == 404


def test_of_an_address_only_answers_to_the_questions_of_lists_are_kept() -> None:
    address = f"/line-of-sight/{uuid4()}/clocks/"
    found = list_at(f"{address}?which=overdue&q=Ava+Bright&page=3&kind={'x' * 61}&tier=")
    assert found is not None
    assert (found.route, found.query) == ("workforce:clocks_of_team", "which=overdue")
