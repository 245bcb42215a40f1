"""Facts that measures count, on days that a test chooses, and how the measures stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sightline.assurance.measures import queries
from sightline.assurance.measures.queries import Period
from sightline.foundation.agreements.models import Agreement
from sightline.foundation.agreements.rules import Answer, How, To
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.models import Agency, Child
from sightline.foundation.facts import Precision
from sightline.foundation.history import History, record_history
from sightline.foundation.workforce.models import Practitioner
from sightline.foundation.workforce.queries.line_of_sight import Scope
from sightline.practice.assessment.models import Assessment, AssessmentFactor
from sightline.practice.front_door.models import (
    AgencyCheck,
    BasisForChecks,
    CheckAnswer,
    ConcernOfContact,
    Contact,
    ContactDecision,
    ContactOutcome,
)
from sightline.practice.front_door.rules import Basis, Risk, Way
from tests.builders.people import BUILDER, adult

MONDAY = date(2026, 3, 2)
A_YEAR = Period(12, date(2026, 12, 31))
EVERYBODY = Scope(unheld=True)


def told(*facts: Any) -> None:
    """Record facts as history, so that their days can be any."""
    record_history(history=History(list(facts), "test"), by=BUILDER)


def figure(code: str, period: Period = A_YEAR) -> tuple[int, int]:
    """How many were found, of how many."""
    found = {each.measure.code: each for each in queries.figures(EVERYBODY, period)}[code]
    return found.counted, found.of


def contact(about: Child, on: date = MONDAY, at: int | None = None) -> Contact:
    """A contact about a child, at an hour of a day."""
    moment = datetime(on.year, on.month, on.day, at, tzinfo=UTC) if at is not None else None
    precision = Precision.INSTANT if moment else Precision.DAY
    made = Contact(child=about, happened=on, happened_at=moment, happened_precision=precision)
    told(made)
    return made


def decided(what: Contact, after: timedelta, way: str = Way.CLOSE, risk: str = Risk.LOWER, **more: Any) -> None:
    """What was decided about a contact, some time after it came."""
    on = what.happened + timedelta(days=after.days)
    moment = what.happened_at + after if what.happened_at else None
    on = moment.date() if moment else on
    values = {"reasons": "Because.", "known_at": datetime(2026, 3, 2, tzinfo=UTC)} | more
    decision = ContactDecision(
        child=what.child,
        contact=what,
        happened=on,
        happened_at=moment,
        happened_precision=Precision.INSTANT if moment else Precision.DAY,
        way=way,
        risk=risk,
        **values,
    )
    referral = way in (Way.ASSESSMENT, Way.STRATEGY_DISCUSSION)
    code = "NEW_REFERRAL_FLAG" if referral else "NFA_FLAG"
    told(decision, ContactOutcome(child=what.child, contact=what, happened=on, outcome=code, reasons="Because."))


def assessed(about: Child, began: date, ended: date, outcome: str, *factors: str, **more: Any) -> Assessment:
    """An assessment that was authorised."""
    made = Assessment(child=about, began=began, ended=ended, outcome=outcome, child_seen=True, **more)
    told(made, *(AssessmentFactor(child=about, assessment=made, happened=ended, code=code) for code in factors))
    return made


def agreed_and_answered(what: Contact) -> None:
    """A mother agreed that the school is asked, and the school answered."""
    about = {"child": what.child, "happened": what.happened}
    basis = BasisForChecks(**about, contact=what, basis=Basis.PARENT_AGREES, decided_by="Amina Yusuf")
    school = Agency(name="Hill Road Primary", kind="school")
    told(Agreement(
        **about, person=adult(what.child), to=To.AGENCY_CHECKS, answer=Answer.AGREED, about_id=what.pk, how=How.CALL
    ), basis, school)  # fmt: skip
    due = datetime(2026, 3, 3, tzinfo=UTC)
    check = AgencyCheck(**about, contact=what, basis=basis, agency=school, how="telephone", due_at=due)
    told(check)
    text = "She has been in every day."
    told(CheckAnswer(**about, asked=check, how="telephone", outcome="answered", given_by="Ms Khan", text=text))


def decided_many(
    by: Practitioner,
    about: Child,
    number: int,
    *,
    sent: int = 0,
    source: str = "2A",
    concerns: Sequence[str] = (),
    on: date | None = None,
) -> None:
    """Contacts of one kind that somebody decided on a day: so many to assess, and the others to close."""
    about_it = {"child": about, "happened": on or london_today()}
    facts: list[Any] = []
    for each in range(number):
        contact = Contact(**about_it, contact_source=source)
        way = Way.ASSESSMENT if each < sent else Way.CLOSE
        more = {"way": way, "risk": Risk.LOWER, "reasons": "Because.", "known_at": datetime(2026, 3, 2, tzinfo=UTC)}
        facts += [contact, *(ConcernOfContact(**about_it, contact=contact, concern=each) for each in concerns)]
        facts.append(ContactDecision(**about_it, contact=contact, **more))
    record_history(history=History(facts, "test"), by=replace(BUILDER, practitioner_id=by.pk))
