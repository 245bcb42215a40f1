"""Recording and correcting strategy discussions: one effect each, and enquiries and clocks that follow."""

from datetime import date

import pytest

from sightline.foundation.timescales.models import ClockRow
from sightline.practice.child_protection.models import Section47Enquiry, StrategyOutcome
from sightline.practice.child_protection.rules import Decision
from tests.builders.child_protection import (
    brothers_and_sisters,
    correct_decision,
    decision_for,
    enquiry_outcome,
    strategy_discussion,
)
from tests.builders.workforce import as_builder

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def enquiries(child):
    with as_builder():
        return [(e.began, e.ended) for e in Section47Enquiry.objects.current().filter(child=child).order_by("began")]


def conference_due(child):
    with as_builder():
        return list(ClockRow.objects.filter(child=child, timescale="s47_to_icpc").values_list("due", flat=True))


def test_one_discussion_records_a_decision_for_each_child():
    tia, leo, kit = brothers_and_sisters(3)
    strategy_discussion([tia, leo, kit], decisions={kit: Decision.NO_ENQUIRIES})
    with as_builder():
        decided = dict(StrategyOutcome.objects.current().values_list("child", "decision"))
    assert decided == {tia: "begin_enquiries", leo: "begin_enquiries", kit: "no_enquiries"}
    assert (enquiries(tia), enquiries(kit)) == ([(date(2026, 6, 1), None)], [])
    assert (conference_due(tia), conference_due(kit)) == ([date(2026, 6, 22)], [])


def test_a_later_discussion_within_the_same_enquiry_restarts_no_clock():
    tia, *_ = brothers_and_sisters(1)
    strategy_discussion([tia], on=date(2026, 6, 1))
    strategy_discussion([tia], on=date(2026, 6, 8))
    assert enquiries(tia) == [(date(2026, 6, 1), None)]
    assert conference_due(tia) == [date(2026, 6, 22)]


def test_a_corrected_decision_withdraws_enquiries_that_should_not_have_begun():
    tia, leo = brothers_and_sisters(2)
    discussion = strategy_discussion([tia, leo])
    correct_decision(decision_for(tia, discussion), Decision.NO_ENQUIRIES)
    assert (enquiries(tia), enquiries(leo)) == ([], [(date(2026, 6, 1), None)])
    assert conference_due(tia) == []
    enquiry_outcome(leo)
    assert enquiries(leo) == [(date(2026, 6, 1), date(2026, 6, 12))]
