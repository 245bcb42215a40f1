"""Teams: listed, added, changed, closed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.workforce import actions, queries
from sightline.foundation.workforce.forms import choices
from sightline.foundation.workforce.forms.teams import AddTeamForm, CloseTeamForm, TeamForm
from sightline.foundation.workforce.presenters import teams as presenter
from sightline.foundation.workforce.views.people import FOR_ADMINISTRATORS


@FOR_ADMINISTRATORS
def teams(request: RecordRequest) -> HttpResponse:
    """Every team where it stands."""
    return render(request, "workforce/teams/list.html", {"table": presenter.table(queries.teams_in_order())})


@FOR_ADMINISTRATORS
def add(request: RecordRequest) -> HttpResponse:
    """Add the authority, a service or a team."""
    form = AddTeamForm(request)
    answers = form.is_final() and form.cleaned_data
    if answers and form.record(
        actions.add_team,
        name=answers["name"],
        kind=answers["kind"],
        within_id=choices.key(answers["within"]),
        telephone=answers["telephone"],
    ):
        messages.success(request, "The team is added.")
        return redirect("workforce:teams")
    return ask(request, form, "Add a team")


@FOR_ADMINISTRATORS
def change(request: RecordRequest, team_id: UUID) -> HttpResponse:
    """Change what a team is called, where it stands or how it is reached."""
    team = found(team_id)
    form = TeamForm(request, team=team)
    answers = form.is_final() and form.cleaned_data
    if answers and form.record(
        actions.change_team,
        team_id=team_id,
        version=form.seen_version,
        name=answers["name"],
        within_id=choices.key(answers["within"]),
        telephone=answers["telephone"],
    ):
        messages.success(request, "The team is changed.")
        return redirect("workforce:teams")
    return ask(request, form, f"Change {team}")


@FOR_ADMINISTRATORS
def close(request: RecordRequest, team_id: UUID) -> HttpResponse:
    """Close a team that holds nobody and in which nobody works."""
    team = found(team_id)
    form = CloseTeamForm(request, team=team)
    answers = form.is_final() and form.cleaned_data
    if answers and form.record(actions.close_team, team_id=team_id, version=form.seen_version, on=answers["on"]):
        messages.success(request, "The team is closed.")
        return redirect("workforce:teams")
    return ask(request, form, f"Close {team}")


def found(team_id: UUID) -> presenter.Team:
    """A team that is open; raises NoSuchRecord."""
    team = queries.teams().filter(pk=team_id).first()
    if team is None:
        raise NoSuchRecord(None, "no such team")
    return team


def ask(request: RecordRequest, form: object, heading: str) -> HttpResponse:
    """The page of one of these forms."""
    return render(request, "workforce/teams/ask.html", {"form": form, "heading": heading})
