"""An assessment as professionals read it: every section with what may be seen of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.calendar.words import format_date
from sightline.foundation.children.models import Person
from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.chronology.queries import Line, told_of
from sightline.foundation.correctable import PAGE
from sightline.foundation.documents.rules import MayKnow
from sightline.practice.assessment import queries, rules
from sightline.practice.assessment.models import AssessmentWork, ChildsView
from sightline.practice.assessment.presenters import titles
from sightline.practice.assessment.presenters.work import SectionShown, section_shown, title_of
from sightline.practice.assessment.presenters.writing import words
from sightline.ui.components import Link


@dataclass(frozen=True)
class FoundShown:
    """What was found about one child, and what it led to once it is submitted."""

    name: str
    led_to: str
    rows: Sequence[tuple[str, list[str]]]


@dataclass(frozen=True)
class DocumentShown:
    """The assessment whole."""

    title: str
    about: str
    sections: Sequence[SectionShown]
    found: Sequence[FoundShown]


def document_page(work: AssessmentWork, child: OpenedChild, children: Sequence[Named]) -> DocumentShown:
    """Every section in which something stands, and what was submitted about each child whose record is open."""
    passages = queries.passages_of(work)
    names = names_of({key for each in passages for key in each.about}, children)
    saved = queries.saved_of(work)
    pointed = {key: each for each in saved.values() for key in each.rested_on}
    moment = max((each.recorded_at for each in saved.values()), default=work.recorded_at)
    lines = {line.fact.pk: line for line in told_of(child.pk, pointed, moment)}
    shown = []
    for section in [*rules.sections_of(work.kind), *rules.short_sections()]:
        rows = queries.rows_of(work, section, passages)
        keys = saved[section.key].rested_on if section.key in saved else []
        links = [entry(lines[key], child) for key in keys if key in lines]
        if rows or links:
            shown.append(section_shown(section, rows, names, work.children, links))
    submitted = queries.submissions_of(work)
    facts = queries.findings_of(work)
    found = [
        FoundShown(
            each.name,
            titles.found(submitted[each.key]) if each.key in submitted else "",
            lines_of(facts[each.key]),
        )
        for each in children
    ]
    return DocumentShown(title_of(work), f"Begun on {format_date(work.happened)}", shown, found)


def entry(line: Line, child: OpenedChild) -> Link:
    """The way to an entry that a section points at."""
    return Link(words(line), reverse(line.told.page or PAGE, args=[child.pk, line.fact.pk]))


def names_of(people: Collection[UUID], children: Sequence[Named]) -> dict[UUID, str]:
    """The names of the children whose records are open, and of the adults of whom something speaks."""
    known = {each.key: each.name for each in children}
    adults = Person.objects.filter(pk__in=set(people) - set(known), child=None)
    return known | {person.pk: str(person) for person in adults}


def lines_of(found: queries.Findings) -> list[tuple[str, list[str]]]:
    """The child's words, needs, where they stand on the scale, and what the family says: a label and its lines."""
    scales = [f"{each.number} of 10 on {format_date(each.happened)}: {each.reasons}" for each in found.scales]
    return [
        *((titles.view_title(each), [titles.view_words(each), may_know(each)]) for each in found.views),
        *((titles.need_title(each), [titles.need_words(each)]) for each in found.needs),
        *([("Risk scale, from 0, in danger now, to 10, safe enough to close", scales)] if scales else []),
        *(("What the family says of it", [titles.sharing_words(each)]) for each in found.shared),
    ]


def may_know(view: ChildsView) -> str:
    """Who may be given what a child said."""
    return f"Who may know: {MayKnow(view.may_know).label}."
