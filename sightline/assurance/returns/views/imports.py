"""Imports of returns: the list, beginning one, and what became of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from sightline.assurance.returns import tasks
from sightline.assurance.returns.actions.imports import begin_import
from sightline.assurance.returns.forms.imports import ImportForm
from sightline.assurance.returns.presenters import imports as presenter
from sightline.assurance.returns.queries import imports as queries
from sightline.assurance.returns.reading.lines import Kind
from sightline.foundation.access.policies import for_practitioners
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.documents import receiving
from sightline.foundation.documents.forms.recording import key_of
from sightline.foundation.identifiers import new_id

FOR_IMPORTERS = for_practitioners(Permission.IMPORT_RETURNS)


@FOR_IMPORTERS
@require_safe
def imports(request: RecordRequest) -> HttpResponse:
    """What was imported, and when."""
    table = presenter.imports_table(queries.newest_imports())
    return render(request, "returns/imports.html", {"table": table})


@FOR_IMPORTERS
def begin(request: RecordRequest) -> HttpResponse:
    """Send the files of a return, to be tried out or imported."""
    sent = request.method == "POST"
    uploads: list[Any] = request.FILES.getlist("chosen") if sent else []
    assert request.acting.practitioner_id is not None
    form = ImportForm(
        request.POST if sent else None,
        uploads,
        too_large="chosen" in receiving.too_large(request),
        author=request.acting.practitioner_id,
    )
    if sent and form.is_valid():
        return started(request, form.cleaned_data["key"], **form.answers())
    return render(request, "returns/begin.html", {"form": form})


@FOR_IMPORTERS
@require_safe
def one(request: RecordRequest, fact_id: UUID) -> HttpResponse:
    """How far an import is, and in the end what became of every row."""
    found = found_import(fact_id)
    shown = {"page": presenter.page(found), "batch": found.batch, "key": new_id()}
    return render(request, "returns/import.html", shown)


@FOR_IMPORTERS
@require_POST
def import_now(request: RecordRequest, fact_id: UUID) -> HttpResponse:
    """Import what was only tried out."""
    batch = found_import(fact_id).batch
    if not batch.dry_run or not batch.uploads:
        raise NoSuchRecord(None, "not a trial of files that were sent")
    asked = {"kind": Kind(batch.kind), "name": batch.name, "year": batch.year, "uploads": batch.uploads}
    return started(request, request.POST.get("key", ""), dry_run=False, **asked)


@FOR_IMPORTERS
@require_safe
def report(request: RecordRequest, fact_id: UUID) -> HttpResponse:
    """The whole report as a file for a program."""
    batch = found_import(fact_id).batch
    if batch.report is None:
        raise NoSuchRecord(None, "there is no report yet")
    response = JsonResponse(batch.report, json_dumps_params={"indent": 2, "ensure_ascii": False})
    response["Content-Disposition"] = str(content_disposition_header(True, f"import-{batch.kind}.json"))
    return response


def started(request: RecordRequest, key: str, **asked: Any) -> HttpResponse:
    """Begin an import in the background; the same page sent twice begins one."""
    named = key_of(key)
    by = request.acting.keyed(named) if named else request.acting
    begun = begin_import(by=by, **asked)
    if not begun.replayed:
        tasks.import_sent.defer(batch=str(begun.result))
    return redirect("returns:import", begun.result)


def found_import(key: UUID) -> queries.Import:
    """An import; raises NoSuchRecord where there is none."""
    found = queries.one_import(key)
    if found is None:
        raise NoSuchRecord(None, "no such import")
    return found
