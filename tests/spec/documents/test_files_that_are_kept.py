"""Which files are kept: known by their content, looked at from the inside, refused with a sentence."""

import io
import random
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sightline.foundation.documents.rules import NotAccepted
from sightline.foundation.documents.rules.contents import recognise
from tests.builders import files


def refusal(content: bytes) -> str:
    with pytest.raises(NotAccepted) as refused:
        recognise(content)
    return str(refused.value)


def is_kept_or_refused(content: bytes) -> None:
    """Nothing but a refusal may be raised."""
    with suppress(NotAccepted):
        recognise(content)


@pytest.mark.parametrize("kind", files.EVERY_KIND)
def test_these_kinds_are_kept(kind: str) -> None:
    assert recognise(files.EVERY_KIND[kind]).kind == kind


@pytest.mark.parametrize("kind", ["pdf", "docx", "xlsx", "text", "eml", "msg"])
def test_documents_are_kept_to_the_byte(kind: str) -> None:
    assert recognise(files.EVERY_KIND[kind]).content == files.EVERY_KIND[kind]


def bomb() -> bytes:
    return files.office(**{"word/media/image1.emf": bytes(160_000_000)})


def with_wrong_size() -> bytes:
    content = bytearray(files.office(**{"word/big.xml": bytes(2_000_000)}))
    directory = content.rfind(b"PK\x01\x02", 0, content.rfind(b"word/big.xml"))
    content[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    return bytes(content)


def locked() -> bytes:
    content = bytearray(files.docx())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        begin = content.find(mark)
        while begin >= 0:
            content[begin + place] |= 1
            begin = content.find(mark, begin + 4)
    return bytes(content)


def archive(**entries: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, content in entries.items():
            made.writestr(name, content)
    return file.getvalue()


FETCHES = (
    b'<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    b'attachedTemplate" Target="http://example.org/t.dotm" TargetMode="External"/></Relationships>'
)

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "an empty file": (lambda: b"", "is empty"),
    "a file that is too large": (lambda: b"%PDF-1.7" + bytes(25_000_000), "larger than 25 MB"),
    "half a PDF": (lambda: files.PDF[:40], "damaged or not complete"),
    "a PDF that is an archive too": (lambda: files.PDF + files.docx(), "damaged|two kinds"),
    "a PDF with an archive inside its end": (lambda: files.PDF + archive(a=b"x") + b"", "damaged|two kinds"),
    "a PDF with a script": (lambda: files.PDF.replace(b"/Catalog", b"/Catalog /S /JavaScript"), "holds a program"),
    "a PDF with a script in disguise": (
        lambda: files.PDF.replace(b"/Catalog", b"/Catalog /S /J#61vaScript"),
        "holds a program",
    ),
    "a PDF that starts a program": (lambda: files.PDF.replace(b"/Catalog", b"/Catalog /S /Launch"), "holds a program"),
    "a document with macros": (lambda: files.office(**{"word/vbaProject.bin": b"x"}), "without macros"),
    "a document that says it has macros": (
        lambda: files.office("application/vnd.ms-word.document.macroEnabled.main+xml"),
        "macros",
    ),
    "a document with an embedded program": (lambda: files.office(**{"word/embeddings/oleObject1.bin": b"x"}), "macros"),
    "a document that fetches its template": (
        lambda: files.office(**{"word/_rels/settings.xml.rels": FETCHES}),
        "elsewhere",
    ),
    "a document that declares entities": (
        lambda: files.office(**{"word/a.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]>"}),
        "damaged",
    ),
    "the same in another encoding": (
        lambda: files.office(**{"word/a.xml": "<!DOCTYPE x>".encode("utf-16")}),
        "damaged",
    ),
    "a bomb": (bomb, "unpacks to far more"),
    "a bomb that lies about its size": (with_wrong_size, "damaged|unpacks"),
    "a document with a password": (locked, "locked with a password"),
    "a document with a path inside": (lambda: files.office(**{"../../etc/passwd": b"x"}), "damaged"),
    "an archive": (lambda: archive(**{"a.exe": b"MZ"}), "archive"),
    "something before the archive": (lambda: b"PK\x03\x04junk" + files.docx(), "damaged"),
    "something behind the archive": (lambda: files.docx() + b"<script>", "damaged"),
    "an older Office file": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "older Office file"),
    "a web page": (lambda: b"<html><script>alert(1)</script></html>", "web page"),
    "a drawing": (lambda: b'\xef\xbb\xbf <svg xmlns="http://www.w3.org/2000/svg"/>', "web page or a drawing"),
    "a program": (lambda: b"MZ\x90\x00" + bytes(100), "holds a program"),
    "a script": (lambda: b"#!/bin/sh\nrm -rf /\n", "holds a program"),
    "text in another encoding": (lambda: "Zoë".encode("latin-1") + b"\n", "UTF-8"),
    "text in sixteen bits": (lambda: "Zoë".encode("utf-16"), "UTF-8"),
    "unknown bytes": (lambda: b"\x00\x01\x02", "These can"),
    "an animated picture": (lambda: b"GIF89a\x01\x00", "These can"),
    "an e-mail with a program": (
        lambda: files.EML.replace(b"\r\n\r\n", b'\r\nContent-Disposition: attachment; filename="a.exe"\r\n\r\n'),
        "could run",
    ),
    "half a picture": (lambda: files.jpeg()[:-30], "damaged"),
    "a picture with too many pixels": (lambda: files.jpeg(20_000, 20_000), "million pixels"),
    "a PNG with too many pixels": (lambda: files.png(20_000, 20_000, pixels=b"\x00"), "million pixels"),
    "a PNG bomb": (lambda: files.png(2, 2, pixels=bytes(50_000_000)), "damaged"),
    "a PNG with too few pixels": (lambda: files.png(2, 2, pixels=b"\x00"), "damaged"),
    "a PNG whose sums are wrong": (lambda: files.png().replace(b"IDAT", b"IDAU"), "damaged"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_these_are_refused_with_a_sentence(name: str) -> None:
    make, says = REFUSED[name]
    sentence = refusal(make())
    assert any(each in sentence for each in says.split("|")), sentence
    assert sentence.endswith(".")


def test_a_photograph_keeps_which_side_is_up_and_loses_where_it_was_taken() -> None:
    kept = recognise(
        files.jpeg(before=files.exif(6) + files.segment(0xFE, b"a comment"), after=b"PK\x03\x04 hidden")
    ).content
    assert b"GPS" not in kept
    assert b"comment" not in kept
    assert b"hidden" not in kept
    assert kept.endswith(b"\x78\xff\xd9")
    assert b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06" in kept
    assert recognise(kept).content == kept


def test_a_photograph_that_lies_as_it_was_taken_needs_no_mark() -> None:
    assert recognise(files.jpeg(before=files.exif(1))).content == files.jpeg()


def test_a_picture_loses_texts_and_what_follows_it() -> None:
    noisy = files.png(extra=files.chunk(b"tEXt", b"Author\x00Somebody") + files.chunk(b"eXIf", b"II*")) + b"PK\x03\x04"
    assert recognise(noisy).content == files.png()


@settings(max_examples=400, deadline=2000)
@given(st.data())
def test_damaged_files_are_kept_or_refused_and_nothing_else(data: st.DataObject) -> None:
    content = bytearray(files.EVERY_KIND[data.draw(st.sampled_from(sorted(files.EVERY_KIND)))])
    noise = random.Random(data.draw(st.integers(0, 2**32)))
    for _ in range(data.draw(st.integers(1, 8))):
        place = noise.randrange(len(content))
        match noise.randrange(3):
            case 0:
                content[place] = noise.randrange(256)
            case 1:
                del content[place : place + noise.randrange(1, 20)]
            case 2:
                content[place:place] = noise.randbytes(noise.randrange(1, 20))
        content = content or bytearray(b"\x00")
    is_kept_or_refused(bytes(content))


@settings(max_examples=300, deadline=2000)
@given(
    st.sampled_from(
        [b"%PDF-1.4", b"PK\x03\x04", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b""]
    ),
    st.binary(max_size=400),
)
def test_any_bytes_are_kept_or_refused_and_nothing_else(begin: bytes, rest: bytes) -> None:
    is_kept_or_refused(begin + rest)
