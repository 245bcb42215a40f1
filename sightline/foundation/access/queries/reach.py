"""Whose work is a practitioner's work today, and which records that gives them a reason to open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from sightline.foundation.facts import Acting
from sightline.foundation.workforce.models import Cover, Duty, Involvement, Post, Practitioner, Team


@dataclass(frozen=True)
class Reach:
    """Whose work is this practitioner's work today: their own, their team's, and that of those they cover or manage."""

    practitioner: UUID
    covered: frozenset[UUID]
    reports: frozenset[UUID]
    own_team: UUID | None
    teams_below: frozenset[UUID]
    on_duty: frozenset[UUID]

    def involvements(self) -> Q:
        """The involvements that give this practitioner a relationship with a child."""
        people = {self.practitioner} | self.covered | self.reports
        teams = {self.own_team} | self.teams_below | self.on_duty
        return Q(practitioner__in=people) | Q(kind="holding_team", team__in=[team for team in teams if team])

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
    """The reach of a practitioner at a moment."""
    now = now or timezone.now()
    today, me = timezone.localdate(now), by.practitioner_id
    assert me is not None
    covers = Cover.objects.current().filter(covered_by=me, began__lte=today, until__gte=today, ended=None)
    duties = Duty.objects.current().filter(practitioner=me, began_at__lte=now, until__gte=now, ended=None)
    reports = Post.objects.current().filter(manager=me, ended=None)
    desks = set(duties.values_list("team_id", flat=True))
    return Reach(
        practitioner=me,
        covered=frozenset(covers.values_list("practitioner_id", flat=True)),
        reports=frozenset(reports.values_list("practitioner_id", flat=True)),
        own_team=by.team_id,
        teams_below=frozenset(teams_below({by.team_id})),
        on_duty=frozenset(desks | teams_below(desks)),
    )


def teams_below(teams: Iterable[UUID | None]) -> set[UUID]:
    """The teams inside these services, or inside the whole authority."""
    frontier = {team for team in teams if team}
    if not frontier:
        return set()
    parents: dict[UUID, UUID | None] = dict(Team.objects.values_list("id", "within_id"))
    below: set[UUID] = set()
    while frontier:
        frontier = {team for team, parent in parents.items() if parent in frontier} - below
        below |= frontier
    return below


def current_involvements(people: Iterable[UUID]) -> QuerySet[Involvement]:
    """Involvements that are open today for these children."""
    return Involvement.objects.current().filter(child__in=list(people), ended=None)


def relationships(own: Reach, people: Iterable[UUID]) -> dict[UUID, str]:
    """The reason this practitioner has to open each of these records, in words; none for those without one."""
    found = list(current_involvements(people).filter(own.involvements()))
    found.sort(key=lambda each: (each.practitioner_id != own.practitioner, each.practitioner_id not in own.covered))
    return {each.child_id: own.basis(each) for each in reversed(found)}


def post_of(practitioner: UUID) -> Post | None:
    """The post somebody holds today."""
    today = timezone.localdate()
    open_today = Q(ended=None) | Q(ended__gte=today)
    held = Post.objects.current().filter(open_today, practitioner=practitioner, began__lte=today)
    return held.order_by("-began", "-id").first()  # on the day of a change the newer one counts


def at_work(practitioners: Iterable[UUID] | None = None) -> list[Post]:
    """The posts of everybody who works here now, or of those named, by name."""
    posts = Post.objects.current().filter(ended=None).select_related("practitioner").order_by("practitioner__name")
    named = posts if practitioners is None else posts.filter(practitioner__in=list(practitioners))
    return [post for post in named if post.practitioner.is_active]


def people_at_work() -> list[Practitioner]:
    """Everybody who works here now, by name."""
    return [post.practitioner for post in at_work()]
