"""Adding people: search comes first, and possible duplicates are shown without losing what was typed."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from sightline.foundation.access.policies import for_practitioners, opens_record
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children import actions
from sightline.foundation.children.forms import AddChildForm, AddToNetworkForm, LookAlikeForm
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.rules.identity import IdentifierKind
from sightline.foundation.door import Recorded
from sightline.foundation.search.presenters import in_one_line, results, signature
from sightline.foundation.search.queries import Found, possible_duplicates
from sightline.foundation.search.rules import asked_about


@for_practitioners(Permission.ADD_PERSON)
def add(request: RecordRequest) -> HttpResponse:
    """Begin a record of a child or of a baby who is expected."""
    form = AddChildForm(request, today=london_today())
    found = look_alikes(request, form.cleaned_data) if form.is_final() else []
    form.ask_about(signature(found))
    said = {"on": london_today(), "held_by_team": form.held_by_team(), **form.who()} if form.is_final() else {}
    if said and (recorded := form.record(actions.add_child, **said)):
        record_number(request, form, recorded.result)
        return begun(request, recorded.result, said["held_by_team"])
    alike = results(found, london_today(), caption="Records that may be the same person")
    shown = {"form": form, "alike": alike, "look_alikes_url": reverse("children:look_alikes")}
    return render(request, "children/add.html", shown)


def begun(request: RecordRequest, child_id: Any, team: UUID) -> HttpResponse:
    """On to the new record; where another team holds it, back to one's own work."""
    if team in request.reach.whose()["teams"]:
        messages.success(request, "The record is begun. The team holds it, and a worker can be allocated.")
        return redirect("children:child", child_id)
    messages.success(request, "The record is begun. It is on the waiting list of the team you chose.")
    return redirect("workforce:my_work")


def record_number(request: RecordRequest, form: AddChildForm, person_id: Any) -> None:
    """Record the NHS number that was given with a new child; the record is open, because it was just made."""
    if number := form.cleaned_data.get("nhs_number"):
        actions.record_identifier(
            person_id=person_id, kind=IdentifierKind.NHS, value=number, began=london_today(), by=request.acting
        )


@for_practitioners(Permission.ADD_PERSON)
@require_POST
def show_look_alikes(request: RecordRequest) -> HttpResponse:
    """Records that may be the same person as the one being typed in: a part of a page, asked for while typing."""
    form = LookAlikeForm(request.POST)
    alike = results(look_alikes(request, form.typed()), london_today(), caption="Records that may be the same person")
    return render(request, "children/look_alikes.html", {"alike": alike})


@opens_record(Permission.RECORD_PERSON)
def add_person(request: RecordRequest, *, child: Any) -> HttpResponse:
    """Add somebody to the people around a child: a new person, or one who is known already."""
    today = london_today()
    form = AddToNetworkForm(request, subjects=[child.pk], today=today)
    found = look_alikes(request, form.cleaned_data) if form.is_final() else []
    others = [each for each in found if not each.restricted and each.person_id != child.pk]
    form.ask_about([(str(each.person_id), in_one_line(each, today)) for each in others])
    if form.is_final() and join(form, child.pk, today):
        messages.success(request, "Added to the family and network.")
        return redirect("children:family", child.pk)
    restricted = results(found, today).restricted
    shown = {"form": form, "restricted": restricted, "back_url": reverse("children:family", args=[child.pk])}
    return render(request, "children/add_person.html", record_page(request, child) | shown)


def join(form: AddToNetworkForm, child_id: UUID, today: date) -> Recorded | None:
    """Record the relationship with the person who was chosen, or with a new one; nothing where it is refused."""
    said = {name: form.cleaned_data[name] for name in ("kind", "details")}
    began = form.cleaned_data["began"] or today
    if chosen := form.chosen():
        return form.record(actions.record_relationship, person_id=child_id, other_id=chosen, began=began, **said)
    return form.record(actions.add_to_network, child_id=child_id, began=began, **said, **form.who())


def look_alikes(request: RecordRequest, answers: dict[str, Any]) -> list[Found]:
    """Records that may be the same person, logged as shown."""
    tells = may(request.acting.role, Permission.BREAK_GLASS)
    found = possible_duplicates(*asked_about(answers), tells_of_restricted=tells)
    request.reading.shows([each.person_id for each in found])
    return found
