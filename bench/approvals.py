"""What managers are asked to sign in a whole authority with the letter's weaknesses: a year of it.

Nothing is written for it. The careers are those that `demo_build --size=authority` writes, the ladder says who signs
what, and one approval is one answer, however many brothers and sisters it is about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import mean

from bench.report import Line
from bench.setting import Setting
from sightline.demo.careers.authority import careers
from sightline.demo.careers.commands import Command, Household
from sightline.demo.sizes import SIZES
from sightline.demo.staffing import KINDS
from sightline.demo.tables import rows
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.calendar.working_days import is_working_day, working_days_after
from sightline.foundation.oversight.rules.ladder import ladder

YEARS, COUNTED = 5.0, 365  # years that are told, so that the authority has filled; days of them that are counted
CEILING, ON_DUTY = 12, 25  # approvals of a manager in a working day, and of the one on duty
CHECKPOINTS = (10, 25)  # working days into an assessment: need we go on?
CLOSED = ("NFA_FLAG", "ADVICE_FLAG")  # decided about a contact where nobody goes on
DUTY, BY_TEAM = "duty", "team_manager"
NEEDS = {  # what careers tell, by the decision of the ladder that it is
    "strategy discussion": "strategy_discussion",
    "enquiries end": "section_47_outcome",
    "assessment authorised": "assessment",
    "let go": "step_down",
    "early help ends": "early_help_closure",
    "gateway": "legal_gateway",
    "letter before proceedings": "pre_proceedings",
    "pre-proceedings end": "pre_proceedings",
    "care proceedings": "care_proceedings",
    "care": "come_into_care",
    "care plan": "permanence_plan",
    "leaves care": "leave_care",
}
Manager = tuple[str, int]  # the kind of team and which of them; the one on duty; or a level above


@dataclass(frozen=True)
class Approval:
    """One answer of somebody on a working day."""

    on: date
    kind: str
    manager: Manager


def measure(setting: Setting, long: bool) -> Iterator[Line]:
    """Approvals of a manager in a working day: by kind, in all, and how they spread."""
    today, teams = london_today(), managed_teams()
    plan = replace(SIZES["authority"].plan("letter", today), years=YEARS)
    days = [day for day in (today - timedelta(number) for number in range(1, COUNTED + 1)) if is_working_day(day)]
    counted, last = set(days), today - timedelta(days=1)
    every = [each for home in careers(plan) for each in approvals(home, teams, last) if each.on in counted]
    managers = [(kind, number) for kind, several in teams.items() for number in range(several)]
    yield Line("authority, whole, scenario letter: working days counted", str(len(days)))
    yield from spread(f"{len(managers)} team managers", every, managers, days, CEILING)
    yield from spread("manager on duty", every, [(DUTY, 0)], days, ON_DUTY)
    above = Counter(each.manager[0] for each in every) - Counter(dict.fromkeys([DUTY, *teams], len(every)))
    for level, number in sorted(above.items()):
        yield Line(f"{level.replace('_', ' ')}s together: a working day", f"{number / len(days):.1f}")


def managed_teams() -> dict[str, int]:
    """How many teams of each kind have a manager in an authority of full size."""
    managed = [row["team"] for row in rows("practitioners") if row["role"] == BY_TEAM]
    further = SIZES["authority"].further_teams
    return {
        kind: number
        for kind, (beginning, *_) in KINDS.items()
        if (number := further.get(kind, 0) + sum(team.startswith(beginning) for team in managed))
    }


def approvals(home: Household, teams: dict[str, int], last: date) -> Iterator[Approval]:
    """Everything about a family that somebody signs, the same on one day once."""
    held: dict[int, Manager] = {}
    seen: set[Approval] = set()
    for command in home.until(last):
        for child in command.children:
            if "seat" in command.said and command.said.get("team") in teams:
                held[child] = (command.said["team"], command.said["seat"] % teams[command.said["team"]])
        theirs = held.get(command.children[0], (DUTY, 0))
        for each in signed(home, command, theirs):
            if each not in seen:
                seen.add(each)
                yield each


def signed(home: Household, command: Command, manager: Manager) -> Iterator[Approval]:
    """What one step asks somebody to sign."""
    if command.what == "contact decided" and command.said["outcome"] in CLOSED:
        yield Approval(at_work(command.on), "no_further_action", (DUTY, 0))
    if command.what == "family decision" and command.said["step"] == "refused":
        yield Approval(at_work(command.on), "agreement_refused", manager)
    if command.what == "assessment":
        yield from checkpoints(home, command, manager)
    kind = NEEDS.get(command.what)
    if kind and not (command.what == "let go" and ends_with_assessment(home, command)):
        level = ladder()[kind].level
        yield Approval(at_work(command.on), kind, manager if level == BY_TEAM else (level, 0))


def ends_with_assessment(home: Household, closing: Command) -> bool:
    """Whether work ends on the day on which an assessment found no need: that is one answer, not two."""
    return any(each.what == "assessment authorised" and each.on == closing.on for each in home.commands)


def checkpoints(home: Household, begun: Command, manager: Manager) -> Iterator[Approval]:
    """Whether to go on with an assessment, on each day on which a manager is asked while it lasts."""
    ends = [each.on for each in home.commands if each.what == "assessment authorised" and each.on >= begun.on]
    for number in CHECKPOINTS:
        day = working_days_after(begun.on, number)
        if ends and day < min(ends):
            yield Approval(day, f"checkpoint, day {number}", manager)


def at_work(day: date) -> date:
    """The day, or the working day after it."""
    return day if is_working_day(day) else working_days_after(day, 1)


def spread(
    whose: str, every: Sequence[Approval], managers: Sequence[Manager], days: Sequence[date], ceiling: int
) -> Iterator[Line]:
    """How many one of these managers signs in a working day, by kind and in all, and on how many days it is more."""
    theirs = [each for each in every if each.manager in set(managers)]
    manager_days = len(managers) * len(days)
    for kind, number in Counter(each.kind for each in theirs).most_common():
        yield Line(f"{whose}, each: {kind.replace('_', ' ')}", f"{number / manager_days:.2f}")
    by_day = Counter((each.manager, each.on) for each in theirs)
    counts = sorted(by_day[manager, day] for manager in managers for day in days)
    tenth, most = counts[int(0.9 * len(counts))], counts[-1]
    yield Line(f"{whose}, each: in all, mean", f"{mean(counts):.2f}", good=mean(counts) <= ceiling)
    yield Line(f"{whose}, each: 90th percentile (ceiling {ceiling})", str(tenth), good=tenth <= ceiling)
    over = sum(each > ceiling for each in counts) / len(counts)
    yield Line(f"{whose}, each: most in a day; days above the ceiling", f"{most}; {over:.1%}")
