"""All careers of a made-up authority over some years: families arrive as often as the parameters say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sightline.demo.careers.chance import Chance, comes
from sightline.demo.careers.commands import Household
from sightline.demo.careers.following import steps_follow
from sightline.demo.careers.households import SIBLINGS, household
from sightline.demo.careers.life import Life
from sightline.demo.careers.need import known_by_contact, referred
from sightline.demo.careers.overseeing import overseen
from sightline.demo.careers.parameters import Parameters, parameters

FIRST_REFERRALS = 0.73  # of all referrals, the share of families referred for the first time in these years
CONTACTS_OF_A_FAMILY = 2.05  # about a family without a referral, over the years
MONTHS = {8: "month_index_aug", 9: "month_index_sep_nov", 10: "month_index_sep_nov", 11: "month_index_sep_nov",
          12: "month_index_dec"}  # fmt: skip
PER_FAMILY = sum(number * share for number, share in SIBLINGS.items())
GROWING = 10.0  # years


@dataclass(frozen=True)
class Plan:
    """Which authority to make up: how large, over how many years, in which scenario, as seen on which day."""

    scenario: str
    today: date
    years: float = GROWING
    part: float = 1.0  # of an authority of the parameters' size
    seed: int = 20211

    @property
    def parameters(self) -> Parameters:
        """What it is calibrated with."""
        return parameters(self.scenario)

    @property
    def began(self) -> date:
        """The first day of which anything is known."""
        return self.today - timedelta(days=round(self.years * 365.25))


@dataclass(frozen=True)
class Share:
    """Which of the households somebody tells: every second one, or all of them."""

    first: int = 0
    of: int = 1

    def has(self, number: int) -> bool:
        """Whether a household is one of them."""
        return number % self.of == self.first


EVERYBODY = Share()


def careers(plan: Plan, share: Share = EVERYBODY) -> Iterator[Household]:
    """Every household of a share with its career, in the order in which families became known.

    They are the same for the same plan, whoever tells them.
    """
    p = plan.parameters
    referrals = p("referrals_per_year") * FIRST_REFERRALS / PER_FAMILY
    others = p("contacts_per_year") - p("referrals_per_year")
    contacts = others / PER_FAMILY / CONTACTS_OF_A_FAMILY
    arriving = Chance(f"{plan.seed} arrivals", p)
    day, number = plan.began, 0
    while day < plan.today:
        index = p(MONTHS[day.month]) if day.month in MONTHS else 1.0
        for yearly, tell in ((referrals, referred), (contacts, known_by_contact)):
            for _ in range(arriving.count(yearly * plan.part * index / 365.25)):
                number += 1
                if share.has(number):
                    yield career(plan, f"{plan.seed} {number}", day, tell)
        day += timedelta(days=1)


def career(plan: Plan, seed: str, day: date, tell: object) -> Household:
    """One household from the day it became known, told up to today."""
    chance = Chance(seed, plan.parameters)
    made = household(seed, comes(day, seed), chance)
    life = Life(made, chance, plan.today + timedelta(days=1))
    (referred if tell is referred else known_by_contact)(life, made.began)
    steps_follow(made, Chance(f"{seed} steps", plan.parameters))
    overseen(made, Chance(f"{seed} overseen", plan.parameters), plan.today)
    return made
