"""The board of the front door, and giving a contact to somebody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from sightline.foundation.access.opening import OpenedChild, open_also
from sightline.foundation.access.policies import for_practitioners, opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.calendar.words import format_moment
from sightline.foundation.children.presenters import record_page
from sightline.foundation.door import Recorded
from sightline.foundation.workforce.presenters import behind_numbers as lists
from sightline.practice.front_door import actions
from sightline.practice.front_door.forms import board as forms
from sightline.practice.front_door.presenters import board as presenter
from sightline.practice.front_door.presenters import rings
from sightline.practice.front_door.presenters.waiting_room import not_safe_tickets
from sightline.practice.front_door.queries import board as queries
from sightline.practice.front_door.queries.ringing import nobody_has_it, rings_for
from sightline.practice.front_door.rules import ContactKind
from sightline.ui.components import Link
from sightline.ui.downloads import download
from sightline.ui.vocabulary import said

SEES = for_practitioners(Permission.SEE_FRONT_DOOR)


def everybody(request: RecordRequest) -> bool:
    """Whether the reader sees the contacts of everybody."""
    return may(request.acting.role, Permission.ALLOCATE)


def found(request: RecordRequest) -> tuple[Any, Any, Any, Any]:
    """Every contact that the reader may know of, the part asked for, what was asked, and the form."""
    every_one = queries.open_contacts(request.reach, london_today(), timezone.now(), everybody=everybody(request))
    form = forms.narrowing(request.GET, presenter.WHICH, dict(ContactKind.choices))
    asked = forms.asked(form)
    return every_one, queries.narrowed(every_one, asked, request.reach.practitioner), asked, form


def reader(request: RecordRequest, asked: queries.Asked) -> presenter.Page:
    """Who reads the board."""
    role = request.acting.role
    return presenter.Page(
        request.reach.practitioner,
        gives=may(role, Permission.ALLOCATE),
        hands_over=may(role, Permission.HAND_OVER),
        empty=presenter.empty(asked),
    )


def table_of(request: RecordRequest, contacts: Any, asked: queries.Asked) -> Any:
    """The table of some contacts, each as the rows of its children."""
    moment = london_today(), timezone.now()
    beside = queries.beside((row for rows in contacts for row in rows), *moment)
    return presenter.board_table(contacts, beside, moment, reader(request, asked))


def duty(now: datetime) -> dict[str, Any]:
    """Who is on duty now and next, for the top of a page."""
    rota = queries.rota(now)
    return {
        "on_duty": presenter.on_duty(rota, now),
        "nobody": presenter.NOBODY_ON_DUTY,
        "next": presenter.next_on_duty(rota, now),
    }


@SEES
@require_safe
def board(request: RecordRequest) -> HttpResponse:
    """Every contact that waits for a decision, and who is on duty."""
    every_one, narrowed, asked, form = found(request)
    part = lists.paged(narrowed, request.GET)
    now, here = timezone.now(), reverse("front_door:board")
    ringing_now = list(
        nobody_has_it(now) if everybody(request) else rings_for(request.reach, request.reach.practitioner, now)
    )
    contacts = queries.of_contacts(every_one, part)
    shown = (row for rows in contacts for row in rows)
    request.reading.shows({row.child_id for row in (*shown, *ringing_now)})
    kept = lists.kept(request.GET)
    context = {
        "as_at": format_moment(now),
        "sees_numbers": may(request.acting.role, Permission.SEE_LINE_OF_SIGHT),
        "takes_in": may(request.acting.role, Permission.ALLOCATE),
        "figures": presenter.figures(queries.numbers(every_one, request.reach.practitioner), here),
        "ringing": [*rings.tickets_of(ringing_now, request.acting, now), *not_safe_tickets(request.acting)],
        "filters": presenter.filters(form, request.GET, here),
        "table": table_of(request, contacts, asked),
        "pages": lists.pages(part, "contacts", request.GET),
        "download": f"{reverse('front_door:board_file')}{f'?{kept}' if kept else ''}",
    }
    return render(request, "front_door/board.html", context | duty(now))


@SEES
@require_safe
def board_file(request: RecordRequest) -> HttpResponse:
    """The board as a file; the read log holds everybody in it before the first byte is sent."""
    every_one, narrowed, asked, form = found(request)
    contacts = queries.of_contacts(every_one, narrowed)
    shown = (row.child_id for rows in contacts for row in rows)
    request.reading.downloads(shown, lines=len(contacts), narrowed_to=lists.narrowed_to(form))
    return download("contacts", *presenter.as_file(table_of(request, contacts, asked)))


def gives(action: Callable[..., Recorded], title: str) -> Any:
    """A page on which a contact is given to somebody, for all the children of it whose records open."""

    @opens_record(action.permission)  # type: ignore[attr-defined]
    def page(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
        together = queries.together_with(fact_id)
        if (child.pk, fact_id) not in {(row.child_id, row.pk) for row in together}:
            raise NoSuchRecord(child.pk, "no such open contact")
        children = [child.pk, *others(request, child, together, action.permission)]  # type: ignore[attr-defined]
        held = queries.holders_of(children)
        me = None if not held and request.acting.role in actions.TAKES_FOR_THEMSELF else request.user.pk
        form = forms.GiveContactForm(
            request, subjects=children, me=me, reach=request.reach, today=london_today(), held=bool(held)
        )
        if form.is_final() and form.record(action, children=children, on=london_today(), **form.given()):
            messages.success(request, "The contact is handed over." if held else "Somebody holds the contact now.")
            return redirect("front_door:board")
        about = presenter.named([row for row in together if row.child_id in children])
        cancel = reverse("front_door:board")
        context = {
            "form": form,
            "title": title,
            "about": about,
            "cancel": cancel,
            "back": Link(said("{front_door:capital}"), cancel),
        }
        return render(request, "recording/record.html", record_page(request, child) | context)

    return page


def others(request: RecordRequest, child: OpenedChild, together: Any, permission: Permission) -> list[UUID]:
    """The brothers and sisters of one contact whose records open without a reason, opened beside this one."""
    keys = [row.child_id for row in together if row.child_id != child.pk]
    return open_also(request, keys, via=child.pk, permission=permission) if keys else []


give = gives(actions.give_contact, "Who is to hold the contact?")
hand_over = gives(actions.hand_over_contact, "Hand the contact over")
