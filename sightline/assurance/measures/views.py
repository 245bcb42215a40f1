"""The pages of measures, for those who answer for teams and for analysts."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from sightline.assurance.measures import presenters, queries
from sightline.assurance.measures.rules import SPREAD, measures
from sightline.foundation.access.policies import for_practitioners
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce.presenters.behind_numbers import Reader, paged, pages
from sightline.foundation.workforce.queries.line_of_sight import Scope
from sightline.foundation.workforce.views.line_of_sight import team_in_sight
from sightline.practice.front_door.presenters.threshold import Shown, shown_threshold


@for_practitioners(Permission.SEE_LINE_OF_SIGHT)
def overview(request: RecordRequest) -> HttpResponse:
    """Every measure in a period, about the children in the reader's line of sight."""
    scope, period = own_scope(request), period_of(request)
    children = settings.SIGHTLINE_CHILDREN if scope.unheld else 0
    context = {
        "whose": scope.called,
        "whole": scope.unheld,
        "period": presenters.said_of(period),
        "periods": presenters.periods(period),
        "tables": presenters.tables(queries.figures(scope, period), period, children),
    }
    return render(request, "measures/overview.html", context)


@for_practitioners(Permission.SEE_LINE_OF_SIGHT)
def cases(request: RecordRequest, code: str) -> HttpResponse:
    """The cases behind a number; none for a measure that says nothing about one child."""
    measure = measures().get(code)
    if measure is None or not measure.listed:
        raise NoSuchRecord(None, "no such list")
    scope, period = own_scope(request), period_of(request)
    found = request.GET.get("found") == "yes"
    part = paged(queries.cases_behind(scope, period, measure, counted_only=found), request.GET)
    request.reading.shows(each.child_id for each in part)
    reader = Reader(may(request.acting.role, Permission.OPEN_RECORD), manages=False)
    context = {
        "measure": measure,
        "whose": scope.called,
        "whole": scope.unheld,
        "counted": presenters.counted_words(measure),
        "which": presenters.which_cases(measure, period, found=found),
        "period": presenters.said_of(period),
        "months": period.months,
        "spread": spread_for(request, period) if measure.code == SPREAD else None,
        "table": presenters.case_table(part, measure, reader),
        "pages": pages(part, "cases", request.GET),
    }
    return render(request, "measures/cases.html", context)


@for_practitioners(Permission.SEE_LINE_OF_SIGHT)
def words(request: RecordRequest) -> HttpResponse:
    """Words to say differently, of the whole authority and of nothing less, month by month."""
    return render(request, "measures/words.html", {"table": presenters.words_table(queries.words(london_today()))})


def spread_for(request: RecordRequest, period: queries.Period) -> Shown:
    """How far decision-makers lie apart, with the names that the reader may know."""
    return shown_threshold(queries.threshold_in(period), request.reach.reports, request.reach.practitioner)


def own_scope(request: RecordRequest) -> Scope:
    """The children in the reader's line of sight; raises NoSuchRecord for who has no team."""
    own = request.reach.own_team
    if own is None:
        raise NoSuchRecord(None, "they have no team")
    return team_in_sight(request, own)


def period_of(request: RecordRequest) -> queries.Period:
    """The period that is asked for; the last twelve months unless one of those offered is."""
    asked = {str(each): each for each in queries.PERIODS}
    return queries.Period(asked.get(request.GET.get("months", ""), max(queries.PERIODS)), london_today())
