"""What can be made of a record, and for whom: areas declare kinds, and each copy is built for one reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID

from sightline.foundation.area import areas
from sightline.foundation.documents.making import MadeDocument
from sightline.foundation.documents.rules.passages import Audience, Recipient
from sightline.ui.vocabulary import word

if TYPE_CHECKING:
    from sightline.foundation.children.models import Child

ALL = (Audience.PROFESSIONAL, Audience.PARENT, Audience.CHILD)


@dataclass(frozen=True)
class Reader:
    """Somebody for whom a copy can be made, or who is named with the reason why none is."""

    key: str
    label: str
    recipient: Recipient
    name: str = ""  # as they are greeted
    why_not: str = ""

    @property
    def whose(self) -> str:
        """Whose copy it is, as it stands on every page of it."""
        return f"Copy for {self.label if self.is_family else 'professionals'}"

    @property
    def is_family(self) -> bool:
        """Whether the copy leaves the authority for somebody whom it is about."""
        return self.recipient.audience in (Audience.CHILD, Audience.PARENT)


Build = Callable[["Child", UUID, Reader, date], MadeDocument | None]


@dataclass(frozen=True)
class MadeKind:
    """A kind of document: `build` makes it of a fact for one reader, or says with None that there is no such fact.

    `is_there` says the same in one query, for a child's key and a fact's, before anybody has chosen a reader.
    """

    name: str  # in addresses
    label: Callable[[], str]
    permission: str
    build: Build
    is_there: Callable[[UUID, UUID], bool]
    audiences: Sequence[Audience] = ALL
    is_letter: bool = False  # it goes to somebody of itself: none to a family after a death or the end of a pregnancy
    page: str = ""  # the route of the page that shows the fact; its parameters are child_id and fact_id


@cache
def kinds() -> dict[str, MadeKind]:
    """Every kind of document, by its name."""
    return {each.name: each for area in areas() for each in area.made}


def sender() -> str:
    """From whom documents come, as it stands at their head."""
    return word("children_services")
