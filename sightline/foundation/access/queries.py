"""How a practitioner stands to a record: reach of their post, walls, relationships, openings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from sightline.foundation.access.models import Exclusion, NamedReader, Opening, Restriction
from sightline.foundation.access.rules import OpeningKind, Permission, Standing, may
from sightline.foundation.children.models import Person
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
    frontier: set[UUID | None] = set(teams) - {None}
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


def standing(by: Acting, own: Reach, person: UUID, permission: Permission) -> Standing:
    """How this practitioner stands to this record; a record behind a wall looks like one that does not exist."""
    return standings(by, own, [person], permission)[person]


def standings(by: Acting, own: Reach, people: Iterable[UUID], permission: Permission) -> dict[UUID, Standing]:
    """How this practitioner stands to each of these records, in as many queries as for one."""
    asked = list(people)
    there = set(Person.objects.filter(pk__in=asked).values_list("pk", flat=True))
    openings = Opening.objects.current().filter(
        person__in=asked, practitioner=by.practitioner_id, until__gt=timezone.now()
    )
    opened = set(openings.values_list("person", "kind"))
    restricted = set(
        Restriction.objects.current().filter(person__in=asked, ended=None).values_list("person", flat=True)
    )
    related = relationships(own, asked)
    permitted, may_look = may(by.role, permission), may(by.role, Permission.LOOK_WITH_REASON)

    def of(person: UUID) -> Standing:
        if person not in there:
            return Standing(signed_in=True, sealed=True)
        glass = (person, OpeningKind.BREAK_GLASS) in opened
        return Standing(
            signed_in=True,
            restricted=person in restricted,
            named=person in restricted and not glass,
            glass_broken=glass,
            relationship=related.get(person, ""),
            looked=(person, OpeningKind.LOOK) in opened,
            permitted=permitted,
            may_look=may_look,
        )

    return {person: of(person) for person in asked}


def post_of(practitioner: UUID) -> Post | None:
    """The post somebody holds today."""
    today = timezone.localdate()
    open_today = Q(ended=None) | Q(ended__gte=today)
    held = Post.objects.current().filter(open_today, practitioner=practitioner, began__lte=today)
    return held.order_by("-began", "-id").first()  # on the day of a change the newer one counts


def enough_readers(readers: Iterable[UUID]) -> bool:
    """Whether a list keeps a record openable: two people at work, one a manager (access, section 2, rule 10)."""
    posts = list(
        Post.objects.current().filter(practitioner__in=list(readers), ended=None).select_related("practitioner")
    )
    working = [post for post in posts if post.practitioner.is_active]
    return len(working) >= 2 and any(may(post.role, Permission.RESTRICT_RECORD) for post in working)


def named_readers(person: UUID) -> QuerySet[NamedReader]:
    """Who may open a restricted record."""
    return NamedReader.objects.current().filter(person=person, ended=None).select_related("practitioner")


def restriction_of(person: UUID) -> Restriction | None:
    """The restriction on a record, as far as this practitioner may see it."""
    return Restriction.objects.current().filter(person=person, ended=None).first()


def exclusions_of(person: UUID) -> QuerySet[Exclusion]:
    """Who must never see a record."""
    return Exclusion.objects.current().filter(person=person, ended=None).select_related("practitioner")


def restricted_record(person: UUID) -> tuple[str, str] | None:
    """The team to ring about a restricted record that is not open to this practitioner; None if there is none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT team, telephone FROM restricted_record(%s)", [person])
        row: tuple[str, str] | None = cursor.fetchone()
    return row


@dataclass(frozen=True)
class UnreviewedOpening:
    """An emergency opening that waits for its review; it names the record by number only."""

    opening: UUID
    person: UUID
    reference: int
    practitioner: UUID
    practitioner_name: str
    opened_at: datetime
    reason_code: str
    reason: str
    until: datetime
    review_by: date | None


def openings_to_review() -> list[UnreviewedOpening]:
    """Emergency openings by others that nobody has reviewed yet, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM openings_awaiting_review()")
        return [UnreviewedOpening(*row) for row in cursor.fetchall()]


def looks_at(children: Iterable[UUID], since: datetime) -> QuerySet[Opening]:
    """Looks with a reason into these children's records, to tell the people who work with them."""
    return (
        Opening.objects.current()
        .filter(person__in=list(children), happened_at__gte=since)
        .select_related("practitioner", "person")
        .order_by("-happened_at")
    )


def people_at_work() -> list[Practitioner]:
    """Everybody who works here now, by name."""
    posts = Post.objects.current().filter(ended=None).select_related("practitioner").order_by("practitioner__name")
    return [post.practitioner for post in posts if post.practitioner.is_active]
