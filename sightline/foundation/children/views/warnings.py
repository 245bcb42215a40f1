"""Looking at a warning again: it is renewed or it ends."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children import actions
from sightline.foundation.children.forms import EndWarningForm, RenewForm
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.presenters.details import KINDS
from sightline.foundation.children.views.details import known, refuse_stranger


def warning_in(child: Any, person_id: UUID, fact_id: UUID) -> Any:
    """The warning in the address, if it still stands; raises NoSuchRecord."""
    refuse_stranger(child.pk, person_id)
    warning = known("warning", person_id, fact_id)
    if warning.ended is not None:
        raise NoSuchRecord(person_id, "the warning has ended")
    return warning


@opens_record(Permission.RECORD_WARNING)
def review_warning(request: RecordRequest, *, child: Any, person_id: UUID, fact_id: UUID) -> HttpResponse:
    """Look at a warning again: renew it here, or go on to end it."""
    warning = warning_in(child, person_id, fact_id)
    form = RenewForm(request, subjects=[child.pk], today=london_today())
    if form.is_final() and form.record(actions.renew_warning, warning=warning, on=london_today(), **form.cleaned_data):
        messages.success(request, "The warning is renewed.")
        return redirect("children:child", child.pk)
    keys = [child.pk, person_id, fact_id]
    shown = {
        "form": form,
        "warning": KINDS["warning"].says(warning),
        "notes": KINDS["warning"].notes(warning),
        "end_url": reverse("children:end_warning", args=keys),
        "correct_url": reverse("children:correct_warning", args=keys),
    }
    return render(request, "children/review_warning.html", record_page(request, child) | shown)


@opens_record(Permission.RECORD_WARNING)
def end_warning(request: RecordRequest, *, child: Any, person_id: UUID, fact_id: UUID) -> HttpResponse:
    """End a warning."""
    warning = warning_in(child, person_id, fact_id)
    form = EndWarningForm(request, subjects=[child.pk], today=london_today(), began=warning.began)
    if form.is_final() and form.record(actions.end_warning, warning=warning, **form.cleaned_data):
        messages.success(request, "The warning has ended.")
        return redirect("children:child", child.pk)
    shown = {
        "form": form,
        "title": "End a warning",
        "said": KINDS["warning"].says(warning),
        "back_url": reverse("children:review_warning", args=[child.pk, person_id, fact_id]),
    }
    return render(request, "children/form.html", record_page(request, child) | shown)
