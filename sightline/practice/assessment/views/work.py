"""Writing an assessment: its sections one at a time, reading it whole, and submitting it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.foundation.access.opening import OpenedChild, open_also
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.presenters.lives import before_birth_links
from sightline.foundation.children.queries.siblings import Named, named
from sightline.foundation.documents.presenters.making import link_to_make
from sightline.foundation.oversight.queries import answers_about
from sightline.foundation.oversight.rules import Answer
from sightline.practice.assessment import actions, forms, presenters, queries, rules
from sightline.ui.components import Link

PAGE = "assessment:work"
RECORDED = (
    ("Record a child’s view", "assessment:view"),
    ("Record a need and what answers it", "assessment:need"),
    ("Record the risk scale", "assessment:scale"),
    ("Record with whom of the family it was shared", "assessment:sharing"),
)


@opens_record(Permission.OPEN_RECORD)
def work(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """How far an assessment has come, and its sections."""
    found = the_work(child, fact_id)
    children = opened_with(request, child, found, Permission.OPEN_RECORD)
    submitted = queries.submissions_of(found)
    answers = answers_about([each.pk for each in submitted.values()])
    state = queries.state_from(found, submitted, answers)
    writes = state.may_be_written and may(request.acting.role, Permission.RECORD_PRACTICE)
    shown = presenters.work_page(
        found,
        children,
        state,
        london_today(),
        sent_back=why_sent_back(answers.values()),
        writes=writes,
        unborn=child.person.is_unborn or found.kind == rules.Kind.PRE_BIRTH,
        links=list(ways_on(request, child, fact_id, writes=writes, over=state.is_over)),
    )
    page = {"shown": shown, "children": children, "back": back_to(child)}
    page["submit"] = reverse("assessment:submit", args=[child.pk, fact_id]) if writes else ""
    return render(request, "assessment/work.html", record_page(request, child) | page)


def why_sent_back(answers: Iterable[Any]) -> list[str]:
    """What has to change before it is signed: the same reasons for several children stand once."""
    open_ones = (each for each in answers if each.answer == Answer.SEND_BACK and each.reply is None)
    return list(dict.fromkeys(each.reasons for each in open_ones))


def ways_on(request: RecordRequest, child: OpenedChild, work_id: UUID, *, writes: bool, over: bool) -> Iterator[Link]:
    """What this practitioner can record of the assessment; submitting it comes last."""
    if writes:
        for words, route in RECORDED:
            yield Link(words, reverse(route, args=[child.pk, work_id]))
    yield from before_birth_links(child.pk, child.person, request.acting.role)
    if may(request.acting.role, Permission.OVERSEE) and not over:
        yield Link(
            "Look at it on its way: do we need to go on?", reverse("assessment:checkpoint", args=[child.pk, work_id])
        )


@opens_record(Permission.RECORD_PRACTICE)
def section(request: RecordRequest, child: OpenedChild, fact_id: UUID, section: str) -> HttpResponse:
    """Write one section."""
    found, asked = the_work(child, fact_id), rules.sections().get(section)
    if asked is None:
        raise NoSuchRecord(child.pk, "no such section")
    children = opened_with(request, child, found, Permission.RECORD_PRACTICE)
    form = presenters.section_form(request, child, found, asked, children)
    if form.is_final() and form.record(
        actions.save_section,
        child_id=child.pk,
        work_id=fact_id,
        section=section,
        on=london_today(),
        **form.given(),
    ):
        messages.success(request, "The section is saved.")
        return redirect(PAGE, child.pk, fact_id)
    page = {
        "form": form,
        "title": asked.heading,
        "children": children,
        "cancel": reverse(PAGE, args=[child.pk, fact_id]),
    }
    return render(request, "assessment/section.html", record_page(request, child) | page)


@opens_record(Permission.RECORD_PRACTICE)
def submit(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Give an assessment to a manager to be signed, for all its children in one go."""
    found = the_work(child, fact_id)
    opened = opened_with(request, child, found, Permission.RECORD_PRACTICE)
    open_ones = set(queries.children_under_way(found))
    children = [each for each in opened if each.key in open_ones]
    before = queries.submissions_of(found)
    form = forms.SubmitForm(request, children=children, today=london_today(), before=before)
    if form.is_final() and form.record(
        actions.submit_work, child_id=child.pk, work_id=fact_id, on=london_today(), **form.given()
    ):
        messages.success(request, "The assessment is submitted. A manager is asked to sign it.")
        return redirect(PAGE, child.pk, fact_id)
    page = {"form": form, "title": form.title, "children": children, "cancel": reverse(PAGE, args=[child.pk, fact_id])}
    return render(request, "assessment/section.html", record_page(request, child) | page | {"submit": "Submit"})


@opens_record(Permission.OPEN_RECORD)
def document(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """The assessment as professionals read it, as far as the records of its children open."""
    return whole(request, child, the_work(child, fact_id))


@opens_record(Permission.OPEN_RECORD)
def submitted(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """The assessment to which something submitted about a child belongs."""
    found = queries.submission_of(child.pk, fact_id)
    if found is None:
        raise NoSuchRecord(child.pk, "no such fact")
    return whole(request, child, the_work(child, found.work_id))


def whole(request: RecordRequest, child: OpenedChild, found: queries.AssessmentWork) -> HttpResponse:
    """The page on which an assessment is read whole."""
    children = opened_with(request, child, found, Permission.OPEN_RECORD)
    page: dict[str, Any] = {
        "shown": presenters.document_page(found, child, children),
        "children": children,
        "back": Link("Back", reverse(PAGE, args=[child.pk, found.pk])),
        "copies": link_to_make("assessment", child.pk, found.pk, request.acting.role),
    }
    return render(request, "assessment/document.html", record_page(request, child) | page)


def the_work(child: OpenedChild, work_id: UUID) -> queries.AssessmentWork:
    """A piece of work about a child; raises NoSuchRecord."""
    found = queries.work_of(child.pk, work_id)
    if found is None:
        raise NoSuchRecord(child.pk, "no such assessment")
    return found


def opened_with(
    request: RecordRequest, child: OpenedChild, found: queries.AssessmentWork, permission: Permission
) -> list[Named]:
    """The child and those assessed together whose records open too, each opened and logged."""
    others = [key for key in found.children if key != child.pk]
    opened = open_also(request, others, via=child.pk, permission=permission) if others else []
    return [Named(child.pk, str(child), child.person.reference), *(named(opened) if opened else [])]


def back_to(child: OpenedChild) -> Link:
    """The way back to every assessment of the child."""
    return Link("Back", reverse("assessment:overview", args=[child.pk]))
