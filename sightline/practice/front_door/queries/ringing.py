"""Strategy discussions that were asked for, and that nobody who was rung has yet."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from sightline.foundation.access.queries import Reach
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce.models import Post
from sightline.foundation.workforce.queries.people import held_on
from sightline.practice.front_door.models import DecidedContact
from sightline.practice.front_door.rules import RING_AGAIN_AFTER, STILL_RINGS, Way


def nobody_has_it(now: datetime) -> QuerySet[Any]:
    """What nobody has yet, since when somebody is waited for, the longest first; what is long past rings no more."""
    asked_for = DecidedContact.objects.filter(
        way=Way.STRATEGY_DISCUSSION, has_it=False, decided_at__gt=now - timedelta(hours=STILL_RINGS)
    )
    waited = asked_for.annotate(since=Coalesce("rung_at", "decided_at"), rung=F("rung_at"))
    return waited.select_related("child__person").order_by("since", "decision_id")


def rings_for(reach: Reach, by: UUID | None, now: datetime) -> QuerySet[Any]:
    """What somebody asked for; and after ten minutes without an answer what is next theirs: as manager, or on duty."""
    teams = {*reach.teams_managed, *reach.on_duty}
    colleagues = Post.objects.current().filter(held_on(london_today(now)), team__in=teams).values("practitioner")
    next_in_line = Q(decided_by__in=colleagues) | Q(decided_by__in=list(reach.reports))
    late = Q(since__lte=now - timedelta(minutes=RING_AGAIN_AFTER))
    return nobody_has_it(now).filter(Q(decided_by=by) | (late & next_in_line))
