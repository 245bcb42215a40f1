"""What stands round every page of a child's record: who this is, who holds them, and the parts of the record."""

from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import may
from sightline.foundation.area import Navigation, areas
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.calendar.words import format_date
from sightline.foundation.children.models import Child, Person
from sightline.foundation.children.presenters import words
from sightline.foundation.children.presenters.warnings import strips
from sightline.foundation.children.queries.holding import Holding, holding, open_involvements
from sightline.foundation.facts import Acting
from sightline.ui.components import Link, Masthead, NavigationSection, Tag

RESTRICTED = Tag("Restricted", "purple")  # only named people open it: nobody who does should forget that
OPEN_FOR_A_WHILE = (  # bases of access (rules.ORDER) that end by themselves: nobody should forget that they looked
    ("emergency opening", Tag("Open to you in an emergency", "red")),
    ("look with a reason", Tag("Open to you with a reason", "yellow")),
)


def record_page(request: RecordRequest, child: Child) -> dict[str, Any]:
    """The masthead and the side navigation of an opened record, for the context of `children/record.html`."""
    today, role = london_today(), request.acting.role
    return {
        "child": child,
        "masthead": masthead(child, today, holding(open_involvements([child.pk])), request.acting),
        "sections": side_navigation(request, child, role),
        "child_url": reverse("children:child", args=[child.pk]),
    }


def masthead(child: Child, today: date, held: Holding, by: Acting) -> Masthead:
    """Who this is, who holds them, and whether the record is open to this practitioner only for a while."""
    person: Person = child.person
    records = any(may(by.role, each.permission) for area in areas() for each in area.records)
    return Masthead(
        name=str(person),
        href=reverse("children:child", args=[child.pk]),
        facts=facts(person, today),
        held_by=str(held),
        tags=[*tags(person, held), *([RESTRICTED] if child.restricted else []), *open_for_a_while(by)],
        warnings=strips(child.pk, child.adults, today, by.role),
        action=Link("Record something", reverse("children:record", args=[child.pk])) if records else None,
    )


def open_for_a_while(by: Acting) -> list[Tag]:
    """That the record is open to this practitioner only until their opening ends."""
    return [tag for basis, tag in OPEN_FOR_A_WHILE if basis == by.basis]


def facts(person: Person, today: date) -> list[tuple[str, str]]:
    """Birth or expected date with the age, death, and the number the record is known by."""
    died = [("Died", format_date(person.died_on))] if person.died_on else []
    return [words.birth(person, today), *died, ("Reference", str(person.reference))]


def tags(person: Person, held: Holding) -> list[Tag]:
    """Whether anybody works with the child now, from the facts; never typed in."""
    if person.died_on:
        return [Tag("Pregnancy ended" if person.is_unborn else "Has died")]
    return [Tag("Open", "green") if held.is_open else Tag("Closed")]


def side_navigation(request: RecordRequest, child: Child, role: str) -> list[NavigationSection]:
    """The parts of the record that this role may see, as the areas declare them."""
    here = request.resolver_match.view_name if request.resolver_match else ""
    links = [
        Link(part.label(), reverse(part.route, args=[child.pk]), current=part.route == here) for part in parts(role)
    ]
    return [NavigationSection(links=links)]


def parts(role: str) -> list[Navigation]:
    """The declared parts of a record that a role may see, in their order."""
    declared = [part for area in areas() for part in area.navigation if may(role, part.permission)]
    return sorted(declared, key=lambda part: part.order)
