"""Facts that exist only here, the clocks they would give, and the refresh that keeps the projection equal to them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from sightline.foundation.area import Reads
from sightline.foundation.timescales import refresh as refreshing
from sightline.foundation.timescales.refresh import refresh
from sightline.foundation.timescales.rules import GUIDANCE, PRACTICE, STATUTE, Clock, Timescale, months, working_days
from sightline.foundation.workforce.models import Involvement

CONFERENCE = Timescale(id="conference", name="Conference", allows=working_days(15), starts="", source="", tier=GUIDANCE)
VISIT = Timescale(id="visit", name="Visit", allows=working_days(10), starts="", source="", tier=PRACTICE)
REVIEW = Timescale(id="review", name="Review", allows=months(3), starts="", source="", tier=STATUTE)


class Facts:
    """The clocks that the facts of some children would give."""

    def __init__(self) -> None:
        self.clocks: dict[UUID, list[Clock]] = {}

    def add(self, child: Any, rule: Timescale, start: date, **more: Any) -> Clock:
        clock = Clock(rule, child=child.pk, anchor=("workforce.Involvement", uuid4()), start=start, **more)
        self.clocks.setdefault(child.pk, []).append(clock)
        return clock

    def change(self, old: Clock, **values: Any) -> Clock:
        new = replace(old, **values)
        mine = self.clocks[old.child]
        mine[mine.index(old)] = new
        return new

    def read(self, people: Any) -> list[Clock]:
        return [clock for person in people for clock in self.clocks.get(person, [])]


@pytest.fixture
def facts(monkeypatch: pytest.MonkeyPatch) -> Facts:
    facts = Facts()
    reads = Reads(facts.read, [Involvement], timescales=(CONFERENCE, VISIT, REVIEW))
    monkeypatch.setattr(refreshing, "all_readers", lambda: [reads])
    monkeypatch.setattr(refreshing, "readers_of", lambda kinds: [reads] if Involvement in kinds else [])
    return facts


@pytest.fixture
def written(facts: Facts) -> Callable[..., None]:
    def write(*people: Any) -> None:
        refresh([person.pk for person in people], [Involvement])

    return write
