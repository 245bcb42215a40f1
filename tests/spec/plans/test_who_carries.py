"""Who carries the steps of a plan, and how it is said."""

import pytest

from sightline.foundation.plans.rules import Agency
from sightline.foundation.plans.rules.carrying import Carried, asks_too_much, carrier, in_words, shares


@pytest.mark.parametrize(
    ("who", "agency"),
    [
        ("Mum", Agency.PARENT),
        ("Danielle's mum and dad", Agency.PARENT),
        ("Mum's brother", Agency.FAMILY),
        ("Nan and Mum", Agency.FAMILY),
        ("Ms Lowe, school nurse", Agency.HEALTH),
        ("Mr Hart, head of year", Agency.EDUCATION),
        ("PC Shah", Agency.POLICE),
        ("Sana Malik, IDVA", Agency.OTHER),
        ("Priya, social worker", Agency.OURS),
        ("Everybody", Agency.OTHER),
    ],
)
def test_who_carries_a_step_is_read_from_the_words(who: str, agency: Agency) -> None:
    assert carrier(Carried(who)) == agency


def test_what_was_chosen_and_what_one_of_us_owns_go_before_the_words() -> None:
    assert carrier(Carried("Mum", agency="health")) == Agency.HEALTH
    assert carrier(Carried("Mum and Amina", is_ours=True)) == Agency.OURS


def test_a_parent_who_carries_most_of_a_plan_is_pointed_out_and_a_small_plan_is_not() -> None:
    found = shares([Carried("Mum")] * 6 + [Carried(" mum")] + [Carried("School"), Carried("Priya", is_ours=True)])
    assert in_words(found) == "Mum carries 7 of 9, School 1, Our service 1."
    assert asks_too_much(found)
    assert not asks_too_much(shares([Carried("Mum")] * 3))
    assert not asks_too_much(shares([Carried("School")] * 6))


def test_a_plan_of_one_step_and_of_none() -> None:
    assert in_words(shares([Carried("Nan")])) == "Nan carries the only step."
    assert in_words(shares([Carried("Nan"), Carried("Nan")])) == "Nan carries all 2."
    assert in_words([]) == ""
