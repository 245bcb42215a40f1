"""A small form on a small page, for tests of what every form that records something does."""

from typing import Any
from uuid import UUID

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import path

from sightline.config.urls import handler500 as handler500
from sightline.config.urls import urlpatterns as product
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.rules import Permission
from sightline.foundation.children.models import Person
from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.door import Refusal, action, changes
from sightline.foundation.facts import Acting
from sightline.ui import forms

PAGE = """{% load ui %}<main>{% form_errors form %}{% include "documents/conflict.html" with pairs=form.conflict %}
{% form form %}</main>"""


FAULTS = {
    "cut": "SELECT pg_terminate_backend(pg_backend_pid())",
    "out of time": "SET LOCAL statement_timeout = 100; SELECT pg_sleep(30)",
    "slow": "SELECT pg_sleep(30)",
    "a moment": "SELECT pg_sleep(0.2)",
}


class RecordNote(RecordingForm):
    form_code = "tests.note"
    title = "Note"

    name = forms.Text("What is the new name?")
    note = forms.LongText("What happened?", optional=True)
    held_on = forms.Date("When was it?", optional=True)


class NameTaken(Refusal):
    """A name in use."""


@action(permission=Permission.RECORD_PERSON, says="added somebody")
def add_somebody(*, name: str, note: str, by: Acting):
    if name == "refuse":
        raise NameTaken("That name is taken. Choose another.")
    if name == "fail":
        raise RuntimeError("a fault")
    if name in FAULTS:
        with connection.cursor() as cursor:
            cursor.execute(FAULTS[name])
    person = Person(given_names=name)
    yield person
    return person


@opens_record(Permission.RECORD_PERSON)
def note(request: HttpRequest, child) -> HttpResponse:
    form = RecordNote(request, subjects=[child.pk])
    if form.is_final() and (
        done := form.record(add_somebody, name=form.cleaned_data["name"], note=form.cleaned_data["note"])
    ):
        return redirect(f"/done/{done.result}")
    return HttpResponse(engines["django"].from_string(PAGE).render({"form": form}, request))


class NameOnly(forms.QuestionForm):
    name = forms.Text("What is the name?", called="the name")


class RecordPeople(RecordingForm):
    form_code = "tests.people"
    title = "People"

    def __init__(self, request: HttpRequest, **options: Any) -> None:
        super().__init__(request, **options)
        self.repeat("people", NameOnly, heading="Person")


@opens_record(Permission.RECORD_PERSON)
def people(request: HttpRequest, child) -> HttpResponse:
    form = RecordPeople(request, subjects=[child.pk])
    if form.is_final():
        form.finish()
        return HttpResponse(" ".join(row.cleaned_data["name"] for row in form.rows("people")))
    return HttpResponse(engines["django"].from_string(PAGE).render({"form": form}, request))


class Rename(RecordingForm):
    form_code = "tests.rename"
    title = "New name"

    given_names = forms.Text("What are their given names?")


@action(permission=Permission.RECORD_PERSON, says="renamed somebody")
def rename(*, child_id: UUID, name: str, version: int, by: Acting):
    person = Person.objects.get(pk=child_id)
    yield changes(person, version=version, given_names=name)
    return person


@opens_record(Permission.RECORD_PERSON)
def new_name(request: HttpRequest, child) -> HttpResponse:
    form = Rename(request, subjects=[child.pk], changing=child.person)
    if form.is_final() and form.record(
        rename, child_id=child.pk, name=form.cleaned_data["given_names"], version=form.seen_version
    ):
        return redirect("/done/")
    return HttpResponse(engines["django"].from_string(PAGE).render({"form": form}, request))


urlpatterns = [
    *product,
    path("test/<child:child_id>/note/", note, name="note"),
    path("test/<child:child_id>/people/", people, name="people"),
    path("test/<child:child_id>/rename/", new_name, name="rename"),
]
