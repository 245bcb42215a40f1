"""The lists behind the numbers of a board: narrowed, ordered, in parts, and as files."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sightline.foundation.access.policies import for_practitioners
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.calendar.words import format_date
from sightline.foundation.workforce import queries
from sightline.foundation.workforce.forms.narrowing import NarrowChildren, NarrowClocks, asked, narrowing
from sightline.foundation.workforce.presenters import behind_numbers as presenter
from sightline.foundation.workforce.presenters.kept_lists import keep_address
from sightline.foundation.workforce.presenters.line_of_sight import CLOCKS, Where
from sightline.foundation.workforce.queries import behind_numbers as query
from sightline.foundation.workforce.queries.behind_numbers import Asked
from sightline.foundation.workforce.queries.line_of_sight import Scope
from sightline.foundation.workforce.views.line_of_sight import FOR_MANAGERS, team_in_sight, worker
from sightline.ui.downloads import download

FOR_WORKERS = for_practitioners(Permission.OPEN_RECORD)


@dataclass(frozen=True)
class Place:
    """Whose list is asked for, and by whom."""

    scope: Scope
    where: Where
    whose: str
    reader: presenter.Reader


def of_team(request: RecordRequest, team_id: UUID) -> Place:
    """A list of a team and those inside it."""
    scope, reach = team_in_sight(request, team_id), request.reach
    manages = reach.own_team == team_id and bool(reach.reports) and len(scope.teams) == 1
    reader = presenter.Reader(may(request.acting.role, Permission.OPEN_RECORD), manages)
    return Place(scope, Where("team", team_id), str(queries.team(team_id)), reader)


def of_worker(request: RecordRequest, practitioner_id: UUID) -> Place:
    """A list of one worker."""
    scope, name = worker(request, practitioner_id)
    return Place(scope, Where("worker", practitioner_id), name, presenter.Reader(opens=True, manages=False))


def offered(place: Place, which: dict[str, str], orders: dict[str, str]) -> dict[str, Any]:
    """What a list can be narrowed to here."""
    teams = [team for _, team in queries.teams_in_order() if team.pk in place.scope.teams]
    return presenter.offered(which, teams, orders, unheld=place.scope.unheld)


def children_found(request: RecordRequest, place: Place) -> tuple[Any, Asked, Any]:
    """The children asked for, what was asked, and the form."""
    choices = offered(place, presenter.which_children(), presenter.orders_of_children())
    form = narrowing(NarrowChildren, request.GET, choices)
    answers = asked(form)
    return query.children_behind(place.scope, answers, london_today()), answers, form


def clocks_found(request: RecordRequest, place: Place) -> tuple[Any, Asked, Any]:
    """The clocks asked for, what was asked, and the form."""
    choices = offered(place, CLOCKS, presenter.ORDERS_OF_CLOCKS) | {"kind": presenter.kinds()}
    form = narrowing(NarrowClocks, request.GET, choices)
    answers = asked(form)
    return query.clocks_behind(place.scope, answers, london_today(), timezone.now()), answers, form


def children(request: RecordRequest, place: Place) -> HttpResponse:
    """A list of children."""
    found, answers, form = children_found(request, place)
    part = presenter.paged(found, request.GET)
    request.reading.shows(row.child_id for row in part)
    table = presenter.children_table(part, answers, place.reader, london_today())
    return shown(request, place, "children", (part, answers, form, table))


def clocks(request: RecordRequest, place: Place) -> HttpResponse:
    """A list of clocks."""
    found, answers, form = clocks_found(request, place)
    part = presenter.paged(found, request.GET)
    request.reading.shows(row.child_id for row in part)
    table = presenter.clocks_table(part, place.reader, london_today())
    return shown(request, place, "clocks", (part, answers, form, table))


def shown(request: RecordRequest, place: Place, noun: str, found: tuple[Any, ...]) -> HttpResponse:
    """The page of a list."""
    part, answers, form, table = found
    kept = presenter.kept(request.GET)
    context = {
        "title": presenter.title(answers),
        "heading": f"{presenter.title(answers)}: {place.whose}",
        "whose": place.whose,
        "board": place.where.board,
        "filters": presenter.filters(form, request.GET, place.where.address(noun)),
        "as_at": format_date(london_today()),
        "table": table,
        "pages": presenter.pages(part, noun, request.GET),
        "keep": keep_address(f"{place.where.address(noun)}?{kept}") if kept else "",
        "download": f"{place.where.address(f'{noun}_file')}{f'?{kept}' if kept else ''}",
    }
    return render(request, "workforce/teams/behind_numbers.html", context)


def children_file(request: RecordRequest, place: Place) -> HttpResponse:
    """The list of children as a file; the read log holds everybody in it before the first byte is sent."""
    found, answers, form = children_found(request, place)
    rows = list(found)
    log_file(request, rows, form)
    table = presenter.children_table(rows, answers, place.reader, london_today())
    return download("children", *presenter.as_file(table))


def clocks_file(request: RecordRequest, place: Place) -> HttpResponse:
    """The list of clocks as a file; the read log holds everybody in it before the first byte is sent."""
    found, _, form = clocks_found(request, place)
    rows = list(found)
    log_file(request, rows, form)
    table = presenter.clocks_table(rows, place.reader, london_today())
    return download("clocks", *presenter.as_file(table))


def log_file(request: RecordRequest, rows: list[Any], form: Any) -> None:
    """Log a file as what it is: kept by somebody, with so many lines, narrowed to this."""
    narrowed_to = presenter.narrowed_to(form)
    request.reading.downloads((row.child_id for row in rows), lines=len(rows), narrowed_to=narrowed_to)


def for_team(show: Callable[[RecordRequest, Place], HttpResponse]) -> Any:
    """A list as a page of a team."""

    @wraps(show)
    def page(request: RecordRequest, team_id: UUID) -> HttpResponse:
        return show(request, of_team(request, team_id))

    return FOR_MANAGERS(page)


def for_worker(show: Callable[[RecordRequest, Place], HttpResponse]) -> Any:
    """A list as a page of a worker."""

    @wraps(show)
    def page(request: RecordRequest, practitioner_id: UUID) -> HttpResponse:
        return show(request, of_worker(request, practitioner_id))

    return FOR_WORKERS(page)
