"""A document as a Word file, built piece by piece: typed text is put into runs and never passes through a template."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

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

FONT = "Arial"  # on every machine that opens Word files, with the alphabets that Word fills in by itself


def word(document: MadeDocument) -> bytes:
    """The document as a file."""
    file = Document()
    set_up(file, document)
    file.add_paragraph(f"{document.sent_by}    {format_date(document.made_on)}")
    file.add_heading(plain(document.title), level=1)
    if document.about:
        file.add_paragraph().add_run(plain(document.about)).bold = True
    write(file, [document.greeting, *document.opening])
    for section in document.parts:
        write_section(file, section)
    write(file, document.closing)
    kept = BytesIO()
    file.save(kept)
    return kept.getvalue()


def set_up(file: Any, document: MadeDocument) -> None:
    """Paper, margins, font, language, title, and whose copy it is at the foot of every page."""
    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(23)
    page.top_margin, page.bottom_margin = Mm(22), Mm(25)
    page.footer.paragraphs[0].text = plain(document.for_whom)
    for name, size in (("Normal", 11), ("Heading 1", 20), ("Heading 2", 14)):
        style = file.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.element.get_or_add_rPr().append(tag("w:lang", val=document.language, bidi=document.language))
    if document.runs_right_to_left:
        file.styles["Normal"].element.get_or_add_pPr().append(tag("w:bidi"))
    known = file.core_properties
    known.title, known.language = plain(document.title)[:255], document.language
    known.author, known.comments, known.last_modified_by = plain(document.sent_by)[:255], "", ""
    known.created = known.modified = datetime.combine(document.made_on, time(), UTC)


def write_section(file: Any, section: MadeSection) -> None:
    """One section."""
    file.add_heading(plain(section.heading), level=2)
    write(file, section.paragraphs)
    for label, texts in section.rows:
        paragraph = file.add_paragraph()
        paragraph.add_run(f"{plain(before_text(label))} ").bold = True
        put(paragraph, [line for text in texts for lines in paragraphs_of(text) for line in lines])
    for point in section.points:
        write(file, [point], style="List Bullet")
    if section.table and section.table.rows:
        write_table(file, section.table)
    for quote in section.quotes:
        write_quote(file, quote)


def write(file: Any, texts: Iterable[str], style: str | None = None) -> None:
    """Texts as paragraphs."""
    for text in texts:
        for lines in paragraphs_of(text):
            put(file.add_paragraph(style=style), lines)


def put(paragraph: Any, lines: Iterable[str]) -> Any:
    """Lines into a paragraph, each in a run of its own."""
    last = None
    for line in lines:
        if last is not None:
            last.add_break()
        last = paragraph.add_run(line)
    return paragraph


def write_table(file: Any, table: MadeTable) -> None:
    """A table whose headings are repeated on every page."""
    file.add_paragraph().add_run(plain(table.caption)).bold = True
    grid = file.add_table(rows=1, cols=len(table.headings), style="Table Grid")
    for cell, heading in zip(grid.rows[0].cells, table.headings, strict=True):
        cell.paragraphs[0].add_run(plain(heading)).bold = True
    grid.rows[0]._tr.get_or_add_trPr().append(tag("w:tblHeader"))
    for row in table.rows:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            put(cell.paragraphs[0], [line for lines in paragraphs_of(text) for line in lines])
    file.add_paragraph()


def write_quote(file: Any, quote: MadeQuote) -> None:
    """What somebody said, and who."""
    for lines in paragraphs_of(quote.text):
        paragraph = put(file.add_paragraph(style="Intense Quote"), lines)
        for run in paragraph.runs if quote.language else ():
            run._r.get_or_add_rPr().append(tag("w:lang", val=quote.language, bidi=quote.language))
    if quote.said_by:
        file.add_paragraph(plain(quote.said_by), style="Quote")


def tag(name: str, **attributes: str) -> Any:
    """An element of a Word file."""
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def plain(text: str) -> str:
    """One line without signs that no file can hold."""
    return " ".join("".join(each for each in text if each in KEPT or each.isprintable() or each.isspace()).split())
