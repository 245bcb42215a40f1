"""Children in care, made through the real actions.

tia = in_care(on=date(2025, 12, 22))
move(tia, date(2026, 2, 2))
review(tia, date(2026, 1, 15))
leave(tia, date(2026, 6, 1))
"""

from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.facts import Acting
from sightline.foundation.timescales.models import ClockRow
from sightline.practice.care import actions
from sightline.practice.care.rules import NewHome
from tests.builders.people import child
from tests.builders.workforce import BUILDER, as_builder, made

ENTERED = date(2025, 12, 22)
FOSTER = NewHome("U6", provider="PR1", postcode="SR1 3NX", urn="SC123456")
WITH_PARENT = NewHome("P1", provider="PR0", postcode="SR2 1AA")


def done(action: Any, child_id: UUID, *, by: Acting = BUILDER, **asked: Any) -> UUID:
    """What an action about a child made, by its key."""
    with as_builder():
        return made(action(child_id=child_id, by=by, **asked))


def in_care(
    on: date = ENTERED,
    *,
    legal_status: str = "V2",
    home: NewHome | None = FOSTER,
    born: date | None = date(2017, 5, 3),
    child_id: UUID | None = None,
) -> UUID:
    """A child who came into care on a day."""
    child_id = child_id or child(birth_date=born).pk
    asked = {"legal_status": legal_status, "category_of_need": "N1", "home": home, "home_postcode": "SR3 1AA"}
    done(actions.begin_period_of_care, child_id, on=on, **asked)
    return child_id


def move(child_id: UUID, on: date, home: NewHome = FOSTER, reason: str = "CARPL") -> UUID:
    """A move to another home."""
    return done(actions.move_home, child_id, on=on, home=home, reason=reason)


def review(child_id: UUID, on: date, participation: str = "PN1", **more: Any) -> UUID:
    """A care review that was held."""
    return done(actions.record_care_review, child_id, on=on, participation=participation, **more)


def leave(child_id: UUID, on: date, reason: str = "E4A") -> UUID:
    """The end of care."""
    return done(actions.leave_care, child_id, on=on, reason=reason)


def clocks(child_id: UUID, timescale: str) -> list[ClockRow]:
    """The clocks of a timescale about a child, earliest first."""
    with as_builder():
        return list(ClockRow.objects.filter(child=child_id, timescale=timescale).order_by("start", "due", "part"))


def due(child_id: UUID, timescale: str) -> list[date | None]:
    """When each clock of a timescale is due."""
    return [clock.due for clock in clocks(child_id, timescale)]
