"""Pages on which managers answer, note and direct, and the thread of their words at a child's record."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.foundation.access.opening import OpenedChild, open_also
from sightline.foundation.access.policies import for_practitioners, opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.oversight import actions, forms, presenters, queries
from sightline.foundation.workforce.forms import choices


@for_practitioners(Permission.OVERSEE)
def waiting(request: RecordRequest) -> HttpResponse:
    """What waits for this manager, oldest first."""
    items = queries.waiting_for(request.reach, request.acting)
    request.reading.shows(child for item in items for child, _ in item.facts)
    shown = presenters.waiting_tickets(items, london_today())
    return render(request, "oversight/waiting.html", {"tickets": shown})


@opens_record(Permission.OVERSEE)
def answer(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Answer what was recorded in one go about a child and, where their records open too, brothers and sisters."""
    item = queries.item_of(child.pk, fact_id)
    if item is None:
        raise NoSuchRecord(child.pk, "nothing waits")
    others = [key for key, _ in item.facts if key != child.pk]
    opened = {child.pk, *open_also(request, others, via=child.pk, permission=Permission.OVERSEE)}
    item = queries.only_about(item, opened)
    form = forms.AnswerDecisionsForm(request, item=item)
    if form.is_final() and form.record(actions.answer_decisions, answers=form.answers(), on=london_today()):
        messages.success(request, "Your answer is recorded.")
        return redirect("workforce:my_work")
    facts = queries.facts_of(item.kind, [fact for _, fact in item.facts])
    decisions = presenters.decisions_to_answer(item.kind, [facts[fact] for _, fact in item.facts if fact in facts])
    page = {
        "form": form,
        "item": item,
        "decisions": decisions,
        "own": queries.is_own(item.recorded_by_id, request.acting),
        "may_sign": queries.may_be_signed_by(item.decision, request.acting),
        "needs": presenters.needs_words(item.rung),
    }
    return render(request, "oversight/answer.html", record_page(request, child) | page)


@opens_record(Permission.OPEN_RECORD)
def thread(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Everything managers decided, noted and directed about a child."""
    page = {
        "entries": presenters.thread_entries(queries.thread(child.pk)),
        "may_oversee": may(request.acting.role, Permission.OVERSEE),
        "may_decide": may(request.acting.role, Permission.RECORD_DECISION),
    }
    return render(request, "oversight/thread.html", record_page(request, child) | page)


@opens_record(Permission.RECORD_DECISION)
def reply(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Reply to a manager who sent a decision back."""
    decision = queries.sent_back(fact_id)
    form = forms.ReplyForm(request, subjects=[child.pk])
    if decision is None and not form.is_posted():
        raise NoSuchRecord(child.pk, "nothing was sent back")
    said = {"decision": fact_id, "text": form.cleaned_data["text"], "on": london_today()} if form.is_final() else {}
    if said and form.record(actions.reply, **said):
        messages.success(request, "Your reply is recorded. A manager is asked again.")
        return redirect("oversight:thread", child.pk)
    return recording(request, child, form, "Reply to the manager", decision=decision)


@opens_record(Permission.OVERSEE)
def record_note(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Write an oversight note."""
    form = forms.NoteForm(request, subjects=[child.pk])
    if form.is_final() and form.record(
        actions.record_oversight_note,
        children=[child.pk],
        stance=form.cleaned_data["stance"],
        reasons=form.cleaned_data["reasons"],
        on=london_today(),
    ):
        return redirect("oversight:thread", child.pk)
    return recording(request, child, form, "Write an oversight note")


@opens_record(Permission.OVERSEE)
def give_direction(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Ask somebody to do something about a child."""
    today = london_today()
    owners = choices.with_children(today, child=child.pk)
    form = forms.DirectionForm(request, child=child.pk, owners=owners, today=today)
    if form.is_final():
        asked: dict[str, Any] = {**form.cleaned_data, "owner": UUID(form.cleaned_data["owner"])}
        if form.record(actions.give_direction, children=[child.pk], on=today, **asked):
            return redirect("oversight:thread", child.pk)
    return recording(request, child, form, "Give a direction")


@opens_record(Permission.WORK)
def answer_direction(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Answer a direction."""
    form = forms.AnswerDirectionForm(request, child=child.pk, today=london_today())
    if form.is_final() and form.record(actions.answer_direction, direction=fact_id, on=london_today(), **form.given()):
        return redirect("oversight:thread", child.pk)
    direction = queries.direction_about(child.pk, fact_id)
    if direction is None:
        raise NoSuchRecord(child.pk, "no such direction")
    return recording(request, child, form, "Answer a direction", direction=direction)


def recording(request: RecordRequest, child: OpenedChild, form: Any, title: str, **more: Any) -> HttpResponse:
    """A page with one form at a child's record."""
    page = {"form": form, "title": title, "cancel": reverse("oversight:thread", args=[child.pk]), **more}
    return render(request, "oversight/recording.html", record_page(request, child) | page)
