"""Who looked at a child's record, and what was done with it."""

from django.http import HttpResponse
from django.shortcuts import render

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.audit_trail import presenters, queries
from sightline.foundation.audit_trail.forms import LogForm
from sightline.foundation.audit_trail.queries import Asked
from sightline.foundation.children.presenters import record_page


@opens_record(Permission.SEE_WHO_LOOKED)
def who_looked(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Everybody who had this record before them, newest first; also as a list to print."""
    form = LogForm(request.GET or None, people=queries.readers_of(child.pk))
    found, has_older = queries.who_looked(child.pk, asked(request, form))
    request.reading.shows(child.adults)
    page = {
        "form": form,
        "table": presenters.looks(found, child.adults),
        "ways_on": presenters.ways_on(request.GET, [look.number for look in found], has_older),
    }
    return render(request, "audit_trail/who_looked.html", record_page(request, child) | page)


@opens_record(Permission.SEE_WHO_LOOKED)
def what_was_done(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Everything that was done with this record and every copy made of it, newest first; also as a list to print."""
    form = LogForm(request.GET or None, people=queries.doers_of(child.pk))
    wanted = asked(request, form)
    found, has_older = queries.what_was_done(child.pk, wanted)
    request.reading.shows(child.adults)
    page = {
        "form": form,
        "copies": presenters.copies(queries.copies_of(child.pk, wanted), child),
        "table": presenters.doings(found),
        "ways_on": presenters.ways_on(request.GET, [entry.pk for entry in found], has_older),
    }
    return render(request, "audit_trail/what_was_done.html", record_page(request, child) | page)


def asked(request: RecordRequest, form: LogForm) -> Asked:
    """What is asked for in the address; a number that is none is left out."""
    older = request.GET.get("older", "")
    number = int(older) if older.isascii() and older.isdecimal() and len(older) < 19 else None
    return form.wanted(older_than=number, everything="all" in request.GET)
