"""Whatever is recorded and corrected in whatever order, everything derived follows from what stands."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as given_that

from sightline.foundation.area import told
from sightline.foundation.chronology.queries import Asked, chronology
from sightline.foundation.timescales.models import ClockRow
from sightline.practice.child_protection import rules
from sightline.practice.child_protection.models import EnquiryOutcome, Section47Enquiry, StrategyOutcome
from tests.builders.child_protection import brothers_and_sisters
from tests.builders.workforce import as_builder
from tests.foundation.chronology.facts import check_everything_derived
from tests.practice.child_protection.histories import History, steps

pytestmark = [pytest.mark.django_db, pytest.mark.database]
KINDS = frozenset(kind for kind in told() if kind.startswith("child_protection."))
UNHURRIED = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def enquiries_that_should_stand(child: Any) -> set[tuple[Any, ...]]:
    """Enquiries by the rules alone, from what stands as decided and found."""
    decided = [
        rules.Decided(each.happened, each.decision, each.discussion_id, each.discussion_id)
        for each in StrategyOutcome.objects.filter(child=child, superseded_at=None)
    ]
    ends = EnquiryOutcome.objects.filter(child=child, superseded_at=None).values_list("happened", flat=True)
    return {(each.discussion, each.began, each.ended) for each in rules.enquiries(decided, ends)}


def snapshot(child: Any) -> list[tuple[Any, ...]]:
    """The chronology of a child as it reads now, without what was corrected."""
    lines = chronology(child, Asked(everything=True, kinds=KINDS)).lines
    return [(line.kind, line.fact.pk, told()[line.kind].title(line.fact)) for line in lines if not line.corrected]


@UNHURRIED
@given_that(what_happens=steps)
def test_enquiries_clocks_index_and_what_waits_follow_from_what_stands(what_happens):
    history = History(brothers_and_sisters(3, joined=False))
    for step in what_happens:
        history.go(step)
    check_everything_derived()
    with as_builder():
        for child in history.children:
            standing = Section47Enquiry.objects.current().filter(child=child)
            assert set(standing.values_list("discussion", "began", "ended")) == enquiries_that_should_stand(child)
            clocks = ClockRow.objects.filter(child=child, timescale="s47_to_icpc")
            assert set(clocks.values_list("anchor_id", "start")) == set(standing.values_list("discussion", "began"))


@UNHURRIED
@given_that(what_happens=steps)
def test_the_record_as_known_at_a_moment_is_what_it_was_at_that_moment(what_happens):
    history = History(brothers_and_sisters(2, joined=False))
    taken = []
    for step in what_happens:
        at = history.go(step)
        with as_builder():
            taken.append((at + timedelta(minutes=1), {child: snapshot(child) for child in history.children}))
    with as_builder():
        for moment, then in taken:
            for child, was in then.items():
                lines = chronology(child, Asked(everything=True, kinds=KINDS, as_known_on=moment)).lines
                assert [(line.kind, line.fact.pk, line.told.title(line.fact)) for line in lines] == was
