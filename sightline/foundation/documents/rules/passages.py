"""Which passages may stand in whose copy of a document (practice rules, "What must not reach the wrong person")."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from sightline.foundation.documents.rules import MayKnow


class Audience(StrEnum):
    """For whom a copy of a child's document is made; each copy is made for one recipient."""

    PROFESSIONAL = "professional"
    CHILD = "child"
    PARENT = "parent"
    REFERRER = "referrer"


@dataclass(frozen=True)
class WrittenPassage:
    """A passage as it was written, for an action to record."""

    about: tuple[UUID, ...]
    text: str
    may_know: str = MayKnow.UNDECIDED


@dataclass(frozen=True)
class Recipient:
    """Who receives a copy; a parent is named."""

    audience: Audience
    person: UUID | None = None

    def __post_init__(self) -> None:
        if (self.audience is Audience.PARENT) != (self.person is not None):
            raise ValueError("A parent's copy names the parent, and no other copy names anybody.")


@dataclass(frozen=True)
class Family:
    """Who the people of passages are to each other, as far as the question needs it."""

    children: frozenset[UUID]  # everybody who has a child's record
    around: Mapping[UUID, Collection[UUID]]  # for a child, the adults in their record
    parents: Mapping[UUID, Collection[UUID]]  # for a child, those who are recorded as a parent
    kept_from: Mapping[UUID, Collection[UUID]] = field(default_factory=dict)  # for a person, who must have no contact
    unnamed: tuple[str, ...] = ()  # whom orders about the child name in words only


def may_stand_in(child: UUID, about: Collection[UUID], may_know: str, recipient: Recipient, family: Family) -> bool:
    """Whether a passage may stand in this recipient's copy of the child's document."""
    if not belongs_to(child, about, family):
        return False
    match recipient.audience:
        case Audience.PROFESSIONAL:
            return True
        case Audience.CHILD:
            return child in about and may_know in (MayKnow.CHILD, MayKnow.FAMILY)
        case Audience.PARENT:
            assert recipient.person is not None
            return may_know == MayKnow.FAMILY and may_reach(recipient.person, about, family)
        case Audience.REFERRER:
            return False  # whoever told us learns that we acted, and nothing of what anybody said


def belongs_to(child: UUID, about: Collection[UUID], family: Family) -> bool:
    """Whether a passage is about this child, or only about adults who all stand in this child's record."""
    if child in about:
        return True
    names_a_child = any(person in family.children for person in about)
    return not names_a_child and bool(about) and set(about) <= set(family.around.get(child, ()))


def may_reach(parent: UUID, about: Collection[UUID], family: Family) -> bool:
    """Whether "everybody it is about" includes this parent: in person, or for children who are all their own.

    Nothing about anybody else's child, about another adult alone, or about somebody whom this parent must be kept from.
    """
    children = {person for person in about if person in family.children}
    if any(parent in family.kept_from.get(person, ()) for person in about):
        return False
    if any(parent not in family.parents.get(each, ()) for each in children):
        return False
    return parent in about or set(about) == children
