"""Whose work is a practitioner's work today, and which records that gives them a reason to open."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from sightline.foundation.access.rules import MANAGER_LINE
from sightline.foundation.asked_often import asked_often
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.facts import Acting
from sightline.foundation.workforce.models import Involvement, Post, Team

STANDS = "superseded_at IS NULL AND NOT contested AND ended IS NULL"
REACHED = f"""
    SELECT 'covered', practitioner_id, NULL::uuid FROM workforce_cover
     WHERE covered_by_id = %(me)s AND began <= %(today)s AND until >= %(today)s AND {STANDS}
    UNION ALL
    SELECT 'desk', team_id, NULL FROM workforce_duty
     WHERE practitioner_id = %(me)s AND began_at <= %(now)s AND until >= %(now)s AND {STANDS}
    UNION ALL
    SELECT 'reports', practitioner_id, NULL FROM workforce_post
     WHERE manager_id = %(me)s AND began <= %(today)s AND (ended IS NULL OR ended >= %(today)s)
       AND superseded_at IS NULL AND NOT contested
    UNION ALL
    SELECT 'team', id, within_id FROM workforce_team
"""  # noqa: S608 (two fixed texts)


@dataclass(frozen=True)
class Reach:
    """Whose work is this practitioner's work today: their own, their team's, and that of those they cover or manage."""

    practitioner: UUID
    covered: frozenset[UUID]
    reports: frozenset[UUID]
    own_team: UUID | None
    teams_below: frozenset[UUID]
    teams_managed: frozenset[UUID]  # of those below: all, for whoever is in the manager line; else none
    on_duty: frozenset[UUID]
    in_manager_line: bool

    def involvements(self) -> Q:
        """The involvements that give this practitioner a relationship with a child."""
        whose = self.whose()
        return Q(practitioner__in=whose["people"]) | Q(kind="holding_team", team__in=whose["teams"])

    def whose(self) -> dict[str, list[UUID]]:
        """The people and the teams whose work is this practitioner's work."""
        teams = {self.own_team} | self.teams_managed | self.on_duty
        people = {self.practitioner} | self.covered | self.reports
        return {"people": list(people), "teams": [team for team in teams if team]}

    def managed(self) -> list[UUID]:
        """The teams whose manager this practitioner is: those in their line, and in the manager line also their own."""
        own = {self.own_team} if self.in_manager_line else set()
        return [team for team in own | self.teams_managed if team]

    def basis(self, involvement: Involvement) -> str:
        """In words, why this involvement is a reason to open the record."""
        kind = involvement.get_kind_display()
        if involvement.practitioner_id == self.practitioner:
            return kind
        if involvement.practitioner_id in self.covered:
            return f"Covering: {kind}"
        if involvement.practitioner_id in self.reports:
            return f"Manager of: {kind}"
        if involvement.team_id == self.own_team:
            return "In the team that holds the child"
        if involvement.team_id in self.on_duty:
            return "On duty for the team that holds the child"
        return "Manager line of the team that holds the child"


def reach(by: Acting, now: datetime | None = None) -> Reach:
    """The reach of a practitioner at a moment, in one question."""
    now = now or timezone.now()
    assert by.practitioner_id is not None
    found: dict[str, set[UUID]] = defaultdict(set)
    parents: dict[UUID, UUID | None] = {}
    with connection.cursor() as cursor:
        cursor.execute(REACHED, {"me": by.practitioner_id, "now": now, "today": london_today(now)})
        for kind, key, within in cursor.fetchall():
            found[kind].add(key)
            if kind == "team":
                parents[key] = within
    below = frozenset(inside({by.team_id}, parents))
    return Reach(
        practitioner=by.practitioner_id,
        covered=frozenset(found["covered"]),
        reports=frozenset(found["reports"]),
        own_team=by.team_id,
        teams_below=below,
        teams_managed=below if by.role in MANAGER_LINE else frozenset(),
        on_duty=frozenset(found["desk"] | inside(found["desk"], parents)),
        in_manager_line=by.role in MANAGER_LINE,
    )


def teams_below(teams: Iterable[UUID | None]) -> set[UUID]:
    """The teams inside these services, or inside the whole authority."""
    outer = {team for team in teams if team}
    return inside(outer, dict(Team.objects.values_list("id", "within_id"))) if outer else set()


def inside(teams: Iterable[UUID | None], parents: Mapping[UUID, UUID | None]) -> set[UUID]:
    """The teams inside these, at any depth, where `parents` says what each team is within."""
    frontier, below = {team for team in teams if team}, set[UUID]()
    while frontier:
        frontier = {team for team, parent in parents.items() if parent in frontier} - below
        below |= frontier
    return below


def current_involvements(people: Iterable[UUID]) -> QuerySet[Involvement]:
    """Involvements that are open today for these children."""
    return Involvement.objects.current().filter(child__in=list(people), ended=None)


def relationships(own: Reach, people: Iterable[UUID]) -> dict[UUID, str]:
    """The reason this practitioner has to open each of these records, in words; none for those without one."""
    return bases(own, current_involvements(people).filter(own.involvements()))


def bases(own: Reach, involvements: Iterable[Involvement]) -> dict[UUID, str]:
    """Of all involvements that give a reason, the nearest one for each child: one's own, then a covered colleague's."""
    found = list(involvements)
    found.sort(key=lambda each: (each.practitioner_id != own.practitioner, each.practitioner_id not in own.covered))
    return {each.child_id: own.basis(each) for each in reversed(found)}


def post_of(practitioner: UUID) -> Post | None:
    """The post somebody holds today."""
    return next(iter(posts_held(practitioner, london_today())), None)


@asked_often
def posts_held(practitioner: UUID, today: date) -> QuerySet[Post]:
    """The one post that counts of those that somebody holds: on the day of a change it is the newer one."""
    return held_on(today).filter(practitioner=practitioner).order_by("-began", "-id")[:1]


def held_on(day: date) -> QuerySet[Post]:
    """The posts that are held on a day: on the day of a change both the older and the newer one."""
    return Post.objects.current().filter(Q(ended=None) | Q(ended__gte=day), began__lte=day)


def at_work(practitioners: Iterable[UUID] | None = None) -> list[Post]:
    """The posts that everybody who works here now, or of those named, holds today, by name; one post for each."""
    posts = held_on(london_today()).select_related("practitioner").order_by("practitioner__name", "began", "id")
    named = posts if practitioners is None else posts.filter(practitioner__in=list(practitioners))
    newest = {post.practitioner_id: post for post in named}
    return [post for post in newest.values() if post.practitioner.is_active]
