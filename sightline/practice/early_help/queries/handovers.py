"""Steps up and down: what waits for whom, what became of each, and whether it held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from sightline.foundation.access.queries import Reach
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.calendar_days import months_after
from sightline.foundation.facts import Acting
from sightline.foundation.timescales.rules import Clock
from sightline.foundation.timescales.rules.sequences import day_of_fact, over
from sightline.practice.early_help import rules
from sightline.practice.early_help.models import EarlyHelpEpisode, FirstContact, StepAnswer, StepHandover
from sightline.practice.early_help.rules import Direction, StepOutcome
from sightline.practice.front_door.models import Referral


def steps() -> QuerySet[Any]:
    """Steps that stand, each with its last answer, `last_answer`, and who wrote it down, `last_answer_by`."""
    answers = StepAnswer.objects.current().filter(handover=OuterRef("pk")).order_by("-recorded_at", "-id")
    found = StepHandover.objects.current().select_related("to_team", "from_team", "recorded_by")
    return found.annotate(
        last_answer=Subquery(answers.values("step")[:1]), last_answer_by=Subquery(answers.values("recorded_by")[:1])
    )


def open_handover(child: UUID) -> Any | None:
    """The step of a child that is not settled."""
    return steps().filter(child=child, ended=None).first()


def handover_of(child: UUID, key: UUID) -> Any | None:
    """A step of a child by its key, or by that of what the receiver was told."""
    return steps().filter(Q(pk=key) | Q(summary=key), child=child).select_related("summary").first()


def asked_together(handover: Any) -> list[Any]:
    """The open steps that were asked in one go with this one, this one first: those of brothers and sisters."""
    found = steps().filter(entry_id=handover.entry_id, ended=None).select_related("child__person")
    return sorted(found, key=lambda each: (each.pk != handover.pk, str(each.child)))


def steps_of(child: UUID) -> list[Any]:
    """Every step of a child, the newest first."""
    return list(steps().filter(child=child).order_by("-began", "-recorded_at"))


def answers_to(handover: UUID) -> list[StepAnswer]:
    """What became of a step, in order."""
    found = StepAnswer.objects.current().filter(handover=handover).select_related("recorded_by")
    return list(found.order_by("recorded_at", "id"))


def first_contact_of(handover: UUID) -> FirstContact | None:
    """The first contact of the receiver with the family."""
    return FirstContact.objects.current().filter(handover=handover).select_related("recorded_by").first()


def handovers_for(reach: Reach, by: Acting) -> list[Any]:
    """Open steps that a team of somebody must answer, or that somebody asked; immediate risk first."""
    theirs = Q(recorded_by=by.practitioner_id)
    if may(by.role, Permission.ALLOCATE):
        theirs |= Q(to_team__in=[team for team in (reach.own_team, *reach.on_duty, *reach.teams_below) if team])
    found = steps().filter(theirs, ended=None).select_related("child__person")
    return list(found.order_by("-risk_is_immediate", "began", "pk"))


def asked_to_answer(reach: Reach, by: Acting, now: datetime) -> QuerySet[Any]:
    """Open steps that wait for an answer of somebody: of a team of theirs, or, once sent back, of whoever asked.

    Whoever asked cannot answer for the team that was asked, nor keep the record open by writing an answer down.
    """
    me = by.practitioner_id
    sent_back = Q(last_answer=rules.StepAnswer.SENT_BACK)
    theirs = sent_back & Q(recorded_by=me) & not_by(me, "last_answer_by")
    if may(by.role, Permission.ALLOCATE):
        teams = {reach.own_team, *reach.on_duty, *reach.teams_managed} - {None}
        theirs |= Q(to_team__in=teams) & (Q(last_answer=None) | ~sent_back) & not_by(me, "recorded_by")
    return steps().filter(theirs, ended=None)


def not_by(practitioner: UUID | None, column: str) -> Q:
    """Rows in which a column names somebody else, or nobody."""
    return Q(**{f"{column}__isnull": True}) | ~Q(**{column: practitioner})


def handover_clocks(children: Iterable[UUID]) -> list[Clock]:
    """From the day on which both sides had decided a step to the first meeting of the receiver with the family.

    Two queries.
    """
    people = list(children)
    met = {each.handover_id: each.happened for each in FirstContact.objects.current().about(people)}
    return [
        Clock(
            rules.STEP_HANDOVER,
            child=each.child_id,
            anchor=each,
            start=start,
            stop=met.get(each.pk),
            ended=over(each, "It was withdrawn") if each.outcome == StepOutcome.WITHDRAWN else None,
            allows=rules.WITHIN_OF_STEP_UP if each.direction == Direction.UP else None,
        )
        for each in StepHandover.objects.current().about(people)
        if (start := decided_by_both(each, met.get(each.pk))) is not None
    ]


def decided_by_both(step: Any, met: date | None) -> date | None:
    """The day on which both sides had decided a step; nothing while the receiver has not accepted it.

    Where the risk is immediate the receiver holds the child from the day it was asked, and accepts after. A receiver
    who meets the family has decided.
    """
    if step.risk_is_immediate:
        return day_of_fact(step)
    accepted = step.ended if step.outcome == StepOutcome.ACCEPTED else None
    return min(filter(None, (accepted, met)), default=None)


@dataclass(frozen=True)
class LookBack:
    """What came of a step within six months: when we look, and what began again since."""

    on: date
    came_back: date | None

    def is_due(self, today: date) -> bool:
        """Whether six months have passed."""
        return today >= self.on


def look_back(handover: Any) -> LookBack:
    """Whether a step held: after one down the next referral, after one up the next early help, within six months."""
    since = handover.ended or handover.began
    until = months_after(since, rules.LOOKED_BACK_AFTER)
    kind: Any = Referral if handover.direction == Direction.DOWN else EarlyHelpEpisode
    again = kind.objects.current().about([handover.child_id]).filter(began__gt=since, began__lte=until)
    return LookBack(until, again.order_by("began").values_list("began", flat=True).first())


def ladder_decision(summary: Any) -> str:
    """Which decision of the ladder a step is: a step down is signed; a step up waits for nobody above who asked."""
    return "step_down" if summary.handover.direction == Direction.DOWN else ""
