"""The clocks of legal gateway, pre-proceedings and the family's own decisions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.panels.models import Recommendation
from sightline.foundation.timescales.rules import Clock, Ending, State
from sightline.foundation.timescales.rules.sequences import (
    by_child,
    day_of_first_since,
    one_after_another,
    over,
    within,
)
from sightline.practice.child_in_need.models import ChildInNeedPlan
from sightline.practice.child_protection.models import ProtectionPlan
from sightline.practice.court import models, rules
from sightline.practice.court.rules import limits
from sightline.practice.front_door.queries import CLOSED, referrals_before_birth

PERIOD_ENDED = "Pre-proceedings ended"
REVIEWING_PANEL = "pre_proceedings_review"  # panels/data/panels.csv


def gateway_clocks(children: Iterable[UUID]) -> list[Clock]:
    """From each request to the gateway's decision, and from a decision to issue to the application; three queries."""
    people = list(children)
    decided = by_child(models.LegalGateway.objects.current().about(people))
    issued = by_child(models.CareProceedings.objects.current().about(people))
    clocks = [
        Clock(
            limits.GATEWAY, child=request.child_id, anchor=request, start=request.happened,
            stop=day_of_first_since(decided[request.child_id], request.happened),
            allows=limits.URGENT if request.urgent else None,
        )
        for request in models.LegalGatewayRequest.objects.current().about(people)
    ]  # fmt: skip
    to_issue = (each for theirs in decided.values() for each in theirs if each.outcome == rules.ISSUE_PROCEEDINGS)
    return clocks + [
        Clock(
            limits.ISSUE, child=each.child_id, anchor=each, start=each.happened,
            stop=day_of_first_since(issued[each.child_id], each.happened),
        )
        for each in to_issue
    ]  # fmt: skip


def before_birth_clocks(children: Iterable[UUID]) -> list[Clock]:
    """For each referral before birth, by when in the pregnancy the gateway has looked; three queries."""
    people = list(children)
    decided = by_child(models.LegalGateway.objects.current().about(people))
    clocks: list[Clock] = []
    for referral, person in referrals_before_birth(people):
        stop = day_of_first_since(decided[referral.child_id], referral.began)
        clocks.append(
            Clock(
                limits.PREBIRTH_GATEWAY, child=referral.child_id, anchor=referral, start=referral.began,
                counted_from=person.expected_on, stop=stop, ended=over(referral, CLOSED) if stop is None else None,
            )
        )  # fmt: skip
    return clocks


def pre_proceedings_clocks(children: Iterable[UUID]) -> list[Clock]:
    """The letter, the meetings, the panel, and pre-proceedings as a whole; four queries."""
    people = list(children)
    letters = by_child(models.LetterBeforeProceedings.objects.current().about(people))
    meetings = by_child(models.PreProceedingsMeeting.objects.current().about(people))
    looked = by_child(Recommendation.objects.current().about(people).filter(referral__panel=REVIEWING_PANEL))
    clocks: list[Clock] = []
    for spell in models.PreProceedings.objects.current().about(people):
        sent = [each for each in letters[spell.child_id] if each.pre_proceedings_id == spell.pk]
        met = [each for each in meetings[spell.child_id] if each.pre_proceedings_id == spell.pk]
        clocks += clocks_of_period(spell, sent[:1], met)
        panels = within(looked[spell.child_id], spell)
        clocks += one_after_another(limits.PANEL, spell, panels, ended=over(spell, PERIOD_ENDED))
    return clocks


def clocks_of_period(spell: models.PreProceedings, sent: list[Any], met: list[Any]) -> list[Clock]:
    """The clocks of one period, from its first letter and its meetings, earliest first."""
    ended = over(spell, PERIOD_ENDED)
    clocks = one_after_another(limits.LETTER, spell, sent, ended=ended)[:1]
    if sent:
        (letter,) = sent
        clocks += one_after_another(limits.FIRST_MEETING, letter, met[:1], ended=ended)[:1]
        about = {"child": spell.child_id, "anchor": spell, "start": letter.happened}
        clocks.append(Clock(limits.WHOLE_PERIOD, stop=spell.ended, **about))
    if met:
        clocks += one_after_another(limits.REVIEW, met[0], met[1:], ended=ended)
    return clocks


def family_clocks(children: Iterable[UUID]) -> list[Clock]:
    """The family's meeting after a plan begins or the gateway is asked, and after the family said yes; four queries."""
    people = list(children)
    steps = by_child(models.FamilyGroupDecisionMaking.objects.current().about(people))
    clocks: list[Clock] = []
    for kind in (ChildInNeedPlan, ProtectionPlan):
        for plan in kind.objects.current().about(people):
            clocks += network_clocks(plan, steps[plan.child_id])
    for request in models.LegalGatewayRequest.objects.current().about(people):
        clocks.append(network_clock(request, request.happened, steps[request.child_id]))
    for theirs in steps.values():
        clocks += [held_clock(step, theirs) for step in theirs if step.step == rules.Step.ACCEPTED]
    return clocks


def network_clocks(plan: Any, steps: list[Any]) -> list[Clock]:
    """A meeting of the family's own people after a plan begins, and again within twelve weeks while it lasts."""
    met = within((step for step in steps if step.step == rules.Step.HELD), plan)
    first = network_clock(plan, plan.began, steps, plan)
    return [first, *(network_clock(plan, each.happened, steps, plan, again=True) for each in met)]


def network_clock(cause: Any, start: date, steps: list[Any], plan: Any = None, *, again: bool = False) -> Clock:
    """One such meeting, unless the family says no."""
    later = [step for step in steps if step.happened > start or (step.happened == start and not again)]
    held = next((step.happened for step in later if step.step == rules.Step.HELD), None)
    refused = next((step.happened for step in later if step.step == rules.Step.REFUSED), None)
    ended = over(plan, "The plan ended") if plan is not None else None
    if refused is not None and (ended is None or ended.on is None or refused < ended.on):
        ended = Ending("The family said no", on=refused, state=State.DECLINED)
    if held is not None and (plan is None or plan.ended is None or held <= plan.ended):
        ended = None
    return Clock(
        limits.FAMILY_MEETING, child=cause.child_id, anchor=cause, start=start, stop=held, ended=ended,
        allows=limits.MEETS_AGAIN if again else None, part=f"after {start.isoformat()}" if again else "",
    )  # fmt: skip


def held_clock(accepted: Any, steps: list[Any]) -> Clock:
    """The meeting that a family said yes to."""
    held = day_of_first_since((step for step in steps if step.step == rules.Step.HELD), accepted.happened)
    return Clock(limits.FAMILY_DECISION, child=accepted.child_id, anchor=accepted, start=accepted.happened, stop=held)
