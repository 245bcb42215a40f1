"""How work spreads over workers and teams, for those who answer for several teams."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce import queries
from sightline.foundation.workforce.presenters import spread as presenter
from sightline.foundation.workforce.presenters.line_of_sight import Where
from sightline.foundation.workforce.queries.spread import spread_of
from sightline.foundation.workforce.views.line_of_sight import FOR_MANAGERS, team_in_sight


@FOR_MANAGERS
def spread(request: RecordRequest, team_id: UUID) -> HttpResponse:
    """Distributions without names, and teams beside the limits of chance; there is none of a single team."""
    scope = team_in_sight(request, team_id)
    if len(scope.teams) == 1:
        raise NoSuchRecord(None, "a spread over one team would show single workers")
    found = spread_of(scope, london_today(), timezone.now(), list(presenter.days_shown()))
    name = queries.team(team_id).name
    context = {"name": name, "board": Where("team", team_id).board, "shown": presenter.page(found)}
    return render(request, "workforce/teams/spread.html", context)
