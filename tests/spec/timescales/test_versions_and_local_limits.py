"""Limits change over time, and authorities set their own; law may only be made shorter (section 0, C16)."""

from datetime import date

import pytest

from sightline.foundation.timescales.rules import (
    GUIDANCE,
    PRACTICE,
    STATUTE,
    Clock,
    LimitRefused,
    LocalLimits,
    LocalRule,
    Versions,
    before_the_act,
    months,
    refuse_local_limit,
    weeks,
    working_days,
    working_days_before,
)
from tests.spec.timescales.clocks import CHILD, FACT, clock, timescale

BEFORE = timescale(working_days(35), effective_from=date(2011, 4, 1))
SINCE = timescale(working_days(45), effective_from=date(2013, 4, 15))
ASSESSMENT = Versions(SINCE, BEFORE)


@pytest.mark.parametrize(
    ("start", "rule"),
    [
        (date(2013, 4, 14), BEFORE),
        (date(2013, 4, 15), SINCE),
        (date(2026, 1, 1), SINCE),
        (date(2009, 1, 1), BEFORE),  # nothing older is known
    ],
)
def test_a_clock_is_counted_with_the_rule_in_force_when_it_started(start, rule):
    assert ASSESSMENT.on(start) is rule
    assert Clock(ASSESSMENT, child=CHILD, anchor=FACT, start=start).dates().rule_version == rule.version


def test_a_clock_keeps_the_label_of_its_rule_and_of_its_holiday_list():
    dates = clock(working_days(15), date(2026, 3, 26)).dates()
    assert dates.rule_version == "2018-07-04 15 working days"
    assert dates.holidays_version == "England and Wales, November 2026"


def test_versions_are_of_one_timescale_and_do_not_begin_together():
    with pytest.raises(ValueError, match="same day"):
        Versions(SINCE, SINCE)
    with pytest.raises(ValueError, match="share one id"):
        Versions()


LOCAL = LocalLimits(
    (
        LocalRule("example", working_days(12), date(2025, 1, 1)),
        LocalRule("example", working_days(10), date(2026, 1, 1)),
        LocalRule("another", working_days(1), date(2025, 1, 1)),
    )
)


@pytest.mark.parametrize(
    ("start", "allowed", "local"),
    [
        (date(2024, 12, 31), "15 working days", False),
        (date(2025, 1, 1), "12 working days", True),
        (date(2026, 3, 26), "10 working days", True),
    ],
)
def test_a_local_limit_applies_to_clocks_that_start_from_its_day_on(start, allowed, local):
    dates = clock(working_days(15), start).dates(local=LOCAL)
    assert (dates.allowed, dates.local) == (allowed, local)


def test_the_frequency_in_a_childs_own_plan_goes_before_the_local_limit():
    dates = clock(working_days(15), date(2026, 3, 26), allows=working_days(5)).dates(local=LOCAL)
    assert (dates.allowed, dates.local) == ("5 working days", False)


@pytest.mark.parametrize("longer", [working_days(21), weeks(6)])
def test_whatever_is_configured_law_is_never_counted_longer(longer):
    limits = LocalLimits((LocalRule("example", longer, date(2020, 1, 1)),))
    assert clock(working_days(20), date(2026, 3, 26), tier=STATUTE).dates(local=limits).allowed == "20 working days"
    assert clock(working_days(20), date(2026, 3, 26), tier=STATUTE, allows=longer).dates().allowed == "20 working days"


@pytest.mark.parametrize(
    ("tier", "national", "local", "why", "agreed_by"),
    [
        (STATUTE, working_days(20), working_days(15), "", ""),
        (STATUTE, working_days(20), working_days(20), "", ""),
        (GUIDANCE, working_days(15), working_days(10), "", ""),
        (GUIDANCE, working_days(15), working_days(18), "one conference room", "Director"),
        (GUIDANCE, working_days_before(2), working_days_before(3), "", ""),
        (PRACTICE, weeks(4), working_days(15), "", ""),
        (PRACTICE, weeks(4), months(3), "", ""),
    ],
)
def test_an_authority_may_set(tier, national, local, why, agreed_by):
    refuse_local_limit(timescale(national, tier=tier), local, why=why, agreed_by=agreed_by)


@pytest.mark.parametrize(
    ("tier", "national", "local", "sentence"),
    [
        (STATUTE, working_days(20), working_days(21), "The law allows 20 working days for “An example”."),
        (STATUTE, months(3), weeks(12), "may only be shorter, counted the same way"),
        (GUIDANCE, working_days(15), working_days(16), "A longer limit needs a reason and who agreed to it."),
        (GUIDANCE, working_days_before(2), working_days_before(1), "A longer limit needs a reason"),
        (STATUTE, before_the_act(), working_days(5), "has no length that could be set locally"),
    ],
)
def test_an_authority_is_refused(tier, national, local, sentence):
    with pytest.raises(LimitRefused) as refused:
        refuse_local_limit(timescale(national, tier=tier), local, why=" ", agreed_by="")
    assert sentence in str(refused.value)
