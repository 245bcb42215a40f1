"""Pages on which one thing about a child is recorded, or put right, and the page that shows an area of a record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.chronology.presenters import known_on, moment_asked
from sightline.foundation.correctable import Correctable, correctable
from sightline.foundation.door import Recorded
from sightline.foundation.recording import actions, forms, presenters, queries
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


@opens_record(Permission.OPEN_RECORD)
def fact(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """One fact whole, as it stands or as it was known at a moment, with what was recorded before its corrections."""
    moment = moment_asked(request.GET)
    found = the_fact(child, fact_id, moment)
    mistake = queries.who_marked(fact_id) if found.asked.mistake else None
    may_correct = moment is None and puts_it_right(request, found)
    page = {
        "shown": presenters.fact_shown(found, child.pk, mistake, puts_right=may_correct),
        "as_known_on": known_on(request.GET, moment),
    }
    return render(request, "recording/fact.html", record_page(request, child) | page)


@opens_record(Permission.CORRECT_FACT)
def correct(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Put right what a fact says."""
    found = the_fact_to_put_right(request, child, fact_id)
    form = forms.CorrectFactForm(
        request,
        child=child.pk,
        fact=found.newest.fact,
        declared=found.declared,
        version=found.version,
        today=london_today(),
    )
    if form.is_final() and put_right(form, actions.correct_fact, child, fact_id, right=form.given()):
        left = found.declared.once_corrected.get(found.newest.fact._meta.label, "")
        done = f"The correction is recorded. What was recorded first stays readable. {left}"
        messages.success(request, said(done.strip()))
        return redirect("recording:fact", child.pk, form.recorded.made)  # type: ignore[union-attr]
    page = {"title": "Correct what is recorded", "submit": "Record the correction"}
    return putting_right(request, child, found, form, page)


@opens_record(Permission.CORRECT_FACT)
def withdraw(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Say that a fact should never have been recorded."""
    found = the_fact_to_put_right(request, child, fact_id)
    together = [] if found.newest.corrected else queries.recorded_with(child.pk, found.newest)
    theirs = [each for each in together if puts_right(request, correctable()[each.kind], each.fact)]
    offered = [(str(each.fact.pk), each.told.title(each.fact)) for each in theirs]
    form = forms.WithdrawFactForm(request, child=child.pk, version=found.version, together=offered)
    if form.is_final() and put_right(form, actions.withdraw_fact, child, fact_id, **form.given()):
        messages.success(request, "This no longer stands in the record. That it was here stays readable.")
        return redirect("recording:fact", child.pk, fact_id)
    goes = queries.all_belonging_to([found.newest.fact])
    page = {"title": "Recorded by mistake", "submit": "Take it out of the record", "goes": presenters.named(goes)}
    return putting_right(request, child, found, form, page)


def put_right(
    form: forms.PutRightForm, action: Callable[..., Recorded], child: OpenedChild, fact_id: UUID, **asked: Any
) -> Recorded | None:
    """Do the action with the version that the page showed, and why."""
    why = form.cleaned_data["put_right_because"]
    return form.record(action, child_id=child.pk, fact_id=fact_id, seen=form.seen_version, why=why, **asked)


def putting_right(
    request: RecordRequest, child: OpenedChild, found: queries.Told, form: Any, page: dict[str, Any]
) -> HttpResponse:
    """The page on which a fact is put right, with what it says now."""
    shown = presenters.fact_shown(found, child.pk, None, puts_right=False)
    back = Link("Back", reverse("recording:fact", args=[child.pk, found.asked.fact.pk]))
    context = {"form": form, "shown": shown, "back": back, **page}
    return render(request, "recording/put_right.html", record_page(request, child) | context)


def the_fact(child: OpenedChild, fact_id: UUID, moment: datetime | None = None) -> queries.Told:
    """A fact with its history; raises NoSuchRecord."""
    found = queries.told_about(child.pk, fact_id, moment)
    if found is None:
        raise NoSuchRecord(child.pk, "no such fact")
    return found


def the_fact_to_put_right(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> queries.Told:
    """A fact with its history, for somebody who could have recorded it; raises NoSuchRecord."""
    found = the_fact(child, fact_id)
    if not puts_it_right(request, found):
        raise NoSuchRecord(child.pk, "role does not allow it")
    return found


def puts_it_right(request: RecordRequest, found: queries.Told) -> bool:
    """Whether somebody could have recorded a fact as it stands, and so puts it right."""
    return puts_right(request, found.declared, found.newest.fact)


def puts_right(request: RecordRequest, declared: Correctable, fact: Any) -> bool:
    """Whether somebody could have recorded a fact."""
    by = request.acting
    own = not declared.own or fact.recorded_by_id == by.practitioner_id
    return own and may(by.role, Permission.CORRECT_FACT) and may(by.role, declared.needs(fact))
