"""Whatever the seed draws, a career can be told to its end: nothing ends that has not begun, or has ended already."""

from datetime import date
from uuid import uuid4

import pytest

from sightline.demo.careers.authority import Plan, Share, careers
from sightline.demo.writing.as_history import facts_of
from sightline.demo.writing.record import Record
from sightline.demo.writing.staff import Staff, Worker
from tests.builders.workforce import BUILDER

TODAY = date(2026, 11, 23)
TEAMS = ("assessment", "protection", "care", "leaving", "reviewing")


def test_several_hands_tell_together_what_one_tells() -> None:
    plan = Plan("letter", TODAY, years=1.0, part=0.02)
    shares = [[home.seed for home in careers(plan, Share(hand, 3))] for hand in range(3)]
    told = [home.seed for home in careers(plan)]
    assert all(shares)
    assert sorted(seed for share in shares for seed in share) == sorted(told)


@pytest.mark.parametrize(("scenario", "seed"), [("letter", 77), ("control", 5)])
def test_thousands_of_careers_are_told_without_a_gap(scenario: str, seed: int) -> None:
    staff = Staff(BUILDER, {team: [Worker(uuid4(), uuid4())] for team in TEAMS})
    for home in careers(Plan(scenario, TODAY, years=10, part=0.05, seed=seed)):
        facts = list(facts_of(Record(home, staff, TODAY)))
        backwards = [fact for fact in facts if getattr(fact, "ended", None) and fact.ended < fact.began]
        assert not backwards, f"{home.seed}: {backwards[0]!r} ends before it begins"
