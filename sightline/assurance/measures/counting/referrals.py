"""Cases of the measures of referrals and of what follows a step down (FD9 to FD12, AS2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from sightline.assurance.measures.rules import AGAIN_WITHIN, Counted
from sightline.foundation.calendar.calendar_days import months_after
from sightline.foundation.calendar.holidays import OutsideHolidayList
from sightline.foundation.calendar.instants import day_of
from sightline.foundation.timescales.rules import Timescale
from sightline.practice.assessment.models import Assessment
from sightline.practice.assessment.rules import ASSESSMENT, NOTHING_FURTHER
from sightline.practice.early_help.models import StepHandover
from sightline.practice.early_help.rules import LOOKED_BACK_AFTER, Direction, StepOutcome
from sightline.practice.front_door.models import Referral
from sightline.practice.front_door.rules import REFERRAL_DECISION

READ = (Referral, Assessment, StepHandover)


def cases(children: list[UUID]) -> Iterator[Counted]:
    """Every case about these children."""
    of_child: dict[UUID, list[Any]] = defaultdict(list)
    for referral in Referral.objects.current().about(children):
        of_child[referral.child_id].append(referral)
    found = Assessment.objects.current().about(children).filter(outcome__in=NOTHING_FURTHER)
    no_need = set(found.exclude(referral=None).values_list("referral_id", flat=True))
    for referrals in of_child.values():
        for each in referrals:
            again = any(other.began < each.began <= months_after(other.began, AGAIN_WITHIN) for other in referrals)
            yield case("FD9", each, True)
            yield case("FD10", each, again)
            yield from once_due("FD11", each, bool(each.no_further_action), REFERRAL_DECISION)
            yield from once_due("AS2", each, each.pk in no_need, ASSESSMENT)
    yield from stepped_down(children, of_child)


def stepped_down(children: list[UUID], of_child: dict[UUID, list[Any]]) -> Iterator[Counted]:
    """Whether a referral came within six months after a step down that was accepted (FD12)."""
    steps = StepHandover.objects.current().about(children)
    for step in steps.filter(direction=Direction.DOWN, outcome=StepOutcome.ACCEPTED).exclude(ended=None):
        on: Any = step.ended
        until = months_after(on, LOOKED_BACK_AFTER)
        back = any(on < each.began <= until for each in of_child[step.child_id])
        yield Counted("FD12", step.child_id, step.pk, on, back, until)


def once_due(code: str, referral: Any, counted: bool, limit: Timescale) -> Iterator[Counted]:
    """A referral as a case once the day has passed by which what is asked of it should be known."""
    try:
        due = day_of(limit.allows(referral.began))
    except OutsideHolidayList:
        return
    known_from = due + timedelta(days=1)
    yield Counted(code, referral.child_id, referral.pk, referral.began, counted, known_from)


def case(code: str, referral: Any, counted: bool) -> Counted:
    """A referral as a case of a measure, by the day on which it came."""
    return Counted(code, referral.child_id, referral.pk, referral.began, counted, referral.began)
