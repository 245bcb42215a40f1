"""Line of sight, for those who answer for teams."""

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
from sightline.foundation.workforce.queries import line_of_sight as query

FOR_MANAGERS = for_practitioners(Permission.SEE_LINE_OF_SIGHT)


@FOR_MANAGERS
def line_of_sight(request: RecordRequest) -> HttpResponse:
    """How work stands in every team that the practitioner answers for."""
    return show(request, query.scope(request.reach), "Line of sight")


@FOR_MANAGERS
def line_of_sight_of(request: RecordRequest, team_id: UUID) -> HttpResponse:
    """How work stands in one team or service."""
    inside = teams_in_sight(request, team_id)
    return show(request, inside, f"Line of sight: {queries.team(team_id)}")


@FOR_MANAGERS
def clocks(request: RecordRequest, team_id: UUID) -> HttpResponse:
    """The list behind a number of clocks."""
    inside, today = teams_in_sight(request, team_id), london_today()
    overdue, kind = request.GET.get("state") == "overdue", request.GET.get("kind", "").replace("\0", "")[:60]
    rows, people = query.clocks_in(inside, today, timezone.now(), overdue=overdue, timescale=kind)
    request.reading.shows(people)
    context = {
        "heading": "Overdue" if overdue else "Due in the next 10 working days",
        "team": queries.team(team_id),
        "table": presenter.clocks_table(rows, people, today),
    }
    return render(request, "workforce/teams/clocks.html", context)


def show(request: RecordRequest, teams: set[UUID], heading: str) -> HttpResponse:
    """The page of some teams."""
    lines = query.line_of_sight(teams, london_today(), timezone.now())
    reviews = may(request.acting.role, Permission.REVIEW_OPENINGS)
    openings = len(openings_to_review()) if reviews else None
    return render(request, "workforce/teams/line_of_sight.html", {"page": presenter.page(lines, heading, openings)})


def teams_in_sight(request: RecordRequest, team_id: UUID) -> set[UUID]:
    """A team with those inside it; raises NoSuchRecord for one outside the line of sight."""
    if team_id not in query.scope(request.reach):
        raise NoSuchRecord(None, "not in their line of sight")
    return {team_id} | teams_below({team_id})
