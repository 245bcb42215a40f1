"""What was done for a child's health, whether it has a day of its own or a return only names the year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sightline.practice.care.queries import standing_facts
from sightline.practice.health import rules
from sightline.practice.health.models import YearlyHealthStatus
from sightline.practice.health.rules.intervals import end_of_year


@dataclass(frozen=True)
class Checked:
    """One check with the fact it stands in; known by the year alone, it counts on that year's 31 March."""

    fact: Any
    happened: date
    result: str = rules.DONE
    by: str = ""
    year_only: bool = False


def checks(model: type[Any], children: Iterable[UUID]) -> dict[UUID, list[Checked]]:
    """The checks of a kind, earliest first, with those that only a yearly return tells of; two queries at most."""
    people = list(children)
    found: dict[UUID, list[Checked]] = defaultdict(list)
    for child, facts in standing_facts(model, people).items():
        found[child] = [dated(fact) for fact in facts]
    item = rules.TOLD_YEARLY.get(model.__name__)
    if item is None:
        return found
    for child, answers in standing_facts(YearlyHealthStatus, people, item=item).items():
        years = {end_of_year(each.happened) for each in found[child] if each.result == rules.DONE}
        told = [answer for answer in answers if answer.happened not in years and says_done(answer)]
        found[child] += [Checked(answer, answer.happened, year_only=True) for answer in told]
        found[child].sort(key=lambda each: each.happened)
    return found


def dated(fact: Any) -> Checked:
    """A check with a day of its own."""
    return Checked(fact, fact.happened, getattr(fact, "result", rules.DONE), getattr(fact, "by", ""))


def says_done(answer: YearlyHealthStatus) -> bool:
    """Whether an answer of the return says that a check was done; a state was looked at whatever the answer."""
    return answer.value or answer.item in rules.STATES
