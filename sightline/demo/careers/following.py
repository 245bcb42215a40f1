"""What follows a new home and a review conference: told once the rest of a career is, by chances of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sightline.demo.careers.chance import Chance, after, working
from sightline.demo.careers.commands import Command, Household
from sightline.demo.careers.life import ON_TIME

STEPS = {
    "meeting": ((0, 1), (3, 8)),
    "notice": ((1, 5), (6, 15)),
    "plan": ((2, 5), (6, 20)),
}  # of each new home: working days within which it is done, mostly and else
FORGOTTEN = {"letter": 0.06, "control": 0.02}  # of what has to follow, the share that nobody ever does
REPORT, LATE_REPORT = (9, 13), (2, 6)  # days before a review
DECISION, LATE_DECISION = (0, 1), (2, 6)  # working days after it
MINUTES, LATE_MINUTES = (6, 14), (16, 25)  # working days after it
MOVES_ON = ("moves", "leaves care")


def steps_follow(home: Household, chance: Chance) -> None:
    """Add to a career what follows each new home and each review conference."""
    for command in list(home.commands):
        if command.what in ("care", "moves") and not command.said["home"]["same_carer"]:
            settles_in(home, chance, command)
        elif command.what == "review conference":
            papers(home, chance, command)


def settles_in(home: Household, chance: Chance, moved: Command) -> None:
    """The planning meeting, the written notice and the plan for one home, as long as the child lives there."""
    until = min(moves_on(home, moved), default=date.max)
    for step, (soon, late) in STEPS.items():
        day = after(moved.on, within(chance, soon, late))
        if day < until and not forgotten(chance):
            home.tell(day, "home step", moved.children, hour=17, step=step)


def moves_on(home: Household, moved: Command) -> Iterator[date]:
    """The days on which a child left a home, or later ones."""
    for each in home.commands:
        if each.what in MOVES_ON and each.children == moved.children and each.on > moved.on:
            yield each.on


def papers(home: Household, chance: Chance, review: Command) -> None:
    """The report before a review conference, and the decision and the minutes after it."""
    days = {
        "report shared": working(review.on - timedelta(days=within(chance, REPORT, LATE_REPORT))),
        "decision sent": after(review.on, within(chance, DECISION, LATE_DECISION)),
        "minutes sent": after(review.on, within(chance, MINUTES, LATE_MINUTES)),
    }
    for what, day in days.items():
        if not forgotten(chance):
            home.tell(day, what, review.children, hour=17, conference_on=review.on)


def within(chance: Chance, soon: tuple[int, int], late: tuple[int, int]) -> int:
    """So many days: as many as there are for it, or now and then more."""
    return chance.whole(*(soon if chance.of(ON_TIME[chance.parameters.scenario]) else late))


def forgotten(chance: Chance) -> bool:
    """Whether nobody ever does something that has to follow."""
    return chance.of(FORGOTTEN[chance.parameters.scenario])
