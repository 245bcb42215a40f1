"""How the list of decided contacts, and of what happened soon after, is kept equal to the facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sightline.foundation.kept import made_again
from sightline.practice.front_door import rules
from sightline.practice.front_door.models import (
    ConcernOfContact,
    Contact,
    ContactDecision,
    DecidedContact,
    DutyRung,
    Referral,
)
from sightline.practice.front_door.rules.afterwards import REPEATED_WITHIN

READ = (Contact, ContactDecision, ConcernOfContact, DutyRung, Referral)


def rows_of(children: list[UUID]) -> Iterator[DecidedContact]:
    """A row for each decision about a contact of these children."""
    began, came = days(Referral, "began", children), days(Contact, "happened", children)
    rings, concerns = rings_of(children), concerns_of(children)
    for decision in ContactDecision.objects.current().about(children).select_related("contact__received"):
        closes = decision.way in rules.CLOSING
        yield DecidedContact(
            decision_id=decision.pk,
            child_id=decision.child_id,
            contact_id=decision.contact_id,
            rung_at=max((each.happened_at for each in rings[decision.pk] if each.happened_at), default=None),
            has_it=any(each.answer == rules.RingAnswer.HAS_IT for each in rings[decision.pk]),
            received_at=decision.contact.happened_at,
            decided_on=decision.happened,
            decided_at=decision.happened_at,
            way=decision.way,
            contact_source=decision.contact.contact_source,
            issue=issue_of(decision, concerns[decision.contact_id]),
            closes=closes,
            limited=decision.on_limited_information,
            decided_by_id=decision.recorded_by_id,
            changed_on=first_after(began[decision.child_id], decision.happened) if closes else None,
            repeated_on=first_after(came[decision.child_id], decision.happened) if closes else None,
        )


def concerns_of(children: list[UUID]) -> dict[UUID, list[ConcernOfContact]]:
    """The concerns that were named in contacts about these children, by contact."""
    found: dict[UUID, list[ConcernOfContact]] = defaultdict(list)
    for concern in ConcernOfContact.objects.current().about(children):
        found[concern.contact_id].append(concern)
    return found


def issue_of(decision: ContactDecision, named: list[ConcernOfContact]) -> str:
    """What a contact was about when it was decided: of several concerns the one that stands first in the table of what
    we need to know; where none was named, of which kind the contact is."""
    order = list(rules.concerns())
    then = [each.concern for each in named if each.happened <= decision.happened]
    received = decision.contact.received
    first = min(then, key=lambda each: (order.index(each) if each in order else len(order), each), default="")
    return first or (received.kind if received else "")


def rings_of(children: list[UUID]) -> dict[UUID, list[DutyRung]]:
    """Who was rung about the decisions about these children, by decision."""
    found: dict[UUID, list[DutyRung]] = defaultdict(list)
    for ring in DutyRung.objects.current().about(children):
        found[ring.decision_id].append(ring)
    return found


def days(kind: Any, column: str, children: list[UUID]) -> dict[UUID, list[date]]:
    """The days on which something of a kind happened or began for each of these children, the first first."""
    found: dict[UUID, list[date]] = defaultdict(list)
    rows = kind.objects.current().about(children).order_by(column)
    for child, day in rows.values_list("child", column):
        found[child].append(day)
    return found


def first_after(known: list[date], day: date) -> date | None:
    """The first of these days after a day, as long as it still counts for anything."""
    last = day + timedelta(days=REPEATED_WITHIN)
    return next((each for each in known if day < each <= last), None)


refresh = made_again(DecidedContact, rows_of)
