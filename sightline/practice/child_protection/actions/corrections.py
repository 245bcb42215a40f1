"""Correcting a strategy discussion: what was decided for one child, or when it was held and who took part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Refusal, Work, Yielded, action, again, corrects, like, withdraws
from sightline.foundation.facts import Acting
from sightline.foundation.moments import when_happened
from sightline.foundation.standing import hold
from sightline.practice.child_protection import queries, rules
from sightline.practice.child_protection.actions.consequences import enquiries_follow
from sightline.practice.child_protection.actions.discussions import refuse_decision, refuse_scales
from sightline.practice.child_protection.models import AgencyScale, StrategyDiscussion, StrategyOutcome
from sightline.practice.child_protection.rules import Scale, TookPart


class NothingDifferent(Refusal):
    """A correction that changes nothing."""


@action(permission=Permission.RECORD_CHILD_PROTECTION, says="corrected what a strategy discussion decided")
def correct_outcome(
    *, wrong: UUID, child: UUID, decision: str, reasons: str, scales: Sequence[Scale], why: str, by: Acting
) -> Work:
    """Put right what a discussion decided for one child; enquiries and their clock follow.

    Enquiries that should not have begun are marked as a mistake; those that should have begun, begin on the day of the
    discussion.
    """
    hold([child])
    old = standing_decision(child, wrong)
    discussion = queries.discussion_of(old.discussion_id)
    assert discussion is not None
    refuse_decision(decision, reasons)
    refuse_scales(scales, [each["agency"] for each in discussion.row.agencies])
    changed = list(scales_corrected(old, discussion.scales_for(child), scales, why))
    if (old.decision, old.reasons) == (decision, reasons) and not changed:
        raise NothingDifferent("Nothing is different from what is recorded.")
    new: StrategyOutcome = again(old, decision=decision, reasons=reasons)
    yield corrects(old, new, reason=why)
    yield from changed
    standing = queries.standing_of([child])[child]
    standing.decided[old.discussion_id] = replace(standing.decided[old.discussion_id], decision=decision)
    yield from enquiries_follow(child, standing, reason=why)
    return new


def scales_corrected(
    outcome: StrategyOutcome, old: Sequence[AgencyScale], new: Sequence[Scale], why: str
) -> Iterator[Yielded]:
    """What brings the recorded scales of one child to those given; nothing for those that are the same."""
    given = {scale.agency: scale for scale in new}
    for scale in old:
        right = given.pop(scale.agency, None)
        if right is None:
            yield withdraws(scale, reason=why)
        elif (right.number, right.why) != (scale.number, scale.why):
            yield corrects(scale, again(scale, number=right.number, why=right.why), reason=why)
    for missing in given.values():
        yield like(outcome, AgencyScale, asdict(missing))


@action(permission=Permission.RECORD_CHILD_PROTECTION, says="corrected a strategy discussion")
def correct_strategy_discussion(
    *,
    wrong: UUID,
    held_on: date,
    held_by: str,
    agencies: Sequence[TookPart],
    why: str,
    held_at: datetime | None = None,
    agreed_beforehand: str = "",
    by: Acting,
) -> Work:
    """Put right when a discussion was held, how, and who took part, for the children whose records are open."""
    discussion = queries.discussion_of(wrong)
    if discussion is None:
        raise Refusal("Somebody corrected this before you. Look at what stands now.")
    hold([outcome.child_id for outcome in discussion.outcomes])
    when = when_happened(held_on, held_at)
    named = [asdict(agency) for agency in agencies]
    refuse_agency_taken_out(discussion, agencies)
    rest = {"held_by": held_by, "agencies": named, "agreed_beforehand": agreed_beforehand}
    if all(getattr(discussion.row, name) == value for name, value in (when | rest).items()):
        raise NothingDifferent("Nothing is different from what is recorded.")
    new: StrategyDiscussion = again(discussion.row, first=discussion.row.occasion, **when, **rest)
    yield corrects(discussion.row, new, reason=why)
    if any(getattr(discussion.row, name) != value for name, value in when.items()):
        yield from held_then(discussion, when, why)
    return new


def refuse_agency_taken_out(discussion: queries.Discussion, agencies: Sequence[TookPart]) -> None:
    """Raise if an agency that placed a child is said not to have taken part."""
    placed = {scale.agency for scale in discussion.scales}
    if left_out := placed - {agency.agency for agency in agencies}:
        name = rules.Agency(min(left_out)).label
        raise Refusal(f"{name} placed a child on the scale. Take that out first.")


def held_then(discussion: queries.Discussion, when: dict[str, Any], why: str) -> Iterator[Yielded]:
    """Everything recorded at a discussion, moved to when it was held, and what follows for enquiries."""
    for fact in (*discussion.outcomes, *discussion.scales):
        yield corrects(fact, again(fact, **when), reason=why)
    standing = queries.standing_of([outcome.child_id for outcome in discussion.outcomes])
    for child, stands in standing.items():
        stands.decided[discussion.key] = replace(stands.decided[discussion.key], on=when["happened"])
        yield from enquiries_follow(child, stands, reason=why)


def standing_decision(child: UUID, wrong: UUID) -> StrategyOutcome:
    """What was decided for a child, if it stands; raises Refusal if it was corrected already."""
    old = queries.outcome_of(child, wrong)
    if old is None or old.superseded_at is not None:
        raise Refusal("Somebody corrected this before you. Look at what stands now.")
    return old
