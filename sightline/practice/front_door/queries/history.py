"""One contact whole, and what came before it about the child, and about brothers and sisters, as it stood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import JSONObject

from sightline.foundation.documents.models import Passage
from sightline.foundation.documents.queries.passages import passages_for_occasion
from sightline.practice.front_door.models import (
    Contact,
    ContactDecision,
    ContactOutcome,
    ContactPassedOn,
    ContactReferrer,
    ContactTakenUp,
    DecisionPutToManager,
    DutyRung,
    ReceivedContact,
    Referral,
)
from sightline.practice.front_door.rules import IS_REPEAT_WITHIN, RingAnswer, Way


@dataclass(frozen=True)
class Whole:
    """A contact about one child with everything that belongs to it."""

    contact: Contact
    received: ReceivedContact | None
    referrer: Mapping[str, Any] | None  # what is known of whoever got in touch, by name
    passages: Sequence[Passage]
    decision: ContactDecision | None
    is_decided: bool  # also where it is only known how it was counted
    rings: Sequence[DutyRung]
    passed_on: Sequence[Mapping[str, Any]]  # who was told, by name, as what, and what they did with it
    put: DecisionPutToManager | None = None  # what waits for a manager

    @property
    def together(self) -> list[UUID]:
        """The other children of the same contact."""
        return [key for key in self.received.children if key != self.contact.child_id] if self.received else []

    @property
    def has_it(self) -> bool:
        """Whether somebody who was rung has it."""
        return any(each.answer == RingAnswer.HAS_IT for each in self.rings)


def whole(child: UUID, key: UUID, *, with_rings: bool = True) -> Whole | None:
    """A contact about a child that stands, or the last that stood; at most five queries, one fewer without rings."""
    counted = Exists(ContactOutcome.objects.current().filter(contact=OuterRef("pk")))
    done = ContactTakenUp.objects.current().filter(passed_on=OuterRef("pk")).values("what")[:1]
    passed_on = ContactPassedOn.objects.current().filter(contact=OuterRef("pk")).order_by("recorded_at", "pk")
    told = ArraySubquery(passed_on.values(said=JSONObject(name="owner__name", as_what="as_what", done=Subquery(done))))
    named = ContactReferrer.objects.current().filter(child=child, received=OuterRef("received"))
    said = JSONObject(**{name: name for name in ("name", "role", "organisation", "telephone", "email", "public")})
    rows = Contact.objects.about([child]).filter(pk=key)
    put = Exists(DecisionPutToManager.objects.current().filter(contact=OuterRef("pk"), ended=None))
    rows = rows.annotate(counted=counted, told=told, put=put, referrer=Subquery(named.values(said=said)[:1]))
    contact = rows.select_related("received", "recorded_by").first()
    if contact is None:
        return None
    received, passages = contact.received, []
    if received is not None:
        passages = [each for each in passages_for_occasion(received._meta.label, received.pk) if child in each.about]
    decisions = ContactDecision.objects.current().filter(contact=contact).select_related("recorded_by")
    decision = decisions.first() if contact.counted else None
    urgent = with_rings and decision is not None and decision.way == Way.STRATEGY_DISCUSSION
    rings = DutyRung.objects.current().filter(decision=decision).select_related("rung") if urgent else []
    return Whole(
        contact=contact,
        received=received,
        referrer=contact.referrer,
        passages=passages,
        decision=decision,
        is_decided=contact.counted,
        rings=sorted(rings, key=lambda each: each.recorded_at),
        passed_on=contact.told,
        put=put_about(contact.pk) if contact.put and not contact.counted else None,
    )


def put_about(contact: UUID) -> DecisionPutToManager | None:
    """What was put to a manager about a contact, and is neither signed nor overtaken."""
    rows = DecisionPutToManager.objects.current().filter(contact=contact, ended=None)
    found: DecisionPutToManager | None = rows.select_related("recorded_by").first()
    return found


@dataclass(frozen=True)
class Earlier:
    """A contact or a referral before this one, how it ended, and about whom it was."""

    fact: Any
    ended: tuple[str, ...] = field(default_factory=tuple)  # codes of the shared dataset
    way: str = ""  # as the decision says it, where there is one
    limited: bool = False


def earlier(people: Iterable[UUID], contact: Contact, moment: datetime | None) -> list[Earlier]:
    """What came about these people before a contact, the latest first, as known at a moment; two queries."""
    keys = list(people)
    outcomes = ContactOutcome.objects.standing(moment).filter(contact=OuterRef("pk")).order_by("outcome")
    decisions = ContactDecision.objects.standing(moment).filter(contact=OuterRef("pk"))
    before = Contact.objects.standing(moment).about(keys).filter(happened__lte=contact.happened).exclude(pk=contact.pk)
    if contact.received_id:
        before = before.exclude(received=contact.received_id)
    before = before.annotate(
        counted=ArraySubquery(outcomes.values("outcome")),
        way=Subquery(decisions.values("way")[:1]),
        limited=Subquery(decisions.values("on_limited_information")[:1]),
    )
    found = [Earlier(each, tuple(each.counted), each.way or "", bool(each.limited)) for each in before]
    referrals = Referral.objects.standing(moment).about(keys).filter(began__lte=contact.happened)
    found += [Earlier(each) for each in referrals.exclude(contact=contact)]
    return sorted(found, key=lambda each: (day_of(each.fact), each.fact.pk), reverse=True)


def day_of(fact: Any) -> date:
    """The day on which a contact or a referral came."""
    return getattr(fact, "happened", None) or fact.began  # type: ignore[no-any-return]


def repeats(found: Sequence[Earlier], contact: Contact) -> int:
    """How many contacts about the same child came in the year before."""
    since = contact.happened - timedelta(days=IS_REPEAT_WITHIN)
    own = [each.fact for each in found if isinstance(each.fact, Contact) and each.fact.child_id == contact.child_id]
    return sum(since <= each.happened for each in own)


def contact_of(child: UUID, key: UUID) -> Contact | None:
    """A contact about a child that stands, with the occasion it belongs to."""
    found: Contact | None = Contact.objects.current().about([child]).filter(pk=key).select_related("received").first()
    return found


def undecided_together(contact: Contact, children: Iterable[UUID]) -> dict[UUID, UUID]:
    """For each of these children the contact of the same occasion, where nothing was decided about it yet."""
    counted = ContactOutcome.objects.current().filter(contact=OuterRef("pk"))
    rows = Contact.objects.current().about(children).filter(~Exists(counted))
    same = rows.filter(received=contact.received_id) if contact.received_id else rows.filter(pk=contact.pk)
    return dict(same.values_list("child_id", "pk"))


def asked_for(child: UUID) -> list[ContactDecision]:
    """The strategy discussions that the front door asked for about a child, the latest first."""
    rows = ContactDecision.objects.current().about([child]).filter(way=Way.STRATEGY_DISCUSSION)
    return list(rows.select_related("contact", "recorded_by").order_by("-happened", "-recorded_at"))
