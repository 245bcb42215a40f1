"""About which brothers and sisters something is recorded together, and that their records open."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render

from sightline.foundation.access.opening import OpenedChild, open_also, which_may_open
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.children.forms.together import WhoElseForm
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.queries.siblings import Named, brothers_and_sisters


def others_i_may_open(request: RecordRequest, child: OpenedChild, permission: Permission) -> list[Named]:
    """Brothers and sisters about whom this practitioner may record; each name shown is logged."""
    found = brothers_and_sisters(child.pk)
    if not found:
        return []
    openable = set(which_may_open(request, [each.key for each in found], permission))
    others = [each for each in found if each.key in openable]
    request.reading.shows(each.key for each in others)
    return others


def ask_who(request: RecordRequest, child: OpenedChild, others: Sequence[Named], title: str) -> HttpResponse:
    """Ask which brothers and sisters it was about as well."""
    form = WhoElseForm(child=str(child), others=others)
    page = {"form": form, "title": title, "kept": list(request.GET.items())}
    return render(request, "children/together.html", record_page(request, child) | page)


def chosen(request: RecordRequest, child: OpenedChild, others: Sequence[Named], permission: Permission) -> list[Named]:
    """The child and those chosen, their records opened and logged; raises NoSuchRecord if one may not be opened."""
    references = set(request.GET.getlist("also"))
    also = [each for each in others if str(each.reference) in references]
    if len(also) < len(references):
        raise NoSuchRecord(child.pk, "chose a record that does not open")
    open_also(request, [each.key for each in also], via=child.pk, permission=permission)
    return [Named(child.pk, str(child), child.person.reference), *also]


def is_chosen(request: RecordRequest) -> bool:
    """Whether it was said whom it is about."""
    return "also" in request.GET or "chosen" in request.GET
