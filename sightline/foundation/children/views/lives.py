"""What happens once in a life: a birth, a death, a pregnancy that ends, and twins who turn out to be expected."""

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
from sightline.foundation.children.actions.lives import Baby
from sightline.foundation.children.forms import BirthForm, DeathForm, EndOfPregnancyForm, ExpectingForm
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.presenters.lives import END_OF_PREGNANCY, more_than_one, others_are_expected
from sightline.foundation.children.views.identity import about, home_of_person, person_in

STOPPED = "Recorded. Timescales, reminders and letters have stopped."


@opens_record(Permission.RECORD_PERSON)
def death(request: RecordRequest, *, child: Any, person_id: UUID) -> HttpResponse:
    """Record a death, or that a pregnancy ended: one step that everything else reads."""
    person = person_in(child, person_id)
    if person.died_on is not None:
        raise NoSuchRecord(person_id, "recorded already")
    if person.is_unborn:
        return end_of_pregnancy(request, child, person)
    form = DeathForm(request, subjects=[child.pk], today=london_today())
    if form.is_final() and form.record(
        actions.record_death,
        person=person,
        version=person.version,
        died_on=form.cleaned_data["on"],
        details=form.cleaned_data["details"],
    ):
        messages.success(request, STOPPED)
        return redirect(home_of_person(child, person_id))
    return asked(request, child, form, "Record a death", person=person)


def end_of_pregnancy(request: RecordRequest, child: Any, person: Any) -> HttpResponse:
    """Record that a pregnancy ended, or that one of several babies will not be born."""
    form = EndOfPregnancyForm(request, subjects=[child.pk], today=london_today())
    if form.is_final() and form.record(
        actions.record_end_of_pregnancy,
        person=person,
        version=person.version,
        ended_on=form.cleaned_data["on"],
        details=form.cleaned_data["details"],
    ):
        messages.success(request, STOPPED)
        return redirect(home_of_person(child, person.pk))
    said = f"{END_OF_PREGNANCY} {others_are_expected(person, 'The record of {} goes on.')}".strip()
    return asked(request, child, form, "The pregnancy has ended", said=said, person=person)


@opens_record(Permission.RECORD_PERSON)
def birth(request: RecordRequest, *, child: Any) -> HttpResponse:
    """Record a birth: the expected baby becomes one child or several."""
    refuse_unless_expected(child)
    form = BirthForm(request, subjects=[child.pk], today=london_today())
    if form.is_final() and form.record(
        actions.record_birth,
        person=child.person,
        version=child.person.version,
        babies=[Baby(**answers) for answers in form.babies()],
    ):
        messages.success(request, "The birth is recorded.")
        return redirect("children:child", child.pk)
    said = more_than_one(child.person, "This is about one baby. The birth of {} is recorded in their own record.")
    return asked(request, child, form, "Record the birth", said=said)


@opens_record(Permission.RECORD_PERSON)
def expecting(request: RecordRequest, *, child: Any) -> HttpResponse:
    """Record that more babies of this pregnancy are expected: each gets a record of their own."""
    refuse_unless_expected(child)
    form = ExpectingForm(request, subjects=[child.pk])
    if form.is_final() and form.record(
        actions.expect_more,
        person=child.person,
        version=child.person.version,
        more=int(form.cleaned_data["more"]),
        on=london_today(),
    ):
        messages.success(request, "Recorded. Each baby has a record of their own; the family shows them all.")
        return redirect("children:family", child.pk)
    said = more_than_one(child.person, "{} has a record already.")
    return asked(request, child, form, "More than one baby is expected", said=said)


def refuse_unless_expected(child: Any) -> None:
    """Raise unless this is the record of a baby who is expected."""
    if not child.person.is_unborn or child.person.died_on:
        raise NoSuchRecord(child.pk, "not expected")


def asked(
    request: RecordRequest, child: Any, form: Any, title: str, *, said: str = "", person: Any = None
) -> HttpResponse:
    """The page that asks; an adult whom it is about is named on it, the child stands above it already."""
    whom = about(child, person) if person else None
    back = home_of_person(child, person.pk) if whom else reverse("children:details", args=[child.pk])
    shown = {"form": form, "title": title, "said": said, "about": whom, "back_url": back}
    return render(request, "children/form.html", record_page(request, child) | shown)
