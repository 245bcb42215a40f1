"""Named questions about what we need to know of a contact, what is missing, and how long it may still be held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from sightline.foundation.facts import Source
from sightline.foundation.timescales.rules import Clock
from sightline.practice.front_door import rules
from sightline.practice.front_door.models import (
    ConcernOfContact,
    Contact,
    ContactHold,
    ContactOutcome,
    ContactTakenUp,
    NeedToKnow,
)
from sightline.practice.front_door.rules import Concern, Item


@dataclass(frozen=True)
class ItemKnown:
    """One item of a concern, and the newest word about it, if there is one."""

    item: Item
    said: NeedToKnow | None

    @property
    def state(self) -> str:
        """How far it is known; nothing where nobody has said anything."""
        return self.said.state if self.said else ""

    @property
    def is_gap(self) -> bool:
        """Whether something essential is missing."""
        return self.item.essential and self.state not in rules.SETTLED


@dataclass(frozen=True)
class ConcernKnown:
    """A concern of a contact, with how far each of its items is known."""

    concern: Concern
    items: tuple[ItemKnown, ...]


def known_about(contact: UUID) -> list[ConcernKnown]:
    """The concerns named for a contact, in the order of the table, and how far each item is known; two queries."""
    return known_about_each([contact])[contact]


def known_about_each(contacts: Sequence[UUID]) -> dict[UUID, list[ConcernKnown]]:
    """The same for several contacts, by contact; two queries for any number."""
    rows = ConcernOfContact.objects.current().filter(contact__in=contacts)
    named = set(rows.values_list("contact", "concern"))
    said: dict[tuple[UUID, str, str], NeedToKnow] = {
        (each.contact_id, each.concern, each.item): each
        for each in NeedToKnow.objects.current().filter(contact__in=contacts).order_by("recorded_at", "pk")
    }
    return {
        contact: [
            ConcernKnown(each, tuple(ItemKnown(item, said.get((contact, each.key, item.key))) for item in each.items))
            for each in rules.concerns().values()
            if (contact, each.key) in named
        ]
        for contact in contacts
    }


def gaps_of(contact: UUID) -> list[str]:
    """The essential items of a contact that nobody knows yet; for a worry also that nobody named its kind."""
    return gaps_among([contact])


def gaps_among(contacts: Sequence[UUID]) -> list[str]:
    """The same for contacts that are decided together, each gap once; three queries for any number.

    A child for whom nobody named a kind of concern waits for what was named for the other children of the contact.
    """
    asked = {each.pk: each for each in of_same_occasions(contacts)}
    together: dict[UUID | None, list[UUID]] = {}
    for each in asked.values():
        together.setdefault(each.received_id, []).append(each.pk)
    known = known_about_each(list(asked))
    found, unnamed = [], False
    for each in [asked[key] for key in contacts]:
        named = known[each.pk] or [concern for other in together[each.received_id] for concern in known[other]]
        found += [item.item.question for concern in named for item in concern.items if item.is_gap]
        unnamed = unnamed or (not named and is_worry_taken_here(each))
    return list(dict.fromkeys([*([rules.NOTHING_NAMED] if unnamed else []), *found]))


def of_same_occasions(contacts: Sequence[UUID]) -> list[Contact]:
    """These contacts, and those of the other children about whom somebody got in touch in one go; one query."""
    occasions = Contact.objects.filter(pk__in=contacts, received__isnull=False).values("received")
    rows = Contact.objects.filter(Q(pk__in=contacts) | Q(received__in=occasions))
    return list(rows.select_related("received").order_by("pk"))


def is_worry_taken_here(contact: Contact) -> bool:
    """Whether this was taken here as a worry, of which somebody has to name the kind."""
    received = contact.received
    return received is not None and contact.source != Source.IMPORT and received.kind in rules.WORRIES


@dataclass(frozen=True)
class Held:
    """How a contact is held open on a day."""

    holds: tuple[ContactHold, ...]
    today: date

    @property
    def newest(self) -> ContactHold | None:
        """The last time it was said that it stays open."""
        return self.holds[-1] if self.holds else None

    @property
    def ceiling(self) -> date | None:
        """The last day on which it may be held; nothing where it is not held."""
        return rules.hold_ceiling(self.holds[0].happened) if self.holds else None

    @property
    def is_at_ceiling(self) -> bool:
        """Whether it cannot be held any longer."""
        return self.ceiling is not None and self.today >= self.ceiling


def held(contact: UUID, today: date) -> Held:
    """How a contact is held open; one query."""
    rows = ContactHold.objects.current().filter(contact=contact).order_by("happened", "recorded_at")
    return Held(tuple(rows), today)


def hold_clocks(children: Iterable[UUID]) -> list[Clock]:
    """One clock for each time a contact of these children was held: by when it is looked at again; three queries.

    News about a child we work with waits no more once somebody has taken it up.
    """
    people = list(children)
    rows = list(ContactHold.objects.current().about(people).order_by("happened", "recorded_at"))
    if not rows:
        return []
    taken_up = ContactTakenUp.objects.current().about(people).values_list("passed_on__contact_id", "happened")
    outcomes = ContactOutcome.objects.current().about(people).values_list("contact_id", "happened")
    settled: dict[UUID, date] = {}
    for contact, day in (*taken_up, *outcomes):
        settled[contact] = min(day, settled.get(contact, day))
    return [clock_of(hold, rows, settled.get(hold.contact_id)) for hold in rows]


def clock_of(hold: ContactHold, rows: list[ContactHold], decided: date | None) -> Clock:
    """By when one hold is looked at again: met by the next hold, or by the decision."""
    later = [each.happened for each in rows if each.contact_id == hold.contact_id and each.happened > hold.happened]
    ends = [*later, *([decided] if decided else [])]
    return Clock(
        rules.CONTACT_HOLD_REVIEW,
        child=hold.child_id,
        anchor=hold,
        start=hold.happened,
        stop=min(ends, default=None),
    )
