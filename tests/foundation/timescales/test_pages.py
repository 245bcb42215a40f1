"""Timescales on screen: limits and their sources, limits of our own from a day on, and what is said of a clock."""

from datetime import date, datetime

import pytest
from django.urls import reverse

from sightline.foundation.calendar.words import LONDON
from sightline.foundation.timescales.catalogue import known
from sightline.foundation.timescales.models import ClockReason, ClockRow, LocalLimit
from tests.builders.child_protection import family, strategy_discussion
from tests.builders.workforce import as_builder, practitioner
from tests.conftest import as_jobs
from tests.practice.child_protection.pages import text_of, ticket

pytestmark = pytest.mark.django_db

FROM = {"effective_from-day": "1", "effective_from-month": "6", "effective_from-year": "2026"}


@pytest.fixture
def director(client_of):
    return client_of(practitioner(role="director"))


@pytest.fixture
def set_limit(director):
    """Set a limit as the director; what the page says."""

    def sent(timescale, **answers):
        url = f"/timescales/{timescale}/set/"
        return text_of(director.post(url, FROM | answers | ticket(director.get(url)), follow=True))

    return sent


def in_force():
    with as_jobs():
        return {(limit.timescale, str(limit.allows), limit.happened) for limit in LocalLimit.objects.current()}


def test_the_list_holds_every_timescale_and_says_what_is_not_checked(director, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        page = text_of(director.get("/timescales/"))
    assert [key for key in known() if f"/timescales/{key}/" not in page] == []
    assert "Not checked" in page
    assert "Not counted yet" in page


@pytest.mark.parametrize("timescale", ["core_group_first", "cp_plan_long", "rapid_review"])
def test_the_page_of_a_timescale_says_where_it_comes_from(director, timescale, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        page = text_of(director.get(f"/timescales/{timescale}/"))
    assert "Source" in page
    assert ("not checked" in page) is (timescale == "cp_plan_long")
    assert ("Set our own limit" in page) is (timescale != "rapid_review")


def test_a_word_that_is_no_timescale_has_no_page(director):
    assert director.get("/timescales/no_such/").status_code == 404
    assert director.get("/timescales/rapid_review/set/").status_code == 404


def test_only_a_director_sets_a_limit(client_of):
    client = client_of(practitioner(role="team_manager"))
    assert client.get("/timescales/cp_visit/").status_code == 200
    assert client.get("/timescales/cp_visit/set/").status_code == 404


def test_a_shorter_limit_holds_from_its_day_and_stands_in_the_list(set_limit, director):
    assert "15 working days" not in text_of(director.get("/timescales/cla_review_first/"))
    assert "The limit is set" in set_limit("cla_review_first", number="15", unit="working_days")
    assert in_force() == {("cla_review_first", "15 working days", date(2026, 6, 1))}
    assert "15 working days from 1 June 2026" in text_of(director.get("/timescales/"))


def test_a_limit_set_again_from_the_same_day_takes_the_place_of_the_one_before(set_limit):
    set_limit("cp_visit", number="5", unit="working_days")
    set_limit("cp_visit", number="8", unit="days")
    assert in_force() == {("cp_visit", "8 days", date(2026, 6, 1))}


def test_the_law_can_only_be_shortened(set_limit):
    assert "The law allows 20 working days" in set_limit("cla_review_first", number="21", unit="working_days")
    assert in_force() == set()


def test_guidance_is_made_longer_only_with_a_reason_and_who_agreed(set_limit):
    longer = {"number": "20", "unit": "working_days"}
    assert "needs a reason and who agreed" in set_limit("core_group_first", **longer)
    assert "The limit is set" in set_limit("core_group_first", **longer, why="A long wait", agreed_by="The partnership")


@pytest.fixture
def home():
    """A child of whom enquiries are long overdue."""
    made = family(1)
    strategy_discussion(made.children, on=date(2026, 6, 1))
    return made


def address_of(home, timescale):
    """The page of a clock of the child."""
    with as_builder():
        clock = ClockRow.objects.get(child=home.children[0], timescale=timescale)
    return f"/timescales/children/{clock.child_id}/clocks/{clock.pk}/"


def say(client, address, **answers):
    """Send what is said about a clock; the page that comes back."""
    return text_of(client.post(address, answers | ticket(client.get(address)), follow=True))


def test_a_clock_says_how_it_is_counted_and_from_the_record_it_is_one_step(client_of, home):
    client, address = client_of(home.worker), address_of(home, "s47_to_icpc")
    assert f'href="{address}"' in text_of(client.get(reverse("children:child", args=home.children)))
    page = text_of(client.get(address))
    for words in ("15 working days (statutory guidance)", "Overdue by", "22 June 2026", "The rule and its source"):
        assert words in page, words
    assert (
        f'href="{reverse("child_protection:overview", args=home.children)}">Record it under: Child protection' in page
    )


def test_why_something_is_late_stands_on_its_page_with_who_agreed_and_it_is_still_late(client_of, home):
    client, address = client_of(home.worker), address_of(home, "s47_to_icpc")
    assert "Say why" in text_of(client.get(address))
    page = say(client, f"{address}explain/", reason="The chair was ill.", agreed_by=str(home.manager.pk))
    for words in ("The chair was ill.", f"Agreed by {home.manager.name}.", f"by {home.worker.name}", "Overdue by"):
        assert words in page, words


def test_a_manager_waives_a_local_standard_and_nobody_the_law(client_of, home):
    client, address = client_of(home.manager), address_of(home, "s47_outcome")
    page = say(client, f"{address}waive/", reason="The family moved away the day after.")
    assert "waived" in page
    assert "Say why" not in page
    national = address_of(home, "s47_to_icpc")
    assert "Waive" not in text_of(client.get(national))
    assert "Only a local standard can be waived" in say(client, f"{national}waive/", reason="No.")
    with as_builder():
        assert [said.remark for said in ClockReason.objects.all()] == ["waiver"]


def test_a_worker_waives_nothing(client_of, home):
    client, address = client_of(home.worker), address_of(home, "s47_outcome")
    assert "Waive" not in text_of(client.get(address))
    assert client.get(f"{address}waive/").status_code == 404


def test_the_clock_of_another_child_is_no_page_of_this_one(client_of, home):
    other = strategy_discussion(family(1).children, on=date(2026, 6, 1)).children[0]
    with as_builder():
        theirs = ClockRow.objects.filter(child=other).first()
    for page in ("", "explain/"):
        address = f"/timescales/children/{home.children[0]}/clocks/{theirs.pk}/{page}"
        assert client_of(home.worker).get(address).status_code == 404


def test_a_clock_with_much_said_about_it_takes_as_few_questions(client_of, home, django_assert_max_num_queries):
    client, address = client_of(home.worker), address_of(home, "s47_to_icpc")
    for number in range(3):
        say(client, f"{address}explain/", reason=f"Again {number}.")
    with django_assert_max_num_queries(25):
        assert "Again 2." in text_of(client.get(address))


def test_a_clock_in_hours_is_due_to_the_minute_and_may_be_explained_once_it_was_met_late(client_of, home):
    (child,) = home.children
    begins, ends = datetime(2026, 6, 1, 22, 40, tzinfo=LONDON), datetime(2026, 6, 9, 9, 0, tzinfo=LONDON)
    with as_builder():
        started = {"start": begins.date(), "start_at": begins, "due": begins.date(), "due_at": begins}
        met = {"stopped": ends.date(), "stopped_at": ends, "unit": "hours", "overdue_from": begins.date()}
        ClockRow.objects.filter(child=child, timescale="s47_outcome").update(**started, **met)
    page = text_of(client_of(home.worker).get(address_of(home, "s47_outcome")))
    assert "1 June 2026 at 22:40" in page
    assert "Say why it was late" in page
    assert "Waive" not in text_of(client_of(home.manager).get(address_of(home, "s47_outcome")))
