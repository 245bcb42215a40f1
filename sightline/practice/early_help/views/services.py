"""The directory of services."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.foundation.access.policies import for_practitioners
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.practice.early_help import actions, forms, presenters, queries


@for_practitioners(Permission.WORK)
def services(request: RecordRequest) -> HttpResponse:
    """The services that families can be offered, those that hold the words and fit the age."""
    form = forms.SearchForm(request.GET if request.GET else None)
    asked: dict[str, Any] = form.cleaned_data if form.is_bound and form.is_valid() else {"words": "", "age": None}
    found = queries.services_for(asked["words"] or "", asked["age"])
    keeps = may(request.acting.role, Permission.KEEP_SERVICES)
    searched = bool(asked["words"] or asked["age"] is not None)
    page = {"form": form, "table": presenters.services_table(found, keeps=keeps, searched=searched), "keeps": keeps}
    if keeps:
        page["closed"] = presenters.closed_table(queries.services_for(asked["words"] or "", asked["age"], closed=True))
    return render(request, "early_help/services.html", page)


@for_practitioners(Permission.KEEP_SERVICES)
def add_service(request: RecordRequest) -> HttpResponse:
    """Add a service to the directory."""
    form = forms.ServiceForm(request)
    if form.is_final() and form.record(actions.add_service, said=form.said()):
        messages.success(request, "The service is in the directory.")
        return redirect("early_help:services")
    return asking(request, form, "Add a service")


@for_practitioners(Permission.KEEP_SERVICES)
def service(request: RecordRequest, fact_id: UUID) -> HttpResponse:
    """Change what the directory says of a service, say that it has closed, or open it again."""
    found = queries.service_of(fact_id)
    if found is None:
        raise NoSuchRecord(None, "no such service")
    form = forms.ServiceForm(request, service=found)
    if form.is_final():
        closed_on = form.cleaned_data["closed_on"]
        asked = {"service_id": fact_id, "seen": form.seen_version, "closed_on": closed_on}
        if form.record(actions.change_service, said=form.said(), **asked):
            messages.success(request, "The directory is changed.")
            return redirect("early_help:services")
    return asking(request, form, "Change a service")


def asking(request: RecordRequest, form: forms.ServiceForm, title: str) -> HttpResponse:
    """The page of the form about a service."""
    page = {"form": form, "title": title, "cancel": reverse("early_help:services")}
    return render(request, "early_help/service.html", page)
