"""Where decision-makers draw the line for an assessment (AS4), and the decisions that this is reckoned from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from sightline.practice.front_door.models import DecidedContact
from sightline.practice.front_door.rules.threshold_spread import (
    TO_ASSESSMENT,
    Decided,
    ThresholdSpread,
    threshold_spread,
)

SENT = Q(way__in=TO_ASSESSMENT)


@dataclass(frozen=True)
class Threshold:
    """How far decision-makers lie apart, and their names, which only some may read."""

    spread: ThresholdSpread
    names: dict[UUID, str]


def threshold(since: date, until: date) -> Threshold:
    """The spread of the decisions of some time, in the whole authority; one question.

    A decision of nobody in particular, as of an import, compares nobody.
    """
    rows = (
        decided(since, until)
        .exclude(decided_by=None)
        .values("decided_by", "decided_by__name", "contact_source", "issue")
        .annotate(number=Count("pk"), sent=Count("pk", filter=SENT))
        .order_by()
    )
    made = [
        Decided(row["decided_by"], kind_of(row["contact_source"], row["issue"]), row["number"], row["sent"])
        for row in rows
    ]
    return Threshold(threshold_spread(made), {row["decided_by"]: row["decided_by__name"] for row in rows})


def kind_of(source: str, issue: str) -> tuple[str, str]:
    """What is allowed for: from which sort of source a contact came, by the number in its code, and what it was about.

    The letters of the national codes tell a health visitor from a school nurse; so fine, hardly any two contacts
    would be of one kind.
    """
    return source.rstrip(ascii_uppercase), issue


def decided(since: date, until: date) -> QuerySet[DecidedContact]:
    """The decisions of some time."""
    return DecidedContact.objects.filter(decided_on__gte=since, decided_on__lte=until)


def decided_by(makers: Iterable[UUID], since: date, until: date) -> QuerySet[DecidedContact]:
    """The decisions that some made, each with its day and whether it led to an assessment."""
    rows = decided(since, until).filter(decided_by__in=list(makers))
    return rows.annotate(on=F("decided_on"), counted=SENT)
