"""The state of a clock on a day, derived from its dates alone (timescales, section 2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from sightline.foundation.calendar.instants import end_of_day, start_of_day
from sightline.foundation.timescales.rules.timescale import Tier


class State(StrEnum):
    """Where a clock stands."""

    NOT_STARTED = "not_started"
    BLOCKED_MISSING_DATA = "blocked_missing_data"
    ON_TRACK = "on_track"
    DUE_SOON = "due_soon"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    MET_ON_TIME = "met_on_time"
    MET_LATE = "met_late"
    DECLINED = "declined"
    NOT_APPLICABLE = "not_applicable"
    WAIVED = "waived"
    ENDED = "ended"
    NOT_HELD = "not_held"  # open only because an imported file could not know better: never overdue, never counted

    @property
    def label(self) -> str:
        """As people say it."""
        return LABELS[self]


LABELS = {
    State.NOT_STARTED: "Not started",
    State.BLOCKED_MISSING_DATA: "Date missing",
    State.ON_TRACK: "On track",
    State.DUE_SOON: "Due soon",
    State.DUE_TODAY: "Due today",
    State.OVERDUE: "Overdue",
    State.MET_ON_TIME: "Done on time",
    State.MET_LATE: "Done late",
    State.DECLINED: "Declined",
    State.NOT_APPLICABLE: "Does not apply",
    State.WAIVED: "Waived",
    State.ENDED: "Ended",
    State.NOT_HELD: "Not held in this file",
}

OPEN = (State.ON_TRACK, State.DUE_SOON, State.DUE_TODAY, State.OVERDUE)


class Colour(StrEnum):
    """How a state is marked, always beside its words."""

    GREY = "grey"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class HasDates(Protocol):
    """The dates of a clock, whether just worked out or read back from the projection."""

    @property
    def unit(self) -> str: ...
    @property
    def tier(self) -> str: ...
    @property
    def start(self) -> date | None: ...
    @property
    def amber_from(self) -> date | None: ...
    @property
    def amber_at(self) -> datetime | None: ...
    @property
    def red_from(self) -> date | None: ...
    @property
    def red_at(self) -> datetime | None: ...
    @property
    def due(self) -> date | None: ...
    @property
    def due_at(self) -> datetime | None: ...
    @property
    def overdue_from(self) -> date | None: ...
    @property
    def stopped(self) -> date | None: ...
    @property
    def stopped_at(self) -> datetime | None: ...
    @property
    def ended(self) -> date | None: ...
    @property
    def ended_as(self) -> str: ...
    @property
    def missing(self) -> str: ...
    @property
    def held_until(self) -> date | None: ...


@dataclass(frozen=True)
class Given:
    """The day, and between which moments of it the answer must hold: one moment if it is known, else the whole day."""

    today: date
    earliest: datetime
    latest: datetime

    @classmethod
    def on(cls, today: date, now: datetime | None = None) -> Given:
        """The given day; without a moment, something due in hours is overdue only when its day is over."""
        if now is not None:
            return cls(today, now, now)
        return cls(today, start_of_day(today), end_of_day(today) - timedelta(microseconds=1))


def state_of(clock: HasDates, today: date, now: datetime | None = None) -> State:
    """The state of a clock on a day, or at a moment of it; the first question that fits answers."""
    given = Given.on(today, now)
    questions = (
        (is_ended, ended_state),
        (is_met, met_state),
        (is_not_held, lambda clock: State.NOT_HELD),
        (is_blocked, lambda clock: State.BLOCKED_MISSING_DATA),
        (is_to_come, lambda clock: State.NOT_STARTED),
        (is_overdue, lambda clock: State.OVERDUE),
        (is_due_today, lambda clock: State.DUE_TODAY),
        (is_amber, lambda clock: State.DUE_SOON),
    )
    return next((answer(clock) for question, answer in questions if question(clock, given)), State.ON_TRACK)


def is_ended(clock: HasDates, given: Given) -> bool:
    """Whether it ended, or was declined, waived or found not to apply, before it was met."""
    if not clock.ended_as or (clock.ended is not None and clock.ended > given.today):
        return False
    return clock.stopped is None or (clock.ended is not None and clock.stopped > clock.ended)


def ended_state(clock: HasDates) -> State:
    """How it ended."""
    return State(clock.ended_as)


def is_blocked(clock: HasDates, given: Given) -> bool:
    """Whether a date is missing without which it cannot be counted."""
    return clock.start is None or (clock.due is None and bool(clock.missing))


def is_met(clock: HasDates, given: Given) -> bool:
    """Whether what was due was done by that day."""
    return not is_blocked(clock, given) and clock.stopped is not None and clock.stopped <= given.today


def met_state(clock: HasDates) -> State:
    """Whether it was done in time."""
    if clock.due_at is not None and clock.stopped_at is not None:
        return State.MET_ON_TIME if clock.stopped_at <= clock.due_at else State.MET_LATE
    if clock.due is None or clock.stopped is None or clock.stopped <= clock.due:
        return State.MET_ON_TIME
    return State.MET_LATE


def is_not_held(clock: HasDates, given: Given) -> bool:
    """Whether the day is later than the imported file that knows of it can speak for."""
    return clock.held_until is not None and clock.held_until < given.today


def is_to_come(clock: HasDates, given: Given) -> bool:
    """Whether it starts later."""
    return clock.start is not None and clock.start > given.today


def is_overdue(clock: HasDates, given: Given) -> bool:
    """Whether it should have been done."""
    if clock.due_at is not None:
        return clock.due_at < given.earliest
    return clock.overdue_from is not None and clock.overdue_from <= given.today


def is_due_today(clock: HasDates, given: Given) -> bool:
    """Whether the day is its last."""
    return clock.due == given.today


def is_amber(clock: HasDates, given: Given) -> bool:
    """Whether it is due soon."""
    if clock.amber_at is not None:
        return clock.amber_at <= given.latest
    return clock.amber_from is not None and clock.amber_from <= given.today


def is_red_early(clock: HasDates, given: Given) -> bool:
    """Whether it is close enough to its end to be marked red before it is overdue."""
    if clock.red_at is not None:
        return clock.red_at <= given.latest
    return clock.red_from is not None and clock.red_from <= given.today


def colour_of(clock: HasDates, today: date, now: datetime | None = None) -> Colour:
    """The mark beside the state; a local practice standard is never red (practice rules, clock noise)."""
    state = state_of(clock, today, now)
    if state in (State.ON_TRACK, State.MET_ON_TIME):
        return Colour.GREEN
    red = state is State.OVERDUE or (
        state in (State.DUE_SOON, State.DUE_TODAY) and is_red_early(clock, Given.on(today, now))
    )
    if red and clock.tier != Tier.PRACTICE:
        return Colour.RED
    amber = (State.DUE_SOON, State.DUE_TODAY, State.OVERDUE, State.BLOCKED_MISSING_DATA)
    return Colour.AMBER if state in amber else Colour.GREY
