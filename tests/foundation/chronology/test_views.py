"""The chronology on screen: everything, marked as corrected, late or a mistake, and as it was known on a day."""

import re
from datetime import datetime, timedelta

import pytest

from sightline.foundation.calendar.words import LONDON
from sightline.practice.child_protection.rules import Decision
from tests.builders.child_protection import (
    brothers_and_sisters,
    correct_decision,
    decision_for,
    family,
    strategy_discussion,
)
from tests.builders.workforce import practitioner

pytestmark = pytest.mark.django_db
RECORDED = datetime(2026, 6, 1, 15, tzinfo=LONDON)
A_WEEK_LATER = RECORDED + timedelta(days=7)
AS_KNOWN_ON_2_JUNE = "?known_on-day=2&known_on-month=6&known_on-year=2026"


@pytest.fixture
def corrected():
    """A discussion that began enquiries about two children; for one of them that was corrected a week later."""
    home = family(2)
    discussion = strategy_discussion(home.children, at=RECORDED)
    correct_decision(decision_for(home.children[0], discussion), Decision.NO_ENQUIRIES, at=A_WEEK_LATER)
    return home


def page(client, child, query=""):
    response = client.get(f"/chronology/children/{child}/{query}")
    assert response.status_code == 200
    return response.content.decode()


def test_what_was_corrected_stays_readable_with_the_reason(client_of, corrected):
    text = page(client_of(corrected.worker), corrected.children[0])
    assert "Strategy discussion: no section 47 enquiries" in text
    assert "Strategy discussion: begin section 47 enquiries" in text
    assert "Why: Typed in the wrong box" in text
    assert "Recorded by mistake" in text  # the enquiries that should not have begun


def test_as_known_before_the_correction_the_correction_is_not_there(client_of, corrected):
    text = page(client_of(corrected.worker), corrected.children[0], AS_KNOWN_ON_2_JUNE)
    assert "As known on" in text
    assert "Strategy discussion: begin section 47 enquiries" in text
    assert "no section 47 enquiries" not in text
    assert "Recorded by mistake" not in text


def test_the_discussion_as_known_before_the_correction_says_what_it_said_then(client_of, corrected):
    client, child = client_of(corrected.worker), corrected.children[0]
    text = page(client, child, AS_KNOWN_ON_2_JUNE)
    link = re.search(r'href="(/child-protection/[^"]*strategy-discussions/[^"]*)"', text)[1].replace("&amp;", "&")
    then = client.get(link).content.decode()
    assert "Begin section 47 enquiries" in then
    assert "does not stand any more" not in then


def test_only_what_is_asked_for_is_shown(client_of, corrected):
    client, child = client_of(corrected.worker), corrected.children[1]
    only_enquiries = page(client, child, "?kinds=child_protection.Section47Enquiry")
    assert "Section 47 enquiry began" in only_enquiries
    assert "Strategy discussion: begin" not in only_enquiries
    assert "Nothing that you asked for is recorded" in page(
        client, child, "?earliest-day=1&earliest-month=7&earliest-year=2026&kinds=child_protection.Section47Enquiry"
    )


def test_something_recorded_more_than_a_day_later_is_marked(client_of):
    home = family(1)
    strategy_discussion(home.children, at=A_WEEK_LATER)
    assert "Recorded late" in page(client_of(home.worker), home.children[0])


def test_a_wrong_period_is_refused_with_a_sentence(client_of, corrected):
    query = "?earliest-day=2&earliest-month=6&earliest-year=2026&latest-day=1&latest-month=6&latest-year=2026"
    assert "The last day must not be before the first" in page(
        client_of(corrected.worker), corrected.children[0], query
    )


@pytest.mark.parametrize(
    "query", ["?older=x", "?older=99999999999999999999", "?known_on-day=99", "?kinds=nothing", "?all"]
)
def test_strange_addresses_are_answered_with_a_page(client_of, corrected, query):
    page(client_of(corrected.worker), corrected.children[0], query)


def test_another_teams_child_is_not_there(client_of, corrected):
    child = brothers_and_sisters(1)[0]
    assert client_of(practitioner()).get(f"/chronology/children/{child}/").status_code == 404


def test_a_long_record_takes_as_many_queries_as_a_short_one(client_of, django_assert_max_num_queries):
    home = family(1)
    client, child = client_of(home.worker), home.children[0]
    for number in range(60):
        strategy_discussion([child], decision=Decision.NO_ENQUIRIES, at=RECORDED + timedelta(hours=number))
    page(client, child)
    with django_assert_max_num_queries(25):
        text = page(client, child)
    older = text.split("Load older")[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
    rest = page(client, child, older)
    assert (text.count("Strategy discussion: no"), rest.count("Strategy discussion: no")) == (50, 10)
    assert page(client, child, "?all=1").count("Strategy discussion: no") == 60
