"""A clock: one timescale running about one child or other subject, from one anchor fact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from sightline.foundation.calendar.holidays import OutsideHolidayList
from sightline.foundation.calendar.instants import day_of, moment_of
from sightline.foundation.calendar.school_days import OutsideTermCalendar
from sightline.foundation.calendar.working_days import plan_by
from sightline.foundation.timescales.rules import alerts
from sightline.foundation.timescales.rules.allowances import OFFICIAL, Allowance, Calendars, Unit
from sightline.foundation.timescales.rules.limits import NO_LOCAL_LIMITS, LocalLimits, no_longer
from sightline.foundation.timescales.rules.states import State
from sightline.foundation.timescales.rules.timescale import Tier, Timescale, Versions

Reference = tuple[str, UUID]
Key = tuple[str, Reference, Reference, str]
When = date | datetime
Known = dict[str, Any]  # columns of ClockDates

NO_START = "the date it starts"
NO_DAY_SET = "the day set for it"
NO_ORIGIN = "the date it is counted from"
CALENDAR_ENDS = "a newer list of bank holidays or school terms"

ENDS_AS = (State.ENDED, State.DECLINED, State.NOT_APPLICABLE, State.WAIVED)


@dataclass(frozen=True)
class Ending:
    """Why a clock no longer runs although what was due was not done, and since when."""

    reason: str
    on: date | None = None
    state: State = State.ENDED

    def __post_init__(self) -> None:
        if self.state not in ENDS_AS:
            raise ValueError(f"A clock cannot end as “{self.state.label}”.")


@dataclass(frozen=True)
class ClockDates:
    """Everything the projection keeps of a clock: dates, moments and what they were counted with."""

    timescale: str
    rule_version: str
    holidays_version: str
    unit: str
    allowed: str
    local: bool
    tier: str
    alert: str
    estimated: bool
    start: date | None = None
    start_at: datetime | None = None
    amber_from: date | None = None
    amber_at: datetime | None = None
    red_from: date | None = None
    red_at: datetime | None = None
    due: date | None = None
    due_at: datetime | None = None
    plan_by: date | None = None
    overdue_from: date | None = None
    stopped: date | None = None
    stopped_at: datetime | None = None
    ended: date | None = None
    ended_as: str = ""
    ended_reason: str = ""
    missing: str = ""
    held_until: date | None = None


@dataclass(frozen=True)
class Clock:
    """What is due, about whom, since which fact; `dates()` says when.

    `allows` replaces the length for this one (a plan's own visit frequency); `set_for` is the day set for it, or the
    day on which the action it comes before was taken; `counted_from` is a birth or a later event that the limit counts
    from; `booked` is the date in the diary; `held_until` is the last day an imported file can speak for; `part` tells
    clocks of one timescale and one anchor from each other ("day 10", "19th birthday").
    """

    timescale: Timescale | Versions
    child: UUID | None
    anchor: Any
    start: When | None
    stop: When | None = None
    ended: Ending | None = None
    estimated: bool = False
    owed_by: UUID | None = None
    subject: Reference | None = None
    allows: Allowance | None = None
    counted_from: When | None = None
    set_for: date | None = None
    booked: date | None = None
    drafted: bool = False
    missing: str = ""
    held_until: date | None = None
    part: str = ""

    @cached_property
    def anchor_reference(self) -> Reference:
        """Kind and key of the fact that started it."""
        return reference_of(self.anchor)

    @cached_property
    def subject_reference(self) -> Reference:
        """Kind and key of whom or what it is about: the child unless something else is named."""
        if self.subject is not None:
            return self.subject
        if self.child is None:
            raise ValueError("A clock is about a child or names another subject.")
        return ("children.Child", self.child)

    @cached_property
    def key(self) -> Key:
        """What tells it from every other clock."""
        return (self.timescale.id, self.subject_reference, self.anchor_reference, self.part)

    @property
    def inputs(self) -> dict[str, str]:
        """What it was counted from, as plain text: kept with the clock, to see whether anything has changed."""
        given = {
            "start": self.start,
            "stop": self.stop,
            "counted_from": self.counted_from,
            "set_for": self.set_for,
            "booked": self.booked,
            "held_until": self.held_until,
            "allows": self.allows,
            "drafted": "yes" if self.drafted else "",
            "estimated": "yes" if self.estimated else "",
            "missing": self.missing,
            "owed_by": self.owed_by,
            "ended": self.ended and f"{self.ended.state} {self.ended.on or ''} {self.ended.reason}",
        }
        return {name: plainly(value) for name, value in given.items() if value}

    @cached_property
    def rule(self) -> Timescale:
        """The rule in force when it started."""
        if self.start is None:
            return self.timescale.latest if isinstance(self.timescale, Versions) else self.timescale
        return self.timescale.on(day_of(self.start))

    def allowed(self, local: LocalLimits) -> Allowance:
        """The length for this clock: its own, else the local limit, else the rule's; law is never made longer."""
        rule = self.rule
        chosen = self.allows or (local.on(rule.id, day_of(self.start)) if self.start else None) or rule.allows
        too_long = rule.tier is Tier.STATUTE and rule.allows.has_length and not no_longer(chosen, rule.allows)
        return rule.allows if too_long else chosen

    def dates(self, calendars: Calendars = OFFICIAL, local: LocalLimits = NO_LOCAL_LIMITS) -> ClockDates:
        """When it starts, turns amber, is due and was met; where a calendar ends, the date is missing and says so."""
        rule, allowed = self.rule, self.allowed(local)
        missing = self.missing or self.lacks(allowed)
        known: Known = {
            "timescale": rule.id,
            "rule_version": rule.version,
            "holidays_version": calendars.bank_holidays.version,
            "unit": allowed.unit,
            "allowed": str(allowed),
            "local": self.allows is None and allowed != rule.allows,
            "tier": rule.tier,
            "alert": rule.alert,
            "estimated": self.estimated or self.known_by_day_only(allowed),
            "held_until": self.held_until,
            "missing": missing,
            **self.its_end(allowed),
        }
        if self.start is not None:
            known |= self.its_start(allowed, self.start)
            known |= self.its_limit(rule, allowed, calendars) if not missing else {}
        return ClockDates(**known)

    def known_by_day_only(self, allowed: Allowance) -> bool:
        """Whether a clock in hours has only a date to go by (C8)."""
        given = [when for when in (self.start, self.stop) if when is not None]
        return allowed.unit is Unit.HOURS and any(not isinstance(when, datetime) for when in given)

    def lacks(self, allowed: Allowance) -> str:
        """What is missing to count it, in words."""
        if self.start is None:
            return NO_START
        if allowed.unit is Unit.DAY_SET and self.set_for is None:
            return NO_DAY_SET
        return NO_ORIGIN if allowed.counts_from_elsewhere and self.counted_from is None else ""

    def its_end(self, allowed: Allowance) -> Known:
        """What stopped or ended it."""
        known: Known = {}
        if self.stop is not None:
            moment = moment_of(self.stop) if allowed.unit is Unit.HOURS else None
            known |= {"stopped": day_of(self.stop), "stopped_at": moment}
        if self.ended is not None:
            known |= {"ended": self.ended.on, "ended_as": self.ended.state, "ended_reason": self.ended.reason}
        return known

    def its_start(self, allowed: Allowance, start: When) -> Known:
        """When it opens."""
        moment = moment_of(start) if allowed.unit is Unit.HOURS else None
        return {"start": allowed.opening(start), "start_at": moment}

    def its_limit(self, rule: Timescale, allowed: Allowance, calendars: Calendars) -> Known:
        """When it turns amber and red, and is due."""
        assert self.start is not None
        if allowed.unit is Unit.HOURS:
            return in_hours(rule, moment_of(self.start), moment_of(allowed(self.counted_from or self.start)))
        return self.in_days(rule, allowed, calendars)

    def in_days(self, rule: Timescale, allowed: Allowance, calendars: Calendars) -> Known:
        """The days of a clock counted in days; what a calendar cannot tell is left out and said to be missing."""
        assert self.start is not None
        start, known = allowed.opening(self.start), Known()
        try:
            due = self.due_day(allowed, calendars)
            if due is None:
                return {"amber_from": start}
            gate = allowed.unit is Unit.BEFORE_THE_ACT
            known |= {"due": due, "overdue_from": due if gate else due + timedelta(days=1)}
            return known | self.warnings(rule, start, due, calendars)
        except (OutsideHolidayList, OutsideTermCalendar):
            return known | {"missing": CALENDAR_ENDS}

    def due_day(self, allowed: Allowance, calendars: Calendars) -> date | None:
        """The last day on which it is in time; None for a condition whose action has not been taken."""
        if not allowed.has_length:
            return self.set_for
        origin = self.counted_from or self.start
        return day_of(allowed(origin, calendars)) if origin is not None else None

    def warnings(self, rule: Timescale, start: date, due: date, calendars: Calendars) -> Known:
        """When it turns amber and red, and the last working day on which it can be planned."""
        holidays = calendars.bank_holidays
        period = alerts.Period(start, due, holidays, booked=self.booked, drafted=self.drafted)
        return {
            "plan_by": plan_by(due, holidays),
            "amber_from": alerts.amber_from(rule.alert, period),
            "red_from": alerts.red_from(rule.alert, period),
        }


def in_hours(rule: Timescale, start_at: datetime, due_at: datetime) -> Known:
    """The moments of a clock counted in hours, and the days they fall on."""
    amber, red = alerts.amber_at(rule.alert, start_at, due_at), alerts.red_at(rule.alert, start_at, due_at)
    return {
        "due_at": due_at,
        "due": day_of(due_at),
        "plan_by": day_of(due_at),
        "overdue_from": day_of(due_at) + timedelta(days=1),
        "amber_at": amber,
        "amber_from": day_of(amber),
        "red_at": red,
        "red_from": day_of(red) if red else None,
    }


def plainly(value: Any) -> str:
    """A value as text that is the same on every machine: moments in UTC."""
    return (moment_of(value) if isinstance(value, datetime) else value).__str__()


def reference_of(anchor: Any) -> Reference:
    """Kind and key of a fact, or of what is already given as kind and key."""
    if isinstance(anchor, tuple):
        kind, key = anchor
        return (str(kind), key if isinstance(key, UUID) else UUID(str(key)))
    return (anchor._meta.label, anchor.pk)
