"""Plans for children in need: one at a time, and never beside a protection plan."""

from datetime import date

import pytest

from sightline.foundation.door import Refusal
from sightline.practice.child_in_need import actions
from sightline.practice.child_in_need.models import ChildInNeedPlan
from tests.builders.journey import CONFERENCE, done, in_need, with_plan
from tests.builders.workforce import as_builder

pytestmark = pytest.mark.django_db
LATER = date(2026, 5, 26)


def test_a_plan_begins_while_no_other_is_open() -> None:
    child = in_need()
    with pytest.raises(Refusal, match="Such a plan is open since 14 April 2026"):
        in_need(LATER, child)


def test_a_plan_never_begins_beside_a_protection_plan() -> None:
    child = with_plan()
    with pytest.raises(Refusal, match="only a conference ends it"):
        in_need(LATER, child)


def test_a_protection_plan_ends_a_plan_for_a_child_in_need_that_day() -> None:
    child = in_need(date(2026, 3, 2))
    with_plan(CONFERENCE, child)
    with as_builder():
        plan = ChildInNeedPlan.objects.get(child=child)
    assert (plan.ended, plan.end_reason) == (CONFERENCE, "step_up")


def test_a_review_that_ends_the_plan_says_why() -> None:
    child = in_need()
    asked = {"on": LATER, "continues": False, "what_changed": "He eats breakfast at home."}
    with pytest.raises(Refusal, match="Say why the plan ended"):
        done(actions.record_child_in_need_review, child, **asked)
    done(actions.record_child_in_need_review, child, end_reason="needs_met", **asked)
    with pytest.raises(Refusal, match="There is no open plan"):
        done(actions.end_child_in_need_plan, child, on=LATER, end_reason="needs_met")


def test_a_review_says_what_has_changed() -> None:
    with pytest.raises(Refusal, match="Say what has changed for the child"):
        done(actions.record_child_in_need_review, in_need(), on=LATER, continues=True, what_changed="")
