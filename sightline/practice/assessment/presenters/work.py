"""The page of an assessment that is being written: how far it has come, and its sections."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.calendar.gestation import gestation
from sightline.foundation.calendar.instants import day_of
from sightline.foundation.calendar.words import format_date, format_moment
from sightline.foundation.children.models import Person
from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.documents.presenters.passages import PassageShown
from sightline.foundation.documents.rules import MayKnow
from sightline.practice.assessment import queries, rules
from sightline.practice.assessment.models import AssessmentWork, SectionSaved
from sightline.practice.assessment.presenters import titles
from sightline.practice.assessment.presenters.needs import became
from sightline.practice.assessment.rules import Kind, Section, State
from sightline.ui.components import Link, Tag, counted
from sightline.ui.vocabulary import in_own_words, said

COLOURS = {
    State.WORKING: "blue",
    State.SUBMITTED: "yellow",
    State.SENT_BACK: "orange",
    State.SIGNED: "green",
    State.STOPPED: "grey",
}
COLOURS |= {State.STOPPED: "grey"}  # a child died, or the pregnancy ended: nothing is asked any more


@dataclass(frozen=True)
class SectionLine:
    """A section on the page of the whole: whether something stands in it, and who saved it last."""

    heading: str
    href: str
    tag: Tag
    note: str


@dataclass(frozen=True)
class ChildLine:
    """What was found about one child so far, and what is still missing."""

    name: str
    found: str
    missing: str
    needs: Sequence[tuple[str, Link | str]] = ()  # each need with what answers it, and what became of that


@dataclass(frozen=True)
class WorkShown:
    """The page as plain data."""

    title: str
    tag: Tag
    about: str
    sections: Sequence[SectionLine]
    short: Sequence[SectionLine]
    missing: str
    links: Sequence[Link]
    document: str
    children: Sequence[ChildLine]
    sent_back: Sequence[str] = ()
    before_birth: Sequence[str] = ()


@dataclass(frozen=True)
class TextShown:
    """One text of a section as people read it: each answer under its question, whom it is about, who may know it."""

    answers: Sequence[tuple[str, str]]
    passage: PassageShown


@dataclass(frozen=True)
class SectionShown:
    """A section as people read it, with the entries of the record that it points at."""

    heading: str
    texts: Sequence[TextShown]
    rested_on: Sequence[Link] = ()


def title_of(work: AssessmentWork) -> str:
    """What the assessment is for."""
    return f"Assessment: {in_own_words(str(Kind(work.kind).label)).lower()}"


def work_page(
    work: AssessmentWork,
    children: Sequence[Named],
    state: State,
    today: date,
    *,
    sent_back: Sequence[str],
    writes: bool,
    unborn: bool,
    links: Sequence[Link],
) -> WorkShown:
    """How far the assessment has come."""
    child = children[0].key
    saved, found = queries.saved_of(work), queries.findings_of(work)
    goes_on, written = state != State.STOPPED, set(saved)
    steps = queries.steps_of_needs(need for each in found.values() for need in each.needs)
    wanted = rules.sections_of(work.kind)
    missing = rules.still_missing(wanted, written)

    def lines(sections: Sequence[Section]) -> list[SectionLine]:
        shown = [each for each in sections if goes_on or each.key in written]
        return [line(work, child, each, saved.get(each.key), each.key in written, writes) for each in shown]

    return WorkShown(
        title=title_of(work),
        tag=Tag(str(state.label), COLOURS[state]),
        about=f"Begun on {format_date(work.happened)}",
        sections=lines(wanted),
        short=lines(rules.short_sections()),
        missing=f"Still to write: {', '.join(said(each.heading) for each in missing)}." if missing and goes_on else "",
        links=links,
        document=reverse("assessment:document", args=[child, work.pk]),
        children=[
            child_line(each, found[each.key], steps, goes_on)
            for each in children
            if goes_on or found[each.key] != queries.Findings()
        ],
        sent_back=sent_back,
        before_birth=before_birth(children, today) if unborn else [],
    )


def child_line(child: Named, found: queries.Findings, steps: Mapping[UUID, Any], goes_on: bool) -> ChildLine:
    """What was found about one child so far."""
    scales = ", then ".join(f"{each.number} on {format_date(each.happened)}" for each in found.scales)
    parts = [
        counted(len(found.views), "view"),
        counted(len(found.needs), "need"),
        f"risk scale {scales}" if scales else "",
        f"shared {counted(len(found.shared), 'time')}" if found.shared else "",
    ]
    missing = f"Still to record: {', '.join(found.missing)}." if found.missing and goes_on else ""
    needs = [(f"{each.need}: {titles.need_words(each)}", became(each, steps.get(each.pk))) for each in found.needs]
    return ChildLine(child.name, ", ".join(part for part in parts if part), missing, needs)


def before_birth(children: Sequence[Named], today: date) -> list[str]:
    """How far each pregnancy is, and by when its assessment should begin and end, twins once; nothing once it ended."""
    unborn = Person.objects.filter(pk__in=[each.key for each in children], birth_date=None, died_on=None)
    whose: dict[str, list[str]] = {}
    for each in unborn.order_by("reference"):
        if each.expected_on is not None:
            whose.setdefault(dates(each.expected_on, today), []).append(str(each))
    return [f"{', '.join(names)}: {line}" if len(children) > 1 else line for line, names in whose.items()]


def dates(expected: date, today: date) -> str:
    """The dates of one pregnancy, counted from the day on which the baby is expected now."""
    begins, ends = (day_of(each.allows(expected)) for each in (rules.PREBIRTH_START, rules.PREBIRTH_END))
    return (
        f"Expected on {format_date(expected)}, {gestation(expected, today)} of pregnancy today. "
        f"The assessment begins by {format_date(begins)} and is signed by {format_date(ends)}."
    )


def line(
    work: AssessmentWork, child: UUID, section: Section, last: SectionSaved | None, written: bool, writes: bool
) -> SectionLine:
    """One section of the page of the whole."""
    tag = Tag("Written", "green") if written else Tag("To write" if section.needed else "If it matters", "grey")
    by = f" by {last.recorded_by}" if last and last.recorded_by else ""
    return SectionLine(
        heading=said(section.heading),
        href=reverse("assessment:section", args=[child, work.pk, section.key]) if writes else "",
        tag=tag,
        note=f"Saved {format_moment(last.recorded_at)}{by}, version {last.number}" if last else "",
    )


def section_shown(
    section: Section,
    rows: Sequence[queries.Row],
    names: Mapping[UUID, str],
    children: Collection[UUID],
    rested_on: Sequence[Link] = (),
) -> SectionShown:
    """A section with every text that may be seen."""
    shown = [text_shown(section, each, names, children) for each in rows]
    return SectionShown(said(section.heading), shown, rested_on)


def text_shown(section: Section, row: queries.Row, names: Mapping[UUID, str], children: Collection[UUID]) -> TextShown:
    """One text; a question is named only where the section asks several."""
    several = len(section.questions) > 1
    answers = [
        (said(each.asks) if several else "", row.written.answers[each.part])
        for each in section.questions
        if row.written.answers.get(each.part)
    ]
    about = whom(row.written.about, names, children)
    return TextShown(answers, PassageShown(row.written.text, about, str(MayKnow(row.written.may_know).label)))


def whom(about: Sequence[UUID], names: Mapping[UUID, str], children: Collection[UUID]) -> str:
    """Whom a text is about, of those whose names may be shown; all of the children in as many words."""
    all_of_them = len(children) > 1 and set(children) <= set(about)
    named = [names[key] for key in about if key in names and not (all_of_them and key in children)]
    return ", ".join(["all of the children", *named] if all_of_them else named)
