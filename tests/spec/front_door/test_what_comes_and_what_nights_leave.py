"""About whom a contact can be taken, who is protected who got in touch, and by when the day takes a night over."""

from datetime import date, datetime
from uuid import UUID

import pytest

from sightline.foundation.calendar.words import LONDON
from sightline.practice.front_door.rules import ChildOfContact, Referrer, Risk, Way, risk_of, wrong_with_arrival
from sightline.practice.front_door.rules.night import accept_by, night_before, night_of

KNOWN, UNNAMED = ChildOfContact(child=UUID(int=1)), ChildOfContact(known_as="Boy of about four")


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("done", "taken_over_by"),
    [
        ("2026-06-02 22:40", "2026-06-03 09:30"),  # a Tuesday evening
        ("2026-06-03 09:30", "2026-06-03 09:30"),
        ("2026-06-03 09:31", "2026-06-04 09:30"),
        ("2026-06-05 23:00", "2026-06-08 09:30"),  # from Friday to Monday
        ("2026-12-24 20:00", "2026-12-29 09:30"),  # over Christmas: the 28th stands in for Boxing Day
    ],
)
def test_the_day_takes_over_by_half_past_nine_when_it_is_next_at_work(done: str, taken_over_by: str) -> None:
    assert accept_by(moment(done)) == moment(taken_over_by)


@pytest.mark.parametrize(
    ("now", "night", "before"),
    [
        ("2026-06-03 01:30", date(2026, 6, 2), date(2026, 6, 2)),
        ("2026-06-03 11:59", date(2026, 6, 2), date(2026, 6, 2)),
        ("2026-06-03 12:00", date(2026, 6, 3), date(2026, 6, 2)),
        ("2026-06-03 23:00", date(2026, 6, 3), date(2026, 6, 2)),
    ],
)
def test_a_night_belongs_until_noon_to_the_day_on_which_it_began(now: str, night: date, before: date) -> None:
    assert (night_of(moment(now)), night_before(moment(now))) == (night, before)


@pytest.mark.parametrize(
    ("kind", "children", "begins"),
    [
        ("worry", (KNOWN, UNNAMED, UNNAMED), ""),
        ("worry", (), "Say which children it is about, also if nobody knows their names."),
        ("worry", (KNOWN, KNOWN), "Name each child once."),
        ("", (KNOWN,), "Say what kind of contact it is."),
        ("allegation", (KNOWN,), "An allegation about somebody who works with children goes to the designated officer"),
    ],
)
def test_a_contact_is_of_a_kind_and_about_each_child_once_named_or_not(
    kind: str, children: tuple[ChildOfContact, ...], begins: str
) -> None:
    said = wrong_with_arrival(kind, children)
    assert said.startswith(begins)
    assert bool(said) == bool(begins)


@pytest.mark.parametrize(
    ("source", "asks_protection", "protected"),
    [
        *((source, False, True) for source in ("1A", "1B", "1C", "1D", "9")),
        *(("2A", False, False), ("6", False, False), ("2A", True, True)),
    ],
)
def test_a_member_of_the_public_and_whoever_asks_is_protected(
    source: str, asks_protection: bool, protected: bool
) -> None:
    who = Referrer(source, "Jo Vale", "teacher", "Hill Road Primary", asks_protection=asks_protection)
    assert who.public == protected
    assert who.in_words() == ("" if protected else "Jo Vale, teacher, Hill Road Primary")


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize(("safe_now", "unsafe"), [("yes", False), ("not_known", False), ("no", True)])
def test_the_risk_is_higher_where_a_discussion_is_asked_for_or_a_child_was_not_safe(
    way: Way, safe_now: str, unsafe: bool
) -> None:
    assert (risk_of(way, safe_now) == Risk.HIGHER) == (unsafe or way == Way.STRATEGY_DISCUSSION)
