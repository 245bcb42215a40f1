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
YEAR_ENDS = [date(year, 3, 31) for year in range(2022, 2027)]
TOLERANCES = {
    "contacts": 0.05,
    "referrals": 0.06,
    "enquiries": 0.08,
    "conferences": 0.06,
    "starts of care": 0.10,
    "ends of care": 0.18,  # the published year ended more than it began, which no year can after a steady run-in
    "in need": 0.10,
    "protected": 0.10,
    "in care": 0.08,
    "missing incidents": 0.15,
}  # as shares of the published figure
COUNTED = {
    "contact": "contacts",
    "referral": "referrals",
    "strategy discussion": "enquiries",
    "initial conference": "conferences",
    "care": "starts of care",
    "leaves care": "ends of care",
    "missing": "missing incidents",
}
OPENS = {"referral": "in need", "care": "in care"}
ENDS = {"referral closed": "in need", "leaves care": "in care", "protection plan ends": "protected"}


def published(scenario: str) -> dict[str, float]:
    """The figures of the authority in the year that a scenario is about."""
    with Path(__file__).with_name("population.csv").open(newline="", encoding="utf-8") as lines:
        return {row["what"]: float(row["value"]) for row in csv.DictReader(lines) if row["scenario"] == scenario}


def counted(homes: Iterable[Household]) -> dict[str, float]:
    """What happened in a year on average, and what stood at the end of one."""
    yearly: Counter[str] = Counter()
    standing: Counter[str] = Counter()
    for home in homes:
        lasting: set[tuple[str, int]] = set()
        to_come = list(YEAR_ENDS)
        for command in home.until(TODAY):
            while command.on > to_come[0]:
                standing.update(what for what, _ in lasting)
                to_come.pop(0)
            if command.what in COUNTED and command.on >= COUNTED_FROM:
                yearly[COUNTED[command.what]] += len(command.children)
            follow(command, lasting)
        for _ in to_come:
            standing.update(what for what, _ in lasting)
    return {name: number / YEARS for name, number in (yearly + standing).items()}


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
    found = counted(careers(SIZES["authority"].plan(scenario, TODAY)))
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
