"""Recording, correcting and ending one detail of a person; each kind of detail has these three pages."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children import actions
from sightline.foundation.children.forms import FORMS, EndForm
from sightline.foundation.children.forms.detail import SOMEBODY_ELSE, DetailForm
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.presenters.details import KINDS
from sightline.foundation.children.presenters.family import people_to_choose
from sightline.foundation.children.presenters.places import home_of
from sightline.foundation.children.queries import network
from sightline.foundation.children.queries.details import agencies, answers, detail
from sightline.foundation.door import Recorded

RECORD: dict[str, Callable[..., Recorded]] = {
    kind: getattr(actions, f"record_{kind.replace('-', '_')}") for kind in KINDS
}
OFFERED = (  # what "Record something" offers about the child
    "warning", "no-contact", "court-order", "parental-responsibility", "address", "contact-point", "professional",
    "identifier", "language", "disability",
)  # fmt: skip
CORRECT: dict[str, Callable[..., Recorded]] = {
    "warning": actions.correct_warning,
    "professional": actions.correct_professional,
}
View = Callable[..., HttpResponse]


def recording(kind: str) -> View:
    """The page that records a detail of one kind."""

    @opens_record(KINDS[kind].permission)
    def record_detail(request: RecordRequest, *, child: Any, person_id: UUID | None = None) -> HttpResponse:
        """Record a detail of the child, or of an adult of the record."""
        person_id = person_id or child.pk
        refuse_stranger(child.pk, person_id)
        form = asked(kind, request, child.pk, person_id)
        if form.is_final() and form.record(RECORD[kind], person_id=person_id, **form.values()):
            messages.success(request, f"Recorded: {KINDS[kind].one}.")
            return redirect(home_of(kind, child.pk, person_id))
        title = f"Record {KINDS[kind].one}"
        return page(request, child, person_id, form, title=title, back=home_of(kind, child.pk, person_id))

    return record_detail


def correcting(kind: str) -> View:
    """The page that corrects a detail of one kind."""

    @opens_record(KINDS[kind].permission)
    def correct(request: RecordRequest, *, child: Any, person_id: UUID, fact_id: UUID) -> HttpResponse:
        """Correct a detail."""
        refuse_stranger(child.pk, person_id)
        fact = known(kind, person_id, fact_id)
        form = asked(kind, request, child.pk, person_id, correcting=True, initial=shown_before(kind, fact))
        correction = CORRECT.get(kind, actions.correct_detail)
        if form.is_final() and form.record(
            correction, old=fact, values=form.values(), reason=form.cleaned_data["correction_reason"]
        ):
            messages.success(request, f"Corrected: {KINDS[kind].one}.")
            return redirect(home_of(kind, child.pk, person_id))
        title = f"Correct {KINDS[kind].one}"
        return page(request, child, person_id, form, title=title, back=home_of(kind, child.pk, person_id))

    return correct


def ending(kind: str) -> View:
    """The page that ends a detail of one kind."""

    @opens_record(KINDS[kind].permission)
    def end(request: RecordRequest, *, child: Any, person_id: UUID, fact_id: UUID) -> HttpResponse:
        """End a detail."""
        refuse_stranger(child.pk, person_id)
        fact = known(kind, person_id, fact_id)
        if fact.ended is not None:
            raise NoSuchRecord(person_id, "the detail has ended")
        asks_why = "end_reason" in fact.set_at_end
        form = EndForm(request, subjects=[child.pk], today=london_today(), began=fact.began, asks_why=asks_why)
        if form.is_final() and form.record(
            actions.end_detail,
            fact=fact,
            on=form.cleaned_data["on"],
            end_reason=form.cleaned_data.get("end_reason", ""),
        ):
            messages.success(request, f"Ended: {KINDS[kind].one}.")
            return redirect(home_of(kind, child.pk, person_id))
        title = f"End {KINDS[kind].one}"
        return page(
            request, child, person_id, form, title=title, back=home_of(kind, child.pk, person_id), fact=fact, kind=kind
        )

    return end


def asked(kind: str, request: RecordRequest, child_id: UUID, person_id: UUID, **options: Any) -> DetailForm:
    """The form for a kind of detail, knowing today, the people around and the agencies."""
    form_class = FORMS[kind]
    people = people_to_choose(person_id) if form_class.asks_who else ()
    request.reading.shows(key for key, _ in people)
    known_agencies = agencies() if kind == "professional" else ()
    return form_class(
        request, subjects=[child_id], today=london_today(), people=people, agencies=known_agencies, **options
    )


def shown_before(kind: str, fact: Any) -> dict[str, Any]:
    """What a correction begins with: what was recorded; a protected address is entered again, not shown."""
    if kind == "protected-address":
        return {"began": fact.began, "kind": fact.kind}
    initial = answers(fact)
    if who := FORMS[kind].asks_who:
        initial[who] = str(fact.other_id) if fact.other_id else SOMEBODY_ELSE
    return initial


def known(kind: str, person_id: UUID, fact_id: UUID) -> Any:
    """The fact in the address; raises NoSuchRecord."""
    fact = detail(kind, person_id, fact_id)
    if fact is None:
        raise NoSuchRecord(person_id, "no such detail")
    return fact


def refuse_stranger(child_id: UUID, person_id: UUID) -> None:
    """Raise NoSuchRecord unless the person's details are part of this child's record."""
    if not network.stands_in_record(child_id, person_id):
        raise NoSuchRecord(person_id, "not part of the child's record")


def page(
    request: RecordRequest, child: Any, person_id: UUID, form: Any, *, title: str, back: str, **further: Any
) -> HttpResponse:
    """A page with one form about a person of the record."""
    about = None if person_id == child.pk else network.visible_people([person_id]).get(person_id)
    if fact := further.get("fact"):
        further["said"] = KINDS[further["kind"]].says(fact)
    shown = {"form": form, "title": title, "about": about, "back_url": back, **further}
    return render(request, "children/form.html", record_page(request, child) | shown)


def routes() -> list[tuple[str, str, View]]:
    """Address, name and view of every page of this module."""
    found = []
    for kind in KINDS:
        name = kind.replace("-", "_")
        start = f"children/<child:child_id>/people/<person:person_id>/{kind}/"
        found.append((f"{start}record/", f"record_{name}", recording(kind)))
        if kind in OFFERED:
            found.append((f"children/<child:child_id>/record/{kind}/", f"record_own_{name}", recording(kind)))
        found.append((f"{start}<fact:fact_id>/correct/", f"correct_{name}", correcting(kind)))
        if kind != "warning":
            found.append((f"{start}<fact:fact_id>/end/", f"end_{name}", ending(kind)))
    return found
