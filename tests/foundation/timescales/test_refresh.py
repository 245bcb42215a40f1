"""The projection follows the facts: what was written, and what was taken back; what was closed stays as counted."""

from dataclasses import replace
from datetime import date, timedelta
from io import StringIO
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.calendar.holidays import Holiday, HolidayList, england_and_wales
from sightline.foundation.timescales import refresh as refreshing
from sightline.foundation.timescales.models import ClockReason, ClockRow, LocalLimit
from sightline.foundation.timescales.refresh import Difference, rebuild, refresh
from sightline.foundation.timescales.rules import (
    Calendars,
    Clock,
    State,
    Timescale,
    working_days,
)
from tests.foundation.timescales.conftest import CONFERENCE, REVIEW, VISIT
from tests.foundation.timescales.people import RECORDED, children

pytestmark = pytest.mark.django_db

TODAY = date(2026, 4, 1)


def test_a_clock_appears_with_the_fact_that_starts_it(facts, written):
    (child,) = children(1)
    facts.add(child, CONFERENCE, date(2026, 3, 26))
    written(child)
    row = ClockRow.objects.get()
    assert (row.timescale, row.child_id, row.due, row.tier) == ("conference", child.pk, date(2026, 4, 20), "G")
    assert row.inputs == {"start": "2026-03-26"}
    assert row.holidays_version == england_and_wales().version


def test_a_fact_that_no_clock_reads_changes_nothing(facts):
    (child,) = children(1)
    facts.add(child, CONFERENCE, date(2026, 3, 26))
    refresh([child.pk], [LocalLimit])
    assert not ClockRow.objects.exists()


def test_a_clock_stops_and_keeps_its_row(facts, written):
    (child,) = children(1)
    clock = facts.add(child, CONFERENCE, date(2026, 3, 26))
    written(child)
    before = ClockRow.objects.get().pk
    facts.change(clock, stop=date(2026, 4, 21))
    written(child)
    row = ClockRow.objects.with_state(TODAY + timedelta(days=60)).get()
    assert (row.pk, row.state) == (before, State.MET_LATE)


def test_a_clock_whose_fact_was_corrected_away_is_taken_away(facts, written):
    child, other = children(2)
    facts.add(child, CONFERENCE, date(2026, 3, 26))
    facts.add(other, CONFERENCE, date(2026, 3, 26))
    written(child, other)
    facts.clocks.pop(child.pk)
    written(child)
    assert ClockRow.objects.get().child_id == other.pk


def test_a_closed_clock_keeps_its_dates_when_list_and_limit_change(facts, written):
    (child,) = children(1)
    closed = facts.add(child, VISIT, date(2026, 3, 2), stop=date(2026, 3, 12))
    facts.add(child, VISIT, date(2026, 3, 12))
    written(child)
    limit(VISIT, 5)
    found = rebuild([child.pk], calendars=Calendars(with_another_holiday(date(2026, 3, 16))))
    kept, running = ClockRow.objects.order_by("start")
    assert (kept.due, kept.allowed, kept.local) == (date(2026, 3, 16), "10 working days", False)
    assert kept.holidays_version == england_and_wales().version
    assert (running.due, running.allowed, running.local) == (date(2026, 3, 20), "5 working days", True)
    assert running.holidays_version == "another list"
    assert [difference.key for difference in found] == [running.key]
    facts.change(closed, stop=date(2026, 3, 13))
    written(child)
    assert ClockRow.objects.order_by("start")[0].allowed == "5 working days"


def with_another_holiday(day: date) -> HolidayList:
    known = england_and_wales()
    holiday = Holiday(day, "A day of mourning", "one-off", "Royal proclamation")
    return HolidayList("another list", known.begins, known.ends, (*known.holidays, holiday))


def limit(rule: Timescale, number: int) -> LocalLimit:
    return LocalLimit.objects.create(
        timescale=rule.id,
        unit="working_days",
        number=number,
        happened=date(2020, 1, 1),
        recorded_at=RECORDED,
        entry_id=0,
    )


def said(clock: Clock, remark: str = "waiver") -> ClockReason:
    kind, anchor = clock.anchor_reference
    return ClockReason.objects.create(
        child_id=clock.child,
        recorded_against=clock.child,
        happened=TODAY,
        timescale=clock.timescale.id,
        subject_kind="children.Child",
        subject_id=clock.child,
        anchor_kind=kind,
        anchor_id=anchor,
        remark=remark,
        reason="The family is abroad",
        recorded_at=RECORDED,
        entry_id=0,
    )


def test_a_waiver_ends_a_local_standard_but_neither_law_nor_guidance(facts, written):
    (child,) = children(1)
    for rule in (VISIT, CONFERENCE, REVIEW):
        said(facts.add(child, rule, date(2026, 1, 5)))
    refresh([child.pk], [ClockReason])
    states = dict(ClockRow.objects.with_state(date(2026, 6, 1)).values_list("timescale", "state"))
    assert states == {"visit": State.WAIVED, "conference": State.OVERDUE, "review": State.OVERDUE}


def test_a_reason_for_delay_pauses_nothing(facts, written):
    (child,) = children(1)
    said(facts.add(child, VISIT, date(2026, 1, 5)), remark="delay")
    refresh([child.pk], [ClockReason])
    assert ClockRow.objects.with_state(TODAY).get().state == State.OVERDUE


def test_a_waiver_still_holds_when_the_fact_that_started_the_clock_is_corrected(facts, written):
    (child,) = children(1)
    old, _, newest = corrected_twice()
    clock = facts.add(child, VISIT, date(2026, 1, 5))
    said(facts.change(clock, anchor=old))
    facts.clocks[child.pk] = [replace(clock, anchor=newest)]
    written(child)
    assert ClockRow.objects.with_state(TODAY).get().state == State.WAIVED


def corrected_twice() -> list[LocalLimit]:
    """A fact, what stood in its place, and what stands now; any kind of fact will do."""
    rows = [
        LocalLimit(timescale="any", unit="days", number=n, happened=date(2026, 1, 5), recorded_at=RECORDED, entry_id=0)
        for n in (1, 2, 3)
    ]
    rows[0].superseded_at = rows[1].superseded_at = RECORDED
    rows[1].supersedes, rows[2].supersedes = rows[0], rows[1]
    return LocalLimit.objects.bulk_create(rows)


def test_two_clocks_that_cannot_be_told_apart_are_refused(facts, written):
    (child,) = children(1)
    clock = facts.add(child, VISIT, date(2026, 1, 5))
    facts.clocks[child.pk].append(replace(clock, start=date(2026, 1, 6)))
    with pytest.raises(ValueError, match="same subject, anchor and part"):
        written(child)


def test_parts_tell_clocks_of_one_anchor_apart(facts, written):
    (child,) = children(1)
    clock = facts.add(child, VISIT, date(2026, 1, 5), part="day 10")
    facts.clocks[child.pk].append(replace(clock, allows=working_days(25), part="day 25"))
    written(child)
    assert ClockRow.objects.count() == 2


def test_a_calendar_that_ends_does_not_stop_anybody_from_recording(facts, written, caplog):
    (child,) = children(1)
    facts.add(child, CONFERENCE, date(2028, 12, 20))
    written(child)
    row = ClockRow.objects.with_state(date(2028, 12, 21)).get()
    assert row.state == State.BLOCKED_MISSING_DATA
    assert row.missing == "a newer list of bank holidays or school terms"
    assert "calendar_ends" in caplog.text


def test_a_clock_that_opens_after_the_list_of_bank_holidays_ends_is_made_by_a_newer_list(facts, written, caplog):
    (child,) = children(1)
    facts.add(child, CONFERENCE, date(2040, 6, 1))
    written(child)
    assert not ClockRow.objects.exists()
    assert "calendar_ends" not in caplog.text
    longer = Calendars(holidays=replace(england_and_wales(), ends=date(2041, 12, 31), version="a newer list"))
    rebuild([child.pk], calendars=longer)
    assert ClockRow.objects.get().due == date(2040, 6, 22)


def test_comparing_tells_what_differs_and_leaves_it(facts, written):
    child, other = children(2)
    clock = facts.add(child, CONFERENCE, date(2026, 3, 26))
    leftover = facts.add(other, CONFERENCE, date(2026, 3, 26))
    written(child, other)
    facts.change(clock, start=date(2026, 3, 27))
    missing = facts.add(child, VISIT, date(2026, 3, 26))
    facts.clocks.pop(other.pk)
    found = rebuild([child.pk, other.pk], compare=True)
    assert {difference.key: difference.what for difference in found} == {
        clock.key: "differs in start, amber_from, due, plan_by, overdue_from, inputs",
        missing.key: "missing",
        leftover.key: "left over",
    }
    assert ClockRow.objects.count() == 2
    rebuild([child.pk, other.pk])
    assert rebuild([child.pk, other.pk], compare=True) == []


def test_the_command_says_what_differs_and_then_brings_it_up_to_date(facts):
    (child,) = children(1)
    facts.add(child, CONFERENCE, date(2026, 3, 26))
    out = StringIO()
    with pytest.raises(CommandError, match="1 clocks are not what the facts say"):
        call_command("clocks_rebuild", compare=True, stdout=out)
    call_command("clocks_rebuild", stdout=out)
    call_command("clocks_rebuild", compare=True, stdout=out)
    assert out.getvalue().splitlines() == [
        "conference: 1 missing",
        "conference: 1 missing",
        "1 clocks were brought up to date.",
        "Every clock is up to date.",
    ]


def test_a_difference_names_its_clock():
    assert Difference(("visit", ("a", UUID(int=1)), ("b", UUID(int=2)), ""), "missing").key[0] == "visit"


@pytest.mark.parametrize("number", [1, 3, 40])
def test_the_number_of_statements_does_not_grow_with_the_children(facts, written, number):
    people = children(number)
    for child in people:
        facts.add(child, CONFERENCE, date(2026, 3, 26))
        facts.add(child, VISIT, date(2026, 3, 26))
    with CaptureQueriesContext(connection) as first:
        written(*people)
    with CaptureQueriesContext(connection) as unchanged:
        written(*people)
    assert [len(first), len(unchanged)] == [6, 5]


def test_two_requests_do_not_count_the_clocks_of_one_child_at_the_same_time(facts, written):
    child, other = children(2)
    facts.add(child, CONFERENCE, date(2026, 3, 26))
    written(child)
    assert [could_be_counted_by_another_request(person.pk) for person in (child, other)] == [False, True]


def could_be_counted_by_another_request(person: UUID) -> bool:
    with connection.copy().cursor() as another:
        another.execute("SELECT pg_try_advisory_xact_lock(%s)", [refreshing.lock_of(person)])
        free = bool(another.fetchone()[0])
    another.db.close()
    return free


def test_very_many_children_are_counted_while_nobody_else_counts(facts, written, monkeypatch):
    monkeypatch.setattr(refreshing, "LOCKED_ONE_BY_ONE", 1)
    people = children(2)
    for child in people:
        facts.add(child, CONFERENCE, date(2026, 3, 26))
    written(*people)
    assert ClockRow.objects.count() == 2
