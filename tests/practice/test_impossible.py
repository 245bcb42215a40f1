"""What the database refuses whoever writes it: two plans, two orders, an end before the beginning."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Refusal, Work, action
from sightline.foundation.facts import Acting
from sightline.practice.assessment.models import Assessment
from sightline.practice.child_in_need.models import ChildInNeedPlan
from sightline.practice.child_protection.models import ProtectionPlan
from sightline.practice.court.models import CareProceedings, EmergencyOrder, PreProceedings
from sightline.practice.front_door.models import Referral
from tests.builders.documents import person
from tests.builders.workforce import BUILDER, as_builder

pytestmark = [pytest.mark.django_db, pytest.mark.database]

Make = Callable[..., Any]
JANUARY, FEBRUARY, MARCH = date(2026, 1, 5), date(2026, 2, 2), date(2026, 3, 2)
OPEN_ONCE = {
    "referral": lambda **when: Referral(**when),
    "assessment": lambda **when: Assessment(**when),
    "pre-proceedings": lambda **when: PreProceedings(**when),
    "care proceedings": lambda **when: CareProceedings(**when),
    "police protection": lambda **when: EmergencyOrder(kind="police_protection", **when),
}
NEVER_TOGETHER = {
    "child in need plan": lambda **when: ChildInNeedPlan(**when),
    "protection plan": lambda **when: ProtectionPlan(**when),
}
EVERY_SPELL = OPEN_ONCE | NEVER_TOGETHER


@action(permission=Permission.OPEN_RECORD, says="wrote facts for a test")
def written(*, facts: list[Any], by: Acting) -> Work:
    """Write facts as they are, without asking what practice says."""
    yield from facts
    return None


def write(*facts: Any) -> None:
    with as_builder():
        written(facts=list(facts), by=BUILDER)


@pytest.fixture
def child(db: None) -> UUID:
    return person()


@pytest.mark.parametrize("make", EVERY_SPELL.values(), ids=EVERY_SPELL)
def test_two_cannot_be_open_at_once(child: UUID, make: Make) -> None:
    write(make(child_id=child, began=JANUARY))
    with pytest.raises(Refusal):
        write(make(child_id=child, began=MARCH))


@pytest.mark.parametrize("make", EVERY_SPELL.values(), ids=EVERY_SPELL)
def test_none_ends_before_it_began(child: UUID, make: Make) -> None:
    with pytest.raises(Refusal, match=r"ends? no earlier"):
        write(make(child_id=child, began=MARCH, ended=FEBRUARY))


@pytest.mark.parametrize("make", NEVER_TOGETHER.values(), ids=NEVER_TOGETHER)
def test_one_cannot_begin_within_another_that_ended_later(child: UUID, make: Make) -> None:
    write(make(child_id=child, began=JANUARY, ended=MARCH))
    with pytest.raises(Refusal, match="do not overlap"):
        write(make(child_id=child, began=FEBRUARY, ended=date(2026, 4, 1)))


@pytest.mark.parametrize("make", NEVER_TOGETHER.values(), ids=NEVER_TOGETHER)
def test_one_may_begin_on_the_day_on_which_another_ended(child: UUID, make: Make) -> None:
    write(make(child_id=child, began=JANUARY, ended=MARCH), make(child_id=child, began=MARCH))


@pytest.mark.parametrize("make", EVERY_SPELL.values(), ids=EVERY_SPELL)
def test_contested_facts_may_say_what_cannot_be(child: UUID, make: Make) -> None:
    contested = [make(child_id=child, began=MARCH, ended=FEBRUARY, contested=True) for _ in range(2)]
    write(make(child_id=child, began=JANUARY), *contested)


def test_a_referral_that_goes_no_further_stands_beside_an_open_one(child: UUID) -> None:
    write(Referral(child_id=child, began=JANUARY), Referral(child_id=child, began=MARCH, no_further_action=True))
