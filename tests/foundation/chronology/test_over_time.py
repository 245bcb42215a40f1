"""What lasted for a child: one query for every kind, drawn and listed, and the line that says what lasts today."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sightline.foundation.area import lasting
from sightline.foundation.children.presenters import glance
from sightline.foundation.chronology import presenters, queries
from tests.builders.child_protection import enquiry_outcome, strategy_discussion
from tests.builders.people import child, worker_of
from tests.builders.workforce import as_builder

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TODAY = date(2026, 6, 30)


def test_every_kind_that_lasts_is_asked_for_in_one_query() -> None:
    tia = child()
    strategy_discussion([tia.pk], on=date(2026, 6, 1))
    enquiry_outcome(tia.pk, on=date(2026, 6, 12))
    strategy_discussion([tia.pk], on=date(2026, 6, 20))
    with as_builder(), CaptureQueriesContext(connection) as asked:
        found = queries.lasted(tia.pk)
    assert len([each for each in asked if each["sql"].lstrip("( ").startswith("SELECT")]) == 1
    assert [(each.began, each.ended) for each in found] == [
        (date(2026, 6, 1), date(2026, 6, 12)),
        (date(2026, 6, 20), None),
    ]
    with as_builder():
        assert glance.standing(tia.pk, TODAY) == ["Section 47 enquiries under way, since 20 June 2026"]


def test_the_status_line_is_empty_when_nothing_lasts() -> None:
    with as_builder():
        assert glance.standing(child().pk, TODAY) == []


def test_what_a_file_alone_told_of_lasts_until_the_last_day_for_which_it_speaks() -> None:
    each = queries.Lasted(lasting()[0], date(2016, 11, 24), None, "Parental illness", told_until=date(2018, 3, 31))
    assert presenters.ending(each, TODAY) == "31 March 2018 or later: nothing is held after it"
    assert presenters.bar(each, TODAY).ended == date(2018, 3, 31)
    assert presenters.how_long(each, TODAY) == "At least 16 months"
    assert presenters.ending(each, date(2018, 3, 31)) == "now"


def test_each_declared_kind_lasts_and_says_its_code_in_words() -> None:
    for kind in lasting():
        names = {field.name for field in kind.model._meta.concrete_fields}
        assert {"began", "ended"} <= names, kind.model
        assert not kind.code or kind.code in names, kind.model
        assert kind.words("") == kind.label()


@pytest.mark.parametrize(
    ("began", "ended", "words"),
    [
        (date(2026, 6, 29), None, "1 day"),
        (date(2026, 1, 31), date(2026, 4, 30), "89 days"),
        (date(2025, 6, 30), None, "12 months"),
        (date(2020, 1, 30), date(2023, 3, 1), "3 years 1 month"),
        (date(2016, 6, 30), None, "10 years"),
    ],
)
def test_how_long_is_said_in_days_then_months_then_years(began: date, ended: date | None, words: str) -> None:
    each = queries.Lasted(lasting()[0], began, ended, "")
    assert presenters.how_long(each, TODAY) == words


def test_the_page_draws_and_lists_what_lasted_and_says_when_there_is_nothing(client_of: Any) -> None:
    tia = child()
    client = client_of(worker_of(tia))
    address = reverse("chronology:over_time", args=[tia.pk])
    assert b"Nothing that lasted is recorded yet" in client.get(address).content
    strategy_discussion([tia.pk], on=date(2026, 6, 1))
    page = client.get(address).content.decode()
    assert "sl-strips__bar" in page
    assert "1 June 2026" in page
