"""Who works with a child: placing, allocating, involving and ending."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.workforce import actions, queries
from sightline.foundation.workforce.forms import choices
from sightline.foundation.workforce.forms.involvement import AllocateForm, EndForm, InvolveForm, PlaceForm
from sightline.foundation.workforce.presenters.closing import closure_link
from sightline.foundation.workforce.presenters.involved import now_and_before, who
from sightline.foundation.workforce.presenters.transfers import endings, going_on
from sightline.foundation.workforce.presenters.words import part_words
from sightline.foundation.workforce.queries import closing, transfers


@opens_record(Permission.OPEN_RECORD)
def involved(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Everybody who works or worked with this child."""
    may_change = may(request.acting.role, Permission.ALLOCATE)
    history = list(queries.history_of(child.pk))
    page = now_and_before(history, child.pk, request.user.pk, london_today(), may_change=may_change)
    is_open = any(each.ended is None for each in history)
    held = queries.holding_team(child.pk)
    worker = queries.allocated_worker(child.pk)
    context = {
        "may_change": may_change,
        "held": held,
        "worker": worker,
        "tables": page,
        "transfer": going_on(transfers.open_transfer(child.pk)),
        "endings": list(endings(child.pk, request.acting.role, held=held is not None, is_open=is_open)),
        "closures": [closure_link(each) for each in closing.closures_of(child.pk)],
    }
    return render(request, "workforce/involved/involved.html", record_page(request, child) | context)


@opens_record(Permission.ALLOCATE)
def place(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Put this child on a team's waiting list."""
    today = london_today()
    form = PlaceForm(request, subjects=[child.pk], today=today)
    answers = form.is_final() and form.cleaned_data
    if answers and form.record(
        actions.place_with_team,
        child_id=child.pk,
        team_id=choices.key(answers["team"]),
        priority=answers["priority"],
        reason=answers["reason"],
        on=answers["on"],
    ):
        messages.success(request, f"{child} is on the team's waiting list.")
        return redirect("workforce:involved", child.pk)
    return ask(request, child, form, "Place with a team")


@opens_record(Permission.ALLOCATE)
def allocate(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Give this child to a worker of the team that holds them."""
    held = queries.holding_team(child.pk)
    if held is None or held.team_id is None:
        return redirect("workforce:place", child.pk)
    form = AllocateForm(request, subjects=[child.pk], team=held.team_id, me=request.user.pk, today=london_today())
    answers = form.is_final() and form.cleaned_data
    if answers and form.record(
        actions.allocate,
        child_id=child.pk,
        practitioner_id=choices.key(answers["practitioner"]),
        reason=answers["reason"],
        on=answers["on"],
    ):
        messages.success(request, f"{child} is allocated.")
        return redirect("workforce:involved", child.pk)
    return ask(request, child, form, "Allocate to a worker")


@opens_record(Permission.ALLOCATE)
def involve(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Record why somebody else works with this child."""
    form = InvolveForm(request, subjects=[child.pk], me=request.user.pk, today=london_today())
    answers = form.is_final() and form.cleaned_data
    if answers and form.record(
        actions.involve,
        child_id=child.pk,
        practitioner_id=choices.key(answers["practitioner"]),
        kind=answers["kind"],
        reason=answers["reason"],
        on=answers["on"],
    ):
        return redirect("workforce:involved", child.pk)
    return ask(request, child, form, "Involve somebody else")


@opens_record(Permission.ALLOCATE)
def end(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """End a team's or a person's work with this child."""
    involvement = queries.history_of(child.pk).filter(pk=fact_id, ended=None).first()
    if involvement is None:
        raise NoSuchRecord(child.pk, "no such open involvement")
    form = EndForm(request, subjects=[child.pk], today=london_today())
    answers = form.is_final() and form.cleaned_data
    if answers and form.record(
        actions.end_involvement, involvement_id=fact_id, reason=answers["reason"], on=answers["on"]
    ):
        return redirect("workforce:involved", child.pk)
    return ask(request, child, form, f"End: {part_words(involvement.kind)}, {who(involvement)}")


def ask(request: RecordRequest, child: OpenedChild, form: object, heading: str) -> HttpResponse:
    """The page of one of these forms."""
    context = {"form": form, "heading": heading}
    return render(request, "workforce/involved/ask.html", record_page(request, child) | context)
