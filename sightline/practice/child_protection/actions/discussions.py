"""Recording a strategy discussion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.documents.models import Passage
from sightline.foundation.door import Refusal, Work, Yielded, action
from sightline.foundation.facts import Acting
from sightline.foundation.moments import when_happened
from sightline.foundation.standing import hold
from sightline.practice.child_protection import queries, rules
from sightline.practice.child_protection.actions.consequences import enquiries_follow
from sightline.practice.child_protection.models import AgencyScale, StrategyDiscussion, StrategyOutcome
from sightline.practice.child_protection.rules import OutcomeForChild, SaidOfSome, Scale, TookPart

EARLIER_DISCUSSION = "An earlier discussion that began enquiries was recorded later."

SAID = "said"  # the place of passages within a discussion


class NotTold(Refusal):
    """Something without which the discussion cannot be understood is missing or contradicts itself."""


@action(permission=Permission.RECORD_CHILD_PROTECTION, says="recorded a strategy discussion")
def record_strategy_discussion(
    *,
    held_on: date,
    held_by: str,
    agencies: Sequence[TookPart],
    outcomes: Sequence[OutcomeForChild],
    held_at: datetime | None = None,
    agreed_beforehand: str = "",
    passages: Sequence[SaidOfSome] = (),
    by: Acting,
) -> Work:
    """Record one discussion about one child or several: a decision for each, and enquiries where they begin.

    Who was missing never stops it, and no manager need have agreed: that is asked afterwards.
    """
    refuse_discussion(agencies, outcomes)
    children = [outcome.child for outcome in outcomes]
    refuse_passages(passages, children)
    hold(children)
    discussion = StrategyDiscussion(
        **when_happened(held_on, held_at),
        children=children,
        held_by=held_by,
        agencies=[asdict(agency) for agency in agencies],
        agreed_beforehand=agreed_beforehand,
    )
    yield discussion
    for outcome in outcomes:
        yield from decided(discussion, outcome)
    yield from told(discussion, passages)
    standing = queries.standing_of(children)
    for outcome in outcomes:
        also = rules.Decided(held_on, outcome.decision, discussion.pk, order=discussion.pk)
        standing[outcome.child].decided[discussion.pk] = also
        yield from enquiries_follow(outcome.child, standing[outcome.child], reason=EARLIER_DISCUSSION)
    return discussion


def decided(discussion: StrategyDiscussion, outcome: OutcomeForChild) -> Iterator[Yielded]:
    """What was decided for one child and where agencies placed the child."""
    when = {
        "child_id": outcome.child,
        "discussion": discussion,
        "happened": discussion.happened,
        "happened_at": discussion.happened_at,
        "happened_precision": discussion.happened_precision,
    }
    yield StrategyOutcome(**when, decision=outcome.decision, reasons=outcome.reasons)
    for scale in outcome.scales:
        yield AgencyScale(**when, agency=scale.agency, number=scale.number, why=scale.why)


def told(discussion: StrategyDiscussion, passages: Sequence[SaidOfSome]) -> Iterator[Yielded]:
    """What was said about some of the children only, in its order."""
    for position, passage in enumerate(passages):
        yield Passage(
            occasion_kind=discussion._meta.label,
            occasion_id=discussion.pk,
            place=SAID,
            position=position,
            about=list(passage.about),
            may_know=passage.may_know,
            text=passage.text,
        )


def refuse_passages(passages: Sequence[SaidOfSome], children: Sequence[UUID]) -> None:
    """Raise unless each passage names children of the discussion."""
    if any(not passage.about or set(passage.about) - set(children) for passage in passages):
        raise NotTold("Say which of the children each passage is about.")


def refuse_discussion(agencies: Sequence[TookPart], outcomes: Sequence[OutcomeForChild]) -> None:
    """Raise unless there is one decision with reasons for each child, and scales only from those who took part."""
    if not outcomes:
        raise NotTold("Say which children the discussion was about.")
    if any(number > 1 for number in Counter(outcome.child for outcome in outcomes).values()):
        raise NotTold("Give one decision for each child.")
    took_part = [agency.agency for agency in agencies]
    if len(set(took_part)) < len(took_part):
        raise NotTold("Name each agency once.")
    for outcome in outcomes:
        refuse_decision(outcome.decision, outcome.reasons)
        refuse_scales(outcome.scales, took_part)


def refuse_decision(decision: str, reasons: str) -> None:
    """Raise unless a decision was made and has reasons."""
    if decision not in rules.Decision.values:
        raise NotTold("Say what was decided for each child.")
    if not reasons.strip():
        raise NotTold("Say why this was decided.")


def refuse_scales(scales: Sequence[Scale], took_part: Iterable[str]) -> None:
    """Raise unless each scale runs from 0 to 10 and comes from an agency that took part, once."""
    present = set(took_part)
    if any(scale.number not in rules.SCALE for scale in scales):
        raise NotTold("A scale is a whole number from 0 to 10.")
    if any(scale.agency not in present for scale in scales):
        raise NotTold("Only an agency that took part can say where it places a child.")
    if len({scale.agency for scale in scales}) < len(scales):
        raise NotTold("An agency places a child once.")
