"""Who is named for a child in care or after it, and who looks at a plan or meets about it: told last of all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sightline.demo.careers.chance import Chance, after, months_after
from sightline.demo.careers.commands import Command, Household
from sightline.demo.careers.following import forgotten, within
from sightline.demo.careers.life import SEATS

OFFICER, LATE_OFFICER = (1, 5), (6, 15)  # working days from coming into care
ADVISER, LATE_ADVISER = (10, 55), (66, 110)  # working days from the day on which somebody is entitled
OFFICERS_TEAM, ADVISERS_TEAM = "reviewing", "leaving"
LOOKS = {"child in need plan": (2.7, 6, 9, 12), "initial conference": (9, 12, 15, 18, 24)}  # months from its beginning
BEFORE, LATE = (1, 14), (3, 25)  # days before a look is due, and after it
MEETING, LATE_MEETING = (9, 20), (22, 30)  # working days from the beginning of a plan
AGAIN, LATE_AGAIN = (40, 58), (62, 75)  # working days from one meeting to the next
FAMILIES_MEET = 0.55  # of those who are asked; the others say no
ENDS_PLAN = {
    "child in need plan": ("child in need plan ends",),
    "initial conference": ("review conference", "protection plan ends"),
}


def overseen(home: Household, chance: Chance, until: date) -> None:
    """Add to a career who is named for whom, and, up to a day, the looks and the family's meetings of each plan."""
    for command in list(home.commands):
        if command.what == "care":
            named(home, chance, command, "reviewing_officer", OFFICERS_TEAM, within(chance, OFFICER, LATE_OFFICER))
        elif command.what == "entitled" and command.said["category"] == "Eligible":
            named(home, chance, command, "personal_adviser", ADVISERS_TEAM, within(chance, ADVISER, LATE_ADVISER))
        elif command.what == "child in need plan" or command.said.get("plan_made"):
            looked_at(home, chance, command)
            family_meets(home, chance, command, until)


def named(home: Household, chance: Chance, since: Command, kind: str, team: str, days: int) -> None:
    """Somebody is named for one child, until the child leaves care, or the work ends."""
    ends = "leaves care" if kind == "reviewing_officer" else "let go"
    until = end_of(home, since, (ends,), since.children[0])
    day = after(since.on, days)
    if day < until and not forgotten(chance):
        seat = chance.whole(0, SEATS)
        home.tell(day, "part begins", since.children, hour=9, kind=kind, team=team, seat=seat)
        home.tell(until, "part ends", since.children, hour=21, kind=kind)


def looked_at(home: Household, chance: Chance, plan: Command) -> None:
    """A manager looks at a plan by each of the days on which that is due, for the children who still have it."""
    ends = {child: end_of(home, plan, ENDS_PLAN[plan.what], child) for child in plan.children}
    for months in LOOKS[plan.what]:
        due = months_after(plan.on, int(months)) + timedelta(days=round(30 * (months % 1)))
        days = within(chance, BEFORE, (-LATE[1], -LATE[0]))
        day = after(due - timedelta(days=days + 2), 1)
        here = tuple(child for child, end in ends.items() if day < end)
        if here and not forgotten(chance):
            home.tell(day, "manager looks", here, hour=17)


def end_of(home: Household, since: Command, ends: Sequence[str], child: int) -> date:
    """The first day after a command on which one of these ends what it began for a child."""
    days = (
        each.on
        for each in home.commands
        if each.what in ends and child in each.children and each.on > since.on and not each.said.get("continues")
    )
    return min(days, default=date.max)


def family_meets(home: Household, chance: Chance, plan: Command, until: date) -> None:
    """The family is offered a meeting of its own people after a plan begins, and says no, or meets again and again."""
    ends = {child: end_of(home, plan, ENDS_PLAN[plan.what], child) for child in plan.children}
    answered = after(plan.on, chance.whole(2, 8))
    day = after(plan.on, within(chance, MEETING, LATE_MEETING))
    agrees = chance.of(FAMILIES_MEET)
    asked = tuple(child for child, end in ends.items() if (day if agrees else answered) < end)
    if not asked or forgotten(chance):
        return
    home.tell(plan.on, "family decision", asked, hour=17, step="offered")
    home.tell(answered, "family decision", asked, hour=17, step="accepted" if agrees else "refused")
    while agrees and day < until and (here := tuple(child for child in asked if day < ends[child])):
        home.tell(day, "family decision", here, hour=18, step="held")
        day = after(day, within(chance, AGAIN, LATE_AGAIN))
