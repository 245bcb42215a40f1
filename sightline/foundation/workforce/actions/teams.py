"""Teams: added, changed, closed."""

from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Refusal, Work, action, changes
from sightline.foundation.facts import Acting
from sightline.foundation.workforce import queries, rules
from sightline.foundation.workforce.models import Team


class WrongPlace(Refusal):
    """A team stands in a service, and a service in the authority."""


class StillAtWork(Refusal):
    """A team that holds children, or that people work in, cannot be closed."""


@action(permission=Permission.MANAGE_WORKFORCE, says="added a team")
def add_team(*, name: str, kind: str, within_id: UUID | None, telephone: str = "", by: Acting) -> Work:
    """Add the authority, a service or a team."""
    refuse_wrong_place(kind, within_id)
    team = Team(name=name, kind=kind, within_id=within_id, telephone=telephone)
    yield team
    return team


@action(permission=Permission.MANAGE_WORKFORCE, says="changed a team")
def change_team(*, team_id: UUID, version: int, name: str, within_id: UUID | None, telephone: str, by: Acting) -> Work:
    """Say what a team is called, where it stands and how it is reached."""
    team = queries.team(team_id)
    refuse_wrong_place(team.kind, within_id)
    if within_id and (within_id == team_id or within_id in queries.teams_below({team_id})):
        raise WrongPlace("A team cannot stand inside itself. Choose another place.")
    yield changes(team, version=version, name=name, within_id=within_id, telephone=telephone)
    return team


@action(permission=Permission.MANAGE_WORKFORCE, says="closed a team")
def close_team(*, team_id: UUID, version: int, on: date, by: Acting) -> Work:
    """Close a team that holds nobody and in which nobody works any more."""
    team = queries.team(team_id)
    if queries.has_open_work(team_id):
        raise StillAtWork("This team still has people or children. Move them to another team first.")
    yield changes(team, version=version, closed_on=on)
    return team


def refuse_wrong_place(kind: str, within_id: UUID | None) -> None:
    """Raise unless the place is of the kind that holds this kind."""
    place = queries.team(within_id).kind if within_id else ""
    if place not in rules.STANDS_IN[rules.TeamKind(kind)]:
        raise WrongPlace("A team stands in a service or in the authority, and a service in the authority.")
