"""A clock as people see it: in words, never green when it is not on track, our own standards never red."""

from datetime import date

import pytest

from sightline.foundation.children.presenters.clocks import running, running_table
from sightline.foundation.timescales.models import ClockRow
from sightline.foundation.timescales.presenters.chips import SHOWN_AS, chip
from sightline.foundation.timescales.rules import Ending, State
from sightline.ui.components import ClockState
from tests.foundation.timescales.conftest import CONFERENCE, VISIT
from tests.foundation.timescales.people import children

pytestmark = pytest.mark.django_db

TODAY = date(2026, 4, 1)


@pytest.fixture
def shown(facts, written):
    """The words of one clock on the day, with what is said beside them."""

    def show(rule, start, **more):
        (child,) = children(1)
        facts.add(child, rule, start, **more)
        written(child)
        made = chip(ClockRow.objects.with_state(TODAY).get(), TODAY)
        return made.state, made.words, made.note

    return show


def test_a_standard_of_our_own_that_has_passed_says_by_how_much_and_is_not_red(shown):
    past = ClockState.PAST_OWN_STANDARD
    assert shown(VISIT, date(2026, 3, 2)) == (past, "12 working days past our own standard", "")


def test_guidance_that_has_passed_is_overdue(shown):
    assert shown(CONFERENCE, date(2026, 3, 2))[:2] == (ClockState.OVERDUE, "Overdue by 7 working days")


def test_a_clock_without_its_date_says_which_date_is_missing(shown):
    assert shown(VISIT, None) == (ClockState.DATE_MISSING, "Date missing", "needs the date it starts")


def test_a_clock_beyond_the_list_of_bank_holidays_is_not_called_on_time(shown):
    found = shown(CONFERENCE, date(2026, 3, 2), missing="a newer list of bank holidays or school terms")
    assert found == (ClockState.DATE_MISSING, "Date missing", "needs a newer list of bank holidays or school terms")


def test_a_clock_that_does_not_apply_is_not_called_on_time(shown):
    ending = Ending("No conference required", on=date(2026, 3, 9), state=State.NOT_APPLICABLE)
    assert shown(CONFERENCE, date(2026, 3, 2), ended=ending)[::2] == (ClockState.CLOSED, "does not apply")


def test_every_state_is_shown_as_something_and_only_what_is_on_track_as_on_time():
    assert set(SHOWN_AS) == set(State)
    assert [state for state, shown in SHOWN_AS.items() if shown is ClockState.ON_TIME] == [State.ON_TRACK]


def test_the_overview_of_a_record_shows_a_clock_whose_date_is_missing(facts, written):
    (child,) = children(1)
    facts.add(child, VISIT, None)
    written(child)
    (row,) = running_table(child.pk, running(child.pk, TODAY), TODAY).rows
    state, why = row[2]
    assert (row[1], state.words, why) == ("No date yet", "Date missing", "Needs the date it starts")


def test_a_clock_with_nothing_to_explain_leaves_nothing_empty(facts, written):
    (child,) = children(1)
    facts.add(child, CONFERENCE, TODAY)
    written(child)
    table = running_table(child.pk, running(child.pk, TODAY), TODAY)
    (row,) = table.rows
    assert [state.words for state in row[2]] == ["On time"]
    assert [column.heading for column in table.columns] == ["What", "Due", "How it stands", "Counts from", "Whose rule"]
    assert len(row) == len(table.columns)
    assert all(row)
