"""The waiting room: what came by form, and the verified addresses of agencies."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.foundation.access.policies import for_practitioners
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.practice.front_door import actions, forms, presenters, queries
from sightline.practice.front_door.rules import SettledHow
from sightline.ui.components import Link

WAITING = "front_door:waiting_room"


@for_practitioners(Permission.TAKE_IN_FORMS)
def waiting_room(request: RecordRequest) -> HttpResponse:
    """What partners and agencies sent, and nobody has taken in."""
    table, shown = presenters.waiting_room()
    request.reading.shows(shown)
    return render(request, "front_door/waiting_room.html", {"table": table})


@for_practitioners(Permission.TAKE_IN_FORMS)
def request(request: RecordRequest, fact_id: UUID) -> HttpResponse:
    """What one partner sent: begun as a contact with nothing to type again, or set aside with a reason."""
    found = queries.the_request(fact_id)
    if found is None:
        return settled_already(request, fact_id)
    if "intake" in request.POST:
        return redirect(forms.begin_intake(request, found.pk, found.payload, found.received_at))
    if "taken" in request.POST:
        actions.settle_request(form_id=found.pk, how=SettledHow.TAKEN_IN, by=request.acting)
        messages.success(request, "It is off the list.")
        return redirect(WAITING)
    form = forms.SetAsideForm(request)
    if form.is_final() and form.record(
        actions.settle_request, form_id=found.pk, how=SettledHow.SET_ASIDE, why=form.cleaned_data["why"]
    ):
        messages.success(request, "It is set aside.")
        return redirect(WAITING)
    page = {"form": form, "rows": presenters.request_rows(found), "reference": found.reference, "key": found.pk}
    return render(request, "front_door/request.html", page | {"back": Link("Received by form", reverse(WAITING))})


def settled_already(request: RecordRequest, key: UUID) -> HttpResponse:
    """Back to the list, where somebody settled a request in the meantime, perhaps by a double click."""
    if not queries.was_settled(key):
        raise NoSuchRecord(None, "no such request")
    messages.info(request, "This was taken in or set aside already.")
    return redirect(WAITING)


@for_practitioners(Permission.RECORD_PRACTICE)
def addresses(request: RecordRequest) -> HttpResponse:
    """To which addresses links may go, and how somebody made sure of each."""
    form = forms.AddressForm(request) if may(request.acting.role, Permission.KEEP_SERVICES) else None
    if form and form.is_final() and form.record(actions.verify_address, on=london_today(), **form.given()):
        messages.success(request, "The address is verified.")
        return redirect("front_door:addresses")
    return render(request, "front_door/addresses.html", presenters.address_list() | {"form": form})
