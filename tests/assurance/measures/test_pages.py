"""The pages of measures, and how their cases are kept."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.assurance.measures import counting, presenters
from sightline.assurance.measures.models import MeasuredCase
from sightline.assurance.measures.queries import Figure
from sightline.assurance.measures.rules import measures
from sightline.foundation.calendar.instants import london_today
from sightline.practice.front_door.models import Referral
from tests.builders.measures import contact, decided, told
from tests.builders.people import child, worker_of
from tests.builders.workforce import practitioner, team

pytestmark = pytest.mark.django_db
MOST_QUERIES = 25


def test_a_correction_changes_the_measure_and_counting_again_changes_nothing() -> None:
    what = contact(child())
    decided(what, timedelta(days=1))
    rows = sorted(MeasuredCase.objects.values_list("code", "counted"))
    counting.refresh([what.child_id])
    assert sorted(MeasuredCase.objects.values_list("code", "counted")) == rows


def test_counting_asks_as_much_for_many_children_as_for_one() -> None:
    children = [child(f"Child {number}") for number in range(6)]
    for each in children:
        decided(contact(each), timedelta(days=1))
    asked = []
    for some in (children[:1], children):
        with CaptureQueriesContext(connection) as found:
            counting.refresh([each.pk for each in some])
        asked.append(len(found))
    assert asked[0] == asked[1]


def test_each_number_leads_to_its_list_and_a_rate_without_children_to_none(client_of: Any) -> None:
    mine, other = child("Mine"), child("Other")
    for each in (mine, other):
        told(Referral(child=each, began=london_today()))
    worker = worker_of(mine, role="team_manager")
    client = client_of(worker)
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/measures/").content.decode()
    assert len(asked) <= MOST_QUERIES
    address = re.search(r'href="(/measures/FD9/[^"]*)"', page)
    assert address is not None
    with CaptureQueriesContext(connection) as asked:
        listed = client.get(address[1].replace("&amp;", "&")).content.decode()
    assert len(asked) <= MOST_QUERIES
    assert ("Mine" in listed, "Other" in listed) == (True, False)
    chosen = {
        words: client.get(f"/measures/FD10/?months=12{query}").content.decode()
        for words, query in (("All cases", ""), ("Only those found", "&found=yes"))
    }
    assert ["Mine" in chosen[words] for words in chosen] == [True, False]
    assert all(re.search(f'aria-current="page"[^>]*>{words}', page) for words, page in chosen.items())
    assert client.get("/measures/AS3/").status_code == 404
    assert client.get("/measures/none/").status_code == 404
    assert "/measures/AS3/" not in page
    director = client_of(practitioner(role="director", team=team("Eastmere", kind="authority")))
    everybody = director.get("/measures/FD9/").content.decode()
    assert ("Mine" in everybody, "Other" in everybody) == (True, True)


def test_contacts_are_a_rate_of_the_children_of_the_area_only_for_the_whole_authority(
    client_of: Any, settings: Any
) -> None:
    settings.SIGHTLINE_CHILDREN = 8_000
    mine = child("Mine")
    told(Referral(child=mine, began=london_today()))
    director = client_of(practitioner(role="director", team=team("Eastmere", kind="authority")))
    assert "1.2 per 10,000" in director.get("/measures/").content.decode()  # 1 of 8,000
    manager = client_of(worker_of(mine, role="team_manager"))
    assert "per 10,000" not in manager.get("/measures/").content.decode()
    settings.SIGHTLINE_CHILDREN = 0
    assert "per 10,000" not in director.get("/measures/").content.decode()


def test_a_share_of_fewer_than_ten_is_a_count() -> None:
    fd10 = measures()["FD10"]
    assert [presenters.share(Figure(fd10, 3, of)) for of in (0, 9, 10)] == ["", "Too few", "30.0%"]
