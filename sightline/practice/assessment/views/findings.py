"""Recording what an assessment finds about its children, and a manager's look at it on its way."""

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
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.views.together import ask_who, chosen, is_chosen, others_i_may_open
from sightline.foundation.recording.views import asking
from sightline.practice.assessment import actions, forms, presenters
from sightline.practice.assessment.views.work import PAGE, opened_with, the_work

View = Callable[..., HttpResponse]


OFFERED: dict[type[Any], Callable[..., dict[str, Any]]] = {  # what the lists of a form hold for an assessment
    forms.ViewForm: presenters.for_view,
    forms.NeedForm: presenters.for_need,
    forms.SharingForm: presenters.for_sharing,
}


def of_work(form_class: type[Any], action: Callable[..., Any], done: str) -> View:
    """A page that records something about the children of an assessment whose records open."""

    @opens_record(action.permission)  # type: ignore[attr-defined]
    def page(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
        found = the_work(child, fact_id)
        children = opened_with(request, child, found, action.permission)  # type: ignore[attr-defined]
        asked: dict[str, Any] = {"children": children, "today": london_today()}
        if form_class in OFFERED:
            asked |= OFFERED[form_class](found, children)
        form = form_class(request, **asked)
        if form.is_final() and form.record(action, child_id=child.pk, work_id=fact_id, **form.given()):
            messages.success(request, done)
            return redirect(PAGE, child.pk, fact_id)
        return shown(request, child, fact_id, form, children)

    return page


view = of_work(forms.ViewForm, actions.record_view, "The view is recorded.")
need = of_work(forms.NeedForm, actions.record_need, "The need is recorded.")
scale = of_work(forms.ScaleForm, actions.record_scale, "The scale is recorded.")
sharing = of_work(forms.SharingForm, actions.record_sharing, "It is recorded.")


@opens_record(Permission.OVERSEE)
def checkpoint(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Say whether an assessment needs to go on, for all its children in one go."""
    children = opened_with(request, child, the_work(child, fact_id), Permission.OVERSEE)
    form = forms.CheckpointForm(request, subjects=[each.key for each in children])
    said = {name: form.cleaned_data[name] for name in ("go_on", "reasons")} if form.is_final() else {}
    if said and form.record(actions.record_checkpoint, child_id=child.pk, work_id=fact_id, on=london_today(), **said):
        messages.success(request, "Your note stands in the record of each child.")
        return redirect(PAGE, child.pk, fact_id)
    return shown(request, child, fact_id, form, children)


@opens_record(Permission.RECORD_PRACTICE)
def whether(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Decide whether a child, and perhaps brothers and sisters, should be assessed."""
    others = others_i_may_open(request, child, Permission.RECORD_PRACTICE)
    if others and not is_chosen(request):
        return ask_who(request, child, others, str(forms.WhetherForm.title))
    children = chosen(request, child, others, Permission.RECORD_PRACTICE)
    keys = [each.key for each in children]
    form = forms.WhetherForm(request, children=keys, today=london_today())
    if form.is_final() and form.record(actions.decide_whether, children=keys, **form.given()):
        messages.success(request, "The decision is recorded.")
        return redirect("assessment:overview", child.pk)
    change = request.path if others else ""
    return asking(request, child, form, back="assessment:overview", children=children, change=change)


def shown(request: RecordRequest, child: OpenedChild, work: UUID, form: Any, children: Any) -> HttpResponse:
    """A page with one form about an assessment."""
    page = {"form": form, "title": form.title, "children": children, "cancel": reverse(PAGE, args=[child.pk, work])}
    return render(request, "assessment/section.html", record_page(request, child) | page | {"submit": "Record"})
