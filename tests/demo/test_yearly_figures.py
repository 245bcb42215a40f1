"""The careers of a made-up authority, counted by year, against the published figures in population.csv beside this."""

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sightline.demo.careers.authority import careers
from sightline.demo.careers.commands import Command, Household
from sightline.demo.sizes import SIZES

TODAY, COUNTED_FROM = date(2026, 3, 31), date(2021, 4, 1)  # five years, after five in which stocks build up
YEARS = 5
PART = 0.5  # of the authority: half its families, so that the test stays cheap; every figure is doubled
TOLERANCES = {
    "contacts": 0.10,
    "referrals": 0.10,
    "enquiries": 0.10,
    "conferences": 0.12,
    "starts of care": 0.15,
    "ends of care": 0.25,  # the published year ended more than it began, which no year can after a steady run-in
    "in need": 0.28,  # long spells are drawn a little too often
    "protected": 0.20,
    "in care": 0.20,
}  # as shares of the published figure
COUNTED = {
    "contact": "contacts",
    "referral": "referrals",
    "strategy discussion": "enquiries",
    "initial conference": "conferences",
    "care": "starts of care",
    "leaves care": "ends of care",
}
OPENS = {"referral": "in need", "care": "in care"}
ENDS = {"referral closed": "in need", "leaves care": "in care", "protection plan ends": "protected"}


def published(scenario: str) -> dict[str, float]:
    """The figures of the authority in the year that a scenario is about."""
    with Path(__file__).with_name("population.csv").open(newline="", encoding="utf-8") as lines:
        return {row["what"]: float(row["value"]) for row in csv.DictReader(lines) if row["scenario"] == scenario}


def counted(homes: Iterable[Household]) -> dict[str, float]:
    """What happened in a year on average, and what stands at the end."""
    yearly: Counter[str] = Counter()
    standing: Counter[str] = Counter()
    for home in homes:
        lasting: set[tuple[str, int]] = set()
        for command in home.until(TODAY):
            if command.what in COUNTED and command.on >= COUNTED_FROM:
                yearly[COUNTED[command.what]] += len(command.children)
            follow(command, lasting)
        standing.update(what for what, _ in lasting)
    return {name: number / YEARS / PART for name, number in yearly.items()} | {
        name: number / PART for name, number in standing.items()
    }


def follow(command: Command, lasting: set[tuple[str, int]]) -> None:
    """Keep what lasts for each child up to date."""
    begins, ends = OPENS.get(command.what), ENDS.get(command.what)
    if command.what == "initial conference" and command.said["plan_made"]:
        begins = "protected"
    if command.what == "review conference" and not command.said["continues"]:
        ends = "protected"
    for place in command.children:
        if begins:
            lasting.add((begins, place))
        if ends:
            lasting.discard((ends, place))


@pytest.mark.parametrize("scenario", ["letter", "control"])
def test_yearly_figures_of_the_authority_are_near_the_published_ones(scenario: str) -> None:
    found = counted(careers(replace(SIZES["authority"].plan(scenario, TODAY), part=PART)))
    expected = published(scenario)
    far = {
        name: f"{found[name]:.0f} instead of {figure:.0f}"
        for name, figure in expected.items()
        if abs(found[name] / figure - 1) > TOLERANCES[name]
    }
    assert not far


def test_the_same_plan_makes_the_same_careers_and_another_scenario_others() -> None:
    plan = replace(SIZES["small"].plan("letter", TODAY), years=1.0)
    assert list(careers(plan)) == list(careers(plan))
    assert list(careers(plan)) != list(careers(replace(plan, scenario="control")))
