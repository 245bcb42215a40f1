"""What stands round every page of a child's record: who this is, who holds them, and the parts of the record."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from sys import maxsize
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import may
from sightline.foundation.area import Navigation, areas
from sightline.foundation.calendar.ages import age_on
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.models import Child, Person
from sightline.foundation.children.presenters import words
from sightline.foundation.children.presenters.warnings import strips
from sightline.foundation.children.queries.gathering import gather
from sightline.foundation.children.queries.holding import Holding, holding, open_involvements
from sightline.foundation.children.queries.warnings import ALERTING
from sightline.foundation.facts import Acting
from sightline.ui.components import Link, Masthead, NavigationSection, Tag, WarningStrip

RESTRICTED = Tag("Restricted", "purple")  # only named people open it: nobody who does should forget that
HEADINGS = ((0, ""), (20, "Work"), (40, "Help, protection and care"), (70, "The record"))  # by the order of parts
OPEN_FOR_A_WHILE = (  # bases of access (rules.ORDER) that end by themselves: nobody should forget that they looked
    ("emergency opening", Tag("Open to you in an emergency", "red")),
    ("look with a reason", Tag("Open to you with a reason", "yellow")),
)


def record_page(
    request: RecordRequest,
    child: Child,
    facts: Mapping[str, list[Any]] | None = None,
    involved: Sequence[Any] | None = None,
) -> dict[str, Any]:
    """The masthead and the side navigation of an opened record, for the context of `children/record.html`.

    `facts` are what a page has gathered already, if the kinds ALERTING about everybody in the record are among it;
    `involved` are the open involvements, where it asked for them.
    """
    today, role = london_today(), request.acting.role
    held = holding(open_involvements(child.pk) if involved is None else involved)
    warnings = strips(child.pk, facts or gather(ALERTING, everybody(child)), today, role)
    return {
        "child": child,
        "masthead": masthead(child, today, held, request.acting, warnings),
        "sections": side_navigation(request, child, role),
        "child_url": reverse("children:child", args=[child.pk]),
    }


def everybody(child: Child) -> list[UUID]:
    """A child and the adults whose details are part of the record."""
    return [child.pk, *child.adults]


def masthead(child: Child, today: date, held: Holding, by: Acting, warnings: list[WarningStrip]) -> Masthead:
    """Who this is, who holds them, and whether the record is open to this practitioner only for a while."""
    person: Person = child.person
    records = any(may(by.role, each.permission) for area in areas() for each in area.records)
    return Masthead(
        name=str(person),
        href=reverse("children:child", args=[child.pk]),
        facts=facts(person, today),
        held_by=str(held),
        tags=[*tags(person, held), *([RESTRICTED] if child.restricted else []), *open_for_a_while(by)],
        warnings=warnings,
        action=Link("Record something", reverse("children:record", args=[child.pk])) if records else None,
    )


def open_for_a_while(by: Acting) -> list[Tag]:
    """That the record is open to this practitioner only until their opening ends."""
    return [tag for basis, tag in OPEN_FOR_A_WHILE if basis == by.basis]


def facts(person: Person, today: date) -> list[tuple[str, str]]:
    """Birth or expected date with the age, death, and the number the record is known by.

    Once a pregnancy has ended nobody reads any more when the baby was expected.
    """
    died = [words.end_of_life(person)] if person.died_on else []
    began = [] if person.is_unborn and died else [words.birth(person, today)]
    return [*began, *died, ("Reference", str(person.reference))]


def tags(person: Person, held: Holding) -> list[Tag]:
    """Whether anybody works with the child now, from the facts; never typed in."""
    if person.died_on:
        return [Tag("Pregnancy ended" if person.is_unborn else "Has died")]
    return [Tag("Open", "green") if held.is_open else Tag("Closed")]


def side_navigation(request: RecordRequest, child: Child, role: str) -> list[NavigationSection]:
    """The parts of the record that this role may see, as the areas declare them."""
    shown = [part for part in parts(role) if is_old_enough(child.person, part, london_today())]
    here = current_part(shown, request.resolver_match.view_name if request.resolver_match else "")
    sections = []
    for (first, heading), (after, _) in pairwise([*HEADINGS, (maxsize, "")]):
        within = [part for part in shown if first <= part.order < after]
        links = [Link(part.label(), reverse(part.route, args=[child.pk]), current=part is here) for part in within]
        sections.append(NavigationSection(links=links, heading=heading))
    return [section for section in sections if section.links]


def current_part(shown: list[Navigation], here: str) -> Navigation | None:
    """The part that a page is, or that it belongs to: the one that names it, or else the only other of its area."""
    exactly = [part for part in shown if here == part.route or here in part.within]
    beside = [part for part in shown if part.route.split(":")[0] == here.split(":")[0] and not part.within]
    if exactly:
        return exactly[0]
    return beside[0] if len(beside) == 1 else None


def is_old_enough(person: Person, part: Navigation, today: date) -> bool:
    """Whether a part fits the person's age; where that is not known, every part does."""
    if person.birth_date is None:
        return not (part.from_age and person.is_unborn)
    return part.from_age == 0 or age_on(person.birth_date, max(today, person.birth_date)) >= part.from_age


def parts(role: str) -> list[Navigation]:
    """The declared parts of a record that a role may see, in their order."""
    declared = [part for area in areas() for part in area.navigation if may(role, part.permission)]
    return sorted(declared, key=lambda part: part.order)
