"""Who somebody is, and changing it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.foundation.access.opening import may_open
from sightline.foundation.access.policies import for_practitioners, opens_record
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children import actions
from sightline.foundation.children.forms import IdentityForm
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.presenters.adults import records_of_adult
from sightline.foundation.children.queries import network
from sightline.foundation.children.views.details import refuse_stranger
from sightline.foundation.search.queries import records_with

NAMED = ("given_names", "family_name", "known_as", "birth_date", "birth_date_estimated", "expected_on", "sex")


def person_in(child: Any, person_id: UUID) -> Any:
    """The child, or an adult of the child's record; raises NoSuchRecord."""
    if person_id == child.pk:
        return child.person
    refuse_stranger(child.pk, person_id)
    return network.visible_people([person_id])[person_id]


def home_of_person(child: Any, person_id: UUID) -> str:
    """The page that shows who somebody is."""
    if person_id == child.pk:
        return reverse("children:details", args=[child.pk])
    return reverse("children:person", args=[child.pk, person_id])


@opens_record(Permission.RECORD_PERSON)
def identity(request: RecordRequest, *, child: Any, person_id: UUID) -> HttpResponse:
    """Change who somebody is said to be; of two people who do it at once the second sees both texts."""
    person = person_in(child, person_id)
    initial = {name: getattr(person, name) for name in NAMED}
    form = IdentityForm(
        request,
        subjects=[child.pk],
        today=london_today(),
        unborn=person.is_unborn,
        changing=person,
        initial=initial,
    )
    if form.is_final() and form.record(
        actions.change_identity,
        person=person,
        version=form.seen_version,
        keep_former_name=form.cleaned_data["name_changed"] == "changed",
        on=london_today(),
        **form.who(),
    ):
        messages.success(request, "Who they are is changed.")
        return redirect(home_of_person(child, person_id))
    shown = {"form": form, "title": "Change who they are", "back_url": home_of_person(child, person_id)}
    return render(
        request, "children/identity.html", record_page(request, child) | shown | {"about": about(child, person)}
    )


def about(child: Any, person: Any) -> Any:
    """The adult whom a form is about; nothing for the child, whose name stands above the page already."""
    return None if person.pk == child.pk else person


@for_practitioners(Permission.SEARCH_PEOPLE)
def adult(request: RecordRequest, *, person_id: UUID) -> HttpResponse:
    """The records in which an adult stands, of those that this practitioner may open."""
    children = [child for child in records_with(person_id) if may_open(request, child)]
    if not children:
        return render(request, "children/adult.html", {"records": None})
    shown = records_of_adult(children, london_today())
    request.reading.shows(children)
    return render(request, "children/adult.html", {"records": shown})
