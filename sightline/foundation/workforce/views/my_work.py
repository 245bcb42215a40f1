"""My work."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sightline.foundation.access.policies import for_practitioners
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce.presenters import my_work as presenter
from sightline.foundation.workforce.queries.my_work import my_work as work_of


@for_practitioners()
def my_work(request: RecordRequest) -> HttpResponse:
    """What I owe, what waits for me, what I have begun, and whose worker I am."""
    now, today = timezone.now(), london_today()
    page = presenter.page(work_of(request.acting, request.reach, now, today), request.user.pk, today)
    request.reading.shows(page.shown)
    return render(request, "workforce/my_work.html", {"page": page, "empty": presenter.NOTHING_WAITS})
