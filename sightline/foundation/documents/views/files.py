"""Documents of a child's record: the list, filing, one document, correcting, withdrawing, and opening."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from sightline.foundation.access.policies import for_practitioners, opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.documents import actions, receiving, storage, tickets
from sightline.foundation.documents.forms.files import CorrectDocument, FileDocument, WithdrawDocument
from sightline.foundation.documents.presenters.files import file_facts, files_table, withdrawn_table
from sightline.foundation.documents.queries import files as queries
from sightline.foundation.documents.rules import CONTENT_TYPES, NotAccepted


@opens_record(Permission.OPEN_RECORD)
def listed(request: RecordRequest, child) -> HttpResponse:  # type: ignore[no-untyped-def]
    """The documents of a record."""
    add = may(request.acting.role, Permission.RECORD_FILE)
    withdrawn = queries.withdrawn_files(child.pk)
    page = {
        "files": files_table(child.pk, queries.files_in_record(child.pk), add=add),
        "withdrawn": withdrawn_table(withdrawn) if withdrawn else None,
        "may_add": add,
    }
    return render(request, "documents/files.html", record_page(request, child) | page)


@opens_record(Permission.RECORD_FILE)
def add(request: RecordRequest, child) -> HttpResponse:  # type: ignore[no-untyped-def]
    """File a document."""
    form = FileDocument(request, subjects=[child.pk], today=london_today())
    if form.is_final():
        sent = form.cleaned_data["document"]
        if form.record(actions.file_document, person_id=child.pk, sent=sent, **form.said()):
            messages.success(request, f"The document was filed. {sent.said}".strip())
            return redirect("documents:list", child.pk)
    return render(request, "documents/add.html", record_page(request, child) | {"form": form})


@opens_record(Permission.OPEN_RECORD)
def document(request: RecordRequest, child, fact_id: UUID) -> HttpResponse:  # type: ignore[no-untyped-def]
    """One document: what it is, where it came from, and the way to open it."""
    file = queries.file_in_record(child.pk, fact_id)
    if file is None:
        following = queries.corrected_to(child.pk, fact_id)
        if following is None or queries.file_in_record(child.pk, following) is None:
            raise NoSuchRecord(fact_id, "no such document in this record")
        return redirect("documents:document", child.pk, following)
    page = {
        "file": file,
        "facts": file_facts(file),
        "may_change": may(request.acting.role, Permission.RECORD_FILE),
    }
    return render(request, "documents/document.html", record_page(request, child) | page)


@opens_record(Permission.RECORD_FILE)
def correct(request: RecordRequest, child, fact_id: UUID) -> HttpResponse:  # type: ignore[no-untyped-def]
    """Say differently what a document is and where it came from."""
    file = file_or_nothing(child.pk, fact_id)
    form = CorrectDocument(request, file=file, subjects=[child.pk], today=london_today())
    if form.is_final():
        asked = {"file": file, "reason": form.cleaned_data["reason"], **form.said()}
        if done := form.record(actions.correct_document, **asked):
            return redirect("documents:document", child.pk, done.result)
    return render(request, "documents/correct.html", record_page(request, child) | {"form": form, "file": file})


@opens_record(Permission.RECORD_FILE)
def withdraw(request: RecordRequest, child, fact_id: UUID) -> HttpResponse:  # type: ignore[no-untyped-def]
    """Take a document out of the record that was filed by mistake."""
    file = file_or_nothing(child.pk, fact_id)
    form = WithdrawDocument(request, subjects=[child.pk])
    if form.is_final() and form.record(actions.withdraw_document, file=file, reason=form.cleaned_data["reason"]):
        messages.success(request, "The document was withdrawn.")
        return redirect("documents:list", child.pk)
    return render(request, "documents/withdraw.html", record_page(request, child) | {"form": form, "file": file})


@opens_record(Permission.OPEN_RECORD)
def download(request: RecordRequest, child, file_id: UUID) -> HttpResponse:  # type: ignore[no-untyped-def]
    """The bytes of a document, to be saved and never shown by the browser."""
    file = file_or_nothing(child.pk, file_id)
    try:
        content = queries.content_of(file)
    except storage.Damaged:
        page = record_page(request, child) | {"file": file}
        return render(request, "documents/damaged.html", page, status=503)
    return kept_file(content, file.kind, file.name)


def kept_file(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file to be saved and never shown by the browser."""
    response = HttpResponse(content, content_type=CONTENT_TYPES[kind])
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def file_or_nothing(child: UUID, file: UUID):  # type: ignore[no-untyped-def]
    """A document of this record; a page that does not exist otherwise."""
    found = queries.file_in_record(child, file)
    if found is None:
        raise NoSuchRecord(file, "no such document in this record")
    return found


@for_practitioners(Permission.WORK)
@require_POST
def upload(request: RecordRequest, draft_id: UUID) -> HttpResponse:
    """Take in one file of a form before the form itself is sent."""
    by = request.acting.practitioner_id
    ticket = tickets.read(request.POST.get("ticket", ""))
    question, sent = request.POST.get("question", ""), request.FILES.get("file")
    if ticket is None or ticket.author != by or ticket.draft != draft_id:
        return JsonResponse({"error": "This page lost its draft. Reload it and choose the file again."}, status=400)
    if "file" in receiving.too_large(request):
        return JsonResponse({"error": receiving.TOO_LARGE}, status=413)
    if sent is None:
        return JsonResponse({"error": "The file did not arrive. Choose it again."}, status=400)
    try:
        taken = receiving.take_in(sent, draft=draft_id, author=by, question=question)
    except NotAccepted as sentence:
        return JsonResponse({"error": str(sentence)}, status=400)
    return JsonResponse({"file": str(taken.id), "shown": str(taken), "said": taken.said})
