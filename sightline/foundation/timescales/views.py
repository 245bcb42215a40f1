"""The pages of timescales: every limit and what stands behind it, limits of our own, and one clock of a child."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import for_practitioners, opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.door import Recorded
from sightline.foundation.timescales import actions, forms, queries
from sightline.foundation.timescales.catalogue import Known, known, timescales
from sightline.foundation.timescales.presenters import catalogue, clocks, name_of
from sightline.foundation.timescales.rules import settable_units
from sightline.ui.components import Link


@for_practitioners(Permission.WORK)
def every_timescale(request: RecordRequest) -> HttpResponse:
    """Every timescale that is known, by area."""
    tables = catalogue.catalogue(queries.local_limits(), london_today())
    counted = len(timescales())
    page = {"tables": tables, "counted": counted, "later": len(known().keys() - timescales().keys())}
    return render(request, "timescales/all.html", page)


@for_practitioners(Permission.WORK)
def one(request: RecordRequest, timescale: str) -> HttpResponse:
    """One timescale: what it allows, what stands behind it, and limits of our own."""
    sets = may(request.acting.role, Permission.SET_LOCAL_LIMIT)
    limits = queries.local_limits(timescale)
    shown = catalogue.one(timescale_of(timescale), limits, london_today(), sets=sets)
    back = Link("Timescales", reverse("timescales:all"))
    return render(request, "timescales/one.html", {"shown": shown, "back": back})


@for_practitioners(Permission.SET_LOCAL_LIMIT)
def set_limit(request: RecordRequest, timescale: str) -> HttpResponse:
    """Set a limit of our own from a day on."""
    found = timescale_of(timescale)
    versions = timescales().get(found.id)
    if not versions or not settable_units(versions[-1]):
        raise NoSuchRecord(None, "no limit can be set for it")
    rule = versions[-1]
    form = forms.LocalLimitForm(request, timescale=rule)
    if form.is_final() and form.record(actions.set_local_limit, timescale=rule, **form.given()):
        messages.success(request, "The limit is set. What is open is counted again in a moment.")
        return redirect("timescales:one", found.id)
    name = name_of(found.id)
    page = {"form": form, "name": name, "may_be": catalogue.may_be(rule), "back": Link(name, back_to(found))}
    return render(request, "timescales/set.html", page)


@opens_record(Permission.OPEN_RECORD)
def clock(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """One clock of a child: how it is counted, and what was said about it."""
    found = clock_of(child, fact_id)
    shown = clocks.clock_shown(found, queries.reasons_given(found), london_today(), request.acting.role)
    return render(request, "timescales/clock.html", record_page(request, child) | {"shown": shown})


@opens_record(Permission.EXPLAIN_DELAY)
def explain(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Say why something is late, or will be."""
    form = forms.ExplainForm(request, child=child.pk, today=london_today())
    done = "Why it is late is recorded. It is still due."
    return saying(request, child, fact_id, form, actions.explain_delay, "Why it is late", done)


@opens_record(Permission.OVERSEE)
def waive(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Say that a standard of our own does not apply to a child."""
    form = forms.WaiveForm(request, child=child.pk, today=london_today())
    done = "It is waived for this child, and no longer counted."
    return saying(request, child, fact_id, form, actions.waive, "Waive a standard of our own", done)


def saying(
    request: RecordRequest,
    child: OpenedChild,
    fact_id: UUID,
    form: Any,
    say: Callable[..., Recorded],
    title: str,
    done: str,
) -> HttpResponse:
    """A page on which somebody says something about a clock."""
    found = clock_of(child, fact_id)
    address = reverse("timescales:clock", args=[child.pk, found.pk])
    if form.is_final() and form.record(say, clock=found, on=london_today(), **form.given()):
        messages.success(request, done)
        return redirect(address)
    page = {"form": form, "title": title, "about": name_of(found.timescale), "address": address}
    return render(request, "timescales/saying.html", record_page(request, child) | page)


def timescale_of(key: str) -> Known:
    """A timescale that is known; raises NoSuchRecord for another word."""
    found = known().get(key)
    if found is None:
        raise NoSuchRecord(None, "no such timescale")
    return found


def clock_of(child: OpenedChild, key: UUID) -> Any:
    """A clock of this child; raises NoSuchRecord."""
    found = queries.clock_of(child.pk, key, london_today())
    if found is None:
        raise NoSuchRecord(child.pk, "no such clock")
    return found


def back_to(found: Known) -> str:
    """The page of a timescale."""
    return reverse("timescales:one", args=[found.id])
