"""Questions about teams."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import QuerySet

from sightline.foundation.workforce.models import Involvement, Post, Team
from sightline.foundation.workforce.rules import InvolvementKind


def team(team_id: UUID) -> Team:
    """One team; raises Team.DoesNotExist."""
    return Team.objects.select_related("within").get(pk=team_id)


def teams() -> QuerySet[Team]:
    """Every team that is not closed, by name."""
    return Team.objects.filter(closed_on=None).order_by("name")


def teams_in_order() -> list[tuple[int, Team]]:
    """Every open team with its depth, each service before its teams, as a page lists them."""
    everything = list(teams())
    inside: dict[UUID | None, list[Team]] = {}
    known = {each.pk for each in everything}
    for each in everything:
        inside.setdefault(each.within_id if each.within_id in known else None, []).append(each)

    def below(parent: UUID | None, depth: int) -> Iterator[tuple[int, Team]]:
        for each in inside.get(parent, []):
            yield depth, each
            yield from below(each.pk, depth + 1)

    return list(below(None, 0))


def has_open_work(team_id: UUID) -> bool:
    """Whether anybody works in a team, any team stands in it, or it holds a child."""
    holds = Involvement.objects.current().filter(team=team_id, kind=InvolvementKind.HOLDING_TEAM, ended=None)
    posts = Post.objects.current().filter(team=team_id, ended=None)
    return holds.exists() or posts.exists() or teams().filter(within=team_id).exists()
