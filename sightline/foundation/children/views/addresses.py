"""Protected addresses: shown for a purpose that is kept, and never otherwise."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children import actions
from sightline.foundation.children.forms import AddressPurposeForm
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.presenters.places import home_of
from sightline.foundation.children.queries.details import addresses_for_a_purpose
from sightline.foundation.children.views.details import refuse_stranger


@opens_record(Permission.SEE_PROTECTED_ADDRESS)
def protected_addresses(request: RecordRequest, *, child: Any, person_id: UUID) -> HttpResponse:
    """Ask what a protected address is for, keep the answer, and only then show it."""
    refuse_stranger(child.pk, person_id)
    form = AddressPurposeForm(request, subjects=[child.pk])
    addresses = None
    if form.is_final() and form.record(
        actions.show_protected_address, person_id=person_id, on=london_today(), **form.cleaned_data
    ):
        addresses = addresses_for_a_purpose(person_id)
    shown = {"form": form, "addresses": addresses, "back_url": home_of("address", child.pk, person_id)}
    return render(request, "children/protected_addresses.html", record_page(request, child) | shown)
