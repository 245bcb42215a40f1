"""Making a copy of something in a record for one reader: looked at first, then kept as a PDF or a Word file."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.queries.holding import open_involvements
from sightline.foundation.documents.making import MadeDocument
from sightline.foundation.documents.making.kinds import MadeKind, Reader, kinds
from sightline.foundation.documents.making.pdf import pdf
from sightline.foundation.documents.making.word import word
from sightline.foundation.documents.presenters.ending import with_ending
from sightline.foundation.documents.presenters.making import Compared, choosing, looking
from sightline.foundation.documents.queries.readers import around, before_it_goes, of_a_letter, readers
from sightline.foundation.documents.rules import FileKind
from sightline.foundation.documents.views.files import kept_file

FORMS = {"pdf": (FileKind.PDF, pdf), "docx": (FileKind.WORD, word)}


@opens_record(Permission.RECORD_FILE)
def make(request: RecordRequest, child: OpenedChild, kind: str, fact_id: UUID) -> HttpResponse:
    """Choose a reader, look at their copy and at what stands in the way, and make it."""
    today = london_today()
    what = kind_for(request, child, kind)
    facts = around(child)
    offered = readers(child, what.audiences, today, facts)
    offered = of_a_letter(offered, child) if what.is_letter else offered
    reader = next((each for each in offered if each.key == request.GET.get("for") and not each.why_not), None)
    if reader is None:
        if not what.is_there(child.pk, fact_id):
            raise NoSuchRecord(fact_id, "nothing to make a document of")
        return render(
            request, "documents/make.html", record_page(request, child, facts) | choosing(what, child, fact_id, offered)
        )
    involved = open_involvements(child.pk)
    made = with_ending(built(what, child, fact_id, reader, today), reader, involved)
    before = before_it_goes(child, reader, today, facts) if reader.is_family else None
    compared = Compared.of(before, reader, request.GET)
    form = request.GET.get("as", "")
    if form in FORMS and compared.is_settled:
        return file_of(request, child, what, reader, made, form)
    page = looking(what, child, fact_id, reader, made, before) | {"compared": compared}
    return render(request, "documents/make.html", record_page(request, child, facts, involved) | page)


def kind_for(request: RecordRequest, child: OpenedChild, kind: str) -> MadeKind:
    """The kind of document, where there is one and this role may make it."""
    found = kinds().get(kind)
    if found is None or not may(request.acting.role, found.permission):
        raise NoSuchRecord(child.pk, "no such kind of document for this role")
    return found


def built(what: MadeKind, child: OpenedChild, fact: UUID, reader: Reader, today: date) -> MadeDocument:
    """The document for one reader; there is no such page where the record has no such fact."""
    made = what.build(child, fact, reader, today)
    if made is None:
        raise NoSuchRecord(fact, "nothing to make a document of")
    return made


def file_of(
    request: RecordRequest, child: OpenedChild, what: MadeKind, reader: Reader, made: MadeDocument, form: str
) -> HttpResponse:
    """The file to keep; the read log says by then of what it is, in which form, and for whom."""
    kind, write = FORMS[form]
    whom = [reader.recipient.person] if reader.recipient.person else []
    request.reading.copies([child.pk, *whom], what=f"{what.name}, {form}, for {reader.recipient.audience}")
    return kept_file(write(made), kind, f"{what.name}-{made.made_on.isoformat()}.{form}")
