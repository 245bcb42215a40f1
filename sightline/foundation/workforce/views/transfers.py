"""Handing children over from one team to another: asking, answering, deciding after a refusal, withdrawing."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.foundation.access.opening import OpenedChild, open_also
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.views.together import ask_who, chosen, is_chosen, others_i_may_open
from sightline.foundation.workforce import actions, queries, rules
from sightline.foundation.workforce.forms import choices
from sightline.foundation.workforce.forms import transfers as forms
from sightline.foundation.workforce.presenters import transfers as presenters
from sightline.foundation.workforce.queries import transfers as asked


@opens_record(Permission.OPEN_RECORD)
def transfer(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """What was asked of another team, and what became of it."""
    found = wanted(child, fact_id)
    shown = presenters.transfer_page(found, asked.steps_of(found.pk), request.acting)
    return render(request, "workforce/transfers/transfer.html", record_page(request, child) | {"shown": shown})


@opens_record(Permission.HAND_OVER)
def ask(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Ask another team to take over this child and, if they move together, brothers and sisters."""
    title = "Hand over to another team"
    others = others_i_may_open(request, child, Permission.HAND_OVER)
    if others and not is_chosen(request):
        return ask_who(request, child, others, title)
    children = chosen(request, child, others, Permission.HAND_OVER)
    keys = [each.key for each in children]
    held = queries.holding_team(child.pk)
    form = forms.TransferForm(request, subjects=keys, without=held.team_id if held else None)
    if form.is_final() and form.record(actions.ask_transfer, children=keys, on=london_today(), **form.given()):
        messages.success(request, "The other team is asked. Until it accepts, nothing changes.")
        return redirect("workforce:involved", child.pk)
    page = {"children": children, "change": request.path if others else "", "submit": "Ask the other team"}
    return page_of(request, child, form, title, **page)


@opens_record(Permission.ALLOCATE)
def answer(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Take the children over, or refuse."""
    found, together = open_group(request, child, fact_id, Permission.ALLOCATE)
    form = forms.AnswerTransferForm(
        request,
        subjects=[each.child_id for each in together],
        team=found.to_team_id,
        me=request.user.pk,
        began=found.began,
        today=london_today(),
        may_refuse=rules.may_refuse(found.last_step or ""),
    )
    answers, keys = form.is_final() and form.cleaned_data, [each.pk for each in together]
    if answers and answers["answer"] == "refuse":
        if form.record(actions.refuse_transfer, transfers=keys, reasons=answers["reasons"], on=london_today()):
            messages.success(request, "Your reasons are recorded. The team that asked still holds the child.")
            return redirect("workforce:my_work")
    elif answers and form.record(
        actions.accept_transfer,
        transfers=keys,
        practitioner_id=choices.key(answers["practitioner"]),
        reason=answers["reason"],
        on=answers["on"],
    ):
        messages.success(request, f"{found.to_team.name} holds {child} now.")
        return redirect("workforce:involved", child.pk)
    return page_of(request, child, form, f"Answer for {found.to_team.name}", about=together, found=found)


@opens_record(Permission.DECIDE_TRANSFER)
def decide(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Decide after a refusal who holds the children."""
    found, together = open_group(request, child, fact_id, Permission.DECIDE_TRANSFER)
    names = {"to_team": found.to_team.name, "from_team": found.from_team.name}
    form = forms.DecideTransferForm(request, subjects=[each.child_id for each in together], **names)
    answers = form.is_final() and form.cleaned_data
    if answers and form.record(
        actions.decide_transfer,
        transfers=[each.pk for each in together],
        takes_over=answers["decision"] == forms.TAKES_OVER,
        reasons=answers["reasons"],
        on=london_today(),
    ):
        messages.success(request, "Your decision is recorded.")
        return redirect("workforce:transfer", child.pk, found.pk)
    return page_of(request, child, form, "Decide what was sent back", about=together, found=found)


@opens_record(Permission.HAND_OVER)
def withdraw(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Say that the other team need not take the children over any more."""
    found, together = open_group(request, child, fact_id, Permission.HAND_OVER)
    form = forms.WithdrawTransferForm(request, subjects=[each.child_id for each in together])
    keys = [each.pk for each in together]
    if form.is_final() and form.record(
        actions.withdraw_transfer, transfers=keys, reasons=form.cleaned_data["reasons"], on=london_today()
    ):
        return redirect("workforce:involved", child.pk)
    return page_of(request, child, form, "Withdraw what was asked", about=together, found=found)


def wanted(child: OpenedChild, fact_id: UUID) -> Any:
    """A request about this child; raises NoSuchRecord."""
    found = asked.transfer_of(child.pk, fact_id)
    if found is None:
        raise NoSuchRecord(child.pk, "no such transfer")
    return found


def open_group(request: RecordRequest, child: OpenedChild, fact_id: UUID, permission: Permission) -> tuple[Any, Any]:
    """An open request about this child, and those asked with it whose records open; raises NoSuchRecord."""
    found = wanted(child, fact_id)
    if found.ended is not None:
        raise NoSuchRecord(child.pk, "settled")
    together = asked.asked_together(found)
    others = [each.child_id for each in together if each.child_id != child.pk]
    opened = {child.pk, *open_also(request, others, via=child.pk, permission=permission)}
    return found, [each for each in together if each.child_id in opened]


def page_of(request: RecordRequest, child: OpenedChild, form: Any, title: str, **more: Any) -> HttpResponse:
    """The page of one of these forms."""
    page = {"form": form, "title": title, "submit": "Record", **more}
    if found := more.get("found"):
        page["shown"] = presenters.transfer_page(found, asked.steps_of(found.pk), request.acting)
    page["cancel"] = reverse("workforce:involved", args=[child.pk])
    return render(request, "workforce/transfers/ask.html", record_page(request, child) | page)
