"""Families of the demonstration: children, the adults around them, where they live and who works with them."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from django.utils import timezone

from sightline.demo.tables import a_name, rows
from sightline.demo.workforce import BUILDER, Workforce
from sightline.foundation.children import actions
from sightline.foundation.facts import Acting
from sightline.foundation.workforce import actions as workforce_actions

TEAMS = (
    "Assessment team 1",
    "Assessment team 2",
    "Protection team North",
    "Protection team South",
    "Disabled children's team",
)
ETHNICITIES = (("WBRI", 78), ("AOTH", 3), ("ABAN", 4), ("APKN", 4), ("BAFR", 4), ("MWBC", 4), ("WOTH", 3))


@dataclass
class Family:
    """One household and its story so far."""

    name: str
    team: str
    worker: str
    known_since: date
    oldest: date
    children: list[UUID] = field(default_factory=list)
    given: set[str] = field(default_factory=set)
    adults: dict[str, UUID] = field(default_factory=dict)
    waits: bool = False  # for a worker: only a team holds the children yet
    closed: bool = False
    elsewhere: set[UUID] = field(default_factory=set)  # children who do not live with the others

    def recorded(self, on: date, hour: int = 16) -> datetime:
        """A moment on a day at which something about this family was written down."""
        return timezone.make_aware(datetime.combine(on, time(hour, 12)))


@dataclass
class Builder:
    """Makes families up from one seed, as seen from one day."""

    workforce: Workforce
    today: date
    chance: Random
    told: list[Family] = field(default_factory=list)  # in the order in which they were made up

    def acting(self, family: Family) -> Acting:
        """The family's worker."""
        return self.workforce.acting(family.worker)

    def family(
        self, children: int, *, team: str = "", worker: str = "", name: str = "", days: int = 0, waits: bool = False
    ) -> Family:
        """A household with children of different ages, a mother, usually a father, and an address."""
        team = team or self.chance.choice(TEAMS)
        worker = worker or self.chance.choice(self.workforce.workers_of(team))
        since = self.today - timedelta(days=days or self.chance.randint(20, 900))
        made = Family(name or a_name("family", self.chance), team, worker, since, since, waits=waits)
        for _ in range(children):
            self.child(made)
        self.mother(made)
        if self.chance.random() < 0.7:
            self.father(made)
        self.home(made)
        self.told.append(made)
        return made

    def child(
        self,
        family: Family,
        *,
        given: str = "",
        sex: str = "",
        birth_date: date | None = None,
        expected_on: date | None = None,
    ) -> UUID:
        """One child of the family, or a baby who is expected, held by its team and allocated to its worker."""
        sex = sex or self.chance.choice("MF")
        born = birth_date or family.known_since - timedelta(days=self.chance.randint(60, 15 * 365))
        added = actions.add_child(
            given_names="" if expected_on else given or self.given_name(family, sex),
            family_name=family.name,
            sex=sex,
            birth_date=None if expected_on else born,
            expected_on=expected_on,
            on=family.known_since,
            held_by_team=self.workforce.teams[family.team],
            by=BUILDER.at(family.recorded(family.known_since, 10)),
        )
        family.children.append(added.made)
        family.oldest = family.oldest if expected_on else min(family.oldest, born)
        if not family.waits:
            self.allocate(family, added.made)
        self.describe(family, added.made)
        return added.made

    def given_name(self, family: Family, sex: str) -> str:
        """A first name that no brother or sister has, now and then with a second one."""
        part = "girl" if sex == "F" else "boy"
        names = [a_name(part, self.chance, family.given) for _ in range(self.chance.choice((1, 1, 2)))]
        family.given.add(names[0])
        return " ".join(dict.fromkeys(names))

    def allocate(self, family: Family, child: UUID) -> None:
        """Give the child to the family's worker, the day after."""
        day = family.known_since + timedelta(days=1)
        worker = self.workforce.people[family.worker].pk
        workforce_actions.allocate(
            child_id=child, practitioner_id=worker, on=day, by=BUILDER.at(family.recorded(day, 9))
        )

    def describe(self, family: Family, child: UUID) -> None:
        """What is known about the child from the first visit."""
        code = self.chance.choices([c for c, _ in ETHNICITIES], [w for _, w in ETHNICITIES])[0]
        by = self.acting(family).at(family.recorded(family.known_since, 15))
        actions.record_ethnicity(person_id=child, code=code, began=family.known_since, by=by)

    def adult(self, family: Family, kind: str, *, name: str = "", surname: str = "") -> UUID:
        """Somebody in the network of every child of the family."""
        part = "woman" if kind in ("mother", "grandparent") else "man"
        by = self.acting(family).at(family.recorded(family.known_since, 15))
        first, *others = family.children
        added = actions.add_to_network(
            child_id=first,
            kind=kind,
            given_names=name or a_name(part, self.chance),
            family_name=surname or family.name,
            birth_date=family.oldest - timedelta(days=self.chance.randint(18 * 365, 34 * 365)),
            birth_date_estimated=True,
            sex="F" if part == "woman" else "M",
            began=family.known_since,
            by=by,
        )
        for other in others:
            actions.record_relationship(
                person_id=other, other_id=added.made, kind=kind, began=family.known_since, by=by
            )
        family.adults[kind] = added.made
        return added.made

    def mother(self, family: Family) -> None:
        """The mother, who has parental responsibility for each child, and how she can be reached."""
        mother = self.adult(family, "mother")
        by = self.acting(family).at(family.recorded(family.known_since, 15))
        for child in family.children:
            actions.record_parental_responsibility(
                person_id=child, other_id=mother, how="mother", evidence="told", began=family.known_since, by=by
            )
        actions.record_contact_point(
            person_id=mother,
            kind="mobile",
            value=f"07700 900{self.chance.randint(100, 999)}",
            ring="yes",
            text="yes",
            voicemail=self.chance.choice(("yes", "no", "not_asked")),
            post="not_asked",
            when_safe=self.chance.choice(("", "After 9 in the morning", "Not at weekends")),
            began=family.known_since,
            by=by,
        )

    def father(self, family: Family) -> None:
        """The father, who may have another family name."""
        surname = family.name if self.chance.random() < 0.6 else a_name("family", self.chance)
        self.adult(family, "father", surname=surname)

    def home(self, family: Family) -> None:
        """Where the children and their mother live; brothers and sisters joined to each other."""
        street = self.chance.choice(rows("streets"))
        lines = f"{self.chance.randint(1, 140)} {street['street']}\n{street['town']}"
        by = self.acting(family).at(family.recorded(family.known_since, 15))
        for person in (*(each for each in family.children if each not in family.elsewhere), family.adults["mother"]):
            actions.record_address(
                person_id=person, lines=lines, postcode=street["postcode"], kind="home", began=family.known_since, by=by
            )
        for index, child in enumerate(family.children):
            for other in family.children[index + 1 :]:
                actions.record_relationship(
                    person_id=child, other_id=other, kind="sibling", began=family.known_since, by=by
                )
