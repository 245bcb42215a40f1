"""Pages on which people settle what imports could not, and the page of what files told of a child."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sightline.assurance.returns import tasks
from sightline.assurance.returns.actions import settling as actions
from sightline.assurance.returns.forms.settling import IMPORTED, SAME, PairForm, SettleForm
from sightline.assurance.returns.presenters import settling as presenter
from sightline.assurance.returns.queries import contested as queries
from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import for_practitioners, opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.children.presenters import record_page
from sightline.foundation.timescales.held import held_about


@opens_record(Permission.OPEN_RECORD)
def held(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """What files told of a child and until when, what they could not tell, and what of it is contested."""
    may_settle = may(request.acting.role, Permission.RECORD_PRACTICE)
    contested = queries.contested_about(child.pk)
    page = presenter.held_page(child.pk, held_about(child.pk), contested, may_settle=may_settle)
    return render(request, "returns/held.html", record_page(request, child) | page)


@opens_record(Permission.RECORD_PRACTICE)
def settle(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Say which of two versions is right."""
    versions = queries.one_contest(child.pk, fact_id)
    if versions is None:
        raise NoSuchRecord(child.pk, "nothing is contested there")
    form = SettleForm(request, subjects=[child.pk], replaces=bool(versions.standing))
    if form.is_final() and form.record(
        actions.settle_contest,
        contest=versions.contest,
        imported=versions.imported,
        standing=versions.standing,
        takes_imported=form.cleaned_data["right"] == IMPORTED,
        reason=form.cleaned_data["reason"],
    ):
        messages.success(request, "It is settled, and a later import of the same row changes nothing.")
        return redirect("returns:held", child.pk)
    page = {
        "form": form,
        "what": presenter.title_of(versions.imported),
        "why": versions.contest.why,
        "both": presenter.side_by_side(versions),
    }
    return render(request, "returns/settle.html", record_page(request, child) | page)


@for_practitioners(Permission.OVERSEE)
def to_settle(request: RecordRequest) -> HttpResponse:
    """The children about whom a return says what cannot be true beside what stands."""
    children = queries.children_to_settle()
    request.reading.shows(person.pk for person, _, _ in children)
    page = {
        "table": presenter.to_settle_table(children),
        "joins": may(request.acting.role, Permission.MERGE_RECORDS),
    }
    return render(request, "returns/to_settle.html", page)


@for_practitioners(Permission.MERGE_RECORDS)
def pairs(request: RecordRequest) -> HttpResponse:
    """Children of whom returns leave open whether they are one."""
    found = queries.open_pairs()
    request.reading.shows(person.pk for each in found for person in each.people)
    return render(request, "returns/pairs.html", {"table": presenter.pairs_table(found)})


@for_practitioners(Permission.MERGE_RECORDS)
def pair(request: RecordRequest, fact_id: UUID) -> HttpResponse:
    """Say whether two records are about one child."""
    found = queries.one_pair(fact_id)
    if found is None:
        raise NoSuchRecord(None, "no such pair, or somebody answered")
    request.reading.shows(person.pk for person in found.people)
    asked = found.pair.asked_by_id
    form = PairForm(request, own=asked == request.acting.practitioner_id)
    if form.is_final():
        same = form.cleaned_data["answer"] == SAME
        recorded = form.record(actions.answer_pair, pair=found.pair, same=same, reason=form.cleaned_data["reason"])
        if recorded:
            if same and asked and not recorded.replayed:
                tasks.join_children.defer(pair=str(found.pair.pk))
            messages.success(request, presenter.answered(same=same, confirmed=asked is not None))
            return redirect("returns:pairs")
    page = {
        "form": form,
        "both": presenter.pair_table(found),
        "why": found.pair.reasons,
        "asked": presenter.who_asked(found, request.acting.practitioner_id),
    }
    return render(request, "returns/pair.html", page)
