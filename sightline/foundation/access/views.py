"""Pages about who may open a record, and about opening one with a reason."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from sightline.foundation.access import actions, forms, presenters, queries
from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import for_practitioners, opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Outcome, Permission, decide
from sightline.foundation.calendar.working_days import working_days_after
from sightline.foundation.children.presenters import record_page
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
    return wanted if ours else reverse("children:child", args=[child_id])


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
    today = timezone.localdate()
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
    """Emergency openings that wait for a review."""
    waiting = queries.openings_to_review()
    request.reading.shows(each.person for each in waiting)
    return render(request, "access/openings.html", {"table": presenters.openings(waiting), "waiting": waiting})


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
        on=timezone.localdate(),
    ):
        return redirect("access:openings")
    page = {"form": form, "opening": opening, "opened": presenters.moment(opening.opened_at)}
    return render(request, "access/review_opening.html", page)


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
        on=timezone.localdate(),
    ):
        return redirect("access:restricted")
    return ask(request, child, form, "Restrict this record", "Restrict the record")


@opens_record(Permission.RESTRICT_RECORD)
@freshly_authenticated
def change_readers(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Change who may open a restricted record."""
    named = [str(each.practitioner_id) for each in queries.named_readers(child.pk)]
    form = forms.ReadersForm(request, subjects=[child.pk], initial={"readers": named})
    if form.is_final() and form.record(
        actions.change_readers, person=child.pk, readers=form.named(), on=timezone.localdate()
    ):
        return redirect("access:walls", child_id=child.pk)
    return ask(request, child, form, "Who may open this record", "Save")


@opens_record(Permission.RESTRICT_RECORD)
@freshly_authenticated
def lift(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Lift the restriction of this record."""
    restriction = queries.restriction_of(child.pk)
    if restriction is None:
        raise NoSuchRecord(child.pk, "not restricted")
    form = forms.EndForm(request, subjects=[child.pk])
    if form.is_final() and form.record(
        actions.lift_restriction,
        restriction=restriction,
        reason=form.cleaned_data["reason"],
        on=timezone.localdate(),
    ):
        return redirect("access:walls", child_id=child.pk)
    return ask(request, child, form, "Lift the restriction", "Lift the restriction")


@opens_record(Permission.RESTRICT_RECORD)
@freshly_authenticated
def renew(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Keep the restriction after its review."""
    restriction = queries.restriction_of(child.pk)
    if restriction is None:
        raise NoSuchRecord(child.pk, "not restricted")
    form = forms.RenewForm(request, subjects=[child.pk])
    if form.is_final() and form.record(
        actions.renew_restriction,
        restriction=restriction,
        reason=form.cleaned_data["reason"],
        on=timezone.localdate(),
    ):
        return redirect("access:walls", child_id=child.pk)
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
        on=timezone.localdate(),
    ):
        return redirect("access:walls", child_id=child.pk)
    return ask(request, child, form, "Exclude somebody from this record", "Exclude them")


@opens_record(Permission.RESTRICT_RECORD)
@freshly_authenticated
def end_exclusion(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """End an exclusion."""
    exclusion = queries.exclusions_of(child.pk).filter(pk=fact_id).first()
    if exclusion is None:
        raise NoSuchRecord(child.pk, "no such exclusion")
    form = forms.EndForm(request, subjects=[child.pk])
    if form.is_final() and form.record(
        actions.end_exclusion, exclusion=exclusion, reason=form.cleaned_data["reason"], on=timezone.localdate()
    ):
        return redirect("access:walls", child_id=child.pk)
    return ask(request, child, form, f"End the exclusion of {exclusion.practitioner.name}", "End the exclusion")


@for_practitioners(Permission.RESTRICT_RECORD)
def restricted(request: RecordRequest) -> HttpResponse:
    """The record has been restricted; whoever did it may not be among those who can open it."""
    return render(request, "access/restricted.html")


def ask(
    request: RecordRequest, child: OpenedChild, form: forms.RecordingForm, heading: str, submit: str
) -> HttpResponse:
    """The page of one question about the walls of a record."""
    page = {"form": form, "heading": heading, "submit": submit, "back": reverse("access:walls", args=[child.pk])}
    return render(request, "access/ask.html", record_page(request, child) | page)
