"""An assessment as professionals read it: every section with what may be seen of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.calendar.words import format_date
from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.chronology.queries import Line, told_of
from sightline.foundation.correctable import PAGE
from sightline.foundation.documents.queries.passages import passages_for_occasion
from sightline.practice.assessment import queries, rules
from sightline.practice.assessment.models import AssessmentWork
from sightline.practice.assessment.presenters import titles
from sightline.practice.assessment.presenters.work import SectionShown, section_shown, title_of
from sightline.practice.assessment.presenters.writing import adults, words
from sightline.ui.components import Link


@dataclass(frozen=True)
class DocumentShown:
    """The assessment whole."""

    title: str
    about: str
    sections: Sequence[SectionShown]
    found: Sequence[tuple[str, str]]


def document_page(work: AssessmentWork, child: OpenedChild, children: Sequence[Named]) -> DocumentShown:
    """Every section in which something stands, and what was submitted about each child whose record is open."""
    passages = passages_for_occasion(work._meta.label, work.pk)
    names = {each.key: each.name for each in children} | dict(adults(children))
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
            shown.append(section_shown(section, rows, names, links))
    found = [(names[key], titles.found(each)) for key, each in queries.submissions_of(work).items() if key in names]
    return DocumentShown(title_of(work), f"Begun on {format_date(work.happened)}", shown, found)


def entry(line: Line, child: OpenedChild) -> Link:
    """The way to an entry that a section points at."""
    return Link(words(line), reverse(line.told.page or PAGE, args=[child.pk, line.fact.pk]))
