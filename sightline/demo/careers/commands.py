"""What a career is made of: a household, the children in it, and dated commands about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

OFFICE = 16  # the hour at which most things are written down


@dataclass(slots=True)
class Command:
    """Something that happened to children of a household on a day, and that was written down on it or soon after."""

    on: date
    what: str
    children: tuple[int, ...]  # their places in the household
    said: dict[str, Any]
    hour: int = OFFICE
    later: int = 0  # days until it was written down

    @property
    def written(self) -> date:
        """The day on which it was written down."""
        return self.on + timedelta(days=self.later)

    @property
    def recorded_at(self) -> datetime:
        """The moment at which it was written down."""
        return timezone.make_aware(datetime.combine(self.written, time(self.hour, 12)))


@dataclass(slots=True)
class Member:
    """A child or an adult of a household; a baby who is expected has the day on which it is."""

    given_names: str
    family_name: str
    sex: str
    born: date | None
    expected_on: date | None = None

    def age_on(self, day: date) -> int:
        """Whole years on a day; less than nothing before birth."""
        born = self.born or self.expected_on or day
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@dataclass
class Household:
    """One family, with its career."""

    seed: str
    name: str
    began: date
    children: list[Member]
    adults: dict[str, Member] = field(default_factory=dict)  # by who they are to the children
    commands: list[Command] = field(default_factory=list)

    def tell(self, on: date, what: str, children: tuple[int, ...] | int, hour: int = OFFICE, **said: Any) -> None:
        """Add something that happens to these children."""
        told = (children,) if isinstance(children, int) else children
        self.commands.append(Command(on, what, told, said, hour))

    def until(self, today: date) -> list[Command]:
        """What had been written down by the morning of a day, in the order of the days on which it happened."""
        known = [command for command in self.commands if command.on < today and command.written < today]
        return sorted(known, key=lambda command: (command.on, command.hour))
