"""Coming into care, a change of legal status, and leaving care."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.bounds import ending_too
from sightline.foundation.calendar.words import format_date
from sightline.foundation.code_sets.refusals import refuse_unless_code, refuse_unless_code_or_nothing
from sightline.foundation.door import Work, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.standing import NotNow, hold, refuse
from sightline.practice.care.actions.checks import age_of, in_care_on, refuse_before, refuse_same_day
from sightline.practice.care.actions.homes import home_of
from sightline.practice.care.models import CarePlan, Home, LegalStatus, PeriodOfCare
from sightline.practice.care.queries import standing
from sightline.practice.care.rules import NewHome
from sightline.practice.care.rules.choices import CONTINUES
from sightline.practice.care.rules.records import AGREEMENT_ONLY, STAYS_AS_ADULT, is_grown_up, wrong_with_status


@action(permission=Permission.RECORD_PRACTICE, says="recorded that a child came into care")
def begin_period_of_care(
    *,
    child_id: UUID,
    on: date,
    legal_status: str,
    category_of_need: str,
    home: NewHome | None,
    home_postcode: str = "",
    by: Acting,
) -> Work:
    """Record the first day in care: the period, by what right, and where the child lives.

    Nobody need have agreed beforehand: that is asked afterwards.
    """
    hold([child_id])
    refuse_unless_code("ssda903-legal-status", legal_status, on, called="the legal status")
    refuse_unless_code("ssda903-category-of-need", category_of_need, on, called="the category of need")
    age_of(child_id, on)
    refuse_entry(child_id, on)
    if (home is None) != (legal_status == AGREEMENT_ONLY):
        raise NotNow("Say where the child lives; only an agreement about short breaks has no home of its own.")
    period = PeriodOfCare(child_id=child_id, began=on, category_of_need=category_of_need, home_postcode=home_postcode)
    yield period
    yield LegalStatus(child_id=child_id, began=on, code=legal_status)
    if home is not None:
        yield home_of(child_id, on, home)
    return period


def refuse_entry(child: UUID, on: date) -> None:
    """Raise unless a child can come into care on a day (timescales, section 4)."""
    if is_grown_up(standing.birth_of(child), on):
        raise NotNow("Nobody comes into care at 18 or over.")
    last = standing.newest(PeriodOfCare, child)
    if last is None:
        return
    if last.ended is None:
        raise NotNow(f"The child is in care since {format_date(last.began)}.")
    if on == last.ended:
        raise NotNow(
            "Care ended on that very day. A child who did not leave care has no new beginning: correct the end."
        )
    if on < last.ended:
        raise NotNow(f"A period of care that ended on {format_date(last.ended)} is recorded already.")


@action(permission=Permission.RECORD_PRACTICE, says="recorded a change of legal status")
def change_legal_status(*, child_id: UUID, on: date, legal_status: str, by: Acting) -> Work:
    """Record that one legal status gave way to another on a day."""
    hold([child_id])
    in_care_on(child_id, on)
    refuse_unless_code("ssda903-legal-status", legal_status, on, called="the legal status")
    before = standing.open_status(child_id)
    if before is not None:
        refuse_same_day(before, on, what="The legal status")
        refuse(wrong_with_status(legal_status, before.code))
        yield ends(before, on=on)
    status = LegalStatus(child_id=child_id, began=on, code=legal_status)
    yield status
    return status


@action(permission=Permission.RECORD_PRACTICE, says="recorded that a child left care")
def leave_care(*, child_id: UUID, on: date, reason: str, reason_for_change: str = "", by: Acting) -> Work:
    """Record the last day in care: the period, the legal status, the home and the care plan end together."""
    hold([child_id])
    period = standing.open_period(child_id)
    if period is None:
        raise NotNow("The child is not in care.")
    refuse_unless_code("ssda903-reason-episode-ceased", reason, on, called="why care ended")
    refuse_unless_code_or_nothing("ssda903-reason-place-change", reason_for_change, on, called="why the home ended")
    if reason == CONTINUES:
        raise NotNow("This reason means that care goes on. Record a move or a change of legal status instead.")
    if reason == STAYS_AS_ADULT and not is_grown_up(standing.birth_of(child_id), on):
        raise NotNow("Only somebody of 18 or over stays with their carers as an adult.")
    refuse_before(period, on, what="Care")
    yield ends(period, on=on, reason_ceased=reason)
    yield from what_ends_with_care(child_id, on, reason_for_change)
    return period


def what_ends_with_care(child: UUID, on: date, reason_for_change: str) -> Iterator[Any]:
    """The legal status, the home and the plan that are open when care ends, and what ends with them elsewhere."""
    for kind, what in ((LegalStatus, "The legal status"), (Home, "The home"), (CarePlan, "The care plan")):
        spell = standing.open_spell(kind, child)
        if spell is None:
            continue
        refuse_before(spell, on, what=what)
        more = {"reason_for_change": reason_for_change} if kind is Home and reason_for_change else {}
        yield ends(spell, on=on, **more)
    yield from ending_too(PeriodOfCare, child, on)
