"""Questions about cover and duty."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from sightline.foundation.access.queries import teams_below
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce.models import Cover, Duty, Post, Practitioner
from sightline.foundation.workforce.queries.people import open_post


def cover(cover_id: UUID) -> Cover:
    """One cover; raises Cover.DoesNotExist."""
    return Cover.objects.current().get(pk=cover_id)


def covers(on: date) -> QuerySet[Cover]:
    """Cover that holds on a day or later, soonest first."""
    open_cover = Cover.objects.current().filter(until__gte=on, ended=None)
    return open_cover.select_related("practitioner", "covered_by").order_by("began", "id")


def covers_in(teams: Iterable[UUID] | None, on: date) -> QuerySet[Cover]:
    """Cover that holds on a day or later for people of these teams; of every team, without any named."""
    if teams is None:
        return covers(on)
    people = Post.objects.current().filter(team__in=list(teams), ended=None).values("practitioner")
    return covers(on).filter(practitioner__in=people)


def shifts_in(teams: Iterable[UUID] | None, now: datetime) -> QuerySet[Duty]:
    """Shifts that are not over for these teams; for every team, without any named."""
    return shifts(now) if teams is None else shifts(now).filter(team__in=list(teams))


def hold_people(practitioners: Iterable[UUID | None]) -> None:
    """Let nobody else arrange cover for these people, or by them, until this transaction is over."""
    found = Practitioner.objects.select_for_update(of=("self",), no_key=True).filter(
        pk__in=[each for each in practitioners if each]
    )
    list(found.order_by("pk"))


def is_away(practitioner_id: UUID, began: date, until: date) -> bool:
    """Whether somebody is away on any of these days."""
    overlapping = covers(began).filter(practitioner=practitioner_id, began__lte=until)
    return overlapping.exists()


def shift(duty_id: UUID) -> Duty:
    """One shift; raises Duty.DoesNotExist."""
    return Duty.objects.current().get(pk=duty_id)


def shifts(now: datetime) -> QuerySet[Duty]:
    """Shifts that are not over, soonest first."""
    open_shifts = Duty.objects.current().filter(until__gt=now, ended=None)
    return open_shifts.select_related("practitioner", "team").order_by("began_at", "id")


def on_duty(team_id: UUID, now: datetime) -> QuerySet[Duty]:
    """Who answers for a team's duty desk now, on a shift of the team or of a service that it stands in."""
    above = [shift.pk for shift in shifts(now).filter(began_at__lte=now) if covers_team(shift, team_id)]
    return shifts(now).filter(pk__in=above)


def covers_team(duty: Duty, team_id: UUID) -> bool:
    """Whether a shift is for this team, or for a service or authority that it stands in."""
    return duty.team_id == team_id or team_id in teams_below({duty.team_id})


def answers_for(practitioner_id: UUID, now: datetime) -> list[UUID]:
    """Who gets somebody's work and alerts now: they; their cover; else duty of their team; else their manager."""
    today = london_today(now)
    away = covers(today).filter(practitioner=practitioner_id, began__lte=today).first()
    if away is None:
        return [practitioner_id]
    if away.covered_by_id and not covers(today).filter(practitioner=away.covered_by_id, began__lte=today).exists():
        return [away.covered_by_id]
    post = open_post(practitioner_id)
    if post is None:
        return []
    duty = list(on_duty(post.team_id, now).values_list("practitioner_id", flat=True))
    return duty or ([post.manager_id] if post.manager_id else [])
