"""Pages about who may open a record, and who must never see it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.foundation.access import actions, forms, presenters, queries
from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import for_practitioners, opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.workforce.fresh import freshly_authenticated

READERS = (
    "Name at least two people who work here now, one of them a manager. "
    "They also need a recorded reason to work with the child, or a role that may look with a reason."
)
RESTRICTING = (
    "From the moment you send this, only the people you name can open the record, whoever else works with the child. "
    f"{READERS}"
)
LIFTING = "Everybody with a recorded reason to work with this child can open the record again."
EXCLUDING = (
    "The record does not exist for them from the moment you send this, whatever their role, and even in an emergency."
)


@opens_record(Permission.RESTRICT_RECORD)
def walls(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Who may open this record, and who must never see it."""
    return render(request, "access/walls.html", record_page(request, child) | presenters.walls(child))


@opens_record(Permission.RESTRICT_RECORD)
@freshly_authenticated
def restrict(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Let only named people open this record."""
    form = forms.RestrictForm(request, subjects=[child.pk])
    answers = form.is_final() and form.cleaned_data
    if answers and form.record(
        actions.restrict,
        person=child.pk,
        category=answers["category"],
        reason=answers["reason"],
        asked_by=answers["asked_by"],
        readers=form.named(),
        on=london_today(),
    ):
        return redirect("access:restricted")
    return ask(request, child, form, "Restrict this record", "Restrict the record", RESTRICTING)


@opens_record(Permission.RESTRICT_RECORD)
@freshly_authenticated
def change_readers(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Change who may open a restricted record."""
    refuse_unless_restricted(child)
    named = [each.practitioner_id for each in queries.named_readers(child.pk)]
    form = forms.ReadersForm(request, subjects=[child.pk], named=named)
    if form.is_final() and form.record(
        actions.change_readers, person=child.pk, readers=form.named(), on=london_today()
    ):
        return saved(request, child, "The list of people who may open this record is changed.")
    return ask(request, child, form, "Change who may open this record", "Save", READERS)


@opens_record(Permission.RESTRICT_RECORD)
@freshly_authenticated
def lift(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Lift the restriction of this record."""
    restriction = refuse_unless_restricted(child)
    form = forms.EndForm(request, subjects=[child.pk])
    if form.is_final() and form.record(
        actions.lift_restriction,
        restriction=restriction,
        reason=form.cleaned_data["reason"],
        on=london_today(),
    ):
        return saved(request, child, "The restriction is lifted.")
    return ask(request, child, form, "Lift the restriction", "Lift the restriction", LIFTING)


@opens_record(Permission.RESTRICT_RECORD)
@freshly_authenticated
def renew(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Keep the restriction after its review."""
    restriction = refuse_unless_restricted(child)
    form = forms.RenewForm(request, subjects=[child.pk])
    if form.is_final() and form.record(
        actions.renew_restriction,
        restriction=restriction,
        reason=form.cleaned_data["reason"],
        on=london_today(),
    ):
        return saved(request, child, "The restriction is reviewed and kept.")
    return ask(request, child, form, "Review the restriction", "Keep the restriction")


@opens_record(Permission.RESTRICT_RECORD)
@freshly_authenticated
def exclude(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Make this record not exist for one practitioner."""
    form = forms.ExcludeForm(request, subjects=[child.pk])
    answers = form.is_final() and form.cleaned_data
    if answers and form.record(
        actions.exclude,
        person=child.pk,
        practitioner=UUID(answers["practitioner"]),
        reason=answers["reason"],
        on=london_today(),
    ):
        return saved(request, child, "The record does not exist for them from now on.")
    return ask(request, child, form, "Exclude somebody from this record", "Exclude them", EXCLUDING)


@opens_record(Permission.RESTRICT_RECORD)
@freshly_authenticated
def end_exclusion(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """End an exclusion."""
    exclusion = queries.exclusions_of(child.pk).filter(pk=fact_id).first()
    if exclusion is None:
        raise NoSuchRecord(child.pk, "no such exclusion")
    form = forms.EndForm(request, subjects=[child.pk])
    if form.is_final() and form.record(
        actions.end_exclusion, exclusion=exclusion, reason=form.cleaned_data["reason"], on=london_today()
    ):
        return saved(request, child, "The exclusion has ended.")
    return ask(request, child, form, f"End the exclusion of {exclusion.practitioner.name}", "End the exclusion")


@for_practitioners(Permission.RESTRICT_RECORD)
def restricted(request: RecordRequest) -> HttpResponse:
    """The record has been restricted; whoever did it may not be among those who can open it."""
    return render(request, "access/restricted.html")


def refuse_unless_restricted(child: OpenedChild) -> Any:
    """The restriction of a record; raises NoSuchRecord where there is none."""
    restriction = queries.restriction_of(child.pk)
    if restriction is None:
        raise NoSuchRecord(child.pk, "not restricted")
    return restriction


def saved(request: RecordRequest, child: OpenedChild, says: str) -> HttpResponse:
    """Back to the walls of the record, with a sentence about what was done."""
    messages.success(request, says)
    return redirect("access:walls", child_id=child.pk)


def ask(
    request: RecordRequest, child: OpenedChild, form: RecordingForm, heading: str, submit: str, says: str = ""
) -> HttpResponse:
    """The page of one question about the walls of a record."""
    page = {"form": form, "heading": heading, "submit": submit, "says": says}
    page["back_url"] = reverse("access:walls", args=[child.pk])
    return render(request, "access/ask.html", record_page(request, child) | page)
