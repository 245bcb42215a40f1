"""What each page of a child's record about people shows."""

from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.access.rules import Permission, may
from sightline.foundation.children.models import Child, Person
from sightline.foundation.children.presenters import words
from sightline.foundation.children.presenters.details import ABOUT_THE_PERSON, AROUND, HOW_TO_REACH
from sightline.foundation.children.presenters.family import family_table
from sightline.foundation.children.presenters.glance import glance
from sightline.foundation.children.presenters.lives import before_birth_links, life_links
from sightline.foundation.children.presenters.person import part, parts
from sightline.foundation.children.presenters.record import everybody
from sightline.foundation.children.presenters.tree import LEGEND, family_tree
from sightline.foundation.children.queries.gathering import gather, gather_each
from sightline.foundation.children.queries.network import JOINING, Member, network
from sightline.foundation.children.queries.warnings import ALERTING
from sightline.foundation.children.rules.gaps import LOOKED_AT, not_held

ON_OVERVIEW = (*HOW_TO_REACH, "identifier", "professional")
BESIDE_AN_ADULT = ("warning", "court-order")


def facts_of_overview(child: Child) -> dict[str, list[Any]]:
    """The details that an overview and its masthead tell of, in one question."""
    own = {kind: [child.pk] for kind in (*JOINING, *ON_OVERVIEW, *LOOKED_AT)}
    return gather_each(own | {kind: everybody(child) for kind in ALERTING})


def overview(child: Child, facts: dict[str, list[Any]], today: date, role: str) -> dict[str, Any]:
    """The overview: how things stand, what is due, family and network, how to reach them, and what is not held."""
    members = network(child.pk, facts)
    listed = parts(child.pk, child.pk, facts, ON_OVERVIEW, role)
    return {
        "glance": glance(child.pk, today),
        "before_birth": before_birth_links(child.pk, child.person, role),
        "major_url": f"{reverse('chronology:child', args=[child.pk])}?major=only",
        "clocks_url": reverse("children:clocks", args=[child.pk]),
        "over_time_url": reverse("chronology:over_time", args=[child.pk]),
        "family_url": reverse("children:family", args=[child.pk]),
        "family": family_table(child.pk, members, today, add_address(child.pk, role)),
        "parts": [part for part in listed if part.lines or part.kind != "protected-address"],
        "not_held": not_held(child.person, facts, today),
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
    """What describes a child."""
    facts = gather(ABOUT_THE_PERSON, [person.pk])
    return about_person(child_id, person, today, role) | {
        "parts": parts(child_id, person.pk, facts, ABOUT_THE_PERSON, role)
    }


def about_person(child_id: UUID, person: Person, today: date, role: str) -> dict[str, Any]:
    """Who a person is, and what can be changed about it."""
    records = may(role, Permission.RECORD_PERSON)
    return {
        "person": person,
        "identity": identity(person, today),
        "identity_url": reverse("children:identity", args=[child_id, person.pk]),
        "life_links": life_links(child_id, person, role),
        "may_record": records,
    }


def identity(person: Person, today: date) -> list[tuple[str, str]]:
    """Who a person is said to be, line by line."""
    label, born = words.birth(person, today)
    lines = [
        ("Given names", person.given_names or "Not known"),
        ("Family name", person.family_name or "Not known"),
        ("Known as", person.known_as),
        (label, born),
        words.end_of_life(person),
        ("Sex", person.get_sex_display() if person.sex else "Not recorded"),
        ("Reference", str(person.reference)),
    ]
    return [(name, text) for name, text in lines if text]


def reaching_page(child_id: UUID, role: str) -> dict[str, Any]:
    """Where a child lives and how to reach them."""
    return {
        "parts": parts(child_id, child_id, gather(HOW_TO_REACH, [child_id]), HOW_TO_REACH, role),
        "protected_url": reverse("children:protected_addresses", args=[child_id, child_id]),
        "sees_protected": may(role, Permission.SEE_PROTECTED_ADDRESS),
    }


def family_page(child: Person, today: date, role: str) -> dict[str, Any]:
    """The people around a child, as a picture and a table, who has responsibility, orders and professionals."""
    child_id = child.pk
    facts = gather(tuple(dict.fromkeys((*JOINING, *AROUND))), [child_id])
    members = network(child_id, facts)
    own = [tie for member in members for _, tie in member.relationships if tie.person_id == child_id]
    return {
        "tree": family_tree(child, members, today),
        "legend": LEGEND,
        "family": family_table(child_id, members, today, add_address(child_id, role)),
        "add_url": add_address(child_id, role),
        "relationships": part(child_id, child_id, "relationship", own, role),
        "parts": parts(child_id, child_id, facts, AROUND, role),
        "people_shown": shown(members),
    }


def person_page(child_id: UUID, adult: Person, today: date, role: str) -> dict[str, Any]:
    """What a child's record holds about an adult."""
    facts = gather((*ABOUT_THE_PERSON, *HOW_TO_REACH, *BESIDE_AN_ADULT), [adult.pk])
    return {
        **about_person(child_id, adult, today, role),
        "parts": parts(child_id, adult.pk, facts, ABOUT_THE_PERSON, role),
        "reach": parts(child_id, adult.pk, facts, HOW_TO_REACH, role),
        "beside": parts(child_id, adult.pk, facts, BESIDE_AN_ADULT, role),
        "protected_url": reverse("children:protected_addresses", args=[child_id, adult.pk]),
        "sees_protected": may(role, Permission.SEE_PROTECTED_ADDRESS),
    }
