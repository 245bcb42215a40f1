"""The details of one person, kind by kind, with what can be done about each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.access.rules import may
from sightline.foundation.calendar.words import format_date
from sightline.foundation.children.presenters.details import KINDS
from sightline.ui.components import Link


@dataclass(frozen=True)
class Line:
    """One detail as it is shown."""

    text: str
    notes: list[str]
    when: str
    actions: list[Link]


@dataclass(frozen=True)
class Part:
    """All details of one kind."""

    kind: str
    heading: str
    lines: list[Line]
    record: Link | None


def parts(child_id: UUID, person_id: UUID, facts: dict[str, list[Any]], kinds: Sequence[str], role: str) -> list[Part]:
    """The details of a person of these kinds, as a role may see and change them; a tie stands with its first end."""
    own = {kind: [fact for fact in facts[kind] if fact.person_id == person_id] for kind in kinds}
    return [part(child_id, person_id, kind, own[kind], role) for kind in kinds]


def part(child_id: UUID, person_id: UUID, kind: str, facts: Sequence[Any], role: str) -> Part:
    """One kind of detail."""
    shown = KINDS[kind]
    changes = may(role, shown.permission)
    record = Link("Record", address("record", kind, child_id, person_id), about=shown.one) if changes else None
    lines = [line(child_id, person_id, kind, fact, changes) for fact in facts]
    return Part(kind, shown.heading, lines, record)


def line(child_id: UUID, person_id: UUID, kind: str, fact: Any, changes: bool) -> Line:
    """One detail, and the links that correct and end it."""
    shown = KINDS[kind]
    text = shown.says(fact)
    hidden = getattr(fact, "is_of_somebody_hidden", False)
    doing = [("Correct", "correct"), ("End", "end")] if changes and not hidden else []
    links = [Link(said, address(what, kind, child_id, person_id, fact.pk), about=text) for said, what in doing]
    return Line(text, [note for note in shown.notes(fact) if note], f"From {format_date(fact.began)}", links)


def address(what: str, kind: str, *keys: UUID) -> str:
    """Where a detail of a kind is recorded, corrected or ended."""
    return reverse(f"children:{what}_{kind.replace('-', '_')}", args=keys)
