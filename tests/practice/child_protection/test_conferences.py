"""Conferences and protection plans: protection starts that day, and only a conference ends it."""

from datetime import date

import pytest

from sightline.foundation.door import Refusal
from sightline.practice.child_protection import actions
from sightline.practice.child_protection.models import InitialConference, ProtectionPlan, ProtectionPlanCategory
from sightline.practice.child_protection.rules import ConferenceForChild
from tests.builders.child_protection import brothers_and_sisters, strategy_discussion
from tests.builders.journey import CONFERENCE, anybody, conference, core_group, done, review, with_plan
from tests.builders.workforce import BUILDER, as_builder

pytestmark = pytest.mark.django_db
REVIEWED, SATURDAY = date(2026, 7, 7), date(2026, 4, 18)


def plan_of(child: object) -> ProtectionPlan:
    with as_builder():
        return ProtectionPlan.objects.current().order_by("-began")[0]


def test_one_conference_decides_for_each_child() -> None:
    children = brothers_and_sisters(2)
    strategy_discussion(children, on=date(2026, 3, 26))
    outcomes = [
        ConferenceForChild(children[0], True, "Hurt twice.", category="PHY", visit_every=5),
        ConferenceForChild(children[1], False, "Lives with his grandmother."),
    ]
    with as_builder():
        actions.hold_conference(on=CONFERENCE, outcomes=outcomes, by=BUILDER)
        (plan,) = ProtectionPlan.objects.current()
        assert (plan.child_id, plan.began, plan.initial_category, plan.visit_every) == (
            children[0],
            CONFERENCE,
            "PHY",
            5,
        )
        assert plan.number_of_previous_plans == 0
        assert all(held.enquiry_id for held in InitialConference.objects.filter(child__in=children))


def test_a_second_plan_counts_the_first() -> None:
    child = with_plan()
    review(child, REVIEWED, continues=False)
    strategy_discussion([child], on=date(2026, 9, 1))
    conference(child, date(2026, 9, 15))
    assert plan_of(child).number_of_previous_plans == 1


@pytest.mark.parametrize(
    ("on", "category", "reasons", "sentence"),
    [
        (SATURDAY, "NEG", "Why", "not held at a weekend"),
        (CONFERENCE, "", "Why", "Choose the category"),
        (CONFERENCE, "NEG", "", "Say for each child why"),
    ],
)
def test_a_conference_is_sent_back(on: date, category: str, reasons: str, sentence: str) -> None:
    child = anybody()
    strategy_discussion([child], on=date(2026, 3, 26))
    outcome = ConferenceForChild(child, True, reasons, category=category)
    with as_builder(), pytest.raises(Refusal, match=sentence):
        actions.hold_conference(on=on, outcomes=[outcome], by=BUILDER)


def test_a_conference_follows_enquiries_or_a_transfer() -> None:
    child = anybody()
    with pytest.raises(Refusal, match="No enquiries about this child led to a conference"):
        conference(child)
    conference(child, transfer_in=True)


def test_a_child_with_a_plan_has_a_review_instead() -> None:
    child = with_plan()
    with pytest.raises(Refusal, match="has a plan already"):
        conference(child, date(2026, 5, 5))


def test_a_review_that_ends_the_plan_ends_it_that_day() -> None:
    child = with_plan()
    with pytest.raises(Refusal, match="not held on the day on which the plan began"):
        review(child, CONFERENCE)
    review(child, REVIEWED, continues=False)
    assert (plan_of(child).ended, plan_of(child).end_reason) == (REVIEWED, "conference")


def test_a_review_may_change_the_category() -> None:
    child = with_plan()
    review(child, REVIEWED, category="EMO")
    review(child, date(2026, 12, 1), category="EMO")
    with as_builder():
        categories = ProtectionPlanCategory.objects.filter(child=child).order_by("happened")
        assert [each.category for each in categories] == ["NEG", "EMO"]


def test_a_core_group_needs_a_plan_and_one_line() -> None:
    with pytest.raises(Refusal, match="There is no open plan"):
        core_group(anybody(), CONFERENCE)
    child = with_plan()
    with as_builder(), pytest.raises(Refusal, match="Say in a line what has changed"):
        actions.record_core_group(children=[child], on=CONFERENCE, what_changed="", by=BUILDER)


def test_only_what_a_local_rule_allows_ends_a_plan_outside_a_conference() -> None:
    child = with_plan()
    with pytest.raises(Refusal, match="Only a conference ends a plan"):
        done(actions.end_protection_plan, child, on=REVIEWED, end_reason="conference")
    done(actions.end_protection_plan, child, on=REVIEWED, end_reason="care")


def test_a_decision_letter_is_not_sent_before_the_conference() -> None:
    child = with_plan()
    asked = {"children": [child], "conference_on": CONFERENCE, "by": BUILDER}
    with as_builder():
        actions.send_conference_paper(kind="report", on=date(2026, 4, 10), **asked)
        with pytest.raises(Refusal, match="The conference was held on 14 April 2026"):
            actions.send_conference_paper(kind="decision_letter", on=date(2026, 4, 10), **asked)
