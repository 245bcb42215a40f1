"""Out of hours: what day asks of night, what night did, and the morning on which the day takes over."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.door import Refusal
from sightline.practice.front_door import actions, night_work, rules
from sightline.practice.front_door.actions.night import AskedOfNight, DoneAtNight
from sightline.practice.front_door.models import NightAccepted, NightAction, NightWork
from tests.builders.child_protection import acting, family, in_the_name_of
from tests.builders.workforce import BUILDER, as_builder, practitioner
from tests.practice.child_protection.pages import ticket

pytestmark = pytest.mark.django_db
MOST_QUERIES = 25


@pytest.fixture
def home():
    return family(2)


@pytest.fixture
def night(home):
    return practitioner(role="out_of_hours", team=home.manager.team)


def did(children, at=None, by=BUILDER, **more):
    """Something that was done at night for these children."""
    done = {child: DoneAtNight("Rang the mother. Both are asleep.", "See them today.") for child in children}
    with in_the_name_of(by):
        actions.record_night(done=done, what="spoke", at=at or timezone.now() - timedelta(hours=2), by=by, **more)
        return list(NightAction.objects.current().filter(child__in=children).order_by("recorded_at", "id"))


def late():
    return timezone.now() - timedelta(days=8)


def accept(done, by, next_step="Amina visits at eleven."):
    with in_the_name_of(by):
        pairs = [(each.child_id, each.pk) for each in done]
        return actions.accept_night(actions=pairs, next_step=next_step, on=london_today(), by=by)


@pytest.mark.parametrize(
    ("done", "accepted_by"),
    [
        ("2026-06-03T23:15+01:00", "2026-06-04T09:30+01:00"),  # a Wednesday night
        ("2026-06-04T03:00+01:00", "2026-06-04T09:30+01:00"),  # after midnight, the same morning
        ("2026-06-04T09:30+01:00", "2026-06-04T09:30+01:00"),  # at half past nine itself, the same morning
        ("2026-06-04T09:31+01:00", "2026-06-05T09:30+01:00"),  # once the morning has passed, the next
        ("2026-06-05T22:00+01:00", "2026-06-08T09:30+01:00"),  # Friday night until Monday
        ("2026-10-24T23:00+01:00", "2026-10-26T09:30+00:00"),  # half past nine on the clocks, also when they change
        ("2026-12-24T23:00+00:00", "2026-12-29T09:30+00:00"),  # Christmas until the next day at work
    ],
)
def test_the_day_takes_over_by_half_past_nine_in_london(done: str, accepted_by: str) -> None:
    assert rules.accept_by(datetime.fromisoformat(done)) == datetime.fromisoformat(accepted_by)


@pytest.mark.parametrize(
    ("now", "night"),
    [
        ("2026-06-03T18:00+01:00", "2026-06-03"),
        ("2026-06-04T02:00+01:00", "2026-06-03"),
        ("2026-06-04T12:00+01:00", "2026-06-04"),
    ],
)
def test_until_noon_it_is_the_night_that_began_the_day_before(now: str, night: str) -> None:
    assert rules.night_of(datetime.fromisoformat(now)).isoformat() == night


def test_what_day_asks_stands_on_the_evening_page_with_what_to_do_if(client_of, home, night) -> None:
    tonight = rules.night_of(timezone.now())
    asked = {child: AskedOfNight("Ring at nine.", "If nobody answers, ring the police.") for child in home.children}
    with in_the_name_of(acting(home.worker)):
        actions.ask_night(asked=asked, first=tonight, until=tonight, ring="Nan 01632 960555", by=acting(home.worker))
    page = client_of(night).get("/front-door/evening/").content.decode()
    for shown in ("Ring at nine.", "If nobody answers, ring the police.", "Nan 01632 960555", home.worker.name):
        assert shown in page, shown
    assert len(client_of(night).get("/front-door/evening/").context["asked"][0].children) == 2
    with in_the_name_of(acting(home.worker)):
        late = tonight + timedelta(days=5)
        actions.ask_night(asked={home.children[0]: AskedOfNight("Later.", "Ring.")}, first=late, until=late, by=BUILDER)
    assert "Later." not in client_of(night).get("/front-door/evening/").content.decode()


def test_the_night_is_asked_for_at_most_four_weeks_at_once(home) -> None:
    tonight, asked = (
        rules.night_of(timezone.now()),
        {home.children[0]: AskedOfNight("Ring at nine.", "Ring the police.")},
    )
    longest = tonight + timedelta(days=rules.NIGHTS_AT_ONCE - 1)
    with in_the_name_of(acting(home.worker)), pytest.raises(Refusal, match="at most 28 nights"):
        actions.ask_night(asked=asked, first=tonight, until=longest + timedelta(days=1), by=acting(home.worker))
    with in_the_name_of(acting(home.worker)):
        actions.ask_night(asked=asked, first=tonight, until=longest, by=acting(home.worker))


def test_who_works_elsewhere_reads_nothing_of_the_nights_of_other_teams(client_of, home, night) -> None:
    child, tonight = home.children[0], rules.night_of(timezone.now())
    asked = {each: AskedOfNight("Ring the flat at nine.", "Ring the police.") for each in home.children}
    with in_the_name_of(acting(home.worker)):
        actions.ask_night(asked=asked, first=tonight, until=tonight, by=acting(home.worker))
    did([child])
    for page, said in (("evening", "Ring the flat"), ("morning", str(child))):
        read = {who: client_of(who).get(f"/front-door/{page}/") for who in (practitioner(), home.worker, night)}
        assert [said in each.content.decode() for each in read.values()] == [False, True, True]


def test_what_night_did_waits_on_the_morning_page_until_a_manager_takes_it_over(client_of, home) -> None:
    done = did(home.children)
    client = client_of(home.manager)
    page = client.get("/front-door/morning/")
    assert len(page.context["waiting"].rows) == 2
    assert "asleep" not in page.content.decode(), "a list shows no words of a record"
    accept(done, acting(home.manager))
    after = client.get("/front-door/morning/")
    assert (after.context["waiting"].rows, len(after.context["accepted"].rows)) == ([], 2)
    assert home.manager.name in after.content.decode()


def test_what_nobody_took_over_in_time_stands_first_with_whom_to_ring(client_of, home) -> None:
    did(home.children[:1], at=late())
    page = client_of(home.worker).get("/front-door/morning/")
    (first,) = page.context["late"]
    assert first.ring[0].startswith(home.manager.name)
    assert "Nobody has taken this over" in page.content.decode()
    assert first.accept == "", "a worker does not take over"


def test_a_manager_takes_over_brothers_and_sisters_in_one_go(client_of, home) -> None:
    first, _ = did(home.children)
    client, address = client_of(home.manager), f"/front-door/children/{first.child_id}/night/{first.pk}/accept/"
    asked = client.get(address)
    assert "Both are asleep" in asked.content.decode()
    sent = client.post(address, {"next_step": "Amina visits at eleven."} | ticket(asked), follow=True)
    assert "You took it over" in sent.content.decode()
    with as_builder():
        assert NightAccepted.objects.current().count() == 2
    assert client.get(address).status_code == 302, "it is taken over once"


@pytest.mark.parametrize("next_step", ["", " "])
def test_taking_over_says_what_happens_next(home, next_step: str) -> None:
    with pytest.raises(Refusal, match="Say what happens next"):
        accept(did(home.children), acting(home.manager), next_step)


def test_nobody_takes_over_what_they_did_themselves_or_somebody_took_over(home) -> None:
    own = did(home.children[:1], by=acting(home.manager))
    with pytest.raises(Refusal, match="You did this yourself"):
        accept(own, acting(home.manager))
    done = did(home.children[1:])
    accept(done, acting(home.manager))
    with pytest.raises(Refusal, match="Somebody took this over before you"):
        accept(done, acting(home.manager))


def test_what_was_done_answers_what_day_had_asked(client_of, home, night) -> None:
    child, tonight = home.children[0], rules.night_of(timezone.now())
    with in_the_name_of(acting(home.worker)):
        request = actions.ask_night(
            asked={child: AskedOfNight("Ring at nine.", "Ring the police.")}, first=tonight, until=tonight, by=BUILDER
        ).made
    did([child], at=timezone.now(), requests={child: request}, by=acting(night))
    page = client_of(night).get("/front-door/evening/").content.decode()
    assert "Spoke to the family or others" in page
    assert night.name in page


def test_the_forms_of_the_night_record_for_several_children_at_once(client_of, home, night) -> None:
    child, other = home.children
    address = f"/front-door/children/{child}/night/record/"
    client = client_of(home.worker)
    reference = client.get(address).content.decode().split('name="also" type="checkbox" value="')[1].split('"')[0]
    asked = client.get(f"{address}?also={reference}&chosen=1")
    now = timezone.now().astimezone() - timedelta(minutes=90)
    answers = {
        "done_on-day": str(now.day),
        "done_on-month": str(now.month),
        "done_on-year": str(now.year),
        "done_at": "00:01",
        "what": "visited",
        "each-all-done": "Both asleep at home.",
    }
    sent = client.post(f"{address}?also={reference}&chosen=1", answers | ticket(asked), follow=True)
    assert "stands on the morning page" in sent.content.decode()
    with as_builder():
        assert NightWork.objects.filter(child__in=[child, other]).count() == 2


def test_reading_all_facts_again_makes_the_same_list(home) -> None:
    done = did(home.children)
    accept(done[:1], acting(home.manager))
    with as_builder():
        kept = list(NightWork.objects.order_by("pk").values())
        NightWork.objects.all().delete()
        night_work.refresh(home.children)
        assert list(NightWork.objects.order_by("pk").values()) == kept


def test_evening_and_morning_ask_few_questions(client_of, home, django_assert_max_num_queries) -> None:
    for number in range(3):
        did(home.children, at=late() + timedelta(minutes=number))
    client = client_of(home.manager)
    client.get("/front-door/morning/")
    for page in ("evening", "morning"):
        with django_assert_max_num_queries(MOST_QUERIES):
            client.get(f"/front-door/{page}/")


def test_a_moment_counts_in_london_whatever_its_zone() -> None:
    assert rules.accept_by(datetime(2026, 6, 4, 8, 29, tzinfo=UTC)).isoformat() == "2026-06-04T09:30:00+01:00"


def test_the_night_reads_on_my_work_what_is_asked_and_the_manager_what_to_take_over(client_of, home, night):
    with in_the_name_of(acting(home.worker)):
        asked, tonight = (
            {home.children[0]: AskedOfNight("Ring Mum at nine.", "Ring the police.")},
            rules.night_of(timezone.now()),
        )
        actions.ask_night(asked=asked, first=tonight, until=tonight, by=acting(home.worker))
    (done, *_) = did(home.children[:1])
    shown = {who.pk: client_of(who).get("/").content.decode() for who in (night, home.manager, home.worker)}
    assert "Read what day asks" in shown[night.pk]
    assert "Ring Mum at nine." not in shown[night.pk], "what is asked stands on the page of the evening"
    assert "Ring Mum at nine." in client_of(night).get("/front-door/evening/").content.decode()
    assert "To take over from the night" in shown[home.manager.pk]
    assert f"/night/{done.pk}/accept/" in shown[home.manager.pk]
    assert "To take over from the night" not in shown[home.worker.pk]
    accept([done], acting(home.manager))
    assert "To take over from the night" not in client_of(home.manager).get("/").content.decode()
