"""Giving an assessment to a manager, and what follows when it is signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Refusal, Work, Yielded, action, corrects
from sightline.foundation.facts import Acting
from sightline.foundation.standing import NotNow, hold, the_open
from sightline.practice.assessment import queries, rules
from sightline.practice.assessment.actions.assessments import authorised, refuse_findings
from sightline.practice.assessment.actions.work import refuse_frozen, the_work
from sightline.practice.assessment.models import Assessment, AssessmentSubmitted, AssessmentWork
from sightline.practice.assessment.rules import FoundForChild

SENT_BACK = "It was sent back, and is submitted again."


@action(permission=Permission.RECORD_PRACTICE, says="submitted an assessment to be signed")
def submit_work(
    *, child_id: UUID, work_id: UUID, on: date, found: Sequence[FoundForChild], short: bool = False, by: Acting
) -> Work:
    """Give an assessment of all its children to a manager in one go; from then on nothing in it changes."""
    work = the_work(child_id, work_id)
    hold(work.children)
    refuse_frozen(work)
    refuse_unfinished(work, short=short)
    open_ones = queries.children_under_way(work)
    if {each.child for each in found} != set(open_ones) or len(found) != len(open_ones):
        raise Refusal("Say of each child what the assessment found.")
    before = queries.submissions_of(work)
    made = None
    for each in found:
        refuse_findings(on, child_seen=each.child_seen, outcome=each.outcome, factors=each.factors, why=each.why)
        made = submitted(work, each, on, short=short)
        old = before.get(each.child)
        yield corrects(old, made, reason=SENT_BACK) if old is not None else made
    return made


def submitted(work: AssessmentWork, found: FoundForChild, on: date, *, short: bool) -> AssessmentSubmitted:
    """What is given to the manager about one child."""
    return AssessmentSubmitted(
        child_id=found.child,
        happened=on,
        work=work,
        short=short,
        child_seen=found.child_seen,
        why=found.why,
        outcome=found.outcome,
        factors=list(found.factors),
        requires_support=found.requires_support,
    )


def refuse_unfinished(work: AssessmentWork, *, short: bool) -> None:
    """Raise where a section that is needed was not written: of the whole assessment, or of one that ends short."""
    wanted = rules.short_sections() if short else rules.sections_of(work.kind)
    missing = rules.still_missing(wanted, queries.written_sections(work))
    if missing:
        raise NotNow(f"Write this first: {', '.join(each.heading for each in missing)}.")
    children = queries.children_under_way(work)
    if left_out := queries.not_of_each(work, wanted, children):
        raise NotNow(f"Write this of each child first: {', '.join(each.heading for each in left_out)}.")
    if not short:
        found = queries.findings_of(work)
        lacking = [words for child in children for words in found[child].missing]
        if lacking:
            raise NotNow(f"Record this of each child first: {', '.join(dict.fromkeys(lacking))}.")


def signed(fact: Any, on: date, answer: Any) -> Iterator[Yielded]:
    """What follows when a manager signs: the assessment of the child ends with what it found."""
    assessment = the_open(Assessment, fact.child_id, what="open assessment")
    yield from authorised(
        assessment,
        on=max(on, fact.happened),
        child_seen=fact.child_seen,
        outcome=fact.outcome,
        factors=fact.factors,
        requires_support=fact.requires_support,
        why=fact.why,
    )
