"""What the pages show on which a copy is made for somebody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.words import format_date
from sightline.foundation.children.presenters.details import safe_ways
from sightline.foundation.documents.making import MadeDocument
from sightline.foundation.documents.making.kinds import MadeKind, Reader, kinds
from sightline.foundation.documents.queries.readers import Before
from sightline.ui.components import Link

COMPARE = "Say that you have compared them, or make no copy"
NO_WAY = "No safe way to reach them is recorded. Ask before anything is sent."


@dataclass(frozen=True)
class Compared:
    """Whom orders name in words only: whoever makes a copy says that its reader is none of them."""

    names: str = ""
    question: str = ""
    answered: bool = False
    error: str = ""

    @classmethod
    def of(cls, before: Before | None, reader: Reader, said: Mapping[str, str]) -> Compared:
        """What has to be compared for this reader, and whether it was."""
        names = ", ".join(before.unnamed) if before and reader.recipient.person else ""
        answered = said.get("compared") == "yes"
        question = f"I have compared: {reader.label} is none of these"
        return cls(names, question, answered, COMPARE if names and "as" in said and not answered else "")

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to compare."""
        return self.answered or not self.names


def choosing(what: MadeKind, child: Any, fact: UUID, offered: Sequence[Reader]) -> dict[str, Any]:
    """The page on which a reader is chosen."""
    here = reverse("documents:make", args=[child.pk, what.name, fact])
    return {
        "title": what.label(),
        "back": back(what, child, fact),
        "choices": [Link(each.label, f"{here}?for={each.key}") for each in offered if not each.why_not],
        "not_offered": [(each.label, each.why_not) for each in offered if each.why_not],
    }


def looking(
    what: MadeKind, child: Any, fact: UUID, reader: Reader, made: MadeDocument, before: Before | None
) -> dict[str, Any]:
    """The page on which a copy is looked at before it is made."""
    return {
        "title": what.label(),
        "back": Link("Choose another reader", reverse("documents:make", args=[child.pk, what.name, fact])),
        "reader": reader,
        "made": made,
        "made_on": format_date(made.made_on),
        "orders": [order_in_words(each) for each in before.orders] if before else [],
        "ways": [(each.value, way_in_words(each)) for each in before.ways] if before else [],
        "no_way": NO_WAY if before and not before.ways else "",
    }


def order_in_words(order: Any) -> tuple[str, list[str]]:
    """One order: what and about whom, then its terms, until when, and whether the document was seen."""
    until = f"Until {format_date(order.until)}" if order.until else "No end date"
    seen = f"Document seen {format_date(order.document_seen_on)}" if order.document_seen_on else "Document not seen"
    return f"{order.get_kind_display()}: {order.person}", [order.terms, f"{until}. {seen}."]


def way_in_words(way: Any) -> list[str]:
    """How one number or address may be used."""
    return [each for each in safe_ways(way) if each]


def back(what: MadeKind, child: Any, fact: UUID) -> Link | None:
    """The way back to the page that shows it."""
    return Link("Back", reverse(what.page, args=[child.pk, fact])) if what.page else None


def link_to_make(name: str, child: UUID, fact: UUID, role: str) -> list[Link]:
    """The link to the page on which a copy is made, for a role that may."""
    if not (may(role, Permission.RECORD_FILE) and may(role, kinds()[name].permission)):
        return []
    return [Link("Make a copy for somebody", reverse("documents:make", args=[child, name, fact]))]
