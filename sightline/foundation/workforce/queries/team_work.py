"""What a team holds: who waits, and who works with whom."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sightline.foundation.children.models import Person
from sightline.foundation.workforce.models import Cover, Duty, Involvement, Post, Team
from sightline.foundation.workforce.queries.cover import covers, on_duty
from sightline.foundation.workforce.queries.people import with_posts
from sightline.foundation.workforce.queries.teams import team
from sightline.foundation.workforce.rules import InvolvementKind


@dataclass(frozen=True)
class HeldChild:
    """One child whom a team holds, and the worker, if there is one."""

    person: Person
    held: Involvement
    worker: Involvement | None


@dataclass(frozen=True)
class TeamWork:
    """A team's page: its people, who is away, who is on duty, and the children."""

    team: Team
    posts: list[Post]
    away: dict[UUID, Cover]
    on_duty: list[Duty]
    children: list[HeldChild]


def team_work(team_id: UUID, now: datetime, today: date) -> TeamWork:
    """Everything that a team's page shows; children behind a wall are not among them."""
    away = covers(today).filter(began__lte=today)
    return TeamWork(
        team=team(team_id),
        posts=[post for post in with_posts(today) if post.team_id == team_id],
        away={each.practitioner_id: each for each in away},
        on_duty=list(on_duty(team_id, now)),
        children=held_by([team_id]),
    )


def held_by(teams: list[UUID]) -> list[HeldChild]:
    """The children whom these teams hold, those who wait longest first."""
    current = Involvement.objects.current().filter(ended=None)
    held = current.filter(team__in=teams, kind=InvolvementKind.HOLDING_TEAM).select_related("child__person")
    holding = list(held.order_by("began", "id"))
    working = current.filter(
        child__in=[each.child_id for each in holding], kind=InvolvementKind.ALLOCATED_WORKER
    ).select_related("practitioner")
    workers = {each.child_id: each for each in working}
    return [HeldChild(each.child.person, each, workers.get(each.child_id)) for each in holding]
