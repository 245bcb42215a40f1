"""My work."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sightline.foundation.access.policies import for_practitioners
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce.presenters import my_work as presenter
from sightline.foundation.workforce.presenters.beginning import places_to_begin
from sightline.foundation.workforce.presenters.team_work import waiting_table
from sightline.foundation.workforce.queries import opens_records
from sightline.foundation.workforce.queries.my_work import my_work as work_of
from sightline.foundation.workforce.queries.team_work import held_by
from sightline.foundation.workforce.rules import Role
from sightline.ui.components import Table

ON_DUTY = (Role.DUTY, Role.OUT_OF_HOURS)


@for_practitioners()
def my_work(request: RecordRequest) -> HttpResponse:
    """What I owe, what waits for me, what I have begun, and whose worker I am."""
    now = timezone.now()
    today = london_today(now)
    of_us = presenter.asked_of_us(request.acting, request.reach, now)
    work = work_of(request.acting, request.reach, now, today)
    page = presenter.page(work, request.acting, request.user.pk, today, of_us)
    request.reading.shows(page.shown)
    waiting = waiting_on_duty(request, today)
    begin = [] if page.is_about_children else places_to_begin(request.acting, request.reach)
    empty = presenter.NOTHING_WAITS if opens_records(request.acting.role) else presenter.NO_RECORDS
    shown = {"page": page, "empty": empty, "waiting": waiting, "begin": begin}
    return render(request, "workforce/my_work.html", shown)


def waiting_on_duty(request: RecordRequest, today: date) -> Table | None:
    """Who waits for a worker, for whoever is on duty: in their team and in those they are on duty for."""
    if request.acting.role not in ON_DUTY and not request.reach.on_duty:
        return None
    teams = [team for team in (request.reach.own_team, *request.reach.on_duty) if team]
    waiting = [each for each in held_by(teams) if each.worker is None]
    request.reading.shows(each.person.pk for each in waiting)
    return waiting_table(waiting, today)
