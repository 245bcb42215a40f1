"""Random histories of one family: discussions, outcomes, corrections and withdrawals in any order."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as given

from sightline.foundation.calendar.instants import start_of_day
from sightline.foundation.door import Refusal
from sightline.practice.child_protection import actions, rules
from sightline.practice.child_protection.models import EnquiryOutcome, StrategyOutcome
from sightline.practice.child_protection.rules import Decision, HeldBy, Outcome
from tests.builders.child_protection import QUORATE
from tests.builders.workforce import BUILDER, as_builder

FIRST = date(2026, 3, 2)
STEPS = ("discuss", "discuss", "find", "correct", "move", "correct_found", "withdraw")
steps = given.lists(
    given.tuples(given.sampled_from(STEPS), given.integers(0, 60), given.integers(0, 7), given.booleans()),
    min_size=1,
    max_size=8,
)


@dataclass
class History:
    """What happens to a family, one step an hour, and what was refused."""

    children: list[UUID]
    at: datetime = field(default_factory=lambda: start_of_day(date(2026, 6, 1)))
    refused: int = 0

    def go(self, step: tuple[str, int, int, bool]) -> datetime:
        """Do one step; the moment at which it was recorded."""
        name, days, which, yes = step
        self.at += timedelta(hours=1)
        with as_builder():
            try:
                getattr(self, name)(FIRST + timedelta(days=days), which, yes)
            except Refusal:
                self.refused += 1
        return self.at

    def some(self, which: int) -> list[UUID]:
        """One, two or three of the children."""
        return [child for place, child in enumerate(self.children) if (which + 1) >> place & 1] or self.children[:1]

    def discuss(self, on: date, which: int, yes: bool) -> None:
        decision = Decision.BEGIN_ENQUIRIES if yes else Decision.NO_ENQUIRIES
        actions.record_strategy_discussion(
            held_on=on,
            held_by=HeldBy.VIDEO,
            agencies=QUORATE,
            outcomes=[
                rules.OutcomeForChild(child, decision, "Because", (rules.Scale("police", which),))
                for child in self.some(which)
            ],
            by=BUILDER.at(self.at),
        )

    def find(self, on: date, which: int, yes: bool) -> None:
        outcome = Outcome.CONTINUING_RISK if yes else Outcome.NOT_SUBSTANTIATED
        found = [rules.Found(child, outcome, "Because") for child in self.some(which)]
        actions.record_enquiry_outcome(on=on, found=found, by=BUILDER.at(self.at))

    def correct(self, on: date, which: int, yes: bool) -> None:
        if wrong := self.pick(StrategyOutcome, which):
            actions.correct_outcome(
                wrong=wrong.pk,
                child=wrong.child_id,
                decision=Decision.BEGIN_ENQUIRIES if yes else Decision.NO_ENQUIRIES,
                reasons="Because",
                scales=[rules.Scale("police", 9)] if yes else [],
                why="Wrong box",
                by=BUILDER.at(self.at),
            )

    def move(self, on: date, which: int, yes: bool) -> None:
        if wrong := self.pick(StrategyOutcome, which):
            actions.correct_strategy_discussion(
                wrong=wrong.discussion_id,
                held_on=on,
                held_by=HeldBy.TELEPHONE if yes else HeldBy.VIDEO,
                agencies=QUORATE,
                why="Wrong day",
                by=BUILDER.at(self.at),
            )

    def correct_found(self, on: date, which: int, yes: bool) -> None:
        if wrong := self.pick(EnquiryOutcome, which):
            actions.correct_enquiry_outcome(
                wrong=wrong.pk,
                child=wrong.child_id,
                on=on,
                outcome=Outcome.NO_CONTINUING_RISK if yes else Outcome.CONTINUING_RISK,
                reasons="Because",
                why="Wrong day",
                by=BUILDER.at(self.at),
            )

    def withdraw(self, on: date, which: int, yes: bool) -> None:
        if wrong := self.pick(EnquiryOutcome, which):
            actions.withdraw_enquiry_outcome(
                wrong=wrong.pk, child=wrong.child_id, why="Another family", by=BUILDER.at(self.at)
            )

    def pick(self, kind: Any, which: int) -> Any:
        """One of the facts of a kind that stand."""
        found = list(kind.objects.current().filter(child__in=self.children).order_by("happened", "pk"))
        return found[which % len(found)] if found else None
