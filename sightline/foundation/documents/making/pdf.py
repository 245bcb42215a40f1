"""A document as a tagged PDF (PDF/UA-1): headings, lists, tables and quotes are told to a screen reader."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any, Literal

import typst

from sightline.foundation.calendar.words import format_date
from sightline.foundation.documents.making import (
    KEPT,
    MadeDocument,
    MadeQuote,
    MadeSection,
    MadeTable,
    before_text,
    paragraphs_of,
)
from sightline.foundation.documents.making.fonts import MISSING, fonts, printable

TEMPLATE = (Path(__file__).parent / "document.typ").read_bytes()
WIDEST, NARROWEST = 400, 14  # characters
STANDARD: Literal["ua-1"] = "ua-1"
# What has no place to break is given one every few signs, or it would leave its column.
LONG_RUN, PIECE = re.compile(r"\S{40,}"), re.compile(r"(?<=\S)(?=(?:\S{14})+$)")
NOT_SHOWN = f"The sign {MISSING} stands for a letter or picture that this file cannot show. The Word copy has it."


def pdf(document: MadeDocument) -> bytes:
    """The document as a file; typed text travels as data and is never read as markup."""
    said = as_data(document)
    if MISSING in json.dumps(said, ensure_ascii=False):
        said["note"] = NOT_SHOWN
    made = typst.Compiler(font_paths=fonts(), ignore_system_fonts=True).compile(
        input=TEMPLATE, format="pdf", pdf_standards=STANDARD, sys_inputs={"document": json.dumps(said)}
    )
    assert isinstance(made, bytes)
    return made


def as_data(document: MadeDocument) -> dict[str, Any]:
    """Everything that stands in the document, as the template reads it."""
    return {
        "title": line(document.title),
        "language": document.language,
        "about": line(document.about),
        "for_whom": line(document.for_whom),
        "sent_by": line(document.sent_by),
        "made_on": format_date(document.made_on),
        "greeting": line(document.greeting),
        "opening": blocks(document.opening),
        "sections": [section(each) for each in document.parts],
        "closing": blocks(document.closing),
        "note": "",
    }


def section(part: MadeSection) -> dict[str, Any]:
    """One section."""
    return {
        "heading": line(part.heading),
        "paragraphs": blocks(part.paragraphs),
        "rows": [{"label": line(before_text(label)), "lines": blocks(texts)} for label, texts in part.rows],
        "points": [blocks([point]) for point in part.points if point.strip()],
        "table": table(part.table),
        "quotes": [quote(each) for each in part.quotes],
    }


def table(found: MadeTable | None) -> dict[str, Any] | None:
    """A table that has rows."""
    if found is None or not found.rows:
        return None
    return {
        "caption": line(found.caption),
        "headings": [line(each) for each in found.headings],
        "widths": [width(column) for column in zip(found.headings, *found.rows, strict=True)],
        "rows": [[blocks([cell]) for cell in row] for row in found.rows],
    }


def width(column: tuple[str, ...]) -> float:
    """How wide a column is beside the others: wider for longer texts, but not in proportion."""
    return math.sqrt(min(WIDEST, max(map(len, column), default=0)) + NARROWEST)


def quote(found: MadeQuote) -> dict[str, Any]:
    """What somebody said."""
    return {"text": blocks([found.text]), "said_by": line(found.said_by), "language": found.language}


def blocks(texts: Any) -> list[list[str]]:
    """Texts as paragraphs of lines."""
    return [[line(each) for each in lines] for text in texts for lines in paragraphs_of(text)]


def line(text: str) -> str:
    """One line as it can be printed: signs that exist, none that a file may not hold, and places to break."""
    kept = "".join(each for each in text if each in KEPT or each.isprintable() or each.isspace())
    return LONG_RUN.sub(lambda found: PIECE.sub("\u200b", found[0]), printable(" ".join(kept.split())))
