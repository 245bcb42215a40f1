"""The page of contacts and referrals, and what a contact or a referral is called where something is recorded of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sightline.foundation.calendar.words import format_date
from sightline.foundation.code_sets.fields import label_of
from sightline.foundation.recording.presenters import AreaShown, area_shown, link, since
from sightline.practice.front_door import queries
from sightline.practice.front_door.presenters import letters
from sightline.ui.components import EmptyState, Link

TITLE = "Contacts and referrals"
NOTHING = EmptyState("No contact yet", "When somebody gets in touch about the child, record the contact here first.")


def overview(child: UUID, today: date, *, records: bool) -> AreaShown:
    """What is open at the front door, what is due, and everything recorded there."""
    stands = queries.referral_that_stands(child)
    is_open = stands is not None and stands.referral.ended is None
    rows = []
    if stands and is_open:
        rows = [("Referral", since(stands.referral)), ("Main need", label_of(stands.referral, "primary_need"))]
    links = links_to_record(child, stands) if records else ()
    return area_shown("Front door", child, today, title=TITLE, links=links, rows=rows, empty=NOTHING)


def links_to_record(child: UUID, stands: queries.ReferralStands | None) -> Iterator[Link]:
    """What can be recorded from here; what waits for a decision stands first."""
    is_open = stands is not None and stands.referral.ended is None
    for contact in queries.undecided_contacts(child):
        words = f"Decide about the contact of {format_date(contact.happened)}"
        yield link(words, "front_door:contact_page", child, contact.pk)
        known = f"What we need to know about the contact of {format_date(contact.happened)}"
        yield link(known, "front_door:known", child, contact.pk)
    if stands and is_open and not stands.decided:
        yield link("Decide about the referral", "front_door:decide_referral", child, stands.referral.pk)
    if stands and not stands.told:
        yield link("Record what the referrer was told", "front_door:tell_referrer", child, stands.referral.pk)
    yield from letters.links(child, queries.contacts_of(child))
    yield link("Record a contact", "front_door:contact", child)
    if not is_open:
        yield link("Record a referral", "front_door:referral", child)
    else:
        yield link("Close the referral", "front_door:close", child)


def contact_words(child: UUID, key: UUID) -> str:
    """What a contact about a child is called; nothing where there is no such contact."""
    found = next((each for each in queries.contacts_of(child) if each.pk == key), None)
    return f"Contact of {format_date(found.happened)}" if found else ""


def referral_words(child: UUID, key: UUID) -> str:
    """What the newest referral of a child is called; nothing where this is another."""
    stands = queries.referral_that_stands(child)
    return f"Referral of {format_date(stands.referral.began)}" if stands and stands.referral.pk == key else ""
