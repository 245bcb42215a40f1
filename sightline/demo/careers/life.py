"""What goes on in every part of a career: who holds the children, who visits them, and when plans are looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sightline.demo.careers.chance import Chance, after, working
from sightline.demo.careers.commands import Household
from sightline.demo.careers.households import grown_up
from sightline.demo.careers.parameters import Parameters

SEATS = 100_000  # any number far above that of workers: a seat is turned into a worker when it is written down
NOT_SEEN = 0.03  # of visits to a child at which the child was not met
ALONE_FROM = 4  # years
SOON_GROWN = 150  # days before 18 within which no new work begins
WRITTEN_UP = {0: 0.55, 1: 0.3, 2: 0.1, 4: 0.05}  # days until a visit is written up
ON_TIME = {"letter": 0.90, "control": 0.97}  # of what has a day on which it is due and no parameter of its own


@dataclass
class Life:
    """A household, its chances, and what stands about each child while the career is told."""

    home: Household
    chance: Chance
    until: date  # nothing after this day is told
    held: dict[int, str] = field(default_factory=dict)  # the kind of team that holds a child
    leaves: dict[int, date] = field(default_factory=dict)  # when work with a child ends; children in care stay
    helped: dict[int, date] = field(default_factory=dict)  # when early help for a child ends

    @property
    def p(self) -> Parameters:
        """The parameters."""
        return self.chance.parameters

    def on_time(self) -> bool:
        """Whether something is done by its day."""
        return self.chance.of(ON_TIME[self.p.scenario])

    def not_yet_grown(self, on: date) -> tuple[int, ...]:
        """The children who are not 18 on a day and with whom nobody works yet."""
        free = (
            place
            for place in range(len(self.home.children))
            if place not in self.held and self.leaves.get(place, date.min) < on
        )
        return tuple(place for place in free if on < grown_up(self.home.children[place]) - timedelta(days=SOON_GROWN))

    def hold(self, on: date, children: tuple[int, ...], team: str) -> None:
        """Give children to a worker of this kind of team, or from their team to it."""
        seat = self.chance.whole(0, SEATS)
        new = tuple(child for child in children if child not in self.held)
        moved = tuple(child for child in children if self.held.get(child, team) != team)
        if new:
            self.home.tell(on, "placed", new, hour=11, team=team, seat=seat)
            self.home.tell(after(on, 1), "allocated", new, hour=9, team=team, seat=seat)
        if moved:
            self.home.tell(on, "handed over", moved, hour=17, team=team, seat=seat)
        self.held |= dict.fromkeys(children, team)

    def let_go(self, on: date, child: int, reason: str, **closing: object) -> None:
        """End the work with a child; the referral is closed with it."""
        self.home.tell(on, "referral closed", child, hour=18, reason_for_closure=reason, **closing)
        self.home.tell(on, "let go", child, hour=19)
        self.held.pop(child, None)
        self.leaves[child] = on

    def visits(
        self, kind: str, first: date, ends: Mapping[int, date], gaps: Iterator[int], *, lead: float = 0.9
    ) -> None:
        """Visits to children from a day until each one's end, with so many days between them."""
        day, last = working(first), max(ends.values())
        while day < min(last, self.until):
            here = tuple(child for child, end in ends.items() if day < end)
            if here:
                self.visit(kind, day, here, lead)
            day = working(day + timedelta(days=next(gaps)))

    def visit(self, kind: str, day: date, children: tuple[int, ...], lead: float = 0.9) -> None:
        """One visit: who was seen, and alone."""
        chance = self.chance
        children = tuple(child for child in children if (born := self.home.children[child].born) and born <= day)
        if not children:
            return
        attempted = chance.of(NOT_SEEN)
        seen = {child: not attempted and (len(children) == 1 or not chance.of(NOT_SEEN)) for child in children}
        old_enough = {child: self.home.children[child].age_on(day) >= ALONE_FROM for child in children}
        alone = {child: met and old_enough[child] and chance.of(0.85) for child, met in seen.items()}
        who = "lead" if chance.of(lead) else "other_social_worker"
        place = "home" if chance.of(0.85) else "school"
        self.home.tell(
            day, "visit", children, kind=kind, who_visited=who, place=place, attempted=attempted, seen=seen, alone=alone
        )
        self.home.commands[-1].later = chance.one(WRITTEN_UP)

    def gaps(self, due: int, on_time: float) -> Iterator[int]:
        """Days between visits that are due after so many: most a little less, some more."""
        while True:
            early, late = (max(1, round(due * 0.6)), due - 1), (due + 1, round(due * 1.6))
            yield self.chance.whole(*(early if self.chance.of(on_time) else late))

    def agreed(self, what: str, on: date, children: tuple[int, ...]) -> None:
        """A manager agrees what was decided, mostly by the next working day."""
        days = 1 if self.on_time() else self.chance.whole(2, 6)
        self.home.tell(after(on, days), "manager agrees", children, hour=17, about=what)
