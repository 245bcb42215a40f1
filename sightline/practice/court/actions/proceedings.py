"""Recording care proceedings and orders that lapse."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.code_sets.refusals import refuse_unless_code_or_nothing
from sightline.foundation.door import Work, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.moments import when_began
from sightline.foundation.standing import NotNow, hold, open_spell, refuse_before, refuse_while, the_open
from sightline.practice.court import rules
from sightline.practice.court.models import (
    CareProceedings,
    EmergencyOrder,
    Hearing,
    PreProceedings,
    ProceedingsExtension,
)

OPEN_CASE, CASE = "open care proceedings", "The proceedings began"


@action(permission=Permission.RECORD_PRACTICE, says="recorded that care proceedings were issued")
def issue_care_proceedings(
    *,
    child_id: UUID,
    on: date,
    court_reference: str = "",
    short_notice: bool | None = None,
    short_notice_reason: str = "",
    initial_care_plan: str = "",
    by: Acting,
) -> Work:
    """Record that an application was issued; pre-proceedings that are open end that day.

    Nothing has to come before it: what is missing shows as a breach afterwards.
    """
    hold([child_id])
    refuse_while(open_spell(CareProceedings, child_id), what="A set of care proceedings")
    called = "why it was issued at short notice"
    refuse_unless_code_or_nothing("ssd-short-notice-reason", short_notice_reason, on, called=called)
    refuse_unless_code_or_nothing("ssd-initial-care-plan", initial_care_plan, on, called="the initial care plan")
    before = open_spell(PreProceedings, child_id)
    if before is not None:
        refuse_before(on, before.began, what="The period of pre-proceedings began")
        yield ends(before, on=on, outcome=rules.DECIDED_TO_ISSUE)
    issued = CareProceedings(
        child_id=child_id,
        began=on,
        court_reference=court_reference,
        short_notice=short_notice,
        short_notice_reason=short_notice_reason,
        initial_care_plan=initial_care_plan,
    )
    yield issued
    return issued


@action(permission=Permission.RECORD_PRACTICE, says="recorded a hearing")
def record_hearing(*, child_id: UUID, on: date, kind: str, what_was_ordered: str = "", by: Acting) -> Work:
    """Record that a court heard the case."""
    case = the_open(CareProceedings, child_id, what=OPEN_CASE)
    refuse_before(on, case.began, what=CASE)
    if kind not in rules.HearingKind.values:
        raise NotNow("Choose what the hearing was for from the list.")
    hearing = Hearing(child_id=child_id, proceedings=case, happened=on, kind=kind, what_was_ordered=what_was_ordered)
    yield hearing
    return hearing


@action(permission=Permission.RECORD_PRACTICE, says="recorded that the court extended the timetable")
def record_extension(*, child_id: UUID, on: date, weeks: int, reasons: str = "", by: Acting) -> Work:
    """Record that the court extended the timetable: by up to eight weeks each time."""
    case = the_open(CareProceedings, child_id, what=OPEN_CASE)
    refuse_before(on, case.began, what=CASE)
    if weeks not in rules.WEEKS_OF_AN_EXTENSION:
        raise NotNow("The court extends by one to eight weeks each time (Children Act 1989, section 32).")
    extension = ProceedingsExtension(child_id=child_id, proceedings=case, happened=on, weeks=weeks, reasons=reasons)
    yield extension
    return extension


@action(permission=Permission.RECORD_PRACTICE, says="recorded how care proceedings ended")
def end_care_proceedings(*, child_id: UUID, on: date, outcome: str, final_care_plan: str = "", by: Acting) -> Work:
    """Record the final order, or that the application was withdrawn."""
    hold([child_id])
    case = the_open(CareProceedings, child_id, what=OPEN_CASE)
    refuse_before(on, case.began, what=CASE)
    if outcome not in rules.ProceedingsOutcome.values:
        raise NotNow("Say how the proceedings ended.")
    refuse_unless_code_or_nothing("ssd-final-care-plan", final_care_plan, on, called="the final care plan")
    yield ends(case, on=on, outcome=outcome, final_care_plan=final_care_plan)
    return case


@action(permission=Permission.RECORD_PRACTICE, says="recorded an order or power that lapses")
def begin_order(
    *,
    child_id: UUID,
    on: date,
    kind: str,
    at: datetime | None = None,
    ends_on: date | None = None,
    court_reference: str = "",
    by: Acting,
) -> Work:
    """Record an order or power from its first day, or its first moment where that counts; nobody need have agreed."""
    hold([child_id])
    if kind not in rules.OrderKind.values:
        raise NotNow("Choose the order or power from the list.")
    refuse_while(open_spell(EmergencyOrder, child_id, kind=kind), what=str(rules.OrderKind(kind).label))
    if ends_on is not None:
        refuse_before(ends_on, on, what="It began")
    order = EmergencyOrder(
        child_id=child_id,
        **when_began(on, at),
        kind=kind,
        ends_on=ends_on,
        court_reference=court_reference,
    )
    yield order
    return order


@action(permission=Permission.RECORD_PRACTICE, says="recorded that an order or power ended")
def end_order(*, child_id: UUID, on: date, kind: str, end_reason: str, at: datetime | None = None, by: Acting) -> Work:
    """Record that an order or power ended, and what became of it."""
    hold([child_id])
    order = open_spell(EmergencyOrder, child_id, kind=kind)
    if order is None:
        raise NotNow("No order or power of this kind is in force.")
    refuse_before(on, order.began, what="It began")
    if end_reason not in rules.OrderEnd.values:
        raise NotNow("Say what became of it.")
    yield ends(order, on=on, end_reason=end_reason, **({"ended_at": at} if at else {}))
    return order
