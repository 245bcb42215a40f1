"""An assessment of one child as one reader may have it: a professional, the child, or a parent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.words import format_date
from sightline.foundation.children.models import Child
from sightline.foundation.documents.making import MadeDocument, MadeQuote, MadeSection
from sightline.foundation.documents.making.kinds import MadeKind, Reader, sender
from sightline.foundation.documents.queries.passages import family_of
from sightline.foundation.documents.rules.passages import Audience, Family, Recipient, may_stand_in
from sightline.practice.assessment import queries, rules
from sightline.practice.assessment.models import AssessmentWork, ChildsView
from sightline.practice.assessment.presenters import titles
from sightline.practice.assessment.presenters.work import title_of
from sightline.practice.assessment.rules import ViewKind
from sightline.ui.vocabulary import said

FOR_CHILD = "We wanted to find out what you and your family need. This is what you told us, and what we think."
FOR_PARENT = "This is the assessment of what your family needs, as far as it is about you and your children."
NOT_SIGNED = (
    "It is not signed yet. Tell us what is wrong or missing: it is put right, or it stands beside what we wrote."
)
NOT_SIGNED_TO_CHILD = "It is not finished yet. Tell us what we got wrong."
HOW_SAFE = "How safe, from 0, in danger now, to 10, safe enough to close"
HOW_SAFE_TO_CHILD = "How safe we think things are, from 0, in danger now, to 10, safe enough for our work to end"
TO_CHILD = {  # what sections are called to the child; those of a model of the authority's own keep their headings
    "daily_life": "Your day",
    "strengths": "What goes well",
    "worries": "What we are worried about",
    "history": "What happened before",
    "parents": "The people who look after you",
    "analysis": "What we think about it",
    "contradictions": "What we are not sure about",
}


@dataclass(frozen=True)
class Copy:
    """Whose document it is, for whom, and what may stand in it."""

    work: AssessmentWork
    child: UUID
    recipient: Recipient
    family: Family

    def holds(self, about: Sequence[UUID], may_know: str) -> bool:
        """Whether something may stand in this copy."""
        return may_stand_in(self.child, about, may_know, self.recipient, self.family)


def assessment_for(work: AssessmentWork, child: Child, recipient: Recipient, today: date) -> MadeDocument:
    """The assessment of one opened child for one reader, not marked yet; what they may not know is not in it."""
    passages = queries.passages_of(work)
    people = {person for each in passages for person in each.about} | {child.pk}
    copy = Copy(work, child.pk, recipient, family_of(people, child.pk, today, adults=child.adults))
    rows = [each for each in passages if copy.holds(each.about, each.may_know)]
    sections = [*rules.sections_of(work.kind), *rules.short_sections()]
    written = [
        written_section(each, queries.rows_of(work, each, rows), heading_of(each, recipient)) for each in sections
    ]
    return MadeDocument(
        title=title_of(work),
        for_whom="",
        sent_by=sender(),
        made_on=today,
        about=str(child),
        sections=[*written, *found_sections(copy)],
    )


def made(child: Child, fact: UUID, reader: Reader, today: date) -> MadeDocument | None:
    """The copy for one reader of the assessment with this key; nothing where it is not one of this child."""
    work = queries.work_of(child.pk, fact)
    if work is None:
        return None
    document = replace(assessment_for(work, child, reader.recipient, today), for_whom=reader.whose)
    if not reader.is_family:
        return document
    is_child = reader.recipient.audience is Audience.CHILD
    return replace(
        document,
        title=f"{reader.name}, this is what we found out with you" if is_child else document.title,
        about="" if is_child else document.about,
        greeting=f"Dear {reader.name}," if reader.name else "",
        opening=[FOR_CHILD if is_child else FOR_PARENT, *unsigned(work, is_child=is_child)],
    )


def unsigned(work: AssessmentWork, *, is_child: bool) -> list[str]:
    """That it is not signed yet, and may still be put right; nothing once a manager has signed it."""
    if queries.state_of_work(work).is_over:
        return []
    return [NOT_SIGNED_TO_CHILD if is_child else NOT_SIGNED]


def heading_of(section: rules.Section, recipient: Recipient) -> str:
    """What a section is called; to a child it speaks to them."""
    to_child = recipient.audience is Audience.CHILD
    return TO_CHILD.get(section.key, said(section.heading)) if to_child else said(section.heading)


def written_section(section: rules.Section, rows: Sequence[queries.Row], heading: str) -> MadeSection:
    """A section with those of its texts that may stand in the copy; several questions name each answer."""
    if len(section.questions) == 1:
        return MadeSection(heading, paragraphs=[row.written.text for row in rows])
    answered = [
        (said(each.asks), [row.written.answers[each.part]])
        for row in rows
        for each in section.questions
        if row.written.answers.get(each.part)
    ]
    return MadeSection(heading, rows=answered)


def found_sections(copy: Copy) -> Iterator[MadeSection]:
    """The child's own words, what they need, the scale, what was put right, and what the assessment led to."""
    found = queries.findings_of(copy.work).get(copy.child, queries.Findings())
    own = [copy.child]
    views = [each for each in found.views if copy.holds(own, each.may_know)]
    to_child = copy.recipient.audience is Audience.CHILD
    yield in_their_words(views, to_child=to_child, asked=is_professional(copy))
    yield MadeSection("What changed because of it", points=[each for each in map(what_changed, views) if each])
    needs = [each for each in found.needs if copy.holds(own, each.may_know)]
    yield MadeSection(
        "What you need" if to_child else "What the child needs",
        rows=[(each.need, [titles.need_words(each)]) for each in needs],
    )
    scales = [each for each in found.scales if copy.holds(own, each.may_know)]
    yield MadeSection(
        HOW_SAFE_TO_CHILD if to_child else HOW_SAFE,
        rows=[(format_date(each.happened), [f"{each.number} of 10. {each.reasons}"]) for each in scales],
    )
    theirs = [each for each in found.shared if copy.recipient.person == each.person_id or is_professional(copy)]
    if not to_child:
        yield MadeSection("What the family says of it", points=[titles.sharing_words(each) for each in theirs])
    if is_professional(copy):
        submitted = queries.submissions_of(copy.work).get(copy.child)
        yield MadeSection("What it led to", paragraphs=[titles.found(submitted)] if submitted else [])


def in_their_words(views: Sequence[ChildsView], *, to_child: bool, asked: bool) -> MadeSection:
    """What the child said as quotations, and what was seen; for professionals with what was asked."""
    said_of = titles.asked_words if asked else issue_of
    return MadeSection(
        "In your words" if to_child else "In the child’s words",
        quotes=[
            MadeQuote(each.words, f"About: {said_of(each)}") for each in views if each.words and not observed(each)
        ],
        points=[
            *(f"What we saw ({said_of(each)}): {each.words}" for each in views if each.words and observed(each)),
            *(f"{each.issue}: {titles.said_or_seen(each)}" for each in views if asked and not each.words),
        ],
    )


def issue_of(view: ChildsView) -> str:
    """What the child’s words are about."""
    return view.issue


def is_professional(copy: Copy) -> bool:
    """Whether the copy is for professionals, who see all that is about the child."""
    return copy.recipient.audience is Audience.PROFESSIONAL


def observed(view: ChildsView) -> bool:
    """Whether somebody saw it, and the child did not say it: never a quotation."""
    return view.kind == ViewKind.OBSERVED


def what_changed(view: ChildsView) -> str:
    """What changed because of what the child said about something."""
    return "" if view.kind == ViewKind.NOT_ASKED or not view.changed else f"{view.issue}: {view.changed}"


KINDS = [
    MadeKind(
        "assessment",
        lambda: "A copy of the assessment",
        Permission.RECORD_PRACTICE,
        made,
        lambda child, fact: queries.work_of(child, fact) is not None,
        page="assessment:document",
    )
]
