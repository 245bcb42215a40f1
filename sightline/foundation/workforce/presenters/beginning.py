"""Where somebody can begin who has no children of their own: the places that their role and their duty open."""

from collections.abc import Iterator

from django.urls import reverse

from sightline.foundation.access.queries import Reach
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.facts import Acting
from sightline.foundation.workforce.queries import opens_records
from sightline.foundation.workforce.rules import ABOVE_TEAMS
from sightline.ui.components import Link

BEGINNINGS = (  # in the order shown: what can be done, where, and who may
    ("Look for a person by name, birth date, number or address", "search:people", Permission.SEARCH_PEOPLE),
    ("Add a child who has no record yet", "children:add", Permission.ADD_PERSON),
    ("Line of sight: what is due and overdue, team by team", "workforce:line_of_sight", Permission.SEE_LINE_OF_SIGHT),
    ("Review emergency openings of restricted records", "access:openings", Permission.REVIEW_OPENINGS),
    ("Arrange cover, and who is on duty", "workforce:cover", Permission.ARRANGE_COVER),
    ("People and teams", "workforce:practitioners", Permission.MANAGE_WORKFORCE),
)


def places_to_begin(by: Acting, reach: Reach) -> list[Link]:
    """Links to what this practitioner can do from here."""
    return [
        *teams(by, reach),
        *(Link(said, reverse(route)) for said, route, needed in BEGINNINGS if may(by.role, needed)),
    ]


def teams(by: Acting, reach: Reach) -> Iterator[Link]:
    """The team somebody is on duty for, and their own."""
    if not opens_records(by.role):
        return
    for team in sorted(reach.on_duty - {reach.own_team}, key=str):
        yield Link("The team you are on duty for: who waits, and who works with whom", team_page(team))
    if reach.own_team and by.role not in ABOVE_TEAMS:
        yield Link("Your team: who waits for a worker, and who works with whom", team_page(reach.own_team))


def team_page(team: object) -> str:
    """The page of a team."""
    return reverse("workforce:team", args=[team])
