"""Who is rung, in which order, and who is told of a contact about a child with whom work goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.oversight.rules.ladder import LEVELS
from sightline.foundation.workforce import queries as workforce
from sightline.foundation.workforce.models import Duty, Post
from sightline.foundation.workforce.queries.people import held_on
from sightline.foundation.workforce.rules import InvolvementKind, Role
from sightline.practice.front_door.rules import Told


@dataclass(frozen=True)
class ToRing:
    """Somebody to ring, under which number, and in which role."""

    practitioner: UUID
    name: str
    telephone: str
    role: str  # empty for somebody on duty


def line_to_ring(team: UUID | None, by: UUID | None, now: datetime) -> list[ToRing]:
    """Whom to ring, the first first: managers on duty, then others on duty, then one's manager, then others."""
    posts = {post.practitioner_id: post for post in posts_on(team, now)}
    own = posts.get(by) if by else None
    managers = [post for post in posts.values() if post.role in LEVELS]
    here = [post for post in managers if post.team_id == team or (own and post.team_id == own.team.within_id)]
    ranked = [
        *(post for post in managers if post.on_duty),  # type: ignore[attr-defined]
        *(post for post in posts.values() if post.on_duty),  # type: ignore[attr-defined]
        *([posts[own.manager_id]] if own and own.manager_id in posts else []),
        *here,
        *sorted(managers, key=lambda post: LEVELS.index(Role(post.role))),
    ]
    found = {post.practitioner_id: to_ring(post) for post in ranked if post.practitioner_id != by}
    return list(found.values())[:5]


def posts_on(team: UUID | None, now: datetime) -> list[Post]:
    """Everybody's post today, with their team, and whether they are on duty for a team or for what it stands in."""
    shifts = Duty.objects.current().filter(
        Q(team=team) | Q(team__parts=team), ended=None, began_at__lte=now, until__gt=now
    )
    on_duty = Exists(shifts.filter(practitioner=OuterRef("practitioner")))
    rows = Post.objects.current().filter(held_on(london_today(now))).annotate(on_duty=on_duty)
    return list(rows.select_related("practitioner", "team").order_by("began", "id"))


def to_ring(post: Any) -> ToRing:
    """Somebody with their number, or that of their team."""
    return ToRing(
        practitioner=post.practitioner_id,
        name=post.practitioner.name,
        telephone=post.practitioner.telephone or post.team.telephone,
        role="" if post.on_duty else post.role,
    )


def told_today(child: UUID, by: UUID | None, now: datetime) -> list[tuple[UUID, Told]]:
    """Who is told of news about a child with whom work goes on: worker, manager and duty; nobody where none does.

    Whoever is away is answered for by their cover. Whoever records the news need not be told.
    """
    involved = list(workforce.involvements_of([child]))
    worker = next((each for each in involved if each.kind == InvolvementKind.ALLOCATED_WORKER), None)
    team = next((each for each in involved if each.kind == InvolvementKind.HOLDING_TEAM), None)
    found: list[tuple[UUID, Told]] = []
    if worker and worker.practitioner_id:
        found += [(each, Told.WORKER) for each in workforce.answers_for(worker.practitioner_id, now)]
        post = workforce.open_post(worker.practitioner_id)
        if post and post.manager_id:
            found += [(each, Told.MANAGER) for each in workforce.answers_for(post.manager_id, now)]
    if team and team.team_id:
        found += [(shift.practitioner_id, Told.DUTY) for shift in workforce.on_duty(team.team_id, now)]
    return once(found, by)


def once(found: Sequence[tuple[UUID, Told]], by: UUID | None) -> list[tuple[UUID, Told]]:
    """Each person once, as the first they are named as."""
    first: dict[UUID, Told] = {}
    for person, as_what in found:
        if person != by:
            first.setdefault(person, as_what)
    return list(first.items())
