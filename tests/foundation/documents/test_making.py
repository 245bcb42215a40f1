"""A document as data becomes a page, a tagged PDF and a Word file that say the same, whatever people typed."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from django.template.loader import render_to_string
from docx import Document
from pypdf import PdfReader

from sightline.foundation.documents.making import MadeDocument, MadeQuote, MadeSection, MadeTable
from sightline.foundation.documents.making.pdf import pdf
from sightline.foundation.documents.making.word import word
from tests.builders.made import tags_of_pdf, text_of_pdf, text_of_word

LONG_NAME = "Aleksandra-Wilhelmina Konstantynopolitańczykiewiczówna-Featherstonehaugh"
TYPED = [  # what typst, Word's templates and pages would read as markup
    "#let x = 1",
    "#pagebreak()",
    "*not bold* _not italic_",
    "= not a heading",
    "$ not a sum $",
    "@not-a-reference",
    '#read("/etc/passwd")',
    "{{ document }}",
    "{% if x %}",
    "{%p for each in x %}",
    "<b>not bold</b>",
    "<w:p>not a paragraph</w:p>",
    "\\u{48} and &amp;",
]
DOCUMENT = MadeDocument(
    title="A record",
    for_whom=f"Copy for {LONG_NAME}",
    sent_by="Eastmere children’s services",
    made_on=date(2026, 3, 2),
    about=LONG_NAME,
    greeting="Dear Maria,",
    opening=["The first line\nand the second"],
    sections=[
        MadeSection("Who took part", rows=[("Held", ["2 March 2026"]), ("Agencies", ["Police", "Health"])]),
        MadeSection("Left out", paragraphs=["  ", ""], quotes=[MadeQuote("")], table=MadeTable("None", ["A"], [])),
        MadeSection("Typed", points=TYPED),
        MadeSection("Scales", table=MadeTable("Where each places her", ["Agency", "Number"], [["Police", "3"]])),
        MadeSection("What she said", quotes=[MadeQuote("It is dark.\nHe shouts.", "Mia, unprompted")]),
    ],
    closing=["Yours sincerely"],
)


@pytest.fixture(scope="module")
def made() -> bytes:
    return pdf(DOCUMENT)


def page(document: MadeDocument) -> str:
    return render_to_string("documents/made.html", {"made": document, "made_on": "2 March 2026"})


def test_the_three_forms_say_the_same(made: bytes) -> None:
    for said in ("A record", LONG_NAME, "Dear Maria,", "and the second", "Police", "It is dark.", "Mia, unprompted"):
        assert said in text_of_pdf(made)
        assert said in text_of_word(word(DOCUMENT))
        assert said in page(DOCUMENT)


@pytest.mark.parametrize("typed", TYPED)
def test_what_people_typed_is_shown_as_they_typed_it(made: bytes, typed: str) -> None:
    assert typed in text_of_pdf(made)
    assert typed in [paragraph.text for paragraph in Document(BytesIO(word(DOCUMENT))).paragraphs]
    assert typed.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("&amp;", "&amp;amp;") in page(
        DOCUMENT
    )


def test_a_section_that_holds_nothing_is_left_out(made: bytes) -> None:
    assert "Left out" not in text_of_pdf(made)
    assert "Left out" not in text_of_word(word(DOCUMENT))
    assert "Left out" not in page(DOCUMENT)


def test_a_screen_reader_is_told_what_each_piece_is(made: bytes) -> None:
    tags = tags_of_pdf(made)
    assert tags.count("H1") == 1
    assert tags.count("H2") == len(DOCUMENT.parts)
    assert {"L", "LI", "Table", "THead", "TH", "TD", "BlockQuote", "P"} <= set(tags)
    root = PdfReader(BytesIO(made)).trailer["/Root"]
    assert root["/Lang"] == "en"  # type: ignore[index]
    assert "pdfuaid" in str(root["/Metadata"].get_object().get_data())  # type: ignore[index]


def test_the_headings_of_a_table_are_repeated_on_every_page_it_reaches() -> None:
    rows = [["Police", f"Row {number}. " + "It was said. " * 20] for number in range(30)]
    long = replace(DOCUMENT, sections=[MadeSection("Table", table=MadeTable("Said", ["Agency", "Why so"], rows))])
    pages = PdfReader(BytesIO(pdf(long))).pages
    assert len(pages) > 2
    assert all("Why so" in found.extract_text() for found in pages)
    header = Document(BytesIO(word(long))).tables[0].rows[0]._tr.trPr
    assert "tblHeader" in header.xml


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Łódź, ąęśćźż"),
        ("ro", "țară și"),
        ("ar", "سلام"),
        ("ur", "پاکستان"),
        ("hi", "नमस्ते"),
        ("uk", "Привіт"),
        ("fa", "می\u200cخواهم"),
    ],
)
def test_letters_of_other_languages_are_printed(language: str, text: str) -> None:
    found = replace(DOCUMENT, language=language, sections=[MadeSection("x", paragraphs=[text])])
    made = pdf(found)
    assert "\ufffd" not in text_of_pdf(made)
    assert PdfReader(BytesIO(made)).trailer["/Root"]["/Lang"] == language  # type: ignore[index]
    assert text in text_of_word(word(found))


def test_a_sign_that_no_font_has_keeps_no_document_back() -> None:
    found = replace(DOCUMENT, sections=[MadeSection("x", paragraphs=["Happy 😀 中\x0b\x00 day"])])
    assert "stands for a letter or picture" in text_of_pdf(pdf(found))
    assert "😀 中" in text_of_word(word(found))


def test_a_sign_that_nobody_sees_in_a_name_keeps_no_copy_back() -> None:
    document = replace(DOCUMENT, about="A\x01da \x00Jo", title="Letter \x02to Ada", greeting="Dear A\x01da")
    assert "Ada Jo" in text_of_pdf(pdf(document))
    assert "Ada Jo" in text_of_word(word(document))


def test_a_label_that_asks_keeps_its_mark_and_takes_no_colon() -> None:
    rows = [("What do we know?", ["Three bad nights."]), ("Held", ["2 March 2026"])]
    asked = replace(DOCUMENT, sections=[MadeSection("What we think", rows=rows)])
    for text in (text_of_pdf(pdf(asked)), text_of_word(word(asked))):
        assert "What do we know? Three bad nights." in text
        assert "Held: 2 March 2026" in text
