"""The people of a household as facts: children, adults, where they live, and who works with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sightline.demo.careers.commands import Command
from sightline.demo.writing import words
from sightline.demo.writing.compounds import Ends
from sightline.demo.writing.record import Record
from sightline.foundation.children.models import (
    Address,
    Child,
    Ethnicity,
    LifeEvent,
    ParentalResponsibility,
    Person,
    Relationship,
)
from sightline.foundation.workforce.models import Involvement

Made = Iterator[Any]


def known(record: Record, command: Command) -> Made:
    """The children of a household; a baby who has been born since is written as born, in its second version."""
    for place in command.children:
        member = record.home.children[place]
        person = Person(
            given_names=member.given_names,
            family_name=member.family_name,
            sex=member.sex,
            birth_date=None if member.expected_on else member.born,
            expected_on=member.expected_on,
        )
        record.children[place] = person.pk
        record.keep(place, "person", person)
        yield person
        yield Child(person_id=person.pk)


def birth(record: Record, command: Command) -> Made:
    """A baby is born: the person's second version."""
    (place,) = command.children
    person, said = record.last(place, "person"), command.said
    person.birth_date, person.sex, person.given_names = said["born"], said["sex"], said["given_names"]
    person.version = 2
    yield LifeEvent(person_id=person.pk, happened=said["born"], kind="birth")


def network(record: Record, command: Command) -> Made:
    """A mother or father of every child; mothers have responsibility for each."""
    kind = command.said["kind"]
    member = record.home.adults[kind]
    adult = Person(
        given_names=member.given_names, family_name=member.family_name, birth_date=member.born, sex=member.sex
    )
    record.adults[kind] = adult.pk
    yield adult
    for child in record.keys(command):
        yield Relationship(person_id=child, other_id=adult.pk, kind=kind, began=command.on)
        if kind == "mother":
            yield ParentalResponsibility(
                person_id=child, other_id=adult.pk, how="mother", evidence="told", began=command.on
            )


def address(record: Record, command: Command) -> Made:
    """Where the children and their mother live."""
    for person in (*record.keys(command), record.adults["mother"]):
        yield Address(person_id=person, began=command.on, **command.said)


def ethnicity(record: Record, command: Command) -> Made:
    """The ethnicity of each child; and that brothers and sisters are that."""
    children = record.keys(command)
    for child in children:
        yield Ethnicity(person_id=child, began=command.on, **command.said)
    for number, one in enumerate(children):
        for other in children[number + 1 :]:
            yield Relationship(person_id=one, other_id=other, kind="sibling", began=command.on)


def placed(record: Record, command: Command) -> Made:
    """A team holds children who wait for a worker."""
    worker = record.staff.of(command.said["team"], command.said["seat"])
    for place in command.children:
        held = {"kind": "holding_team", "team_id": worker.team, "began": command.on, "priority": "medium"}
        yield record.keep(place, "team", Involvement(child_id=record.children[place], **held))


def allocated(record: Record, command: Command) -> Made:
    """A worker of the team that holds the children."""
    worker = record.staff.of(command.said["team"], command.said["seat"])
    for place in command.children:
        given = {"kind": "allocated_worker", "practitioner_id": worker.practitioner, "team_id": worker.team}
        involved = Involvement(child_id=record.children[place], began=command.on, **given)
        yield record.keep(place, "worker", involved)


def handed_over(record: Record, command: Command) -> Made:
    """Another team and its worker take over on the same day."""
    yield from ended(record, command, words.HANDED_OVER)
    yield from placed(record, command)
    yield from allocated(record, command)


def let_go(record: Record, command: Command) -> Made:
    """Nobody works with these children any more."""
    yield from ended(record, command, words.WORK_ENDED)


def part_begins(record: Record, command: Command) -> Made:
    """Somebody besides the worker has a part in the work with each child."""
    kind, worker = command.said["kind"], record.staff.of(command.said["team"], command.said["seat"])
    for place, child in zip(command.children, record.keys(command), strict=True):
        given = {"kind": kind, "practitioner_id": worker.practitioner, "reason": words.PARTS[kind]}
        yield record.keep(place, kind, Involvement(child_id=child, began=command.on, **given))


def part_ends(record: Record, command: Command) -> Made:
    """That part ends."""
    for place in command.children:
        yield Ends(record.open(place, command.said["kind"]), command.on, {"end_reason": words.WORK_ENDED})


def ended(record: Record, command: Command, reason: str) -> Made:
    """The worker's part ends, and then the team's."""
    for place in command.children:
        for slot in ("worker", "team"):
            involved = record.open(place, slot)
            if involved is not None:
                yield Ends(involved, command.on, {"end_reason": reason})


FACTS: dict[str, Callable[[Record, Command], Made]] = {
    "known": known,
    "birth": birth,
    "network": network,
    "address": address,
    "ethnicity": ethnicity,
    "placed": placed,
    "allocated": allocated,
    "handed over": handed_over,
    "let go": let_go,
    "part begins": part_begins,
    "part ends": part_ends,
}
