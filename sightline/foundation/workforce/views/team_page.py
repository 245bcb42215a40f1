"""The page of a team."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sightline.foundation.access.policies import for_practitioners
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce import queries
from sightline.foundation.workforce.presenters.team_work import team_page
from sightline.foundation.workforce.queries.team_work import team_work
from sightline.foundation.workforce.rules import Role


@for_practitioners(Permission.OPEN_RECORD)
def team(request: RecordRequest, team_id: UUID) -> HttpResponse:
    """Who waits and who works with whom: for the team, its managers, and whoever is on duty for it."""
    reach = request.reach
    if team_id not in {reach.own_team} | reach.teams_managed | reach.on_duty or not queries.teams().filter(pk=team_id):
        raise NoSuchRecord(None, "not their team")
    work = team_work(team_id, timezone.now(), london_today())
    request.reading.shows(each.person.pk for each in work.children)
    managed = request.acting.role == Role.TEAM_MANAGER and reach.own_team == team_id
    page = team_page(work, london_today(), with_numbers=managed)
    return render(request, "workforce/teams/team.html", {"page": page})
