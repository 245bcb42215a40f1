"""Where decision-makers draw the line for an assessment (AS4), and the decisions that this is reckoned from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from sightline.practice.front_door.models import DecidedContact
from sightline.practice.front_door.rules.threshold_spread import (
    TO_ASSESSMENT,
    Decision,
    ThresholdSpread,
    threshold_spread,
)


@dataclass(frozen=True)
class Threshold:
    """How far decision-makers lie apart, and their names, which only some may read."""

    spread: ThresholdSpread
    names: dict[UUID, str]


def threshold(since: date, until: date) -> Threshold:
    """The spread of the decisions of some time, in the whole authority; one question."""
    return threshold_among(decided(since, until).select_related("decided_by"))


def threshold_among(rows: Iterable[DecidedContact]) -> Threshold:
    """The spread of some decisions; one of nobody in particular, as of an import, compares nobody."""
    made = [(row.decided_by, row) for row in rows if row.decided_by]
    decisions = [Decision(maker.pk, kind_of(row), row.way in TO_ASSESSMENT) for maker, row in made]
    return Threshold(threshold_spread(decisions), {maker.pk: maker.name for maker, _ in made})


def kind_of(row: DecidedContact) -> tuple[str, str]:
    """What is allowed for: from which sort of source a contact came, by the number in its code, and what it was about.

    The letters of the national codes tell a health visitor from a school nurse; so fine, hardly any two contacts
    would be of one kind.
    """
    return row.contact_source.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), row.issue


def decided(since: date, until: date) -> QuerySet[DecidedContact]:
    """The decisions of some time."""
    return DecidedContact.objects.filter(decided_on__gte=since, decided_on__lte=until)


def decided_by(makers: Iterable[UUID], since: date, until: date) -> QuerySet[DecidedContact]:
    """The decisions that some made, each with its day and whether it led to an assessment."""
    rows = decided(since, until).filter(decided_by__in=list(makers))
    return rows.annotate(on=F("decided_on"), counted=Q(way__in=TO_ASSESSMENT))
