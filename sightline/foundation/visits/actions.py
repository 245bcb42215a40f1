"""Recording a visit, and correcting it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.documents.actions import passages_of, refuse_passages
from sightline.foundation.documents.rules.passages import WrittenPassage
from sightline.foundation.door import Refusal, Work, Yielded, action, again, corrects, withdraws
from sightline.foundation.facts import Acting
from sightline.foundation.moments import when_happened
from sightline.foundation.standing import hold
from sightline.foundation.visits import queries, rules
from sightline.foundation.visits.models import Seen, Visit
from sightline.foundation.visits.rules import ChildVisited

CORRECTED_BEFORE = "Somebody corrected this before you. Look at what stands now."
NOTHING_DIFFERENT = "Nothing is different from what is recorded."


class NotTold(Refusal):
    """Something without which a visit cannot be understood is missing or contradicts itself."""


@action(permission=Permission.RECORD_VISIT, says="recorded a visit")
def record_visit(
    *,
    visited_on: date,
    kind: str,
    who_visited: str,
    place: str,
    children: Sequence[ChildVisited],
    visited_at: datetime | None = None,
    where: str = "",
    attempted: bool = False,
    next_on: date | None = None,
    passages: Sequence[WrittenPassage] = (),
    by: Acting,
) -> Work:
    """Record one visit to one child or several: whether each was seen, and alone, and what each said.

    An attempted visit, at which nobody was seen, counts for no child.
    """
    refuse_visit(children, attempted=attempted, visited_on=visited_on, next_on=next_on)
    refuse_passages(passages, [each.child for each in children])
    visit = Visit(
        **when_happened(visited_on, visited_at),
        children=[each.child for each in children],
        kind=kind,
        who_visited=who_visited,
        place=place,
        where=where,
        attempted=attempted,
        next_on=next_on,
    )
    yield visit
    for each in children:
        yield Seen(visit=visit, child_id=each.child, **when_happened(visited_on, visited_at), **said_of(each))
    yield from passages_of(visit, passages)
    return visit


def said_of(each: ChildVisited) -> dict[str, Any]:
    """The columns that say what a visit was for one child."""
    columns = asdict(each) | {"counts_as": list(each.counts_as)}
    del columns["child"]
    return columns


def refuse_visit(children: Sequence[ChildVisited], *, attempted: bool, visited_on: date, next_on: date | None) -> None:
    """Raise unless each child stands in it once, with what a visit cannot do without."""
    if not children:
        raise NotTold("Say whom the visit was to.")
    if max(Counter(each.child for each in children).values()) > 1:
        raise NotTold("Say once for each child what the visit was.")
    if attempted and any(each.seen for each in children):
        raise NotTold("At an attempted visit nobody was seen. Record a visit instead.")
    if next_on is not None and next_on < visited_on:
        raise NotTold("The next visit must not be before this one.")
    for each in children:
        refuse_child(each)


def refuse_child(each: ChildVisited) -> None:
    """Raise with a sentence where something about one child is missing."""
    if sentence := rules.what_is_missing(each):
        raise NotTold(sentence)


@action(permission=Permission.RECORD_VISIT, says="corrected when and how a visit was made")
def correct_visit(
    *,
    wrong: UUID,
    visited_on: date,
    kind: str,
    who_visited: str,
    place: str,
    why: str,
    visited_at: datetime | None = None,
    where: str = "",
    by: Acting,
) -> Work:
    """Put right when, where and by whom a visit was made, for the children whose records are open."""
    visit = queries.visit_of(wrong)
    if visit is None:
        raise Refusal(CORRECTED_BEFORE)
    hold([each.child_id for each in visit.seen])
    moved = when_happened(visited_on, visited_at)
    right = moved | {"kind": kind, "who_visited": who_visited, "place": place, "where": where}
    if all(getattr(visit.row, name) == value for name, value in right.items()):
        raise Refusal(NOTHING_DIFFERENT)
    new: Visit = again(visit.row, first=visit.row.occasion, **right)
    yield corrects(visit.row, new, reason=why)
    if any(getattr(visit.row, name) != value for name, value in moved.items()):
        yield from (corrects(each, again(each, **moved), reason=why) for each in visit.seen)
    return new


@action(permission=Permission.RECORD_VISIT, says="corrected what a visit was for a child")
def correct_seen(*, wrong: UUID, right: ChildVisited, why: str, by: Acting) -> Work:
    """Put right whether one child was seen, and alone, for which kinds the visit counts, and what was written."""
    hold([right.child])
    old = standing_fact(right.child, wrong)
    if old.visit.attempted and right.seen:
        raise NotTold("At an attempted visit nobody was seen. Record a visit instead.")
    refuse_child(right)
    if all(getattr(old, name) == value for name, value in said_of(right).items()):
        raise Refusal(NOTHING_DIFFERENT)
    new: Seen = again(old, **said_of(right))
    yield corrects(old, new, reason=why)
    return new


@action(permission=Permission.RECORD_VISIT, says="took a child out of a visit")
def withdraw_seen(*, wrong: UUID, child: UUID, why: str, by: Acting) -> Work:
    """Say that a visit was recorded for a child by mistake, with what it says about this child alone."""
    hold([child])
    old = standing_fact(child, wrong)
    yield withdraws(old, reason=why)
    yield from withdrawn_words(old, why)
    return old


def withdrawn_words(old: Seen, why: str) -> Iterator[Yielded]:
    """The passages of a visit that are about one child alone, taken back."""
    visit = queries.visit_of(old.visit_id)
    passages = visit.passages_for(old.child_id) if visit else []
    yield from (withdraws(each, reason=why) for each in passages if each.about == [old.child_id])


def standing_fact(child: UUID, wrong: UUID) -> Seen:
    """What a visit was for a child, if it stands; raises Refusal if it was corrected already."""
    old = queries.seen_at(child, wrong)
    if old is None or old.superseded_at is not None:
        raise Refusal(CORRECTED_BEFORE)
    return old
