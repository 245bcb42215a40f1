"""Nights: what day asks of this one, what was done, what nobody took over yet, and whom to ring about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from sightline.foundation.access.queries import Reach, at_work
from sightline.foundation.workforce.models import Practitioner
from sightline.foundation.workforce.rules import Role
from sightline.practice.front_door.models import NightAccepted, NightAction, NightRequest, NightWork
from sightline.practice.front_door.queries.board import children_of
from sightline.practice.front_door.rules import night_of

SHOWN_FOR = timedelta(hours=36)  # what was accepted stays on the morning page so long


@dataclass(frozen=True)
class Asked:
    """Something that day asks of a night, and what was done about it."""

    request: NightRequest
    done: list[NightWork]


def of_work(reach: Reach, mine: str) -> Q:
    """What is about children whose work is somebody's own, or was recorded by them as `mine` says."""
    return children_of(reach) | Q(**{mine: reach.practitioner})


def asked_of(night: date, whose: Reach | None) -> list[Asked]:
    """What day asks of a night, by family with the eldest first, with what was done about it; two questions.

    About the children of somebody's work, or with no reach about every child who may be known of.
    """
    requests = NightRequest.objects.current().filter(happened__lte=night, until__gte=night)
    requests = requests.filter(of_work(whose, "recorded_by")) if whose else requests
    found = list(
        requests.select_related("child__person", "recorded_by").order_by(
            "child__person__family_name", "child__person__birth_date", "child__person__given_names", "recorded_at"
        )
    )
    done: dict[UUID, list[NightWork]] = {request.pk: [] for request in found}
    work = NightWork.objects.filter(request_id__in=list(done)).select_related("done_by").order_by("done_at")
    for each in work:
        if each.request_id and night_of(each.done_at) == night:
            done[each.request_id].append(each)
    return [Asked(request, done[request.pk]) for request in found]


def work_of_nights(now: datetime, whose: Reach | None) -> list[NightWork]:
    """What nobody took over yet, the oldest first, and what was done or taken over since the evening before.

    About the children of somebody's work, or with no reach about every child who may be known of.
    """
    rows = NightWork.objects.select_related(
        "child__person", "child__in_sight__team", "child__in_sight__worker", "done_by", "accepted_by"
    ).order_by("accept_by", "done_at", "recorded_together", "child__person__birth_date", "action_id")
    rows = rows.filter(of_work(whose, "done_by")) if whose else rows
    return [*rows.filter(accepted_at=None), *rows.filter(accepted_at__gte=now - SHOWN_FOR)]


def not_taken_over(teams: Iterable[UUID]) -> list[NightWork]:
    """What was done at night for children whom one of these teams holds and nobody took over, the first due first."""
    rows = NightWork.objects.filter(accepted_at=None, child__in_sight__team__in=list(teams))
    return list(
        rows.select_related("child__person", "child__in_sight", "done_by").order_by("accept_by", "done_at", "action_id")
    )


def managers_to_ring(work: Iterable[NightWork]) -> dict[UUID | None, list[Practitioner]]:
    """The managers of each team that holds one of these children, at work today; of nobody, every service manager."""
    posts = at_work()
    found: dict[UUID | None, list[Practitioner]] = {}
    for each in work:
        known = getattr(each.child, "in_sight", None)
        team = known.team_id if known else None
        theirs = [post.practitioner for post in posts if post.role == Role.TEAM_MANAGER and post.team_id == team]
        others = [post.practitioner for post in posts if post.role == Role.SERVICE_MANAGER]
        found[team] = theirs or others
    return found


def night_action(child: UUID, key: UUID) -> NightAction | None:
    """Something done at night for a child that stands."""
    return NightAction.objects.current().filter(child=child, pk=key).select_related("request", "recorded_by").first()


def night_actions(pairs: Iterable[tuple[UUID, UUID]]) -> list[NightAction]:
    """What was done at night for several opened children, each with its action."""
    keys = [key for _, key in pairs]
    rows = NightAction.objects.current().filter(pk__in=keys).select_related("request", "recorded_by", "child__person")
    return list(rows.order_by("pk"))


def not_accepted_with(key: UUID) -> list[NightWork]:
    """What was recorded in one go with something done at night and waits for the same manager, itself among it."""
    entry = NightWork.objects.filter(pk=key).values("recorded_together")
    rows = NightWork.objects.filter(recorded_together__in=entry, accepted_at=None)
    return list(rows.select_related("child__person").order_by("pk"))


def acceptance_of(key: UUID) -> NightAccepted | None:
    """Who took something over, and what they said."""
    return NightAccepted.objects.current().filter(action=key).select_related("recorded_by").first()


def open_requests(children: Iterable[UUID], night: date) -> dict[UUID, UUID]:
    """What day asks of a night about each of these children, the newest of each."""
    rows = NightRequest.objects.current().about(children).filter(happened__lte=night, until__gte=night)
    return {each.child_id: each.pk for each in rows.order_by("recorded_at")}
