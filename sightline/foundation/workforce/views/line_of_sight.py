"""Line of sight, for those who answer for teams, and for each worker about their own work."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sightline.foundation.access.policies import for_practitioners
from sightline.foundation.access.queries import openings_to_review, teams_below
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce import queries
from sightline.foundation.workforce.presenters import line_of_sight as presenter
from sightline.foundation.workforce.presenters.line_of_sight import Where
from sightline.foundation.workforce.queries import line_of_sight as query

FOR_MANAGERS = for_practitioners(Permission.SEE_LINE_OF_SIGHT)


@FOR_MANAGERS
def line_of_sight(request: RecordRequest) -> HttpResponse:
    """How work stands in every team that the practitioner answers for."""
    own = request.reach.own_team
    if own is None:
        raise NoSuchRecord(None, "they have no team")
    return show(request, team_in_sight(request, own), Where("team", own), "Line of sight")


@FOR_MANAGERS
def line_of_sight_of(request: RecordRequest, team_id: UUID) -> HttpResponse:
    """How work stands in one team or service."""
    scope = team_in_sight(request, team_id)
    return show(request, scope, Where("team", team_id), f"Line of sight: {scope.called}")


@for_practitioners(Permission.OPEN_RECORD)
def worker_in_sight(request: RecordRequest, practitioner_id: UUID) -> HttpResponse:
    """How one worker's own work stands: for them, and for their own manager."""
    scope, name = worker(request, practitioner_id)
    return show(request, scope, Where("worker", practitioner_id), f"Line of sight: {name}")


def show(request: RecordRequest, scope: query.Scope, where: Where, heading: str) -> HttpResponse:
    """The board of some teams or of one worker."""
    today, now = london_today(), timezone.now()
    reviews = where.kind == "team" and may(request.acting.role, Permission.REVIEW_OPENINGS)
    openings = len(openings_to_review()) if reviews else None
    board = query.board(scope, today, now, request.reach.reports if where.kind == "team" else ())
    names = queries.names_of(board.workers) if board.workers else {}
    workers = {key: (names[key], numbers) for key, numbers in board.workers.items()}
    oversees = may(request.acting.role, Permission.OVERSEE)
    page = presenter.page(board, where, heading, today, openings, workers, oversees=oversees)
    return render(request, "workforce/teams/line_of_sight.html", {"page": page})


def team_in_sight(request: RecordRequest, team_id: UUID) -> query.Scope:
    """A team with those inside it; raises NoSuchRecord for one outside the line of sight."""
    if team_id not in query.own_teams(request.reach):
        raise NoSuchRecord(None, "not in their line of sight")
    return query.scope_of({team_id} | teams_below({team_id}), queries.team(team_id))


def worker(request: RecordRequest, practitioner_id: UUID) -> tuple[query.Scope, str]:
    """The children of one worker, and the worker's name; raises NoSuchRecord for all but them and their manager."""
    if practitioner_id != request.user.pk and practitioner_id not in request.reach.reports:
        raise NoSuchRecord(None, "figures about a worker are for them and their manager")
    return query.Scope(worker=practitioner_id), queries.names_of([practitioner_id])[practitioner_id]
