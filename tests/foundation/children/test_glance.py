"""The top of a child's record: how things stand today, and every clock with its fact, its reason and its rule."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters.glance import files, glance
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


def test_a_record_says_until_when_files_speak(child: Any) -> None:
    tia, _ = child
    assert files(tia) == ""
    day = london_today() - timedelta(days=400)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sightline.foundation.children.presenters.glance.last_day_of_files", lambda child: day)
        assert str(day.year) in files(tia)
    assert Coverage.objects.count() == 0


def test_nothing_recorded_is_said_and_not_left_empty(client_of: Sign) -> None:
    tia, worker = person("New", "Comer"), practitioner()
    involve(tia, practitioner=worker)
    assert glance(tia, london_today()).standing[0].startswith("Nothing that lasts")
    assert "Nothing is due" in page(client_of(worker), reverse("children:clocks", args=[tia]))
