"""The catalogue holds every timescale that an area declares, once."""

from datetime import date

import pytest

from sightline.foundation.area import Area, Reads
from sightline.foundation.timescales import catalogue
from sightline.foundation.timescales.rules import GUIDANCE, Timescale, Versions, working_days


def rule(number: int, effective_from: date = date(2018, 7, 4)) -> Timescale:
    return Timescale(
        id="visit",
        name="Visit",
        allows=working_days(number),
        starts="",
        source="",
        tier=GUIDANCE,
        effective_from=effective_from,
    )


def declared(monkeypatch, *timescales):
    areas = [Area(name="An area", clocks=[Reads(lambda children: [], [], timescales=(one,))]) for one in timescales]
    monkeypatch.setattr(catalogue, "areas", lambda: tuple(areas))
    return catalogue.timescales.__wrapped__()


def test_the_versions_of_a_timescale_stand_oldest_first(monkeypatch):
    older, newer = rule(10), rule(5, date(2026, 1, 1))
    assert declared(monkeypatch, Versions(newer, older)) == {"visit": (older, newer)}


def test_two_areas_may_read_the_same_timescale(monkeypatch):
    assert declared(monkeypatch, rule(10), rule(10)) == {"visit": (rule(10),)}


def test_two_areas_cannot_declare_one_id_differently(monkeypatch):
    with pytest.raises(ValueError, match="declared twice, differently"):
        declared(monkeypatch, rule(10), rule(5))


def test_the_product_declares_no_timescale_twice():
    assert set(catalogue.timescales()) == {rules[0].id for rules in catalogue.timescales().values()}
