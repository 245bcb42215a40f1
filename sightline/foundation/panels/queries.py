"""Named questions about panels: what waits, what sits when, and one referral whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from sightline.foundation.access.queries import Reach
from sightline.foundation.documents.models import StoredFile
from sightline.foundation.oversight.models import Direction, DirectionAnswer
from sightline.foundation.panels.models import (
    Booking,
    PanelCase,
    PanelDecision,
    PanelReferral,
    Recommendation,
    Sitting,
)
from sightline.foundation.workforce.models import Involvement


@dataclass(frozen=True)
class WholeReferral:
    """One referral with what was asked, when it is heard, what was recommended and decided, and the steps."""

    referral: PanelReferral
    case: PanelCase | None
    booking: Booking | None
    recommendations: list[Recommendation] = field(default_factory=list)
    decisions: list[PanelDecision] = field(default_factory=list)
    directions: list[Direction] = field(default_factory=list)
    last_answers: dict[UUID, DirectionAnswer] = field(default_factory=dict)

    @property
    def to_decide(self) -> Recommendation | None:
        """The last recommendation that nobody has decided on."""
        decided = {each.recommendation_id for each in self.decisions}
        return next((each for each in self.recommendations if each.pk not in decided), None)


def referrals_about(child: UUID) -> list[WholeReferral]:
    """The referrals about a child, newest first, without their steps; four queries for any number."""
    found = PanelReferral.objects.current().filter(child=child).select_related("recorded_by", "case")
    rows: list[PanelReferral] = list(found.order_by("-happened", "-recorded_at"))
    return wholes(child, rows, steps=False)


def referral_of(child: UUID, key: UUID) -> WholeReferral | None:
    """One referral about a child that stands."""
    found = PanelReferral.objects.current().filter(child=child, pk=key).select_related("recorded_by", "case")
    return next(iter(wholes(child, list(found))), None)


def wholes(child: UUID, rows: list[PanelReferral], *, steps: bool = True) -> list[WholeReferral]:
    """These referrals with everything that belongs to them."""
    keys = [row.pk for row in rows]
    bookings = Booking.objects.current().filter(referral__in=keys).select_related("sitting").order_by("recorded_at")
    booked = {each.referral_id: each for each in bookings}
    said = Recommendation.objects.current().filter(referral__in=keys).select_related("recorded_by")
    recommended = list(said.order_by("-happened", "-recorded_at"))
    made = PanelDecision.objects.current().filter(referral__in=keys).select_related("recorded_by", "decision")
    decided = list(made.order_by("-happened", "-recorded_at"))
    entries = {each.entry_id for each in decided} if steps else set()
    given = Direction.objects.current().filter(child=child, entry_id__in=entries).select_related("owner")
    directions = list(given.order_by("by_when", "id")) if entries else []
    answers = DirectionAnswer.objects.current().filter(direction__in=[each.pk for each in directions])
    last = {each.direction_id: each for each in answers.order_by("recorded_at")} if directions else {}
    return [
        WholeReferral(
            row,
            getattr(row, "case", None),
            booked.get(row.pk),
            [each for each in recommended if each.referral_id == row.pk],
            [each for each in decided if each.referral_id == row.pk],
            [step for step in directions if step.entry_id in {d.entry_id for d in decided if d.referral_id == row.pk}],
            last,
        )
        for row in rows
    ]


def sitting(key: UUID) -> Sitting | None:
    """A sitting of a panel that stands."""
    found: Sitting | None = Sitting.objects.current().filter(pk=key).select_related("recorded_by").first()
    return found


def sittings(today: date, panel: str = "") -> list[Sitting]:
    """The sittings from today on, the next one first; of one panel where it is named."""
    found = Sitting.objects.current().filter(happened__gte=today)
    return list((found.filter(panel=panel) if panel else found).order_by("happened", "id"))


def in_reach(reach: Reach) -> QuerySet[Any]:
    """The children this practitioner may see in a list."""
    theirs: QuerySet[Any] = Involvement.objects.current().filter(reach.involvements(), ended=None).values("child")
    return theirs


def agenda(key: UUID, reach: Reach) -> list[Booking]:
    """What is heard at a sitting, of children within reach, the urgent first."""
    newer = Booking.objects.current().filter(referral=OuterRef("referral"), recorded_at__gt=OuterRef("recorded_at"))
    found = Booking.objects.current().filter(~Exists(newer), sitting=key, child__in=in_reach(reach))
    rows = found.select_related("child__person", "referral")
    return sorted(rows, key=lambda each: (not each.referral.urgent, each.referral.happened, str(each.pk)))


def waiting(reach: Reach) -> list[PanelReferral]:
    """The referrals within reach that no sitting hears yet, the oldest first."""
    booked = Booking.objects.current().filter(referral=OuterRef("pk"))
    found = PanelReferral.objects.current().filter(~Exists(booked), child__in=in_reach(reach))
    return list(found.select_related("child__person").order_by("-urgent", "happened", "id"))


def papers_of(child: UUID, keys: Iterable[UUID] | None = None) -> list[StoredFile]:
    """The files of a record, the newest first, or those of them that a panel was given."""
    found = StoredFile.objects.current().filter(person=child)
    rows = found if keys is None else found.filter(pk__in=list(keys))
    return list(rows.order_by("-happened", "-recorded_at")[:20])
