"""Plans at a child's record."""

from __future__ import annotations

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
from sightline.foundation.documents.presenters.making import link_to_make
from sightline.foundation.plans import actions, forms, presenters, queries
from sightline.foundation.plans.presenters.pointing import once_recorded
from sightline.foundation.workforce.forms import choices


@opens_record(Permission.OPEN_RECORD)
def plans(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """A child's plans."""
    shown = presenters.listed(queries.plans_of(child.pk), child, london_today(), records=may_record(request))
    return render(request, "plans/plans.html", record_page(request, child) | shown)


@opens_record(Permission.OPEN_RECORD)
def plan(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """One plan with its goals and steps."""
    copies = link_to_make("plan", child.pk, fact_id, request.acting.role)
    words = queries.words_of_steps(child.pk)
    shown = presenters.plan_shown(plan_of(child, fact_id), london_today(), records=may_record(request), words=words)
    return render(request, "plans/plan.html", record_page(request, child) | {"shown": shown, "copies": copies})


@opens_record(Permission.RECORD_PLAN)
def begin(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Begin a plan with its first goal."""
    form = forms.BeginPlanForm(request, child=child.pk, today=london_today())
    if form.is_final():
        answers = {name: form.cleaned_data[name] for name in ("kind", "began", "purpose", "agreed_with")}
        recorded = form.record(actions.begin_plan, child=child.pk, goals=[form.goal()], **answers)
        if recorded:
            messages.success(request, "The plan is recorded. Add the steps now.")
            return redirect("plans:plan", child.pk, recorded.result)
    return asking(request, child, form, "Begin a plan", reverse("plans:plans", args=[child.pk]))


@opens_record(Permission.RECORD_PLAN)
def add_goal(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Add a goal to a plan."""
    found = plan_of(child, fact_id).plan
    form = forms.GoalForm(request, subjects=[child.pk])
    if form.is_final() and form.record(
        actions.add_goal, child=child.pk, plan=found.pk, goal=form.goal(), on=london_today()
    ):
        messages.success(request, "The goal is part of the plan.")
        return redirect("plans:plan", child.pk, found.pk)
    return asking(request, child, form, "Add a goal", back_to(found))


@opens_record(Permission.RECORD_PLAN)
def add_step(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Add a step to a goal."""
    goal = goal_of(child, fact_id)
    form = forms.StepForm(request, child=child.pk, owners=choices.with_children(london_today(), child=child.pk))
    if form.is_final() and form.record(
        actions.add_step, child=child.pk, goal=goal.pk, step=form.step(), on=london_today()
    ):
        messages.success(request, "The step is part of the plan.")
        if open_still := once_recorded(form.step(), goal):
            messages.info(request, open_still)
        return redirect("plans:plan", child.pk, goal.plan_id)
    return asking(request, child, form, "Add a step", back_to(goal.plan), about=goal.text)


@opens_record(Permission.RECORD_PLAN)
def progress(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Say how far the open steps of a plan have come."""
    stands = plan_of(child, fact_id)
    steps = [step for step in stands.steps if step.is_open]
    form = forms.ProgressForm(request, child=child.pk, steps=steps, today=london_today())
    if form.is_final() and form.record(
        actions.record_progress, child=child.pk, plan=stands.plan.pk, moved=form.moved(), on=form.cleaned_data["on"]
    ):
        messages.success(request, "How far it has come is recorded.")
        return redirect("plans:plan", child.pk, stands.plan.pk)
    return asking(request, child, form, "How far has it come?", back_to(stands.plan))


@opens_record(Permission.RECORD_PLAN)
def step_progress(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """From My work: the page on which the plan of a step is taken on."""
    step = queries.step_of(child.pk, fact_id)
    if step is None:
        raise NoSuchRecord(child.pk, "no such step")
    return redirect("plans:progress", child.pk, step.goal.plan_id)


@opens_record(Permission.RECORD_PLAN)
def end_goal(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Say what became of a goal."""
    goal = goal_of(child, fact_id)
    form = forms.EndGoalForm(request, child=child.pk, today=london_today())
    if form.is_final() and form.record(actions.end_goal, child=child.pk, goal=goal.pk, **form.cleaned_data):
        messages.success(request, "What became of the goal is recorded.")
        return redirect("plans:plan", child.pk, goal.plan_id)
    return asking(request, child, form, "What became of this goal?", back_to(goal.plan), about=goal.text)


@opens_record(Permission.RECORD_PLAN)
def end(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """End a plan."""
    found = plan_of(child, fact_id).plan
    form = forms.EndPlanForm(request, child=child.pk, today=london_today())
    if form.is_final() and form.record(actions.end_plan, child=child.pk, plan=found.pk, **form.cleaned_data):
        messages.success(request, "The plan has ended. It stays readable here.")
        return redirect("plans:plan", child.pk, found.pk)
    return asking(request, child, form, "End this plan", back_to(found))


def plan_of(child: OpenedChild, fact_id: UUID) -> queries.PlanStands:
    """A plan whole; raises NoSuchRecord."""
    found = queries.plans_of(child.pk, fact_id)
    if not found:
        raise NoSuchRecord(child.pk, "no such plan")
    return found[0]


def goal_of(child: OpenedChild, fact_id: UUID) -> Any:
    """A goal; raises NoSuchRecord."""
    found = queries.goal_of(child.pk, fact_id)
    if found is None:
        raise NoSuchRecord(child.pk, "no such goal")
    return found


def may_record(request: RecordRequest) -> bool:
    """Whether this role records plans."""
    return may(request.acting.role, Permission.RECORD_PLAN)


def back_to(plan: Any) -> str:
    """The page of a plan."""
    return reverse("plans:plan", args=[plan.child_id, plan.pk])


def asking(
    request: RecordRequest, child: OpenedChild, form: Any, title: str, back: str, about: str = ""
) -> HttpResponse:
    """A page that asks one form."""
    page = {"form": form, "title": title, "about": about, "back": back}
    return render(request, "plans/asking.html", record_page(request, child) | page)
