"""A family as somebody who writes about it sees it: its children by age, days that fit, and names put into words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from random import Random
from typing import Any
from uuid import UUID

from sightline.demo.families import Builder, Family
from sightline.demo.tables import rows
from sightline.foundation.calendar.working_days import is_working_day
from sightline.foundation.children.models import Person
from sightline.foundation.facts import Acting

SCHOOLS = ("Harbour Lane Primary", "St Aidan's Academy", "Quayside School", "Fellgate Primary", "Low Meadow School")
NURSERIES = ("Little Anchors Nursery", "Bramble House Nursery", "The Sandpit, Eastmere")
AGES = {"young": range(5), "school": range(5, 13), "teen": range(13, 18), "any": range(18)}
PRONOUNS = {"M": ("he", "him", "his", "himself"), "F": ("she", "her", "her", "herself")}
SEED = 4711
NEWLY_KNOWN = timedelta(days=12)
BUSY = 3  # families of each worker


@dataclass
class Pool:
    """The rows of a table, handed out in turn, so that two families share a row only when all were used."""

    table: str
    left: list[dict[str, str]] = field(default_factory=list)

    def take(self, fits: set[str]) -> dict[str, str]:
        """The next row that fits a family."""
        for _ in range(2):
            for row in self.left:
                if row["fits"] in fits:
                    self.left.remove(row)
                    return row
            self.left += rows(self.table)
        raise LookupError(f"No row of {self.table} fits {fits}.")


@dataclass(frozen=True)
class Pools:
    """What is handed out to one family after another."""

    notes: Pool = field(default_factory=lambda: Pool("told_notes"))
    visits: Pool = field(default_factory=lambda: Pool("told_visits"))
    goals: Pool = field(default_factory=lambda: Pool("told_goals"))


@dataclass
class Scene:
    """One family on the day on which the demonstration is looked at."""

    build: Builder
    family: Family
    pools: Pools
    number: int  # among all families
    turn: int = 0  # among those of the same worker

    @property
    def today(self) -> date:
        """The day on which it is looked at."""
        return self.build.today

    @property
    def is_new(self) -> bool:
        """Whether the family is known for so short a time that only the first call is written down."""
        return self.today - self.family.known_since <= NEWLY_KNOWN

    @property
    def busy(self) -> bool:
        """Whether the worker still has something to do for this family; about the others nothing is owed."""
        return self.turn < BUSY

    @cached_property
    def chance(self) -> Random:
        """Chances of this family's own, so that what is told here changes nothing that was told before."""
        return Random(SEED + self.number)

    @cached_property
    def people(self) -> list[Person]:
        """The children, as they are recorded."""
        found = {person.pk: person for person in Person.objects.filter(pk__in=self.family.children)}
        return [found[key] for key in self.family.children]

    @property
    def born(self) -> list[Person]:
        """The children who are born."""
        return [person for person in self.people if person.birth_date]

    @property
    def at_home(self) -> list[Person]:
        """The children who are born and live where their mother does."""
        return [person for person in self.born if person.pk not in self.family.elsewhere]

    @cached_property
    def mother(self) -> Person:
        """The children's mother."""
        return Person.objects.get(pk=self.family.adults["mother"])

    @property
    def school(self) -> str:
        """The school the family's children go to."""
        return SCHOOLS[self.number % len(SCHOOLS)]

    @property
    def nursery(self) -> str:
        """The nursery its youngest go to."""
        return NURSERIES[self.number % len(NURSERIES)]

    def fitting(self, fits: str) -> list[Person]:
        """The children of the ages that a row is about."""
        return [person for person in self.born if self.age(person) in AGES[fits]]

    @property
    def fits(self) -> set[str]:
        """The ages there are in this family."""
        return {name for name in AGES if self.fitting(name)}

    def age(self, person: Person) -> int:
        """How many years old somebody is."""
        assert person.birth_date
        return (self.today - person.birth_date).days // 365

    def ago(self, days: int) -> date:
        """A working day about so many days ago, after the family became known; yesterday at the latest."""
        first = self.family.known_since + timedelta(days=1)
        day = max(self.today - timedelta(days=max(days, 1)), first)
        while day > first and not is_working_day(day):
            day -= timedelta(days=1)
        return day

    def ahead(self, days: int) -> date:
        """A working day about so many days from now."""
        day = self.today + timedelta(days=days)
        while not is_working_day(day):
            day += timedelta(days=1)
        return day

    def by(self, on: date, hour: int = 16, sign_in: str = "") -> Acting:
        """The family's worker, or somebody else, writing on a day."""
        return self.build.workforce.acting(sign_in or self.family.worker).at(self.moment(on, hour))

    def moment(self, on: date, hour: int = 16) -> datetime:
        """A moment on a day."""
        return self.family.recorded(on, hour)

    def clock(self, on: date, hour: int) -> datetime:
        """The full hour on a day, for what people agree on."""
        return self.moment(on, hour).replace(minute=0)

    @property
    def manager(self) -> str:
        """Who manages the team that holds the family; a service's manager where the team has none."""
        try:
            return self.build.workforce.manager_of(self.family.team)
        except StopIteration:
            return "service.manager"

    def key_of(self, sign_in: str) -> UUID:
        """The key of a practitioner."""
        return self.build.workforce.people[sign_in].pk

    def name_of(self, sign_in: str) -> str:
        """The name of a practitioner."""
        return self.build.workforce.people[sign_in].name

    def put(self, text: str, child: Person | None = None) -> str:
        """A row's words with the names of this family in them."""
        child = child or self.people[0]
        he, him, his, himself = PRONOUNS.get(child.sex, PRONOUNS["F"])
        words: dict[str, Any] = {"he": he, "him": him, "his": his, "himself": himself, "He": he.title()}
        words |= {"child": child.given_names.split(" ")[0], "mother": self.mother.given_names, "Him": him.title()}
        words |= {"school": self.school, "nursery": self.nursery, "worker": self.name_of(self.family.worker)}
        return text.format_map(words)

    def named(self, names: str) -> list[UUID]:
        """The keys of children by their first names; Unborn for every baby who is expected."""
        asked = [name.strip() for name in names.split(",")]
        known = [(person.given_names.split(" ")[0] or "Unborn", person.pk) for person in self.people]
        return [key for name in asked for called, key in known if called == name]

    def spread(self, count: int, longest: int = 150) -> Iterator[int]:
        """So many numbers of days ago, the newest first, within the time the family is known."""
        known = min((self.today - self.family.known_since).days - 2, longest)
        for place in range(count):
            yield max(1, round((place + 0.3) * known / count))
