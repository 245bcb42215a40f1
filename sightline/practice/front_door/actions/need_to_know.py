"""Naming the concerns of a contact, saying how far each item is known, and holding it open to find out more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.words import format_date
from sightline.foundation.door import Work, action
from sightline.foundation.facts import Acting
from sightline.foundation.standing import NotNow, fact_of, hold, refuse, refuse_before, refuse_without
from sightline.practice.front_door import queries, rules
from sightline.practice.front_door.models import (
    ConcernOfContact,
    Contact,
    ContactHold,
    ContactOutcome,
    ContactTakenUp,
    NeedToKnow,
)
from sightline.practice.front_door.rules import KnownState


@dataclass(frozen=True)
class ItemSaid:
    """What somebody says about one item of a concern."""

    concern: str
    item: str
    state: str
    what: str = ""
    known_from: str = ""


@action(permission=Permission.RECORD_PRACTICE, says="named the concerns of a contact")
def name_concerns(*, child_id: UUID, contact_id: UUID, on: date, concerns: Sequence[str], by: Acting) -> Work:
    """Name the kinds of concern that a contact is about; those named before stay as they are."""
    hold([child_id])
    contact = the_contact(child_id, contact_id, on)
    if set(concerns) - rules.concerns().keys():
        raise NotNow("Choose the concerns from the list.")
    named = {each.concern.key for each in queries.known_about(contact.pk)}
    made = [
        ConcernOfContact(child_id=child_id, contact=contact, happened=on, concern=concern)
        for concern in dict.fromkeys(concerns)
        if concern not in named
    ]
    if not made:
        raise NotNow("Name a concern that is not named yet.")
    yield from made
    return made[0]


@action(permission=Permission.RECORD_PRACTICE, says="recorded what is known about a contact")
def record_known(*, child_id: UUID, contact_id: UUID, on: date, said: Sequence[ItemSaid], by: Acting) -> Work:
    """Record how far items of the concerns of a contact are known; only what is new makes a row."""
    contact = the_contact(child_id, contact_id, on)
    made = words_about(contact, on, said)
    if not made:
        raise NotNow("Say something new about at least one item.")
    yield from made
    return made[0]


def words_about(contact: Contact, on: date, said: Sequence[ItemSaid]) -> list[NeedToKnow]:
    """A row for each item about which something new is said; raises NotNow where it is not whole."""
    before = {
        (known.item.concern, known.item.key): known for each in queries.known_about(contact.pk) for known in each.items
    }
    made = []
    for each in said:
        known = before.get((each.concern, each.item))
        if known is None:
            raise NotNow("This concern is not named for the contact any more. Look at what stands now.")
        refuse(wrong_with(each, essential=known.item.essential))
        if known.said is None or differs(known.said, each):
            made.append(NeedToKnow(child_id=contact.child_id, contact=contact, happened=on, **vars(each)))
    return made


def wrong_with(said: ItemSaid, *, essential: bool) -> str:
    """The sentence for a word about an item that is not whole; nothing where it is."""
    if said.state not in KnownState.values:
        return "Choose how far it is known from the list."
    if said.state == KnownState.KNOWN and not said.what.strip():
        return "Say what is known."
    if said.state == KnownState.NOT_NEEDED and essential and not said.what.strip():
        return "Say why this is not needed: it is one of the essential items."
    return ""


def differs(before: NeedToKnow, said: ItemSaid) -> bool:
    """Whether something else is said about an item than before."""
    return (before.state, before.what, before.known_from) != (said.state, said.what, said.known_from)


@action(permission=Permission.RECORD_PRACTICE, says="held a contact open")
def hold_contact(
    *, child_id: UUID, contact_id: UUID, on: date, safe_now: str, reasons: str, agreed_with: str = "", by: Acting
) -> Work:
    """Hold a contact open until the next working day because a manager says so; no clock stops for it.

    Whether the child is safe now is asked each time: nobody waits for information about a child who is not.
    """
    hold([child_id])
    contact = the_contact(child_id, contact_id, on)
    refuse(rules.wrong_with_waiting(safe_now))
    refuse_without(reasons, asks="Say what is still to be found out, and why it can wait.")
    if not by.system and not may(by.role, Permission.OVERSEE):
        refuse_without(agreed_with, asks="Say which manager agreed to keep it open.")
    if ContactOutcome.objects.current().filter(contact=contact).exists():
        raise NotNow("This contact is decided.")
    if ContactTakenUp.objects.current().filter(passed_on__contact=contact).exists():
        raise NotNow("Somebody took this contact up. Look at what they did.")
    refuse(no_longer_held(queries.held(contact.pk, on), on))
    first = queries.held(contact.pk, on).holds[:1]
    until = rules.held_until(on, first[0].happened if first else on)
    made = ContactHold(
        child_id=child_id,
        contact=contact,
        happened=on,
        until=until,
        safe_now=safe_now,
        reasons=reasons,
        agreed_with=agreed_with,
    )
    yield made
    return made


def no_longer_held(held: queries.Held, on: date) -> str:
    """Why a contact cannot be held on a day; nothing where it can."""
    if held.is_at_ceiling:
        return rules.AT_THE_CEILING
    if held.newest and held.newest.happened >= on:
        return f"It is held open until {format_date(held.newest.until)}, and looked at again then."
    return ""


def the_contact(child_id: UUID, contact_id: UUID, on: date) -> Contact:
    """A contact that stands, for something that happens not before it came."""
    contact = fact_of(Contact, contact_id, child_id)
    refuse_before(on, contact.happened, what="The contact came")
    return contact
