"""How far decision-makers lie apart (AS4): reckoned from what is recorded, with its list and no name too many."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.assurance.measures import queries
from sightline.assurance.measures.queries import Period
from sightline.foundation.calendar.instants import london_today
from sightline.practice.front_door.models import DecidedContact
from tests.builders.measures import EVERYBODY, decided_many, figure
from tests.builders.people import child
from tests.builders.workforce import as_builder, practitioner, team

pytestmark = pytest.mark.django_db
MOST_QUERIES = 25


def test_the_kind_of_a_contact_is_its_source_and_the_first_concern_named_by_then() -> None:
    worker, about = practitioner(), child()
    decided_many(worker, about, 1, concerns=("parent_mental_health", "neglect"), source="3B")
    decided_many(worker, about, 1, source="6")
    rows = DecidedContact.objects.filter(child=about)
    assert {(each.contact_source, each.issue) for each in rows} == {("3B", "neglect"), ("6", "")}


def test_the_spread_is_of_decisions_by_who_made_thirty_in_the_period_and_its_list_is_those() -> None:
    today, about = london_today(), child()
    ann, ben, few = practitioner(), practitioner(), practitioner()
    decided_many(ann, about, 40, sent=30, source="3A")
    decided_many(ben, about, 40, sent=10, source="3F")  # another part of the health services
    decided_many(few, about, 29, sent=0, source="6")
    decided_many(few, about, 1, on=today - timedelta(days=400))  # too long ago to make it thirty
    found = next(each for each in queries.figures(EVERYBODY, Period(12, today)) if each.measure.code == "AS4")
    assert figure("AS4", Period(12, today)) == (40, 80)
    assert found.spread is not None
    assert found.spread.shares == pytest.approx([0.5 - 0.2375, 0.5 + 0.2375])  # test_threshold_spread.py
    listed = {
        only: queries.cases_behind(EVERYBODY, Period(12, today), found.measure, counted_only=only).count()
        for only in (True, False)
    }
    assert listed == {True: 40, False: 80}


def test_a_director_finds_the_spread_its_list_and_no_name_but_a_manager_finds_their_own(client_of: Any) -> None:
    manager = practitioner(role="team_manager")
    ann, ben = practitioner(team=manager.team, manager=manager), practitioner()
    about = child("Mine")
    decided_many(ann, about, 40, sent=30)
    decided_many(ben, about, 40, sent=10)
    director = client_of(practitioner(role="director", team=team("Eastmere", kind="authority")))
    page = director.get("/measures/").content.decode()
    assert ">26% to 74%<" in page
    address = re.search(r'href="(/measures/AS4/[^"]*)">40', page)
    assert address is not None
    with CaptureQueriesContext(connection) as asked:
        listed = director.get(address[1].replace("&amp;", "&")).content.decode()
    assert len(asked) <= MOST_QUERIES
    assert "Mine" in listed
    afterwards = director.get("/front-door/afterwards/").content.decode()
    for shown in (listed, afterwards):
        assert "the shares of 2 decision-makers of the whole authority lie at 26% to 74%" in shown
        assert (ann.name in shown, ben.name in shown) == (False, False)
    own = client_of(manager)
    for shown in (own.get(each).content.decode() for each in ("/measures/AS4/", "/front-door/afterwards/")):
        assert (ann.name in shown, ben.name in shown) == (True, False)


def test_too_few_decisions_are_said_to_be_too_few(client_of: Any) -> None:
    with as_builder():
        assert figure("AS4", Period(12, london_today())) == (0, 0)
    page = client_of(practitioner(role="director", team=team("Eastmere", kind="authority"))).get("/measures/AS4/")
    assert "Fewer than two decision-makers decided 30 or more contacts" in page.content.decode()
