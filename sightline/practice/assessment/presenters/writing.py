"""What the page on which a section is written shows: what stands in it, what is known, and what it can point at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.calendar.words import format_date
from sightline.foundation.children.models import Person
from sightline.foundation.children.queries import people_in_records
from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.chronology.queries import Line, last_told
from sightline.practice.assessment import forms, queries
from sightline.practice.assessment.models import AssessmentWork
from sightline.practice.assessment.rules import Section

ENTRIES = 20  # the newest of the record, to point at
KNOWN = 6  # the newest of those that matter most, with which the account of what happened begins


def section_form(
    request: RecordRequest, child: OpenedChild, work: AssessmentWork, section: Section, children: Sequence[Named]
) -> forms.SectionForm:
    """The form of one section as it stands; one that nobody has written begins with what the record knows."""
    last = queries.saved_of(work).get(section.key)
    lines = last_told(child.pk, ENTRIES) if section.pulls else []
    people = forms.People([(each.key, each.name) for each in children], adults(children))
    return forms.SectionForm(
        request,
        section=section,
        people=people,
        version=last.number if last else 0,
        written=[each.written for each in queries.rows_of(work, section)],
        known=known(lines) if section.fills else "",
        lines=[(str(each.fact.pk), words(each)) for each in lines],
        rested_on=last.rested_on if last else (),
        subjects=[each.key for each in children],
    )


def adults(children: Sequence[Named]) -> list[tuple[UUID, str]]:
    """The adults in the records of these children, by name."""
    keys = people_in_records([each.key for each in children])
    return [(person.pk, str(person)) for person in Person.objects.filter(pk__in=keys).order_by("family_name", "pk")]


def known(lines: Iterable[Line]) -> str:
    """What the record knows of what happened: a line each, the earliest first, with where it comes from."""
    major = [each for each in lines if each.told.major][:KNOWN]
    return "\n".join(sentence(each) for each in reversed(major))


def sentence(line: Line) -> str:
    """One entry with what it says and who recorded it."""
    by = f" (recorded by {line.fact.recorded_by})" if line.fact.recorded_by else " (from the record)"
    detail = line.told.detail(line.fact)
    return f"{words(line)}{f'. {detail}' if detail else ''}{by}"


def words(line: Line) -> str:
    """One entry of the record: when, and what."""
    fact: Any = line.fact
    return f"{format_date(getattr(fact, 'happened', None) or fact.began)}: {line.told.title(fact)}"
