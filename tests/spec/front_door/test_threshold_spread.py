"""How far decision-makers lie apart about assessments, against figures worked out by hand (measure AS4)."""

from __future__ import annotations

from math import sqrt
from uuid import UUID

import pytest

from sightline.practice.front_door.rules.threshold_spread import Decided, OfMaker, ThresholdSpread, threshold_spread

ANN, BEN, CAM = (UUID(int=number) for number in (1, 2, 3))
SCHOOL, POLICE = ("2", "neglect"), ("6", "domestic_abuse")
Made = tuple[UUID, tuple[str, str], int, int]  # by whom, of which kind, how many, and how many of them sent on


def spread(*made: Made) -> ThresholdSpread:
    return threshold_spread(Decided(*each) for each in made)


def of(found: ThresholdSpread, maker: UUID) -> OfMaker:
    return next(each for each in found.makers if each.maker == maker)


def test_two_who_decide_like_contacts_otherwise_lie_apart_less_what_chance_brings() -> None:
    found = spread((ANN, SCHOOL, 40, 30), (BEN, SCHOOL, 40, 10))
    # 40 of 80 were sent on. Ann: 30 where 20 were to be expected, 10 of 40 above; Ben as far below.
    assert (found.share, of(found, ANN).apart, of(found, BEN).apart) == (0.5, 0.25, -0.25)
    # By chance: 40 times 0.5 x 0.5, a variance of 10 of the number, 10 / 1,600 = 0.00625 of the share.
    assert of(found, ANN).chance == pytest.approx(sqrt(0.00625))
    # They vary by 2 x 0.25 x 0.25 = 0.125, of which 0.11875 is more than chance: 95 in 100 of the distance stays.
    assert found.shares == pytest.approx([0.5 - 0.95 * 0.25, 0.5 + 0.95 * 0.25])
    # 3.09 times the usual difference of 0.079 is 0.244: both lie just outside.
    assert of(found, ANN).limits.high == pytest.approx(0.2443, abs=0.0001)
    assert of(found, ANN).outside
    assert of(found, BEN).outside


def test_who_decides_other_contacts_is_not_said_to_decide_otherwise() -> None:
    found = spread(
        *((ANN, SCHOOL, 40, 20), (ANN, POLICE, 10, 1)),  # 21 of 50
        *((BEN, SCHOOL, 10, 5), (BEN, POLICE, 40, 4)),  # 9 of 50
    )
    assert [(each.sent, each.decided) for each in found.makers] == [(21, 50), (9, 50)]
    assert found.shares == pytest.approx([0.3, 0.3])
    assert [each.apart for each in found.makers] == pytest.approx([0, 0])


def test_who_decided_less_is_drawn_nearer_to_the_middle() -> None:
    found = spread((ANN, SCHOOL, 300, 150), (BEN, SCHOOL, 300, 90), (CAM, SCHOOL, 30, 24))
    # 264 of 630 were sent on, 0.41905. Apart: Ann 0.08095, Ben -0.11905, Cam 0.38095; their middle 0.11429.
    share = 264 / 630
    apart = {ANN: 150 / 300 - share, BEN: 90 / 300 - share, CAM: 24 / 30 - share}
    middle = sum(apart.values()) / 3
    variances = {ANN: share * (1 - share) / 300, BEN: share * (1 - share) / 300, CAM: share * (1 - share) / 30}
    real = sum((each - middle) ** 2 for each in apart.values()) / 2 - sum(variances.values()) / 3
    kept = {maker: real / (real + variances[maker]) for maker in apart}
    for maker in apart:
        assert of(found, maker).pooled == pytest.approx(middle + kept[maker] * (apart[maker] - middle))
    assert kept[CAM] == pytest.approx(0.881, abs=0.001)
    assert kept[ANN] == pytest.approx(0.987, abs=0.001)
    assert found.shares[-1] < 24 / 30


def test_where_all_decide_alike_no_spread_is_left() -> None:
    found = spread((ANN, SCHOOL, 40, 12), (BEN, SCHOOL, 40, 12), (CAM, SCHOOL, 40, 12))
    assert found.shares == pytest.approx([0.3, 0.3, 0.3])
    assert found.shares[0] == found.shares[-1]


def test_a_difference_that_chance_explains_leaves_no_spread() -> None:
    # 12 and 14 of 40: they vary by 2 x 0.025 x 0.025 = 0.00125, and chance alone by 0.325 x 0.675 / 40 = 0.0055.
    found = spread((ANN, SCHOOL, 40, 12), (BEN, SCHOOL, 40, 14))
    assert found.shares == pytest.approx([0.325, 0.325])
    assert not any(each.outside for each in found.makers)


@pytest.mark.parametrize(("number", "who"), [(29, [ANN]), (30, [ANN, BEN])])
def test_only_who_made_thirty_decisions_is_compared(number: int, who: list[UUID]) -> None:
    found = spread((ANN, SCHOOL, 40, 20), (BEN, SCHOOL, number, 3))
    assert [each.maker for each in found.makers] == who
    assert len(found.shares) == (2 if len(who) == 2 else 0)
    assert found.share == pytest.approx(23 / (40 + number))  # what is expected rests on everybody's decisions


def test_nobody_who_decided_often_enough_is_no_spread() -> None:
    for found in (spread(), spread((ANN, SCHOOL, 29, 3), (BEN, SCHOOL, 29, 20))):
        assert (found.makers, found.shares) == ((), [])


def test_who_alone_decides_a_kind_of_contact_is_compared_by_the_others_only() -> None:
    found = spread((ANN, POLICE, 60, 60), (ANN, SCHOOL, 12, 6), (BEN, SCHOOL, 40, 20), (CAM, SCHOOL, 40, 20))
    ann = of(found, ANN)
    assert (ann.decided, ann.sent, ann.compared) == (72, 66, 12)
    assert ann.apart == pytest.approx(0)
    assert found.share == 0.5
    alone = spread((ANN, POLICE, 60, 60), (BEN, SCHOOL, 40, 20), (CAM, SCHOOL, 40, 4))
    assert not of(alone, ANN).is_compared
    assert len(alone.shares) == 2


@pytest.mark.parametrize(("number", "compared"), [(9, False), (10, True)])
def test_a_share_of_fewer_than_ten_is_not_compared(number: int, compared: bool) -> None:
    found = spread((ANN, POLICE, 30, 0), (ANN, SCHOOL, number, 0), (BEN, SCHOOL, 40, 20))
    assert of(found, ANN).is_compared is compared


@pytest.mark.parametrize("sent", [0, 40])
def test_where_everything_or_nothing_is_sent_on_nobody_lies_apart(sent: int) -> None:
    found = spread((ANN, SCHOOL, 40, sent), (BEN, SCHOOL, 40, sent))
    assert found.shares == [sent / 40, sent / 40]
    assert not any(each.outside for each in found.makers)
