"""Cover for those who are away, and the duty rota."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from sightline.foundation.access.policies import for_practitioners
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce import actions, queries
from sightline.foundation.workforce.forms import choices
from sightline.foundation.workforce.forms.cover import CoverForm, EndForm, ShiftForm
from sightline.foundation.workforce.presenters import cover as presenter

FOR_ARRANGERS = for_practitioners(Permission.ARRANGE_COVER)


@FOR_ARRANGERS
def cover(request: RecordRequest) -> HttpResponse:
    """Who is away and who covers, and who is on duty, now and next."""
    teams = teams_of(request)
    context = {
        "covers": presenter.covers_table(queries.covers_in(teams, london_today()), london_today()),
        "shifts": presenter.shifts_table(queries.shifts_in(teams, timezone.now()), timezone.now()),
    }
    return render(request, "workforce/cover/cover.html", context)


@FOR_ARRANGERS
def arrange(request: RecordRequest) -> HttpResponse:
    """Arrange cover for somebody who will be away, or is."""
    form = CoverForm(request, today=london_today(), me=request.user.pk, teams=teams_of(request))
    answers = form.is_final() and form.cleaned_data
    if answers and form.record(
        actions.arrange_cover,
        practitioner_id=choices.key(answers["practitioner"]),
        covered_by_id=choices.key(answers["covered_by"]),
        reason=answers["reason"],
        began=answers["began"],
        until=answers["until"],
    ):
        return redirect("workforce:cover")
    return ask(request, form, "Arrange cover")


@FOR_ARRANGERS
def end(request: RecordRequest, fact_id: UUID) -> HttpResponse:
    """Say that somebody is back."""
    found = queries.covers_in(teams_of(request), london_today()).filter(pk=fact_id).first()
    if found is None:
        raise NoSuchRecord(None, "no such cover")
    form = EndForm(request)
    if form.is_final() and form.record(actions.end_cover, cover_id=fact_id, on=london_today()):
        return redirect("workforce:cover")
    return ask(request, form, f"End the cover for {found.practitioner}?", submit="End it today")


@FOR_ARRANGERS
def put_on_duty(request: RecordRequest) -> HttpResponse:
    """Put somebody on duty for a shift."""
    form = ShiftForm(request, today=london_today(), me=request.user.pk, teams=teams_of(request))
    answers = form.is_final() and form.cleaned_data
    if answers:
        begins, ends = form.moments()
        shift: dict[str, object] = {"began_at": begins, "until": ends, "out_of_hours": answers["out_of_hours"]}
        shift |= {"team_id": choices.key(answers["team"]), "practitioner_id": choices.key(answers["practitioner"])}
        if form.record(actions.put_on_duty, **shift):
            return redirect("workforce:cover")
    return ask(request, form, "Put somebody on duty")


@FOR_ARRANGERS
def take_off_duty(request: RecordRequest, fact_id: UUID) -> HttpResponse:
    """End a shift now, or cancel one to come."""
    found = queries.shifts_in(teams_of(request), timezone.now()).filter(pk=fact_id).first()
    if found is None:
        raise NoSuchRecord(None, "no such shift")
    form = EndForm(request)
    if form.is_final() and form.record(actions.take_off_duty, duty_id=fact_id, at_moment=timezone.now()):
        return redirect("workforce:cover")
    return ask(request, form, f"Take {found.practitioner} off duty?", submit="Take them off duty")


def teams_of(request: RecordRequest) -> set[UUID] | None:
    """The teams for which somebody arranges cover: their own and those inside it; all, for a user administrator."""
    if may(request.acting.role, Permission.MANAGE_WORKFORCE):
        return None
    return {team for team in (request.reach.own_team, *request.reach.teams_below) if team}


def ask(request: RecordRequest, form: object, heading: str, submit: str = "Save") -> HttpResponse:
    """The page of one of these forms."""
    return render(request, "workforce/cover/ask.html", {"form": form, "heading": heading, "submit": submit})
