"""What became of decisions about contacts: hand-counted, and nobody named above their own manager."""

from datetime import datetime, timedelta

import pytest

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.calendar.words import LONDON
from sightline.practice.front_door import actions, decided_contacts
from sightline.practice.front_door.actions import Decided
from sightline.practice.front_door.models import DecidedContact
from sightline.practice.front_door.queries.afterwards import LookedBack, afterwards
from sightline.practice.front_door.rules.afterwards import FEWEST_IN_WINDOW, bunching
from tests.builders.child_protection import acting, in_the_name_of
from tests.builders.journey import contacted, essentials_known, referred
from tests.builders.workforce import BUILDER, as_builder, practitioner

pytestmark = pytest.mark.django_db
MOST_QUERIES = 25


def closed(days_ago: int, *, hours: int = 5, limited: bool = False, way: str = "close", by=BUILDER):
    """A contact that came so many days ago at nine and was closed some hours later; its child."""
    day = london_today() - timedelta(days=days_ago)
    came = datetime(day.year, day.month, day.day, 9, tzinfo=LONDON)
    child, contact = contacted(day)
    at = came + timedelta(hours=hours)
    if not limited:
        essentials_known(child, contact, day)
    said = {"limited_because": "The school is closed.", "follow_up_on": london_today()} if limited else {}
    found = {"what_we_checked": "School.", "what_we_found": "Nothing new.", "why_we_stop": "Help is there."}
    decision = Decided(child, contact, way, "They asked for it.", **found, **said)
    with in_the_name_of(by):
        actions.decide_contacts(decisions=[decision], on=at.date(), at=at, by=by)
    return child


def test_bunching_is_the_excess_over_a_smooth_curve_before_the_deadline() -> None:
    even = [hour + 0.5 for hour in range(48) for _ in range(20)]
    assert bunching(even).excess == pytest.approx(0, abs=0.01)
    heaped = even + [23.5] * 40
    found = bunching(heaped)
    assert (found.observed, found.decided) == (120, 1000)
    assert found.excess == pytest.approx(0.5, abs=0.01)
    assert found.alerts
    assert bunching([23.5] * (FEWEST_IN_WINDOW - 1)).excess is None
    assert bunching([]).share == 0


def test_what_changed_within_28_days_and_came_again_within_90_by_how_much_was_known() -> None:
    today = london_today()
    changed = closed(100, limited=True)
    referred(today - timedelta(days=90), changed)
    late = closed(100, limited=True)
    referred(today - timedelta(days=60), late)
    again = closed(120)
    contacted(today - timedelta(days=50), again)
    contacted(today - timedelta(days=30), closed(120, limited=True))
    closed(3, limited=True, way="early_help")
    closed(3)
    with as_builder():
        found = afterwards(today)
    assert (found.could_be, found.limited) == (6, 4)
    assert found.changed == {True: LookedBack(3, 1), False: LookedBack(1, 0)}
    assert found.repeated == {True: LookedBack(3, 1), False: LookedBack(1, 1)}


def test_reading_all_facts_again_makes_the_same_list() -> None:
    child = closed(100)
    contacted(london_today() - timedelta(days=50), child)
    with as_builder():
        kept = list(DecidedContact.objects.values())
        DecidedContact.objects.all().delete()
        decided_contacts.refresh([child])
        assert list(DecidedContact.objects.values()) == kept


def test_a_decision_maker_is_named_to_themselves_and_their_own_manager_only(client_of) -> None:
    manager = practitioner(role="team_manager")
    worker = practitioner(team=manager.team, manager=manager)
    closed(5, by=acting(worker))
    assert worker.name in client_of(manager).get("/front-door/afterwards/").content.decode()
    above = practitioner(role="service_manager")
    page = client_of(above).get("/front-door/afterwards/").content.decode()
    assert worker.name not in page
    assert "A decision-maker" in page


def test_an_authority_without_decisions_says_so_and_the_page_asks_few_questions(
    client_of, django_assert_max_num_queries
) -> None:
    client = client_of(practitioner(role="service_manager"))
    client.get("/front-door/afterwards/")
    with django_assert_max_num_queries(MOST_QUERIES):
        assert "No contact was closed" in client.get("/front-door/afterwards/").content.decode()


def test_each_number_opens_its_list_for_those_who_see_the_contacts_of_everybody(
    client_of, django_assert_max_num_queries
) -> None:
    manager, other = (practitioner(role="team_manager") for _ in range(2))
    worker = practitioner(role="team_manager", manager=manager, team=manager.team)  # who may decide on too little
    theirs = closed(40, limited=True, by=acting(worker))
    closed(40, by=acting(other))
    referred(london_today() - timedelta(days=30), child_id=theirs)
    client, page, lists = client_of(manager), "/front-door/afterwards/", "/front-door/afterwards/list/?which="
    shown = client.get(page).content.decode()
    for which in ("limited", "changed-limited", f"closed&of={worker.pk}", f"closed-limited&of={worker.pk}"):
        assert f'href="{lists}{which}"' in shown.replace("&amp;", "&"), which
        with django_assert_max_num_queries(MOST_QUERIES):
            listed = client.get(f"{lists}{which}")
        assert [row[0].href.split("/")[3] for row in listed.context["table"].rows] == [str(theirs)], which
        assert worker.name not in listed.context["table"].caption
    assert len(client.get(f"{lists}closed").context["table"].rows) == 2
    assert client.get(f"{lists}closed&of={other.pk}").status_code == 404
    assert client.get(f"{lists}nothing").status_code == 404
    analyst = client_of(practitioner(role="analyst"))
    assert f'href="{lists}limited"' not in analyst.get(page).content.decode()
    assert analyst.get(f"{lists}limited").context["table"].rows == []
