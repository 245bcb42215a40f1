"""Which child a return speaks of: by its number in that kind of return, by pupil number, and else with care.

A child is taken to be one who is known already only on a number that is right and a birth date that agrees. What is
less certain makes a record of its own and a pair for a person to decide: a wrong link would show one family's record
to another. A sealed record stands in no pair: nobody is told that a child might be somebody whose record is sealed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from sightline.assurance.returns.mapping import Story
from sightline.foundation.access.queries import sealed
from sightline.foundation.children.models import Child, Identifier, Person
from sightline.foundation.children.rules.identity import IdentifierKind
from sightline.foundation.door import changes
from sightline.foundation.facts import Source

SAME_NUMBER = "the same pupil number, but another birth date"
SAME_IN_RETURNS = "the same number in another return, but another birth date"
SAME_PERSON = "the same birth date and sex, and nobody else has them"
NUMBER_TWICE = "The pupil number stands on two children of this return, so it links neither."


@dataclass
class Matched:
    """The child that a story is about, how it was known, and who else it might be."""

    person: Person
    how: str  # known, linked, made
    doubtful: list[tuple[UUID, str]] = field(default_factory=list)
    told: list[Any] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


class Matching:
    """The children of some stories of one kind of return."""

    def __init__(self, stories: list[Story]) -> None:
        self.stories = stories
        self.kind = stories[0].kind if stories else None
        self.by_number: dict[tuple[str, str], list[Identifier]] = defaultdict(list)
        self.numbered: dict[UUID, set[str]] = defaultdict(set)
        self.upns = Counter(story.whoever.upn for story in stories if story.whoever.upn)
        self.people: dict[UUID, Person] = {}
        self.sealed: set[UUID] = set()
        self.alike: dict[tuple[Any, str], list[Person]] = defaultdict(list)
        self.look()

    def look(self) -> None:
        """Read what is known by the numbers of these stories, and who is alike, in a constant number of questions."""
        values = {story.reference for story in self.stories} | set(self.upns)
        found = list(Identifier.objects.current().filter(value__in=values, ended=None))
        for each in found:
            self.by_number[(each.kind, each.value)].append(each)
        people = {each.pk: each for each in Person.objects.filter(pk__in={each.person_id for each in found})}
        known = {(each.value, each.issued_by) for each in found if each.kind == IdentifierKind.RETURNS}
        births = {
            story.whoever.birth_date
            for story in self.stories
            if story.whoever.birth_date and (story.reference, story.kind.label) not in known
        }
        people |= {each.pk: each for each in self.born_on(births)}
        self.people = followed(people)
        self.sealed = sealed(each.pk for each in self.people.values())
        for person in {each.pk: each for each in self.people.values() if each.pk not in self.sealed}.values():
            self.alike[(person.birth_date, person.sex)].append(person)
        numbers = Identifier.objects.current().filter(person__in=self.people, kind=IdentifierKind.RETURNS, ended=None)
        for each in numbers:
            self.numbered[each.person_id].add(each.issued_by)

    def born_on(self, births: set[Any]) -> Iterable[Person]:
        """The children born on these days who have no number in this kind of return."""
        if self.kind is None or not births:
            return []
        numbered = Identifier.objects.current().filter(
            person=OuterRef("pk"), kind=IdentifierKind.RETURNS, issued_by=self.kind.label, ended=None
        )
        children = Person.objects.filter(birth_date__in=births, merged_into=None, child__isnull=False)
        return children.exclude(Exists(numbered))

    def of(self, story: Story) -> Matched:
        """The child that a story is about."""
        own = self.numbered_by(story, same_return=True)
        if own:
            return Matched(own[0], "known", told=changes_of(story, own[0]))
        doubtful: list[tuple[UUID, str]] = []
        remarks: list[str] = []
        for others, why in ((self.by_pupil_number(story, remarks), SAME_NUMBER),
                            (self.numbered_by(story, same_return=False), SAME_IN_RETURNS)):  # fmt: skip
            free = [person for person in others if not self.is_numbered(person)]
            agreeing = [person for person in free if agrees(story, person)]
            if len(agreeing) == 1:
                return Matched(agreeing[0], "linked", told=changes_of(story, agreeing[0]), remarks=remarks)
            told = self.sealed | {person for person, _ in doubtful}
            doubtful += [(person.pk, why) for person in others if person.pk not in told]
        if not doubtful:
            doubtful = self.only_one_alike(story)
        return Matched(person_of(story), "made", doubtful, remarks=remarks)

    def numbered_by(self, story: Story, *, same_return: bool) -> list[Person]:
        """The people who have this number in this kind of return, or in another."""
        found = self.by_number[(IdentifierKind.RETURNS, story.reference)]
        mine = [each for each in found if (each.issued_by == story.kind.label) == same_return]
        return [self.people[each.person_id] for each in mine]

    def by_pupil_number(self, story: Story, remarks: list[str]) -> list[Person]:
        """The people who have this pupil number, if no other child of this return has it as well."""
        upn = story.whoever.upn
        if not upn:
            return []
        if self.upns[upn] > 1:
            remarks.append(NUMBER_TWICE)
            return []
        return list({p.pk: p for each in self.by_number[(IdentifierKind.UPN, upn)]
                     for p in [self.people[each.person_id]]}.values())  # fmt: skip

    def is_numbered(self, person: Person) -> bool:
        """Whether somebody has another number in this kind of return already, and so is another child."""
        return self.kind is not None and self.kind.label in self.numbered[person.pk]

    def only_one_alike(self, story: Story) -> list[tuple[UUID, str]]:
        """The one person with the birth date and sex, if there is exactly one whom no return says to be another."""
        who = story.whoever
        if not who.birth_date or who.sex not in ("M", "F"):
            return []
        alike = [each for each in self.alike[(who.birth_date, who.sex)] if not self.is_numbered(each)]
        return [(alike[0].pk, SAME_PERSON)] if len(alike) == 1 else []


def followed(people: dict[UUID, Person]) -> dict[UUID, Person]:
    """People by key, those that were merged into another record replaced by that one."""
    while gone := {each.merged_into_id for each in people.values() if each.merged_into_id} - people.keys():
        people |= {each.pk: each for each in Person.objects.filter(pk__in=gone)}
    return {key: standing(person, people) for key, person in people.items()}


def standing(person: Person, people: dict[UUID, Person]) -> Person:
    """The record that a record was merged into, and so on."""
    return standing(people[person.merged_into_id], people) if person.merged_into_id else person


def agrees(story: Story, person: Person) -> bool:
    """Whether the birth date agrees, and the sex where both are known."""
    who = story.whoever
    if who.birth_date != person.birth_date or who.birth_date is None:
        return who.expected_on is not None and who.expected_on == person.expected_on
    return who.sex in ("", "U", person.sex) or person.sex in ("", "U")


def person_of(story: Story) -> Person:
    """A new record of somebody known from a return only."""
    who = story.whoever
    return Person(
        birth_date=who.birth_date,
        expected_on=who.expected_on if who.birth_date is None else None,
        died_on=who.died_on if not (who.died_on and who.birth_date and who.died_on < who.birth_date) else None,
        sex=who.sex,
        number_in_returns=story.reference[:40],
    )


def changes_of(story: Story, person: Person) -> list[Any]:
    """What the return adds to who a known child is: what was blank is filled, what was said differently is left."""
    who = story.whoever
    blank: dict[str, Any] = {
        name: value
        for name, value in (("birth_date", who.birth_date), ("died_on", who.died_on), ("sex", who.sex))
        if value and not getattr(person, name) and not (name == "birth_date" and person.expected_on)
    }
    if person.source == Source.IMPORT and person.birth_date is None and person.expected_on and who.birth_date:
        blank |= {"birth_date": who.birth_date, "expected_on": None}
    return [changes(person, version=person.version, **blank)] if blank else []


def rows_of_people(matched: Iterable[Matched]) -> list[Any]:
    """The rows of the people who are new."""
    return [row for each in matched if each.how == "made" for row in (each.person, Child(person=each.person))]
