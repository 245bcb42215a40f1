"""What people say about clocks goes through the door, and the clocks follow."""

import json
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection

from sightline.foundation.access.rules import Permission, may
from sightline.foundation.area import Reads
from sightline.foundation.door import Refusal
from sightline.foundation.facts import Acting
from sightline.foundation.timescales import refresh as refreshing
from sightline.foundation.timescales import tasks
from sightline.foundation.timescales.actions import (
    CannotBeWaived,
    LimitNotAllowed,
    explain_delay,
    set_local_limit,
    waive,
)
from sightline.foundation.timescales.models import ClockReason, ClockRow, LocalLimit
from sightline.foundation.timescales.queries import reasons_given
from sightline.foundation.timescales.rules import (
    GUIDANCE,
    PRACTICE,
    STATUTE,
    Clock,
    State,
    Timescale,
    working_days,
)
from sightline.foundation.workforce.models import Involvement
from tests.builders.workforce import practitioner
from tests.conftest import as_jobs, as_web
from tests.foundation.timescales.people import children

pytestmark = pytest.mark.django_db

TODAY = date(2026, 4, 1)
VISIT = Timescale(id="visit", name="Visit", allows=working_days(10), starts="", source="", tier=PRACTICE)
REVIEW = Timescale(id="review", name="Review", allows=working_days(20), starts="", source="", tier=STATUTE)


@pytest.fixture
def manager():
    return practitioner(role="team_manager")


@pytest.fixture
def acting(manager) -> Acting:
    return Acting(practitioner_id=manager.pk, name=manager.name, role="team_manager", basis="test")


@pytest.fixture
def overdue(monkeypatch, manager):
    """A visit and a review that are overdue, about one child."""
    (child,) = children(1)
    clocks = [
        Clock(rule, child=child.pk, anchor=("workforce.Involvement", uuid4()), start=date(2026, 1, 5))
        for rule in (VISIT, REVIEW)
    ]
    reads = Reads(lambda people: [clock for clock in clocks if clock.child in people], [Involvement])
    monkeypatch.setattr(refreshing, "all_readers", lambda: [reads])
    monkeypatch.setattr(refreshing, "readers_of", lambda kinds: [reads])
    refreshing.refresh([child.pk], [Involvement])
    return {row.timescale: row for row in ClockRow.objects.all()}


def test_a_manager_waives_a_local_standard(overdue, acting, manager):
    clock = overdue["visit"]
    with as_web(manager, open=[clock.child_id]):
        waive(clock=clock, on=TODAY, reason="Seen daily on the ward", by=acting)
        after = ClockRow.objects.with_state(TODAY).get(pk=clock.pk)
        (said,) = reasons_given(after)
    assert after.state == State.WAIVED
    assert (said.reason, said.agreed_by_id, said.recorded_by_id) == ("Seen daily on the ward", manager.pk, manager.pk)


def test_nobody_waives_law(overdue, acting, manager):
    with (
        as_web(manager, open=[overdue["review"].child_id]),
        pytest.raises(CannotBeWaived, match="Record the reason for the delay instead"),
    ):
        waive(clock=overdue["review"], on=TODAY, reason="The chair was ill", by=acting)


def test_a_reason_for_delay_is_kept_and_the_clock_still_runs(overdue, acting, manager):
    clock = overdue["review"]
    with as_web(manager, open=[clock.child_id]):
        explain_delay(clock=clock, on=TODAY, reason="The chair was ill", by=acting)
        assert [said.reason for said in reasons_given(clock)] == ["The chair was ill"]
        assert ClockRow.objects.with_state(TODAY).get(pk=clock.pk).state == State.OVERDUE


def test_a_reason_has_words(overdue, acting, manager):
    with as_web(manager, open=[overdue["visit"].child_id]), pytest.raises(Refusal, match="Say why"):
        explain_delay(clock=overdue["visit"], on=TODAY, reason="  ", by=acting)
    assert not ClockReason.objects.exists()


def test_what_is_said_about_a_clock_is_not_shown_unless_the_record_is_opened(overdue, acting, manager):
    clock = overdue["review"]
    with as_web(manager, open=[clock.child_id]):
        explain_delay(clock=clock, on=TODAY, reason="The chair was ill", by=acting)
    with as_web(manager):
        assert ClockRow.objects.filter(pk=clock.pk).exists()
        assert reasons_given(clock) == []


def test_the_authority_sets_a_shorter_limit_for_clocks_that_start_from_its_day_on(overdue, manager):
    director = Acting(practitioner_id=manager.pk, name=manager.name, role="director", basis="test")
    with as_web(manager):
        set_local_limit(timescale=REVIEW, allows=working_days(15), effective_from=date(2026, 1, 1), by=director)
    assert LocalLimit.objects.get().allows == working_days(15)


def test_open_clocks_follow_a_local_limit_and_closed_ones_keep_theirs(overdue, manager):
    director = Acting(practitioner_id=manager.pk, name=manager.name, role="director", basis="test")
    closed = ClockRow.objects.get(timescale="review")
    ClockRow.objects.filter(pk=closed.pk).update(stopped=TODAY)
    for rule in (REVIEW, VISIT):
        with as_web(manager):
            set_local_limit(timescale=rule, allows=working_days(5), effective_from=date(2026, 1, 1), by=director)
        (job,) = background_jobs("timescales.count_again")
        with as_jobs():
            tasks.count_again(**job)
    after = {row.timescale: row for row in ClockRow.objects.all()}
    visit, review = after["visit"], after["review"]
    assert (visit.due, visit.allowed, visit.local) == (date(2026, 1, 12), "5 working days", True)
    assert (review.due, review.allowed, review.local) == (closed.due, "20 working days", False)


def test_a_limit_that_is_refused_starts_no_work_in_the_background(manager):
    director = Acting(practitioner_id=manager.pk, name=manager.name, role="director", basis="test")
    with as_web(manager), pytest.raises(LimitNotAllowed):
        set_local_limit(timescale=REVIEW, allows=working_days(21), effective_from=date(2026, 1, 1), by=director)
    assert background_jobs("timescales.count_again") == []


def background_jobs(name: str) -> list[dict[str, list[str]]]:
    """What the jobs of this name that wait were given; they are taken out of the queue."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE task_name = %s RETURNING args", [name])
        return [json.loads(given) if isinstance(given, str) else given for (given,) in cursor.fetchall()]


@pytest.mark.parametrize(
    ("rule", "number", "sentence"),
    [(REVIEW, 21, "The law allows 20 working days"), (None, 21, "A longer limit needs a reason and who agreed to it")],
)
def test_the_authority_cannot_make_a_limit_longer_on_its_own(manager, rule, number, sentence):
    guidance = Timescale(id="g", name="G", allows=working_days(15), starts="", source="", tier=GUIDANCE)
    director = Acting(practitioner_id=manager.pk, name=manager.name, role="director", basis="test")
    with as_web(manager), pytest.raises(LimitNotAllowed, match=sentence):
        set_local_limit(
            timescale=rule or guidance, allows=working_days(number), effective_from=date(2026, 1, 1), by=director
        )


def test_only_a_director_sets_limits_and_only_managers_waive():
    assert [
        role for role in ("social_worker", "team_manager", "director") if may(role, Permission.SET_LOCAL_LIMIT)
    ] == ["director"]
    assert not may("social_worker", Permission.OVERSEE)
    assert may("social_worker", Permission.EXPLAIN_DELAY)
