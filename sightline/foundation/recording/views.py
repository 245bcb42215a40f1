"""A page on which one thing about a child is recorded, and the page that shows an area of a child's record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.door import Recorded
from sightline.ui.components import Link
from sightline.ui.vocabulary import said

View = Callable[..., HttpResponse]


def records(form: type[Any], action: Callable[..., Recorded], *, done: str, back: str) -> View:
    """A page that asks a form about a child, does an action with the answers, and goes back to the page `back`."""

    @opens_record(action.permission)  # type: ignore[attr-defined]
    def page(request: RecordRequest, child: OpenedChild) -> HttpResponse:
        return recording(request, child, asked(request, child, form), action, done=done, back=back)

    return page


def records_about(
    form: type[Any],
    action: Callable[..., Recorded],
    *,
    called: str,
    about: Callable[[UUID, UUID], str],
    done: str,
    back: str,
) -> View:
    """As `records`, about one fact of the child: its key is `called` so, and `about` says what it is, if it stands."""

    @opens_record(action.permission)  # type: ignore[attr-defined]
    def page(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
        words = about(child.pk, fact_id)
        if not words:
            raise NoSuchRecord(child.pk, "no such fact")
        answered = asked(request, child, form)
        return recording(request, child, answered, action, done=done, back=back, about=words, given={called: fact_id})

    return page


def recording(
    request: RecordRequest,
    child: OpenedChild,
    form: Any,
    action: Callable[..., Recorded],
    *,
    done: str,
    back: str,
    about: str = "",
    given: dict[str, Any] | None = None,
) -> HttpResponse:
    """Ask, record once what was answered, and go back to the page `back`; a refusal stands above the questions."""
    if form.is_final() and form.record(action, child_id=child.pk, **form.given(), **(given or {})):
        messages.success(request, said(done))
        return redirect(back, child.pk)
    return asking(request, child, form, back=back, about=about)


def asking(
    request: RecordRequest, child: OpenedChild, form: Any, *, back: str, about: str = "", **more: Any
) -> HttpResponse:
    """The page that asks a form; `children` among `more` names whom it is about, where it can be about several."""
    area = reverse(back, args=[child.pk])
    page = {"form": form, "title": str(form.title), "about": about, "cancel": area, "back": Link("Back", area)}
    return render(request, "recording/record.html", record_page(request, child) | page | more)


def asked(request: RecordRequest, child: OpenedChild, form: type[Any]) -> Any:
    """A form about a child, with today as its latest day."""
    return form(request, child=child.pk, today=london_today())


def shown(request: RecordRequest, child: OpenedChild, overview: Any) -> HttpResponse:
    """The page of an area of a child's record."""
    return render(request, "recording/area.html", record_page(request, child) | {"shown": overview})
