"""What a file is, by its content: an allow-list, each kind looked at from the inside."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from sightline.foundation.documents.rules import LARGEST_FILE, FileKind, NotAccepted, office, pictures
from sightline.foundation.documents.rules.emails import parts_of, read_email

ACCEPTED = "PDF, Word (.docx), Excel (.xlsx), JPEG, PNG, plain text and e-mail (.eml, .msg)"
OTHER_KIND = f"This kind of file cannot be kept. These can: {ACCEPTED}."
TWO_KINDS = "This file is two kinds of file at once, which hides what it is. Save the document again and send that."
PROGRAM = (
    "This file holds a program that could run when somebody opens it. Ask for a copy without it, or print it to PDF."
)
OLD_OFFICE = "This is an older Office file. Open it, save it as .docx or .xlsx, and send that."
NOT_TEXT = "This text is not in UTF-8. Open it, save it as UTF-8 text, and send that."

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RUNS_BY_ITSELF = re.compile(rb"/(JavaScript|Launch|RichMedia|EmbeddedFile)\b")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
MOST_INFLATED = 40_000_000  # bytes of one PDF's packed objects that are looked at
MOST_PACKED = 20_000  # of them; programs that write PDFs put a hundred objects into each
PIECE = 512  # bytes that are unpacked in one go
TOO_MUCH_PACKED = "This PDF unpacks to more than can be looked at. Print it to a new PDF and send that."
PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
PROGRAM_NAMES = re.compile(
    r"\.(exe|dll|scr|com|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|msi|jar|lnk|iso|img|docm|xlsm|dotm|xlam|html?|svg|one)$",
    re.I,
)


@dataclass(frozen=True)
class Recognised:
    """A file that may be kept: what it is, and the bytes to keep (pictures without what cameras add)."""

    kind: FileKind
    content: bytes


def recognise(content: bytes) -> Recognised:
    """What a file is; raises NotAccepted with a sentence for everything that is not on the list."""
    if not content:
        raise NotAccepted("This file is empty. Choose another.")
    if len(content) > LARGEST_FILE:
        raise NotAccepted(
            f"This file is larger than {LARGEST_FILE // 1_000_000} MB. Make it smaller or send it in parts."
        )
    for begins, look in KINDS:
        if content.startswith(begins):
            return look(content)
    return look_at_text(content)


def look_at_pdf(content: bytes) -> Recognised:
    """A PDF without scripts, attachments or programs to start; what a password hides cannot be looked at."""
    if b"%%EOF" not in content[-2048:] or not re.match(rb"%PDF-[12]\.\d", content):
        raise NotAccepted("This PDF is damaged or not complete. Open it, save it again and send that.")
    if zipfile.is_zipfile(io.BytesIO(content)):
        raise NotAccepted(TWO_KINDS)
    plain = ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), content)
    if RUNS_BY_ITSELF.search(plain) or any(RUNS_BY_ITSELF.search(each) for each in packed_objects(content)):
        raise NotAccepted(PROGRAM)
    return Recognised(FileKind.PDF, content)


def packed_objects(content: bytes) -> list[bytes]:
    """The packed parts of a PDF in which names can hide, unpacked; raises NotAccepted where there is too much."""
    if content.count(b"/ObjStm") > MOST_PACKED:
        raise NotAccepted(TOO_MUCH_PACKED)
    found, left = [], MOST_INFLATED
    for place in re.finditer(rb"/ObjStm\b.{0,400}?stream\r?\n", content, re.DOTALL):
        text = unpacked(content, place.end(), left)
        left -= len(text)
        if left <= 0:
            raise NotAccepted(TOO_MUCH_PACKED)
        found.append(ESCAPED.sub(lambda each: bytes([int(each[1], 16)]), text))
    return found


def unpacked(content: bytes, place: int, most: int) -> bytes:
    """What is packed at a place, at most so many bytes, and as far as it can be unpacked: readers show that much."""
    unpack, text = zlib.decompressobj(), bytearray()
    while place < len(content) and not unpack.eof and len(text) < most:
        piece, before = content[place : place + PIECE], unpack.copy()
        place += PIECE
        try:
            while piece and len(text) < most:
                text += unpack.decompress(piece, most - len(text))
                piece = unpack.unconsumed_tail
        except zlib.error:
            text += until_broken(before, content[place - PIECE : place])
            break
    return bytes(text)


def until_broken(unpack: zlib._Decompress, piece: bytes) -> bytes:
    """What a piece that is broken somewhere unpacks to before that."""
    text = bytearray()
    with suppress(zlib.error):
        for at in range(len(piece)):
            text += unpack.decompress(piece[at : at + 1], PIECE * PIECE)
    return bytes(text)


def look_at_office(content: bytes) -> Recognised:
    """A Word document or an Excel workbook without macros."""
    return Recognised(office.kind_of(content), content)


def look_at_ole(content: bytes) -> Recognised:
    """An Outlook message; other files of this old form are refused."""
    if "__properties_version1.0".encode("utf-16-le") not in content:
        raise NotAccepted(OLD_OFFICE)
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        raise NotAccepted(PROGRAM)
    if len(content) < 1536 or content[28:30] != b"\xfe\xff" or content[30] not in (9, 12):
        raise NotAccepted("This Outlook message is damaged. Save it from Outlook again and send that.")
    for each in read_email(FileKind.OUTLOOK, content).attachments:
        refuse_program(each.name, each.content)
    return Recognised(FileKind.OUTLOOK, content)


def look_at_text(content: bytes) -> Recognised:
    """Plain text or an e-mail; markup and programs are refused."""
    head = content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if content.startswith(PROGRAMS):
        raise NotAccepted(PROGRAM)
    if re.match(rb"<(!doctype|html|svg|\?xml|script|head|body|!--)", head):
        raise NotAccepted(f"This is a web page or a drawing that a browser would run. {OTHER_KIND}")
    if is_email(content):
        look_at_parts(content)
        return Recognised(FileKind.EMAIL, content)
    if any(byte < 32 and byte not in b"\t\n\r\f" for byte in content[:4096]) or b"\x00" in content:
        raise NotAccepted(NOT_TEXT if content[:2] in (b"\xff\xfe", b"\xfe\xff") else OTHER_KIND)
    try:
        content.decode()
    except UnicodeDecodeError:
        raise NotAccepted(NOT_TEXT) from None
    return Recognised(FileKind.TEXT, content)


def is_email(content: bytes) -> bool:
    """Whether a file begins with the lines that every e-mail has."""
    head = re.split(rb"\r?\n\r?\n", content[:65536], maxsplit=1)[0]
    if not re.match(rb"[!-9;-~]+:[ \t]?", head):
        return False
    named = {name.lower() for name in re.findall(rb"^([!-9;-~]+):", head, re.MULTILINE)}
    return b"from" in named and bool(named & {b"date", b"message-id", b"received"})


def look_at_parts(content: bytes) -> None:
    """Refuse an e-mail that carries a program."""
    for part in parts_of(content):
        name, inside = part.get_filename() or "", part.get_payload(decode=True)
        refuse_program(name, inside if isinstance(inside, bytes) else b"")


def refuse_program(name: str, content: bytes) -> None:
    """Refuse an e-mail whose attachment could run."""
    if PROGRAM_NAMES.search(name.strip()):
        raise NotAccepted(f"The e-mail carries an attachment that could run: “{name[-60:]}”. Save the rest as PDF.")
    if content.startswith(PROGRAMS[:2]) or office.has_macros(content):
        raise NotAccepted("The e-mail carries an attachment that could run. Save the rest as PDF.")


Look = Callable[[bytes], Recognised]
KINDS: list[tuple[bytes, Look]] = [
    (b"%PDF-", look_at_pdf),
    (b"PK\x03\x04", look_at_office),
    (b"\xff\xd8\xff", lambda content: Recognised(FileKind.JPEG, pictures.plain_jpeg(content))),
    (b"\x89PNG\r\n\x1a\n", lambda content: Recognised(FileKind.PNG, pictures.plain_png(content))),
    (OLE, look_at_ole),
]
