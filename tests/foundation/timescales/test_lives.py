"""A death ends every clock; growing up and closing the work end those of childhood (timescales, sections 2 and 4)."""

from datetime import date, timedelta

import pytest

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.actions import record_death, record_end_of_pregnancy
from sightline.foundation.children.models import Person
from sightline.foundation.timescales.lives import Life
from sightline.foundation.timescales.models import ClockRow
from sightline.foundation.timescales.refresh import rebuild
from sightline.foundation.timescales.rules import OPEN, Calendars, State
from sightline.foundation.workforce.models import Closure
from tests.builders.journey import REFERRED, anybody, contacted, referred, with_plan
from tests.builders.people import child
from tests.builders.workforce import BUILDER, as_builder
from tests.foundation.timescales.conftest import CONFERENCE, REVIEW, VISIT
from tests.foundation.timescales.people import RECORDED, children
from tests.foundation.timescales.test_refresh import limit, with_another_holiday

pytestmark = [pytest.mark.django_db, pytest.mark.database]
START = date(2026, 3, 26)


def born(day, **more):
    (one,) = children(1, birth_date=day, **more)
    return one


def on(day):
    return ClockRow.objects.with_state(day).get()


def states(child_id, day):
    return set(ClockRow.objects.filter(child=child_id).with_state(day).values_list("state", flat=True))


def test_after_a_death_nothing_is_owed_any_more_in_any_area():
    anna = with_plan(date(2026, 4, 14), referred())
    assert State.OVERDUE in states(anna, date(2026, 9, 1))
    with as_builder():
        record_death(person=Person.objects.get(pk=anna), version=1, died_on=date(2026, 5, 4), by=BUILDER)
    assert not states(anna, date(2026, 9, 1)) & {*OPEN, State.NOT_STARTED, State.BLOCKED_MISSING_DATA}
    assert State.ON_TRACK in states(anna, date(2026, 5, 3))


def test_when_a_pregnancy_ends_nothing_is_owed_any_more():
    baby = child(birth_date=None, expected_on=date(2026, 9, 1))
    referred(child_id=baby.pk)
    assert states(baby.pk, date(2026, 9, 1)) & set(OPEN)
    with as_builder():
        person = Person.objects.get(pk=baby.pk)
        record_end_of_pregnancy(person=person, version=person.version, ended_on=date(2026, 4, 20), by=BUILDER)
    assert not states(baby.pk, date(2026, 9, 1)) & set(OPEN)
    assert "The pregnancy ended" in ClockRow.objects.values_list("ended_reason", flat=True)


@pytest.mark.parametrize(
    ("birthday", "ends"),
    [(date(2008, 5, 1), date(2026, 5, 1)), (date(2008, 2, 29), date(2026, 3, 1)), (date(2011, 5, 1), None)],
)
def test_a_clock_of_childhood_ends_on_the_day_of_18(birthday, ends, facts, written):
    one = born(birthday)
    facts.add(one, CONFERENCE, date(2026, 2, 2))
    written(one)
    assert on(date(2026, 2, 3)).ended == ends
    if ends:
        assert (on(ends - timedelta(days=1)).state, on(ends).state) == (State.OVERDUE, State.ENDED)


def test_what_was_done_before_stays_done(facts, written):
    one = born(date(2008, 5, 1), died_on=date(2026, 4, 30))
    facts.add(one, VISIT, START, stop=date(2026, 4, 1))
    written(one)
    assert on(date(2027, 1, 4)).state == State.MET_ON_TIME


def closed(one, day):
    Closure.objects.create(
        child_id=one.pk, recorded_against=one.pk, happened=day, family_told=True, recorded_at=RECORDED, entry_id=0
    )


def test_closing_the_work_ends_what_was_still_owed_but_no_limit_of_the_law_and_nothing_new(facts, written):
    one = born(date(2017, 5, 1))
    closed(one, date(2026, 6, 1))
    for rule in (CONFERENCE, REVIEW):
        facts.add(one, rule, START)
    facts.add(one, VISIT, date(2026, 6, 1))
    written(one)
    found = dict(ClockRow.objects.with_state(date(2026, 9, 1)).values_list("timescale", "state"))
    assert found == {"conference": State.ENDED, "review": State.OVERDUE, "visit": State.OVERDUE}


def test_a_contact_after_the_closure_is_decided_like_any_other():
    anna, _ = contacted(REFERRED, anybody())
    assert states(anna, date(2026, 9, 1)) == {State.OVERDUE}


def test_a_clock_that_will_end_is_still_open_and_follows_a_newer_list(facts, written):
    """C16: only what is closed keeps the dates it was counted with."""
    one = born(london_today().replace(day=1) - timedelta(days=365 * 17))
    start = london_today() - timedelta(days=7)
    facts.add(one, VISIT, start)
    written(one)
    assert on(start).ended
    limit(VISIT, 5)
    rebuild([one.pk], calendars=Calendars(with_another_holiday(date(2026, 3, 16))))
    row = on(start)
    assert (row.allowed, row.holidays_version) == ("5 working days", "another list")


def test_a_life_of_which_nothing_is_known_ends_nothing(facts, written):
    (one,) = children(1)
    facts.add(one, VISIT, START)
    written(one)
    assert on(START).ended is None
    assert Life() == Life(None, None, ())
