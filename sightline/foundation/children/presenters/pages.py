"""What each page of a child's record about people shows."""

from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.words import format_date
from sightline.foundation.children.models import Child, Person
from sightline.foundation.children.presenters import words
from sightline.foundation.children.presenters.details import ABOUT_THE_PERSON, AROUND, HOW_TO_REACH
from sightline.foundation.children.presenters.family import family_table
from sightline.foundation.children.presenters.person import name_others, part, parts
from sightline.foundation.children.queries.details import details
from sightline.foundation.children.queries.gaps import not_held
from sightline.foundation.children.queries.network import Member, network
from sightline.foundation.children.queries.warnings import standing_warnings


def overview(child: Child, today: date, role: str) -> dict[str, Any]:
    """The overview: family and network, how to reach them, numbers, professionals, and what is not held."""
    members = network(child.pk)
    listed = parts(child.pk, child.pk, (*HOW_TO_REACH, "identifier", "professional"), role)
    return {
        "family": family_table(child.pk, members, today, add_address(child.pk, role)),
        "parts": [part for part in listed if part.lines or part.kind != "protected-address"],
        "not_held": not_held(child.person, today),
        "people_shown": shown(members),
        "protected_url": reverse("children:protected_addresses", args=[child.pk, child.pk]),
        "sees_protected": may(role, Permission.SEE_PROTECTED_ADDRESS),
    }


def shown(members: list[Member]) -> list[UUID]:
    """The people with records of their own who stand in a list; the adults of this record are opened with it."""
    return [member.person.pk for member in members if member.is_child]


def add_address(child_id: UUID, role: str) -> str:
    """Where a person is added to the network; empty for a role that may not."""
    return reverse("children:add_person", args=[child_id]) if may(role, Permission.RECORD_PERSON) else ""


def details_page(child_id: UUID, person: Person, today: date, role: str) -> dict[str, Any]:
    """What describes a person."""
    return {
        "person": person,
        "identity": identity(person, today),
        "parts": parts(child_id, person.pk, ABOUT_THE_PERSON, role),
        "identity_url": reverse("children:identity", args=[child_id, person.pk]),
        "life_links": life_links(child_id, person) if may(role, Permission.RECORD_PERSON) else [],
        "may_record": may(role, Permission.RECORD_PERSON),
    }


def identity(person: Person, today: date) -> list[tuple[str, str]]:
    """Who a person is said to be, line by line."""
    label, born = words.birth(person, today)
    lines = [
        ("Given names", person.given_names or "Not known"),
        ("Family name", person.family_name or "Not known"),
        ("Known as", person.known_as),
        (label, born),
        ("Died", format_date(person.died_on) if person.died_on else ""),
        ("Sex", person.get_sex_display() if person.sex else "Not recorded"),
        ("Reference", str(person.reference)),
    ]
    return [(name, text) for name, text in lines if text]


def life_links(child_id: UUID, person: Person) -> list[tuple[str, str]]:
    """What can happen to a person in one step."""
    if person.died_on:
        return []
    death = reverse("children:death", args=[child_id, person.pk])
    if person.is_unborn:
        birth = reverse("children:birth", args=[child_id])
        return [("Record the birth", birth), ("Record that the pregnancy ended", death)]
    return [("Record a death", death)]


def reaching_page(child_id: UUID, role: str) -> dict[str, Any]:
    """Where a child lives and how to reach them."""
    return {
        "parts": parts(child_id, child_id, HOW_TO_REACH, role),
        "protected_url": reverse("children:protected_addresses", args=[child_id, child_id]),
        "sees_protected": may(role, Permission.SEE_PROTECTED_ADDRESS),
    }


def family_page(child_id: UUID, today: date, role: str) -> dict[str, Any]:
    """The people around a child, who has responsibility, orders and professionals."""
    members = network(child_id)
    own = [tie for member in members for _, tie in member.relationships if tie.person_id == child_id]
    name_others(own)
    return {
        "family": family_table(child_id, members, today, add_address(child_id, role)),
        "add_url": add_address(child_id, role),
        "relationships": part(child_id, child_id, "relationship", own, role),
        "parts": parts(child_id, child_id, AROUND, role),
        "people_shown": shown(members),
    }


def person_page(child_id: UUID, adult: Person, today: date, role: str) -> dict[str, Any]:
    """What a child's record holds about an adult."""
    warnings = [each.warning for each in standing_warnings([adult.pk])]
    return details_page(child_id, adult, today, role) | {
        "reach": parts(child_id, adult.pk, HOW_TO_REACH, role),
        "warnings": part(child_id, adult.pk, "warning", warnings, role),
        "orders": part(child_id, adult.pk, "court-order", details("court-order", adult.pk), role),
        "age": words.age(adult, today),
        "protected_url": reverse("children:protected_addresses", args=[child_id, adult.pk]),
        "sees_protected": may(role, Permission.SEE_PROTECTED_ADDRESS),
    }
