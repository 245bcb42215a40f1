"""One baby was expected and several were born: the assessment of the one is about all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from sightline.foundation.children.actions.several import copied
from sightline.foundation.door import Yielded, corrects
from sightline.foundation.standing import open_spell
from sightline.practice.assessment import queries
from sightline.practice.assessment.models import Assessment, AssessmentWork
from sightline.practice.front_door.models import Referral

BORN_TOGETHER = "More than one child comes of this pregnancy; the assessment is about each of them."


def assessment_of_twins(first: UUID, further: Sequence[UUID], given: Sequence[object]) -> Iterator[Yielded]:
    """The open assessment of the baby who was expected, for each further child of the birth: one signature is enough.

    It began for them on the same day. One that waits to be signed stays as it is; theirs is written by itself then.
    """
    assessment = open_spell(Assessment, first)
    if assessment is None:
        return
    referrals = {each.child_id: each.pk for each in given if isinstance(each, Referral)}
    for child in further:
        yield copied(assessment, child_id=child, referral_id=referrals.get(child))
    work = queries.work_under_way(first)
    if work is not None and queries.state_of_work(work).may_be_written:
        yield from about_all(work, first, further)


def about_all(work: AssessmentWork, first: UUID, further: Sequence[UUID]) -> Iterator[Yielded]:
    """The same piece of work about further children; what was written about the expected baby is about each of them."""
    joined = copied(work, children=[*work.children, *further])
    yield corrects(work, joined, reason=BORN_TOGETHER)
    for passage in queries.passages_of(work):
        if first in passage.about:
            about = [*passage.about, *further]
            yield corrects(passage, copied(passage, occasion_id=joined.pk, about=about), reason=BORN_TOGETHER)
