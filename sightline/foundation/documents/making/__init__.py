"""A document as plain data, made for one reader; `pdf`, `word` and the page show the same pieces in the same order.

Text that people typed is text in all three: none of them reads it as markup. Whoever builds a document puts into it
only what its reader may know; nothing is taken out afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

KEPT = frozenset("\n\t\u200c\u200d")  # line ends, and the joiners that Persian and Hindi are written with
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "he", "ps", "ur"})


@dataclass(frozen=True)
class MadeQuote:
    """What somebody said, in their words; `language` where it is not the document's."""

    text: str
    said_by: str = ""
    language: str = ""


@dataclass(frozen=True)
class MadeTable:
    """Rows under headings; the headings are repeated on every page that the table reaches."""

    caption: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class MadeSection:
    """A part of a document under its heading; one that holds nothing is left out."""

    heading: str
    paragraphs: Sequence[str] = ()
    rows: Sequence[tuple[str, Sequence[str]]] = ()  # a label, and what stands beside it
    points: Sequence[str] = ()
    table: MadeTable | None = None
    quotes: Sequence[MadeQuote] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing under the heading."""
        written = any(text.strip() for text in (*self.paragraphs, *self.points, *(each.text for each in self.quotes)))
        return not (written or self.rows or (self.table and self.table.rows))


@dataclass(frozen=True, kw_only=True)
class MadeDocument:
    """A letter or a document for one reader."""

    title: str
    for_whom: str  # as it stands on every page: whose copy this is
    sent_by: str  # the authority and its service
    made_on: date
    sections: Sequence[MadeSection]
    language: str = "en"
    about: str = ""  # the child's name
    greeting: str = ""
    opening: Sequence[str] = ()
    closing: Sequence[str] = field(default_factory=tuple)

    @property
    def parts(self) -> list[MadeSection]:
        """The sections that hold something."""
        return [section for section in self.sections if not section.is_empty]

    @property
    def runs_right_to_left(self) -> bool:
        """Whether its language is written from right to left."""
        return self.language in RIGHT_TO_LEFT


def paragraphs_of(text: str) -> list[list[str]]:
    """Typed text as paragraphs of lines, without signs that no document can hold."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    clean = "".join(each for each in lines if each in KEPT or each.isprintable())
    blocks = [block.strip("\n").split("\n") for block in clean.split("\n\n")]
    return [lines for lines in blocks if any(line.strip() for line in lines)]


def before_text(label: str) -> str:
    """A label as it stands on one line with its text: a question keeps its mark and takes no colon."""
    return label if label.endswith("?") else f"{label}:"
