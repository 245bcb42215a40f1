"""Recording a contact, and what was decided about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.code_sets.refusals import refuse_unless_code
from sightline.foundation.door import Work, action
from sightline.foundation.facts import Acting
from sightline.foundation.moments import when_happened
from sightline.foundation.standing import fact_of, refuse_before
from sightline.practice.front_door.actions.holding import holding_ends
from sightline.practice.front_door.actions.outcomes import refuse_outcomes
from sightline.practice.front_door.actions.putting import overtaken
from sightline.practice.front_door.models import Contact, ContactOutcome

WHO_IN_TOUCH = "who got in touch"


@action(permission=Permission.RECORD_PRACTICE, says="recorded a contact")
def record_contact(
    *,
    child_id: UUID,
    received_on: date,
    contact_source: str,
    source_description: str = "",
    what_about: str = "",
    received_at: datetime | None = None,
    by: Acting,
) -> Work:
    """Record that somebody got in touch about a child, on the day they did and not when it was opened."""
    refuse_unless_code("cin-referral-source", contact_source, received_on, called=WHO_IN_TOUCH)
    contact = Contact(
        child_id=child_id,
        **when_happened(received_on, received_at),
        contact_source=contact_source,
        source_description=source_description,
        what_about=what_about,
    )
    yield contact
    return contact


@action(permission=Permission.RECORD_PRACTICE, says="decided about a contact")
def decide_contact(
    *, child_id: UUID, contact_id: UUID, on: date, outcomes: Sequence[str], reasons: str, by: Acting
) -> Work:
    """Record what was decided about a contact, and why."""
    contact = fact_of(Contact, contact_id, child_id)
    refuse_before(on, contact.happened, what="The contact came")
    refuse_outcomes("ssd-contact-outcome", outcomes, on, reasons)
    made = [
        ContactOutcome(child_id=child_id, contact=contact, happened=on, outcome=outcome, reasons=reasons)
        for outcome in outcomes
    ]
    yield from made
    yield from overtaken([contact_id], on)
    yield from holding_ends(child_id, on, [contact_id])
    return made[0]
