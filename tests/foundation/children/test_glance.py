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


def test_a_record_says_until_when_files_speak() -> None:
    assert files(None) == ""
    assert "31 March 2024" in files(date(2024, 3, 31))


def test_the_last_file_counts(child: Any) -> None:
    tia, _ = child
    with as_builder():
        assert known_to_boards(tia)[1] is None
        for day in (date(2023, 3, 31), date(2024, 3, 31)):
            told = [Coverage(child_id=tia, origin="cin", kinds=[], held_until=day)]
            record_history(history=History(told, "test"), by=BUILDER)
        assert known_to_boards(tia)[1] == date(2024, 3, 31)


def test_nothing_recorded_is_said_and_not_left_empty(client_of: Sign) -> None:
    tia, worker = person("New", "Comer"), practitioner()
    involve(tia, practitioner=worker)
    assert glance(tia, london_today()).standing[0].startswith("Nothing that lasts")
    assert "Nothing is due" in page(client_of(worker), reverse("children:clocks", args=[tia]))
