"""The people of a household and who works with them, written through the actions of children and workforce."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

from sightline.demo.careers.commands import Command
from sightline.demo.writing import words
from sightline.demo.writing.record import Record
from sightline.foundation.children import actions as people
from sightline.foundation.children.actions.lives import Baby
from sightline.foundation.children.models import Person
from sightline.foundation.facts import Acting
from sightline.foundation.workforce import actions as workforce
from sightline.foundation.workforce.models import Involvement


def known(record: Record, command: Command, by: Acting) -> None:
    """The children of a household."""
    for place in command.children:
        member = record.home.children[place]
        record.children[place] = people.add_child(
            given_names=member.given_names,
            family_name=member.family_name,
            sex=member.sex,
            birth_date=None if member.expected_on else member.born,
            expected_on=member.expected_on,
            on=command.on,
            by=by,
        ).made


def birth(record: Record, command: Command, by: Acting) -> None:
    """A baby is born."""
    (place,), said = command.children, command.said
    person = Person.objects.get(pk=record.children[place])
    baby = Baby(said["born"], said["sex"], said["given_names"])
    people.record_birth(person=person, version=1, babies=[baby], by=by)


def network(record: Record, command: Command, by: Acting) -> None:
    """A parent of each child."""
    kind = command.said["kind"]
    member = record.home.adults[kind]
    first, *others = record.keys(command)
    adult = people.add_to_network(
        child_id=first,
        kind=kind,
        given_names=member.given_names,
        family_name=member.family_name,
        birth_date=member.born,
        sex=member.sex,
        began=command.on,
        by=by,
    ).made
    record.adults[kind] = adult
    for other in others:
        people.record_relationship(person_id=other, other_id=adult, kind=kind, began=command.on, by=by)
    for child in (first, *others) if kind == "mother" else ():
        people.record_parental_responsibility(
            person_id=child, other_id=adult, how="mother", evidence="told", began=command.on, by=by
        )


def address(record: Record, command: Command, by: Acting) -> None:
    """Where the family lives."""
    for person in (*record.keys(command), record.adults["mother"]):
        people.record_address(person_id=person, began=command.on, by=by, **command.said)


def ethnicity(record: Record, command: Command, by: Acting) -> None:
    """The ethnicity of each child, and that they are brothers and sisters."""
    children = record.keys(command)
    for child in children:
        people.record_ethnicity(person_id=child, began=command.on, by=by, **command.said)
    for one, other in combinations(children, 2):
        people.record_relationship(person_id=one, other_id=other, kind="sibling", began=command.on, by=by)


def placed(record: Record, command: Command, by: Acting) -> None:
    """A team holds the children."""
    team = record.staff.of(**command.said).team
    for child in record.keys(command):
        workforce.place_with_team(child_id=child, team_id=team, priority="medium", on=command.on, by=by)


def allocated(record: Record, command: Command, by: Acting) -> None:
    """A worker works with the children."""
    worker = record.staff.of(**command.said).practitioner
    for child in record.keys(command):
        workforce.allocate(child_id=child, practitioner_id=worker, on=command.on, by=by)


def handed_over(record: Record, command: Command, by: Acting) -> None:
    """Another team and its worker take over."""
    ended(record, command, by, words.HANDED_OVER)
    placed(record, command, by)
    allocated(record, command, by)


def let_go(record: Record, command: Command, by: Acting) -> None:
    """The work ends."""
    ended(record, command, by, words.WORK_ENDED)


def part_begins(record: Record, command: Command, by: Acting) -> None:
    """Somebody besides the worker has a part in the work with each child."""
    kind, worker = command.said["kind"], record.staff.of(command.said["team"], command.said["seat"]).practitioner
    for child in record.keys(command):
        workforce.involve(
            child_id=child, practitioner_id=worker, kind=kind, reason=words.PARTS[kind], on=command.on, by=by
        )


def part_ends(record: Record, command: Command, by: Acting) -> None:
    """That part ends."""
    for child in record.keys(command):
        part = Involvement.objects.current().get(child=child, kind=command.said["kind"], ended=None)
        workforce.end_involvement(involvement_id=part.pk, reason=words.WORK_ENDED, on=command.on, by=by)


def ended(record: Record, command: Command, by: Acting, reason: str) -> None:
    """The worker's part ends, and then the team's."""
    for child in record.keys(command):
        for kind in ("allocated_worker", "holding_team"):
            open_ones = Involvement.objects.current().filter(child=child, kind=kind, ended=None)
            if (involved := open_ones.first()) is not None:
                workforce.end_involvement(involvement_id=involved.pk, reason=reason, on=command.on, by=by)


TOGETHER: dict[str, Callable[[Record, Command, Acting], None]] = {
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
