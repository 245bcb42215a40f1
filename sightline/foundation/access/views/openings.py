"""Pages that open a record with a reason, and that look after such openings."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from sightline.foundation.access import actions, forms, presenters, queries
from sightline.foundation.access.policies import for_practitioners
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Outcome, Permission, decide
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.calendar.working_days import working_days_after
from sightline.foundation.workforce.fresh import freshly_authenticated


@for_practitioners(Permission.LOOK_WITH_REASON)
def look(request: RecordRequest, child_id: UUID) -> HttpResponse:
    """Ask for the reason to open a record without a relationship; then go to where the practitioner wanted to go."""
    standing = queries.standing(request.acting, request.reach, child_id, Permission.LOOK_WITH_REASON)
    outcome = decide(standing).outcome
    wanted = destination(request, child_id)
    if outcome is Outcome.ALLOW:
        return redirect(wanted)
    if outcome is not Outcome.ASK_REASON:
        raise NoSuchRecord(child_id, "may not look")
    form = forms.LookForm(request, subjects=[child_id])
    if form.is_final() and form.record(actions.look, person=child_id, now=timezone.now(), **reason_of(form)):
        return redirect(wanted)
    return render(request, "access/look.html", {"form": form})


def destination(request: RecordRequest, child_id: UUID) -> str:
    """The page of this record that was asked for; the overview where none, or one elsewhere, was named."""
    wanted = request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}) and str(child_id) in wanted
    return wanted if ours and wanted.startswith("/") else reverse("children:child", args=[child_id])


def reason_of(form: forms.ReasonForm) -> dict[str, str]:
    """The reason as answered."""
    return {"reason_code": form.cleaned_data["reason_code"], "reason": form.cleaned_data["reason"]}


@for_practitioners(Permission.BREAK_GLASS)
@freshly_authenticated
def break_glass(request: RecordRequest, person_id: UUID) -> HttpResponse:
    """Open a restricted record in an emergency."""
    restricted = queries.restricted_record(person_id)
    if restricted is None:
        raise NoSuchRecord(person_id, "not restricted, or behind a harder wall")
    team, telephone = restricted
    form = forms.BreakGlassForm(request, subjects=[])
    today = london_today()
    if form.is_final() and form.record(
        actions.break_glass,
        person=person_id,
        now=timezone.now(),
        review_by=working_days_after(today, 1),
        **reason_of(form),
    ):
        return redirect("children:child", child_id=person_id)
    return render(request, "access/break_glass.html", {"form": form, "team": team, "telephone": telephone})


@for_practitioners(Permission.REVIEW_OPENINGS)
def openings(request: RecordRequest) -> HttpResponse:
    """Restricted records that need somebody: emergency openings to review, and records that too few people can open."""
    waiting, too_few = queries.openings_to_review(), queries.unopenable_records()
    request.reading.shows([each.person for each in waiting] + [each.person for each in too_few])
    page = {
        "openings": presenters.openings(waiting),
        "too_few": presenters.too_few_readers(too_few, request.acting.role),
    }
    return render(request, "access/openings.html", page)


@for_practitioners(Permission.REVIEW_OPENINGS)
def review_opening(request: RecordRequest, opening_id: UUID) -> HttpResponse:
    """Say whether an emergency opening was justified."""
    opening = next((each for each in queries.openings_to_review() if each.opening == opening_id), None)
    if opening is None:
        raise NoSuchRecord(None, "no such opening to review")
    request.reading.shows([opening.person])
    form = forms.ReviewOpeningForm(request)
    answers = form.is_final() and form.cleaned_data
    if answers and form.record(
        actions.review_opening,
        opening=opening,
        justified=answers["justified"],
        remarks=answers["remarks"],
        on=london_today(),
    ):
        messages.success(request, "Your review is recorded.")
        return redirect("access:openings")
    page = {"form": form, "facts": presenters.opening_facts(opening)}
    return render(request, "access/review_opening.html", page)
