"""Lists of colleagues and teams to choose from."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission, may
from sightline.foundation.workforce import queries
from sightline.foundation.workforce.models import Post
from sightline.foundation.workforce.presenters.words import role_words
from sightline.foundation.workforce.queries.involvement import involvements_of
from sightline.foundation.workforce.queries.people import with_posts
from sightline.foundation.workforce.rules import TeamKind
from sightline.ui import forms

Choices = list[tuple[str, str]]


def set_choices(form: forms.Questions, question: str, choices: Choices) -> None:
    """Offer these answers."""
    form.fields[question].choices = choices  # type: ignore[attr-defined]


def teams(kinds: Iterable[str] = (), without: UUID | None = None) -> Choices:
    """Open teams of these kinds, or of all, as they stand inside each other."""
    wanted = set(kinds)
    return [
        (str(team.pk), "\u2003" * (depth if not wanted else 0) + team.name)
        for depth, team in queries.teams_in_order()
        if (not wanted or team.kind in wanted) and team.pk != without
    ]


def teams_with_children(day: date, without: UUID | None = None) -> Choices:
    """Open teams that may hold a child: all but those in which nobody at work can, such as a legal team."""
    found: dict[UUID, bool] = {}
    for post in with_posts(day):
        found[post.team_id] = found.get(post.team_id, False) or may(post.role, Permission.HAND_OVER)
    return [each for each in teams([TeamKind.TEAM], without) if found.get(UUID(each[0]), True)]


def people(day: date, *, without: Iterable[UUID | None] = (), teams: Iterable[UUID] | None = None) -> Choices:
    """Everybody at work on a day, with role and team; only of some teams where these are given."""
    left_out, inside = set(without), None if teams is None else set(teams)
    return [
        named(post)
        for post in with_posts(day)
        if post.practitioner_id not in left_out and (inside is None or post.team_id in inside)
    ]


def named(post: Post) -> tuple[str, str]:
    """Somebody by name, role and team."""
    return (str(post.practitioner_id), f"{post.practitioner.name}, {role_words(post.role)}, {post.team.name}")


def with_children(
    day: date,
    *,
    without: Iterable[UUID | None] = (),
    team: UUID | None = None,
    child: UUID | None = None,
    near: Collection[UUID | None] = (),
) -> Choices:
    """Everybody at work on a day in a role that opens records; of one team, or those who know a child first.

    Those of the teams that are `near` come before others.
    """
    left_out = set(without)
    able = [post for post in with_posts(day) if queries.opens_records(post.role) and team in (None, post.team_id)]
    found = [post for post in able if post.practitioner_id not in left_out]
    known = {part.practitioner_id for part in involvements_of([child])} if child else set()
    found.sort(key=lambda post: (post.practitioner_id not in known, post.team_id not in near))
    return [named(post) for post in found]


def overseers(day: date) -> Choices:
    """Everybody at work on a day whose role oversees the work of others."""
    able = {str(post.practitioner_id) for post in with_posts(day) if may(post.role, Permission.OVERSEE)}
    return [each for each in people(day) if each[0] in able]


def key(text: str) -> UUID | None:
    """The key behind an answer; nothing where none was chosen."""
    return UUID(text) if text else None
