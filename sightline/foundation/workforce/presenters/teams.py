"""Teams as user administrators see them."""

from collections.abc import Iterable

from django.urls import reverse

from sightline.foundation.workforce.models import Team
from sightline.ui.components import Column, Link, Table

__all__ = ["Team", "table"]


def table(teams: Iterable[tuple[int, Team]]) -> Table:
    """Every team, each set in under what it stands in."""
    columns = [Column("Name"), Column("What it is"), Column("Telephone"), Column("Actions", hidden_heading=True)]
    rows = [
        ("\u2003" * depth + team.name, team.get_kind_display(), team.telephone, links(team)) for depth, team in teams
    ]
    return Table("Teams", columns, rows, empty="No team yet.", caption_hidden=True)


def links(team: Team) -> list[Link]:
    """What can be done about a team."""
    return [
        Link("Change", reverse("workforce:change_team", args=[team.pk]), about=team.name),
        Link("Close", reverse("workforce:close_team", args=[team.pk]), about=team.name),
    ]
