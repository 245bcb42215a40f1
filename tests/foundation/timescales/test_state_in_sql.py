"""The state that the database derives is the state that the rules derive, for every kind of clock on many days."""

import random
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from sightline.foundation.timescales.models import ClockRow
from sightline.foundation.timescales.rules import (
    OPEN,
    AlertClass,
    Clock,
    ClockDates,
    Ending,
    State,
    Tier,
    Timescale,
    age,
    before_the_act,
    days,
    end_of_term,
    gestation_week,
    hours,
    months,
    school_days,
    state_of,
    the_day_set,
    weeks,
    weeks_beginning_with,
    window,
    working_days,
    working_days_before,
)
from tests.foundation.timescales.people import children

pytestmark = [pytest.mark.django_db, pytest.mark.database]

MIDDLE = date(2026, 4, 1)
LIMITS = (
    working_days(1),
    working_days(15),
    working_days(45),
    working_days_before(2),
    days(8),
    weeks(6),
    weeks_beginning_with(26),
    months(3),
    months(12),
    hours(24),
    hours(72),
    school_days(20),
    end_of_term(),
    gestation_week(28),
    age(16, months=3),
    window(months_before=3, months_after=1),
    the_day_set(),
    before_the_act(),
)
ENDS = (State.ENDED, State.DECLINED, State.NOT_APPLICABLE, State.WAIVED)


class Chance:
    """Dates drawn with a fixed seed, each left out as often as a real record leaves it out."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)

    def day(self, missing: float = 0.0) -> date | None:
        if self.draw.random() < missing:
            return None
        return MIDDLE + timedelta(days=self.draw.randint(-120, 120))

    def moment(self, missing: float = 0.0) -> date | datetime | None:
        day = self.day(missing)
        if day is None or self.draw.random() < 0.3:
            return day
        minutes = self.draw.randint(0, 1439)
        return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes)

    def day_that_matters(self, dates: list[ClockDates]) -> date | None:
        """A day on which one of these clocks changes its state, or the day after, or any day."""
        drawn = self.draw.choice(dates)
        turns = [day for day in (drawn.start, drawn.amber_from, drawn.due, drawn.stopped, drawn.ended) if day]
        if not turns or self.draw.random() < 0.3:
            return self.day()
        return self.draw.choice(turns) + timedelta(days=self.draw.randint(0, 1))

    def clock(self) -> Clock:
        rule = Timescale(
            id="drawn",
            name="Drawn",
            allows=self.draw.choice(LIMITS),
            alert=self.draw.choice(list(AlertClass)),
            tier=self.draw.choice(list(Tier)),
            starts="",
            source="",
        )
        ended = Ending("a reason", on=self.day(0.2), state=self.draw.choice(ENDS))
        return Clock(
            rule,
            child=uuid4(),
            anchor=("a.Fact", uuid4()),
            start=self.moment(0.05),
            stop=self.moment(0.6),
            ended=ended if self.draw.random() < 0.2 else None,
            counted_from=self.day(0.3),
            set_for=self.day(0.3),
            booked=self.day(0.5),
            drafted=self.draw.random() < 0.5,
            missing="a date" if self.draw.random() < 0.05 else "",
            held_until=self.day(0.8),
        )


def kept(dates: list[ClockDates]) -> list[ClockRow]:
    """Rows of the projection with these dates."""
    child = children(1)[0]
    rows = [
        ClockRow(**asdict(d), child=child, subject_id=child.pk, anchor_id=uuid4(), subject_kind="", anchor_kind="")
        for d in dates
    ]
    return ClockRow.objects.bulk_create(rows)


def disagreements(dates: list[ClockDates], today: date, now: datetime | None) -> list[tuple[ClockDates, str, str]]:
    by_key = {row.pk: d for row, d in zip(kept(dates), dates, strict=True)}
    rows = ClockRow.objects.filter(pk__in=by_key).with_state(today, now)
    return [
        (by_key[row.pk], row.state, state)
        for row in rows
        if row.state != (state := state_of(by_key[row.pk], today, now)) or row.state != state_of(row, today, now)
    ]


def test_of_two_thousand_clocks_on_a_hundred_days():
    chance = Chance(20260401)
    seen = set()
    for _ in range(100):
        dates = [chance.clock().dates() for _ in range(20)]
        today = chance.day_that_matters(dates)
        noon = datetime(today.year, today.month, today.day, chance.draw.randint(0, 22), 30, tzinfo=UTC)
        now = chance.draw.choice((None, noon))
        assert disagreements(dates, today, now) == []
        seen |= {state_of(d, today, now) for d in dates}
    assert seen == set(State)


def test_at_the_very_moments_at_which_the_state_changes():
    start = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
    rule = Timescale(id="h", name="H", allows=hours(72), alert=AlertClass.H, tier=Tier.GUIDANCE, starts="", source="")
    dates = Clock(rule, child=uuid4(), anchor=("a.Fact", uuid4()), start=start).dates()
    second = timedelta(seconds=1)
    for moment in (dates.amber_at, dates.due_at):
        for now in (moment - second, moment, moment + second):
            assert disagreements([dates], now.date(), now) == []
    for today in (date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 3), date(2026, 4, 4), date(2026, 4, 5)):
        assert disagreements([dates], today, None) == []


def test_running_clocks_are_those_that_are_open_blocked_or_waiting_for_an_action():
    chance = Chance(7)
    dates = [chance.clock().dates() for _ in range(400)]
    kept(dates)
    often, open_states = {State.ON_TRACK, State.DUE_SOON, State.OVERDUE}, set(OPEN)
    running = ClockRow.objects.with_state(MIDDLE).running(MIDDLE)
    found = {row.state for row in running}
    assert often <= found <= open_states | {State.BLOCKED_MISSING_DATA}
    assert ClockRow.objects.with_state(MIDDLE).filter(state__in=open_states).count() == (
        running.filter(state__in=open_states).count()
    )
