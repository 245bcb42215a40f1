"""Writing an assessment of one child, or of brothers and sisters together: beginning it, and saving its sections."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.documents.models import Passage
from sightline.foundation.door import Conflict, Refusal, Work, Yielded, action, corrects, withdraws
from sightline.foundation.facts import Acting
from sightline.foundation.standing import NotNow, hold, open_spell
from sightline.practice.assessment import queries, rules
from sightline.practice.assessment.actions.assessments import begun
from sightline.practice.assessment.models import Assessment, AssessmentWork, SectionSaved
from sightline.practice.assessment.rules import Kind, Written

FROZEN = "This assessment waits to be signed, or is signed. Nothing in it can be changed now."
STOPPED = "This assessment has stopped. What was written stays, and nothing more is asked."
SAVED_AGAIN = "The section was saved again."


@dataclass(frozen=True)
class TheirText:
    """What somebody else saved of a section, to stand beside the text of whoever lost the race."""

    version: int
    text: str


@action(permission=Permission.RECORD_PRACTICE, says="began to write an assessment")
def begin_work(
    *,
    children: Sequence[UUID],
    on: date,
    kind: str = Kind.CHILD_AND_FAMILY,
    internal_review_on: date | None = None,
    by: Acting,
) -> Work:
    """Begin to write one assessment of these children; for those not being assessed yet, it begins on the day."""
    hold(children)
    if not children or kind not in Kind.values:
        raise NotNow("Say which children are assessed, and what for.")
    for child in children:
        if queries.work_under_way(child) is not None:
            raise NotNow("An assessment of one of these children is being written already. Open that one.")
        under_way = open_spell(Assessment, child)
        if under_way is None:
            yield begun(child, on, kind, internal_review_on)
    work = AssessmentWork(children=list(children), happened=on, kind=kind)
    yield work
    return work


@action(permission=Permission.RECORD_PRACTICE, says="saved a section of an assessment")
def save_section(
    *,
    child_id: UUID,
    work_id: UUID,
    section: str,
    seen: int,
    written: Sequence[Written],
    rested_on: Sequence[UUID] = (),
    on: date,
    by: Acting,
) -> Work:
    """Save a section in a further version; raises Conflict with both texts where somebody saved it since `seen`."""
    work = the_work(child_id, work_id)
    hold(work.children)
    refuse_frozen(work)
    asked = the_section(section)
    before = queries.rows_of(work, asked)
    number = queries.version_of_section(work, section)
    if number != seen:
        theirs = TheirText(number, "\n\n".join(row.written.text for row in before))
        raise Conflict(theirs, {"text": "\n\n".join(each.text for each in written)})  # type: ignore[arg-type]
    refuse_rows(asked, written, {*work.children, *queries.adults_around(work)})
    yield from changed(work, asked, before, written)
    saved = SectionSaved(
        children=work.children,
        happened=on,
        work=work,
        section=section,
        number=number + 1,
        rested_on=list(rested_on),
    )
    yield saved
    return saved


def changed(
    work: AssessmentWork, section: rules.Section, before: Sequence[queries.Row], written: Sequence[Written]
) -> Iterator[Yielded]:
    """What brings the passages of a section to what was written; those that say the same stay as they are."""
    for position, (old, new) in enumerate(zip_longest(before, written)):
        if old is not None and new is not None and old.written == new:
            continue
        stood = dict(old.passages) if old is not None else {}
        for part, text in new.answers.items() if new is not None else ():
            if text.strip():
                yield replaced(stood.pop(part, None), passage(work, section.place(part), position, new, text))
        yield from (withdraws(gone, reason=SAVED_AGAIN) for gone in stood.values())


def replaced(old: Passage | None, new: Passage) -> Yielded:
    """A new passage, or one that stands in place of another."""
    return corrects(old, new, reason=SAVED_AGAIN) if old is not None else new


def passage(work: AssessmentWork, place: str, position: int, written: Written, text: str) -> Passage:
    """One answer of a text, not yet recorded."""
    return Passage(
        occasion_kind=work._meta.label,
        occasion_id=work.pk,
        place=place,
        position=position,
        about=list(written.about),
        may_know=written.may_know,
        text=text,
    )


def the_work(child: UUID, work: UUID) -> AssessmentWork:
    """A piece of work about a child; raises Refusal where there is none."""
    found = queries.work_of(child, work)
    if found is None:
        raise NotNow("There is no such assessment of this child.")
    return found


def the_section(key: str) -> rules.Section:
    """A section by its key; raises Refusal."""
    found = rules.sections().get(key)
    if found is None:
        raise Refusal("The assessment has no such section any more.")
    return found


def refuse_frozen(work: AssessmentWork) -> None:
    """Raise unless the work can still be written."""
    state = queries.state_of_work(work)
    if not state.may_be_written:
        raise NotNow(STOPPED if state == rules.State.STOPPED else FROZEN)


def refuse_rows(section: rules.Section, written: Sequence[Written], people: Collection[UUID]) -> None:
    """Raise unless every text says something, and of whom of this family."""
    for row in written:
        if not row.about or set(row.about) - set(people):
            raise Refusal("Say of each text whom it is about.")
        if not any(answer.strip() for answer in row.answers.values()):
            raise Refusal("Write something in each text, or remove it.")
