"""Decisions that wait for a manager because something essential is not known: putting one, and when it is overtaken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from uuid import UUID

from django.utils import timezone

from sightline.foundation.door import Yielded, ends
from sightline.foundation.facts import Acting
from sightline.foundation.oversight.queries import signer_of
from sightline.foundation.oversight.rules import ladder, may_sign
from sightline.practice.front_door.models import Contact, DecisionPutToManager
from sightline.practice.front_door.rules import LIMITED_INFORMATION, Decided

SAID = ("reasons", "meaning", "what_we_checked", "what_we_found", "why_we_stop")


def put_to_manager(
    contact: Contact, said: Decided, on: date, rested_on: Sequence[UUID], gaps: Sequence[str], by: Acting
) -> DecisionPutToManager:
    """What somebody would decide, with what is not known, as a manager is asked to sign it."""
    return DecisionPutToManager(
        child_id=contact.child_id,
        contact=contact,
        began=on,
        way=said.way,
        not_known=list(gaps),
        known_at=by.recorded_at or timezone.now(),
        rested_on=list(rested_on),
        **{name: getattr(said, name) for name in SAID},
    )


def signs(by: Acting) -> bool:
    """Whether whoever decides may sign it themselves; somebody of whom the demonstration tells is that person."""
    return by.practitioner_id is None or may_sign(ladder()[LIMITED_INFORMATION], signer_of(by))


def overtaken(contacts: Iterable[UUID], on: date) -> Iterator[Yielded]:
    """The end of what waits for a manager about these contacts: something else is decided, or put."""
    for put in DecisionPutToManager.objects.current().filter(contact__in=list(contacts), ended=None):
        yield ends(put, on=max(on, put.began), overtaken=True)
