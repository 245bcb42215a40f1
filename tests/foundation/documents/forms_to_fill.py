"""A small form on a small page, for tests of what every form that records something does."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template import engines
from django.urls import include, path

from sightline.config.urls import urlpatterns as product
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.rules import Permission
from sightline.foundation.children.models import Person
from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.door import Refusal, action
from sightline.foundation.facts import Acting
from sightline.ui import forms

PAGE = '{% load ui %}<main>{% form_errors form %}{% form form %}</main>'


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


urlpatterns = [*product, path("test/<child:child_id>/note/", note, name="note")]
