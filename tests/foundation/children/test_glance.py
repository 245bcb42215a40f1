"""The top of a child's record: how things stand today, and every clock with its fact, its reason and its rule."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters.glance import files, glance
from sightline.foundation.children.queries.holding import known_to_boards
from sightline.foundation.history import History, record_history
from sightline.foundation.timescales.actions import explain_delay
from sightline.foundation.timescales.held import FilesOfOneKind, Held, held_about
from sightline.foundation.timescales.models import ClockRow, Coverage
from sightline.practice.child_protection.rules import INITIAL_CONFERENCE
from tests.builders.child_protection import strategy_discussion
from tests.builders.documents import person
from tests.builders.visits import visit
from tests.builders.workforce import BUILDER, as_builder, involve, practitioner
from tests.foundation.workforce.pages_in_use import page

pytestmark = pytest.mark.django_db
Sign = Callable[[Any], Any]
LATE = timedelta(days=60)


@pytest.fixture
def child() -> Any:
    """A child for whom enquiries began two months ago and who was seen last week."""
    tia, worker = person("Tia", "Seaton"), practitioner()
    involve(tia, practitioner=worker)
    strategy_discussion([tia], decision="begin_enquiries", on=london_today() - LATE)
    visit([tia], on=london_today() - timedelta(days=7))
    return tia, worker


def conference(child: Any) -> ClockRow:
    return ClockRow.objects.get(child=child, timescale=INITIAL_CONFERENCE.id)


def test_the_overview_says_how_things_stand_and_since_when(child: Any, client_of: Sign) -> None:
    tia, worker = child
    shown = page(client_of(worker), reverse("children:child", args=[tia]))
    for words in ("Section 47 enquiries under way, since ", "Last seen", "Still to do", "Plans"):
        assert words in shown
    for route in ("children:clocks", "chronology:over_time", "children:family", "plans:plans", "oversight:thread"):
        assert reverse(route, args=[tia]) in shown


def test_a_clock_leads_to_its_fact_and_to_its_rule(child: Any, client_of: Sign) -> None:
    tia, worker = child
    client = client_of(worker)
    clock = reverse("timescales:clock", args=[tia, conference(tia).pk])
    rule = reverse("timescales:one", args=[INITIAL_CONFERENCE.id])
    overview, clocks = (page(client, reverse(f"children:{name}", args=[tia])) for name in ("child", "clocks"))
    for shown in (overview, clocks):
        assert (f'href="{clock}"' in shown, f'href="{rule}"' in shown) == (True, True)
    facts = set(re.findall(r'href="([^"]+)"[^>]*>[^<]*\d+ \w+ \d{4}<', clocks))
    assert facts
    assert all(client.get(address.replace("&amp;", "&")).status_code == 200 for address in facts)


def test_a_clock_says_why_it_is_late(child: Any, client_of: Sign) -> None:
    tia, worker = child
    why = "The family asked for another interpreter"
    with as_builder():
        explain_delay(clock=conference(tia), on=london_today(), reason=why, by=BUILDER)
    for name in ("child", "clocks"):
        assert f"Reason for delay: {why}" in page(client_of(worker), reverse(f"children:{name}", args=[tia]))


def test_the_overview_says_what_files_hold_until_when_and_what_they_do_not(child: Any, client_of: Sign) -> None:
    tia, worker = child
    address = reverse("children:child", args=[tia])
    assert "Held and not held from files" not in page(client_of(worker), address)
    with as_builder():
        for day in (date(2023, 3, 31), date(2024, 3, 31)):
            told = [Coverage(child_id=tia, origin="ssda903", kinds=["care.Home"], held_until=day)]
            record_history(history=History(told, "test"), by=BUILDER)
        assert known_to_boards(tia)[1] == held_about(tia)
    shown = page(client_of(worker), address)
    assert "What files brought is as at 31 March 2024" in shown
    assert re.search(r"<dt>The SSDA903 return speaks until 31 March 2024</dt><dd>[^<,]+</dd>", shown)
    (not_held,) = re.findall(r"<dt>Not held in this file</dt><dd>([^<]+)</dd>", shown)
    assert "assessments" in not_held


def test_the_time_that_a_file_covers_is_said_whole() -> None:
    year = FilesOfOneKind("SSDA903 return", date(2022, 4, 1), date(2023, 3, 31), ("Home", "Legal status"))
    shown = files(Held((year,), ("Contacts", "Early help")))
    assert shown is not None
    assert shown.covered == [("The SSDA903 return covers 1 April 2022 to 31 March 2023", "Home, legal status")]
    assert shown.not_held == "Contacts, early help"
    assert files(Held()) is None


def test_nothing_recorded_is_said_and_not_left_empty(client_of: Sign) -> None:
    tia, worker = person("New", "Comer"), practitioner()
    involve(tia, practitioner=worker)
    assert glance(tia, london_today()).standing[0].startswith("Nothing that lasts")
    assert "Nothing is due" in page(client_of(worker), reverse("children:clocks", args=[tia]))
