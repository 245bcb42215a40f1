"""The people who work here: who they are and what post they hold."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sightline.foundation.access.policies import for_practitioners
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce import actions, queries
from sightline.foundation.workforce.forms import choices
from sightline.foundation.workforce.forms.people import AddForm, DetailsForm, LastDayForm, PostForm
from sightline.foundation.workforce.fresh import freshly_authenticated
from sightline.foundation.workforce.presenters import people as presenter
from sightline.foundation.workforce.presenters.people import Practitioner

FOR_ADMINISTRATORS = for_practitioners(Permission.MANAGE_WORKFORCE)


@FOR_ADMINISTRATORS
def practitioners(request: RecordRequest) -> HttpResponse:
    """Everybody who works or worked here."""
    asked = presenter.Asked.of(request.GET)
    page = presenter.list_page(
        queries.found_practitioners(asked.name, asked.who, london_today()), asked, london_today()
    )
    return render(request, "workforce/people/list.html", {"page": page})


@FOR_ADMINISTRATORS
def practitioner(request: RecordRequest, practitioner_id: UUID) -> HttpResponse:
    """One practitioner: details, posts, cover, sign-in, and what can be done."""
    them = found(practitioner_id)
    page = presenter.one_page(them, london_today(), own=them.pk == request.user.pk)
    return render(request, "workforce/people/one.html", {"page": page, "them": them})


@FOR_ADMINISTRATORS
@freshly_authenticated
def add(request: RecordRequest) -> HttpResponse:
    """Add somebody who works here."""
    form = AddForm(request, today=london_today())
    answers = form.is_final() and form.cleaned_data
    if answers:
        post = {"team_id": choices.key(answers["team"]), "manager_id": choices.key(answers["manager"])}
        rest = {name: value for name, value in answers.items() if name not in ("team", "manager")}
        if recorded := form.record(actions.add_practitioner, **rest, **post):
            return redirect("workforce:practitioner", recorded.result)
    return ask(request, form, "Add a practitioner")


@FOR_ADMINISTRATORS
@freshly_authenticated
def change_details(request: RecordRequest, practitioner_id: UUID) -> HttpResponse:
    """Change what is known about somebody."""
    them = found(practitioner_id)
    form = DetailsForm(request, practitioner=them)
    answers = form.is_final() and {name: value for name, value in form.cleaned_data.items() if name != "seen_version"}
    if answers and form.record(actions.change_details, practitioner_id=them.pk, version=form.seen_version, **answers):
        return done(request, them, "The details are changed.")
    return ask(request, form, f"Change the details of {them}", them)


@FOR_ADMINISTRATORS
@freshly_authenticated
def change_post(request: RecordRequest, practitioner_id: UUID) -> HttpResponse:
    """Give somebody another role, team or manager; their sessions end, since they may do different things now."""
    them = found(practitioner_id)
    form = PostForm(request, post=queries.open_post(them.pk), today=london_today(), them=them.pk)
    answers = form.is_final() and form.cleaned_data
    if answers and form.record(
        actions.change_post,
        practitioner_id=them.pk,
        role=answers["role"],
        team_id=choices.key(answers["team"]),
        manager_id=choices.key(answers["manager"]),
        on=answers["on"],
    ):
        return done(request, them, "The post is changed. They were signed out and sign in again.")
    return ask(request, form, f"Change the post of {them}", them)


@FOR_ADMINISTRATORS
@freshly_authenticated
def set_last_day(request: RecordRequest, practitioner_id: UUID) -> HttpResponse:
    """Say when somebody leaves."""
    them = found(practitioner_id)
    form = LastDayForm(request, practitioner=them)
    answers = form.is_final() and form.cleaned_data
    if answers and form.record(
        actions.set_last_day,
        practitioner_id=them.pk,
        version=form.seen_version,
        ends_on=answers["ends_on"],
        today=london_today(),
    ):
        return done(request, them, "The last day is set.")
    return ask(request, form, f"Last day of {them}", them)


def found(practitioner_id: UUID) -> Practitioner:
    """Somebody who works or worked here; raises NoSuchRecord."""
    them = queries.practitioners().filter(pk=practitioner_id).first()
    if them is None:
        raise NoSuchRecord(None, "no such practitioner")
    return them


def done(request: RecordRequest, them: Practitioner, what: str) -> HttpResponse:
    """Say what was done, at the page of whom it was done to."""
    messages.success(request, what)
    return redirect("workforce:practitioner", them.pk)


def ask(
    request: RecordRequest, form: object, heading: str, them: Practitioner | None = None, **more: object
) -> HttpResponse:
    """The page of one of these forms."""
    context = {"form": form, "heading": heading, "them": them} | more
    return render(request, "workforce/people/ask.html", context)
