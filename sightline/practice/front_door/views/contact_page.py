"""One contact on one screen, deciding about it, and asking for a strategy discussion at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from sightline.foundation.access.opening import OpenedChild, open_also
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import clocks_due, record_page
from sightline.foundation.children.presenters.record import everybody
from sightline.foundation.children.queries.gathering import gather_each
from sightline.foundation.children.queries.network import JOINING, network
from sightline.foundation.children.queries.siblings import Named, brothers_and_sisters, named
from sightline.foundation.children.queries.warnings import ALERTING
from sightline.foundation.chronology.presenters import what_stands
from sightline.foundation.oversight import queries as oversight
from sightline.foundation.oversight.presenters import answer_shown
from sightline.foundation.oversight.queries import may_be_signed_by
from sightline.practice.front_door import actions, forms, presenters, queries, rules
from sightline.ui.components import Link, Ticket
from sightline.ui.vocabulary import said

WHOLE = "front_door:contact_page"
DECIDED = "The decision is recorded. Tell the family and whoever got in touch."
PUT_TO_A_MANAGER = "It waits for a manager, and nothing follows until one signs it. The contact stays open until then."


@opens_record(Permission.OPEN_RECORD)
def contact_page(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """A contact with the household, the whole history, and what may be done; once decided, as it stood then."""
    able = may(request.acting.role, Permission.RECORD_PRACTICE)
    found = whole_or_nothing(child, fact_id, with_rings=able)
    others = others_opened(request, child, found)
    names = {child.pk: str(child), **{each.key: each.name for each in others}}
    moment = found.decision.known_at if found.decision else None
    before = queries.earlier(names, found.contact, moment)
    facts = gather_each({**{kind: everybody(child) for kind in ALERTING}, **{kind: [child.pk] for kind in JOINING}})
    around = network(child.pk, facts)
    request.reading.shows(each.person.pk for each in around)
    shown = presenters.ContactShown(
        title=presenters.title_of(found.contact),
        tags=presenters.tags(found),
        rows=presenters.rows(found, names),
        about=found.contact.what_about,
        said=presenters.said_of(found),
        referrer=presenters.referrer(found),
        protected=presenters.PROTECTED if found.referrer and found.referrer["public"] else "",
        household=presenters.household(around),
        history=presenters.history(before, names),
        repeat=presenters.repeat_words(queries.repeats(before, found.contact)),
        decision=presenters.decision_rows(found.decision),
        as_it_stood=presenters.as_it_stood(found.decision) if found.decision else None,
        put=put_shown(found, able) if found.put else [],
        links=[*signing(request, found), *links(found, able)],
        passed_on=presenters.passed_on(found.passed_on),
        ringing=ringing(request, found) if able else None,
    )
    page = {
        "shown": shown,
        "stands": what_stands(found.contact),
        "due": [] if found.is_decided else time_left(child.pk, found.contact.pk),
        "gaps": queries.gaps_of(found.contact.pk) if able and not (found.is_decided or found.put) else [],
        **(asking(request, child, found) if able else {}),
    }
    return render(request, "front_door/contact.html", record_page(request, child, facts) | page)


def time_left(child: UUID, contact: UUID) -> list[Ticket]:
    """How long this contact has until it is decided; other contacts of the child have a time of their own."""
    return clocks_due(child, london_today(), {rules.CONTACT_DECISION.id}, counted_from=contact)


def whole_or_nothing(child: OpenedChild, key: UUID, *, with_rings: bool = True) -> queries.Whole:
    """A contact about the child; raises NoSuchRecord."""
    found = queries.whole(child.pk, key, with_rings=with_rings)
    if found is None:
        raise NoSuchRecord(child.pk, "no such contact")
    return found


def others_opened(request: RecordRequest, child: OpenedChild, found: queries.Whole) -> list[Named]:
    """The other children of the contact and brothers and sisters, whose records open beside this one; each logged."""
    around = {each.key: each for each in brothers_and_sisters(child.pk)}
    missing = [key for key in found.together if key not in around]
    around |= {each.key: each for each in named(missing)} if missing else {}
    opened = set(open_also(request, list(around), via=child.pk)) if around else set()
    request.reading.shows(opened)
    return [each for each in around.values() if each.key in opened]


def put_shown(found: queries.Whole, able: bool) -> Any:
    """What waits for a manager, and what one said to it."""
    put = found.put
    assert put is not None
    given = oversight.answers_about([put.pk]).get(put.pk)
    return presenters.put_rows(put, answer_shown(given, put, may_reply=able))


def signing(request: RecordRequest, found: queries.Whole) -> list[Link]:
    """The way to sign what waits, for a manager who did not put it themselves."""
    put, by = found.put, request.acting
    if put is None or put.recorded_by_id == by.practitioner_id or not may_sign(request):
        return []
    return [Link("Sign it, or send it back", reverse("oversight:answer", args=[put.child_id, put.pk]))]


def may_sign(request: RecordRequest) -> bool:
    """Whether the reader may sign a decision for which something essential is not known."""
    by = request.acting
    return may(by.role, Permission.OVERSEE) and may_be_signed_by(rules.LIMITED_INFORMATION, by)


def links(found: queries.Whole, able: bool) -> list[Link]:
    """What can be done from here."""
    contact = found.contact
    where = [contact.child_id, contact.pk]
    whole = Link("All that was recorded of it, and corrections", reverse("recording:fact", args=where))
    undecided = not (found.is_decided or contact.superseded_at)
    decide = Link("Decide about this contact", reverse("front_door:decide_contact", args=where))
    known = Link("What we need to know, and whom we asked", reverse("front_door:known", args=where))
    return [*([decide] if able and undecided else []), known, whole]


def asking(request: RecordRequest, child: OpenedChild, found: queries.Whole) -> dict[str, Any]:
    """The button that asks for a strategy discussion now, and whom to ring once that is done."""
    where = [child.pk, found.contact.pk]
    if not found.is_decided and not found.contact.superseded_at:
        words = said("Ask for {strategy_discussion:article} now")
        form = forms.AtOnceForm(request, subjects=[child.pk])
        return {"at_once": form, "at_once_url": reverse("front_door:ask_now", args=where), "at_once_words": words}
    return {"ring_url": reverse("front_door:ring", args=where)}


def ringing(request: RecordRequest, found: queries.Whole) -> Any:
    """Whom to ring about a strategy discussion that was asked for."""
    decision = found.decision
    if decision is None or decision.way != rules.Way.STRATEGY_DISCUSSION:
        return None
    by, now = request.acting, timezone.now()
    line = [] if found.has_it else queries.line_to_ring(by.team_id, by.practitioner_id, now)
    return presenters.ringing(decision, found.rings, line, now)


def contact_or_nothing(child: OpenedChild, key: UUID) -> Any:
    """A contact about the child that stands; raises NoSuchRecord."""
    contact = queries.contact_of(child.pk, key)
    if contact is None:
        raise NoSuchRecord(child.pk, "no such contact")
    return contact


def children_of(request: RecordRequest, child: OpenedChild, contact: Any) -> dict[UUID, UUID]:
    """The contacts of the same occasion that nobody decided yet, by child, as far as the records open."""
    keys = [key for key in contact.received.children if key != child.pk] if contact.received else []
    opened = open_also(request, keys, via=child.pk, permission=Permission.RECORD_PRACTICE) if keys else []
    return queries.undecided_together(contact, [child.pk, *opened])


@opens_record(Permission.RECORD_PRACTICE)
def decide(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Decide about a contact, for the child and the other children of it."""
    contact = contact_or_nothing(child, fact_id)
    contacts = children_of(request, child, contact)
    others = named([key for key in contacts if key != child.pk]) if len(contacts) > 1 else []
    request.reading.shows(each.key for each in others)
    names = {each.key: each.name for each in others}
    before = queries.earlier([child.pk, *names], contact, None)
    number = queries.repeats(before, contact)
    gaps = queries.gaps_among(list({contact.pk, *contacts.values()}))
    form = forms.DecideForm(
        request,
        children=[(child.pk, str(child)), *names.items()],
        today=london_today(),
        repeat=number > 0,
        gaps=gaps,
        signs=bool(gaps) and may_sign(request),
    )
    if form.is_final() and decided(request, form, contacts, child, fact_id, before):
        messages.success(request, PUT_TO_A_MANAGER if form.waits() else DECIDED)
        return redirect(WHOLE, child.pk, fact_id)
    back = Link("Back to the contact", reverse(WHOLE, args=[child.pk, fact_id]))
    page = {"form": form, "back": back, "repeat": presenters.repeat_words(number), "about": contact.what_about}
    page["history"] = presenters.history(before[:10], {child.pk: str(child), **names})
    return render(request, "front_door/decide.html", record_page(request, child) | page)


def decided(
    request: RecordRequest,
    form: Any,
    contacts: dict[UUID, UUID],
    child: OpenedChild,
    contact: UUID,
    before: Sequence[queries.Earlier],
) -> bool:
    """Whether the decision was recorded, with the earlier facts that it looked at."""
    by_child = {child.pk: contact, **contacts}
    rested = {key: [each.fact.pk for each in before if each.fact.child_id == key] for key in by_child}
    now = timezone.now()
    return bool(
        form.record(
            actions.decide_contacts, decisions=form.given(by_child), on=london_today(now), at=now, rested_on=rested
        )
    )


@opens_record(Permission.RECORD_PRACTICE)
def ask_now(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Ask for a strategy discussion about every child of the contact, at once."""
    contact = contact_or_nothing(child, fact_id)
    contacts = {child.pk: fact_id, **children_of(request, child, contact)}
    form = forms.AtOnceForm(request, subjects=[child.pk])
    if form.is_final() and form.record(
        actions.ask_at_once, contacts=contacts, reasons=form.cleaned_data["reasons"] or ""
    ):
        messages.success(request, said("{strategy_discussion:article,capital} is asked for. Ring now."))
        return redirect(WHOLE, child.pk, fact_id)
    back = Link("Back to the contact", reverse(WHOLE, args=[child.pk, fact_id]))
    page = {"form": form, "back": back, "title": said("Ask for {strategy_discussion:article} now")}
    page |= {"submit": said("Ask for {strategy_discussion:article} now"), "urgent": True}
    return render(request, "front_door/ask.html", record_page(request, child) | page)


@opens_record(Permission.RECORD_PRACTICE)
def ring(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Record that somebody was rung about a strategy discussion, and whether they have it."""
    found = whole_or_nothing(child, fact_id)
    by, now = request.acting, timezone.now()
    line = queries.line_to_ring(by.team_id, by.practitioner_id, now)
    decision = found.decision
    if decision is None or decision.way != rules.Way.STRATEGY_DISCUSSION:
        raise NoSuchRecord(child.pk, "no strategy discussion was asked for")
    form = forms.RingForm(request, child=child.pk, line=presenters.in_line(line))
    if form.is_final():
        chosen = next(each for each in line if str(each.practitioner) == form.cleaned_data["rung"])
        rung = {"rung": chosen.practitioner, "telephone": chosen.telephone, "answer": form.cleaned_data["answer"]}
        if form.record(actions.ring, child_id=child.pk, decision_id=decision.pk, at=now, **rung):
            return redirect(WHOLE, child.pk, fact_id)
    back = Link("Back to the contact", reverse(WHOLE, args=[child.pk, fact_id]))
    page = {"form": form, "back": back, "title": "Whom did you ring?", "submit": "Record it"}
    page["ringing"] = presenters.ringing(decision, found.rings, line, now)
    return render(request, "front_door/ask.html", record_page(request, child) | page)


@opens_record(Permission.RECORD_PRACTICE)
def take_up(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Say what was done with a contact about a child one works with."""
    told = queries.passed_on_to(child.pk, fact_id)
    if told is None:
        raise NoSuchRecord(child.pk, "nothing was passed on")
    form = forms.TakeUpForm(request, subjects=[child.pk])
    if form.is_final() and form.record(
        actions.take_up, child_id=child.pk, passed_on_id=fact_id, on=london_today(), what=form.cleaned_data["what"]
    ):
        messages.success(request, "What you did with the contact is recorded.")
        return redirect(WHOLE, child.pk, told.contact_id)
    back = Link("Back to the contact", reverse(WHOLE, args=[child.pk, told.contact_id]))
    page = {"form": form, "back": back, "title": "A contact was passed on to you", "submit": "Record it"}
    page["about"] = told.contact.what_about
    return render(request, "front_door/ask.html", record_page(request, child) | page)
