"""Taking a contact: with a child's record open, or with nobody's yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from sightline.foundation.access.actions import look
from sightline.foundation.access.opening import OpenedChild, open_also, which_may_open
from sightline.foundation.access.policies import for_practitioners, opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import OpeningReason, Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.views.adding import look_alikes
from sightline.foundation.children.views.together import ask_who, chosen, is_chosen, others_i_may_open
from sightline.foundation.search.presenters import in_one_line, results
from sightline.practice.front_door import actions, forms, queries
from sightline.ui.components import Link
from sightline.ui.forms.rendering import question
from sightline.ui.vocabulary import said

TITLE = "Record a contact"
NOW = "now"  # in the address: a child is not safe now
WHY_OPENED = "A contact about this child was recorded at the front door."
NOT_YOURS = "This record is with others, and your role does not open it. Ask duty to take the contact"


@for_practitioners(Permission.RECORD_PRACTICE)
def take(request: RecordRequest) -> HttpResponse:
    """Take a contact about children whose records nobody has opened, or who have none."""
    form = form_asked(request)(request, now=timezone.now(), today=london_today())
    page = {"base": "ui/page.html", "cancel": reverse("workforce:my_work")}
    return taking(request, form, page)


@opens_record(Permission.RECORD_PRACTICE)
def contact(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Take a contact about a child whose record is open and, if it is about them too, brothers and sisters."""
    others = others_i_may_open(request, child, Permission.RECORD_PRACTICE)
    if others and not is_chosen(request):
        return ask_who(request, child, others, TITLE)
    children = chosen(request, child, others, Permission.RECORD_PRACTICE)
    form = form_asked(request)(request, known=children, now=timezone.now(), today=london_today())
    area = reverse("front_door:overview", args=[child.pk])
    page = {"base": "children/record.html", "cancel": area, "back": Link("Back", area), "children": children}
    page["change"] = request.path if others else ""
    return taking(request, form, page, child)


def form_asked(request: RecordRequest) -> type[Any]:
    """The whole form; or, for a child who is not safe now, the few questions without which nobody can act."""
    return forms.NotSafeForm if NOW in request.GET else forms.IntakeForm


@for_practitioners(Permission.RECORD_PRACTICE)
@require_POST
def look_up(request: RecordRequest) -> HttpResponse:
    """Whether somebody being typed in is one of the people found: a part of the page, asked for while typing."""
    row = forms.row_typed(request.POST, london_today())
    if row is None:
        raise NoSuchRecord(None, "no such row of the form")
    restricted = look_for_row(request, row, known=set(), final=False)
    asked = question(row["existing"]) if "existing" in row.fields else ""
    return render(request, "front_door/look_up.html", {"asked": asked, "restricted": restricted})


def taking(request: RecordRequest, form: Any, page: dict[str, Any], child: OpenedChild | None = None) -> HttpResponse:
    """The page on which a contact is taken; who is named is looked for first, and nothing typed is lost."""
    restricted = look_for(request, form)
    if form.is_final() and may_be_about(request, form):
        recorded = form.record(actions.receive_contact, from_form=begun_with(request), **form.given())
        if recorded:
            return taken(request, recorded.made)
    around = record_page(request, child) if child else {}
    shown = {"form": form, "title": TITLE, "restricted": restricted, **two_ways(request)}
    return render(request, "front_door/take.html", around | page | shown)


def two_ways(request: RecordRequest) -> dict[str, Any]:
    """The way from the whole form to the few questions for a child who is not safe now, and back."""
    query, is_now = request.GET.copy(), NOW in request.GET
    query.pop("draft", None)
    if is_now:
        del query[NOW]
    else:
        query[NOW] = "yes"
    other = f"{request.path}?{query.urlencode()}" if query else request.path
    words = said("Record, and ask for {strategy_discussion:article} now")
    page = {"is_now": is_now, "other_way": other, "look_up_url": reverse("front_door:look_up")}
    return page | ({"title": forms.NotSafeForm.title, "at_once_words": words} if is_now else {})


def begun_with(request: RecordRequest) -> UUID | None:
    """The partner's form that a contact was begun with, for those who take such forms in."""
    try:
        key = UUID(request.GET.get(forms.RECEIVED, ""))
    except ValueError:
        return None
    return key if may(request.acting.role, Permission.TAKE_IN_FORMS) else None


def look_for(request: RecordRequest, form: Any) -> list[Any]:
    """Ask of everybody named whether they are one of the people found; what may be said of restricted records."""
    known, final = {each.key for each in form.known}, form.is_final()
    rows = (*form.children, *form.adults)
    return [each for row in rows for each in look_for_row(request, row, known=known, final=final)]


def look_for_row(request: RecordRequest, row: Any, *, known: set[UUID], final: bool) -> list[Any]:
    """Ask of one person named whether they are one of those found; what may be said of restricted records."""
    today = london_today()
    found = look_alikes(request, row.typed()) if row.is_bound else []
    fit = [each for each in found if not each.restricted and each.person_id not in known]
    if row.of_a_child:
        fit = [each for each in fit if each.is_child]
    row.ask_about([(str(each.person_id), in_one_line(each, today)) for each in fit], final=final)
    return results(found, today).restricted


def may_be_about(request: RecordRequest, form: Any) -> bool:
    """Open the records that were chosen, for this contact where nothing else opens them; says where one stays shut."""
    rows = {row.chosen(): row for row in form.children if row.chosen()}
    opened = open_for_contact(request, list(rows), via=form.known[0].key if form.known else None)
    for key, row in rows.items():
        if key not in opened:
            row.add_error("existing", NOT_YOURS)
    return len(opened) == len(rows)


def open_for_contact(request: RecordRequest, people: Sequence[UUID], *, via: UUID | None) -> list[UUID]:
    """Open these records; where nothing else opens one and the role looks with a reason, the contact is the reason."""
    shut = set(people) - set(which_may_open(request, people, Permission.RECORD_PRACTICE)) if people else set()
    if may(request.acting.role, Permission.LOOK_WITH_REASON):
        for person in shut:
            reason = {"reason_code": OpeningReason.NEW_CONTACT, "reason": WHY_OPENED}
            look(person=person, now=timezone.now(), by=request.acting, **reason)
    return open_also(request, people, via=via or people[0], permission=Permission.RECORD_PRACTICE) if people else []


def taken(request: RecordRequest, contact: UUID) -> HttpResponse:
    """On to the contact, with the reference for whoever got in touch."""
    child, reference = queries.where_recorded(contact)
    messages.success(request, f"The contact is recorded. Tell them the reference: {reference}.")
    return redirect("front_door:contact_page", child, contact)
