"""Taking a contact: one occasion, everybody it is about, and what follows the same day."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations
from typing import Any
from uuid import UUID

from django.utils import timezone

from sightline.foundation.access.rules import Permission
from sightline.foundation.children.models import Child, Person, Relationship
from sightline.foundation.children.rules.family import RelationshipKind
from sightline.foundation.code_sets.refusals import refuse_unless_code
from sightline.foundation.documents.models import Passage
from sightline.foundation.door import Work, Yielded, action
from sightline.foundation.facts import Acting
from sightline.foundation.moments import when_happened
from sightline.foundation.standing import hold, refuse, refuse_without
from sightline.foundation.workforce.models import Involvement
from sightline.foundation.workforce.rules import InvolvementKind
from sightline.practice.front_door import queries, rules
from sightline.practice.front_door.actions.deciding import asked_for_at_once
from sightline.practice.front_door.models import (
    Contact,
    ContactOutcome,
    ContactPassedOn,
    ContactReferrer,
    ReceivedContact,
    SettledForm,
)
from sightline.practice.front_door.rules import (
    AdultOfContact,
    Arrival,
    ChildOfContact,
    ContactKind,
    Referrer,
    SettledHow,
)

WHO_IN_TOUCH = "who got in touch"
ANSWERED = "ADVICE_FLAG"  # a question whether a family is known is answered, and nothing follows from it


@dataclass(frozen=True)
class About:
    """A child of the contact, by key, and what concerns that child only."""

    key: UUID
    own: str
    is_new: bool


@action(permission=Permission.RECORD_PRACTICE, says="took a contact")
def receive_contact(
    *,
    arrival: Arrival,
    referrer: Referrer,
    children: Sequence[ChildOfContact],
    adults: Sequence[AdultOfContact] = (),
    brothers_and_sisters: bool = False,
    received_at: datetime | None = None,
    at_once: bool = False,
    held_by: UUID | None = None,
    from_form: UUID | None = None,
    by: Acting,
) -> Work:
    """Record that somebody got in touch about one child or several, known or new, named or not.

    Where work goes on with a child, whoever does it is told today, and no referral begins. Asked `at_once`, a strategy
    discussion is asked for in the same step. An allegation about a professional is refused: it is kept apart. Begun
    with what a partner sent, that is settled with it.
    """
    waits = queries.the_request(from_form) if from_form else None
    if waits is not None:
        yield SettledForm(form=waits, how=SettledHow.TAKEN_IN)
    return (
        yield from taken(
            arrival=arrival,
            referrer=referrer,
            children=children,
            adults=adults,
            brothers_and_sisters=brothers_and_sisters,
            received_at=received_at,
            at_once=at_once,
            held_by=held_by,
            by=by,
        )
    )


def taken(
    *,
    arrival: Arrival,
    referrer: Referrer,
    children: Sequence[ChildOfContact],
    adults: Sequence[AdultOfContact] = (),
    brothers_and_sisters: bool = False,
    received_at: datetime | None = None,
    at_once: bool = False,
    held_by: UUID | None = None,
    by: Acting,
) -> Work:
    """Everything that is recorded of a contact, for actions that take one in from elsewhere; its first contact."""
    refuse(rules.wrong_with_arrival(arrival.kind, children))
    refuse_unless_code("cin-referral-source", referrer.source, arrival.received_on, called=WHO_IN_TOUCH)
    refuse_without(arrival.what_about, asks="Say what it is about.")
    people: list[About] = []
    for each in children:
        made = begun(each, arrival.received_on, held_by or by.team_id)
        yield from made
        people.append(About(each.child or made[0].pk, each.own, is_new=each.child is None))
    hold([each.key for each in people])
    yield from family(people, adults, arrival.received_on, brothers_and_sisters=brothers_and_sisters)
    received = occasion_of(arrival, received_at, people)
    yield received
    yield from issues(received, arrival, people)
    contacts = [contact_of(each, received, arrival, referrer) for each in people]
    yield from contacts
    for contact in contacts:
        yield from follows(contact, received, arrival, referrer, by)
        if at_once:
            yield from asked_for_at_once(contact, reasons="", by=by, is_new=is_new(contact, people))
    return contacts[0]


def occasion_of(arrival: Arrival, at: datetime | None, people: Sequence[About]) -> ReceivedContact:
    """The contact as it came, with a reference of its own."""
    return ReceivedContact(
        **when_happened(arrival.received_on, at),
        children=[each.key for each in people],
        kind=arrival.kind,
        came_by=arrival.came_by,
        safe_now=arrival.safe_now,
        done_now=arrival.done_now,
        reference=new_reference(),
    )


def is_new(contact: Contact, people: Sequence[About]) -> bool:
    """Whether the child of a contact had no record before it."""
    return next(each.is_new for each in people if each.key == contact.child_id)


def begun(said: ChildOfContact, on: date, team: UUID | None) -> list[Any]:
    """The record of a child who has none; nothing for one who has."""
    if said.child:
        return []
    person = Person(
        given_names=said.given_names,
        family_name=said.family_name,
        known_as=said.known_as,
        birth_date=said.birth_date,
        birth_date_estimated=said.birth_date_estimated and said.birth_date is not None,
        expected_on=said.expected_on,
    )
    held = {
        "kind": InvolvementKind.HOLDING_TEAM,
        "team_id": team,
        "began": on,
        "reason": "The team that took the contact",
    }
    return [person, Child(person=person), *([Involvement(child_id=person.pk, **held)] if team else [])]


def family(
    people: Sequence[About], adults: Sequence[AdultOfContact], on: date, *, brothers_and_sisters: bool
) -> Iterator[Yielded]:
    """Who the adults are to each child, and the children to each other, as far as it is not recorded yet."""
    known = queries.relationships_among([each.key for each in people if not each.is_new])
    if brothers_and_sisters:
        for one, other in combinations(people, 2):
            if frozenset((one.key, other.key)) not in known:
                tie = {"person_id": one.key, "other_id": other.key, "kind": RelationshipKind.BROTHER_OR_SISTER}
                yield Relationship(**tie, began=on)
    for adult in adults:
        person = adult.person
        if person is None:
            made = Person(given_names=adult.given_names, family_name=adult.family_name)
            yield made
            person = made.pk
        for each in people:
            if frozenset((each.key, person)) not in known:
                tie = {"person_id": each.key, "other_id": person, "kind": adult.kind, "details": adult.details}
                yield Relationship(**tie, began=on)


def new_reference() -> str:
    """A short reference that can be read out on the telephone."""
    letters = "".join(secrets.choice(rules.LETTERS) for _ in range(6))
    return f"{letters[:3]}-{letters[3:]}"


def issues(received: ReceivedContact, arrival: Arrival, people: Sequence[About]) -> Iterator[Passage]:
    """The key issues: what was said of all of the children, then what concerns one only."""
    everybody = [each.key for each in people]
    said = [(place, everybody, text) for place, text in arrival.issues.items()]
    said += [(rules.Issue.ABOUT_WHAT, [each.key], each.own) for each in people]
    for position, (place, about, text) in enumerate(said):
        if text.strip():
            occasion = {"occasion_kind": received._meta.label, "occasion_id": received.pk}
            yield Passage(**occasion, place=place, position=position, about=about, text=text)


def contact_of(each: About, received: ReceivedContact, arrival: Arrival, referrer: Referrer) -> Contact:
    """The contact in the record of one child."""
    return Contact(
        child_id=each.key,
        received=received,
        **when_happened(received.happened, received.happened_at),
        contact_source=referrer.source,
        source_description=referrer.in_words()[:250],
        what_about=arrival.what_about,
    )


def follows(
    contact: Contact, received: ReceivedContact, arrival: Arrival, referrer: Referrer, by: Acting
) -> Iterator[Yielded]:
    """What follows in one child's record: who got in touch, who is told today, and the answer to a mere question."""
    if referrer.is_named:
        yield ContactReferrer(
            child_id=contact.child_id,
            received=received,
            happened=received.happened,
            name=referrer.name,
            role=referrer.role,
            organisation=referrer.organisation,
            telephone=referrer.telephone,
            email=referrer.email,
            public=referrer.public,
        )
    if arrival.kind == ContactKind.INFORMATION_CHECK:
        answered = {"outcome": ANSWERED, "reasons": arrival.answered or "Answered when it was asked."}
        yield ContactOutcome(child_id=contact.child_id, contact=contact, happened=received.happened, **answered)
        return
    now = by.recorded_at or timezone.now()
    for person, as_what in queries.told_today(contact.child_id, by.practitioner_id, now):
        told = {"owner_id": person, "as_what": as_what, "by_when": received.happened}
        yield ContactPassedOn(child_id=contact.child_id, contact=contact, happened=received.happened, **told)
