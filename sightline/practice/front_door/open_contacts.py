"""How the list of contacts that nobody has decided yet is kept equal to the facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from sightline.foundation.facts import Source
from sightline.foundation.kept import made_again
from sightline.foundation.oversight.models import ManagersDecision, Reply
from sightline.foundation.oversight.rules import Answer
from sightline.practice.front_door.models import (
    AgencyCheck,
    CheckAnswer,
    Contact,
    ContactHold,
    ContactOutcome,
    ContactTakenUp,
    DecisionPutToManager,
    OpenContact,
)
from sightline.practice.front_door.rules import WaitsFor

READ = (
    *(Contact, ContactOutcome, ContactTakenUp, AgencyCheck, CheckAnswer, ContactHold, DecisionPutToManager),
    *(ManagersDecision, Reply),
)


def rows_of(children: list[UUID]) -> Iterator[OpenContact]:
    """A row for each contact about these children that stands, came to us, and is undecided."""
    decided = set(ContactOutcome.objects.current().about(children).values_list("contact_id", flat=True))
    taken_up = ContactTakenUp.objects.current().about(children).values_list("passed_on__contact_id", flat=True)
    decided |= set(taken_up)
    ours = Contact.objects.current().about(children).exclude(source=Source.IMPORT).select_related("received")
    waits = waits_of(children)
    for contact in (each for each in ours if each.pk not in decided):
        yield OpenContact(
            contact_id=contact.pk,
            child_id=contact.child_id,
            recorded_together=contact.entry_id,
            received_on=contact.happened,
            received_at=contact.happened_at,
            contact_source=contact.contact_source,
            **as_it_came(contact),
            **waits[contact.pk],
        )


def as_it_came(contact: Contact) -> dict[str, str]:
    """Of which kind a contact is, and whether the children were safe, where that was asked."""
    received = contact.received
    return {name: getattr(received, name) if received else "" for name in ("kind", "safe_now")}


def waits_of(children: list[UUID]) -> dict[UUID, dict[str, Any]]:
    """For what each contact about these children waits: an agency's answer and by when, and until when it is held."""
    found: dict[UUID, dict[str, Any]] = defaultdict(lambda: {"waits_for": []})
    for contact, due_at in sorted(asked_and_waiting(children), key=lambda each: each[1], reverse=True):
        found[contact] |= {"waits_for": [WaitsFor.ANSWER], "answer_due_at": due_at}
    for hold in ContactHold.objects.current().about(children).order_by("happened", "recorded_at"):
        found[hold.contact_id]["held_until"] = hold.until
    for waits in found.values():
        waits["waits_for"] += [WaitsFor.HOLD] if "held_until" in waits else []
    for contact, code in put_to_managers(children):
        found[contact]["waits_for"].append(code)
    return found


def put_to_managers(children: list[UUID]) -> list[tuple[UUID, WaitsFor]]:
    """The contacts of which a decision waits for a manager, or was sent back by one."""
    back = ManagersDecision.objects.current().filter(about_id=OuterRef("pk"), answer=Answer.SEND_BACK, reply=None)
    rows = DecisionPutToManager.objects.current().about(children).filter(ended=None).annotate(back=Exists(back))
    found = rows.values_list("contact_id", "back")
    return [(contact, WaitsFor.SENT_BACK if sent_back else WaitsFor.SIGNATURE) for contact, sent_back in found]


def asked_and_waiting(children: list[UUID]) -> list[tuple[UUID, datetime]]:
    """The contacts of checks that nobody has answered yet, with the moment by which somebody should."""
    answered = CheckAnswer.objects.current().about(children).values("asked")
    checks = AgencyCheck.objects.current().about(children).exclude(pk__in=answered)
    return list(checks.values_list("contact_id", "due_at"))


refresh = made_again(OpenContact, rows_of)
