"""Word documents and Excel workbooks, looked at from the inside: they are archives, and archives can lie."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from itertools import pairwise

from sightline.foundation.documents.rules import FileKind, NotAccepted

MOST_ENTRIES = 3_000
MOST_UNPACKED = 150_000_000  # bytes
HIGHEST_RATIO = 200  # unpacked to packed; a real document stays under 50
HEAD = 4096  # bytes of a part in which a declaration would stand

DAMAGED = "This file is damaged. Open it, save it again and send that."
BOMB = "This file unpacks to far more than it should. Open it, save it again and send that."
MACROS = "This file holds macros, which are programs. Save it without macros, as .docx or .xlsx, and send that."
ARCHIVE = "This is an archive or a kind of document that cannot be kept. Take the files out and send them one by one."
PASSWORD = "This file is locked with a password. Save it without the password and send that."
OUTSIDE = "This file fetches parts of itself from elsewhere when it is opened. Print it to PDF and send that."

MAIN_PARTS = {
    b"wordprocessingml.document.main+xml": FileKind.WORD,
    b"spreadsheetml.sheet.main+xml": FileKind.EXCEL,
}
PROGRAM_PARTS = re.compile(
    r"(vbaproject|vbadata|activex|embeddings/[^/]*\.(bin|exe|js|vbs|bat|cmd|ps1)|\.(exe|dll|js|vbs)$)", re.I
)
FETCHED = re.compile(
    rb"<Relationship\b(?=[^>]*TargetMode\s*=\s*[\"']External)(?=[^>]*/(attachedTemplate|oleObject|frame|subDocument)[\"'])",
    re.I,
)


def kind_of(content: bytes) -> FileKind:
    """Whether an archive is a Word document or a workbook; raises NotAccepted with a sentence for anything else."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            look_at_entries(archive, content)
            types = unpacked(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError, OSError, KeyError):
        raise NotAccepted(DAMAGED) from None
    if b"macroEnabled" in types:
        raise NotAccepted(MACROS)
    kinds = [kind for named, kind in MAIN_PARTS.items() if named in types]
    if len(kinds) != 1:
        raise NotAccepted(ARCHIVE)
    return kinds[0]


def look_at_entries(archive: zipfile.ZipFile, content: bytes) -> None:
    """Refuse what the list of entries already gives away."""
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if "[Content_Types].xml" not in names:
        raise NotAccepted(ARCHIVE)
    if len(entries) > MOST_ENTRIES or len(set(names)) != len(names):
        raise NotAccepted(DAMAGED)
    if any(entry.flag_bits & 1 for entry in entries):
        raise NotAccepted(PASSWORD)
    if any(PROGRAM_PARTS.search(name) for name in names):
        raise NotAccepted(MACROS)
    if any(name.startswith("/") or "\\" in name or ".." in name.split("/") or "\x00" in name for name in names):
        raise NotAccepted(DAMAGED)
    if min(entry.header_offset for entry in entries) != 0 or content[-22 - len(archive.comment) :][:4] != b"PK\x05\x06":
        raise NotAccepted(DAMAGED)  # something stands before or after the archive
    look_at_sizes(entries)


def look_at_sizes(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive that says itself that it is a bomb, or whose entries share their bytes."""
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise NotAccepted(BOMB)
    if any(
        entry.file_size > 1_000_000 and entry.file_size > HIGHEST_RATIO * max(entry.compress_size, 1)
        for entry in entries
    ):
        raise NotAccepted(BOMB)
    ranges = sorted((entry.header_offset, entry.header_offset + entry.compress_size) for entry in entries)
    if any(end > begin for (_, end), (begin, _) in pairwise(ranges)):
        raise NotAccepted(BOMB)


def unpacked(archive: zipfile.ZipFile) -> bytes:
    """Unpack every entry, counting, and look at each; the list of content types."""
    types, left = b"", MOST_UNPACKED
    for entry in archive.infolist():
        text = entry.filename.endswith((".xml", ".rels", ".vml"))
        kept, seen = b"", 0
        with archive.open(entry) as part:
            while chunk := part.read(1_000_000):
                seen, left = seen + len(chunk), left - len(chunk)
                if left < 0 or seen > entry.file_size:
                    raise NotAccepted(BOMB)
                if text and len(kept) < wanted(entry.filename):
                    kept += chunk
        look_at_part(entry.filename, kept)
        if entry.filename == "[Content_Types].xml":
            types = kept.replace(b"\x00", b"")
    return types


def wanted(name: str) -> int:
    """How many bytes of a part are looked at."""
    return 2_000_000 if name.endswith(".rels") or name == "[Content_Types].xml" else HEAD


def look_at_part(name: str, text: bytes) -> None:
    """Refuse declarations of entities, and relationships that fetch what they name."""
    plain = text.replace(b"\x00", b"")
    if b"<!DOCTYPE" in plain[:HEAD] or b"<!ENTITY" in plain[:HEAD]:
        raise NotAccepted(DAMAGED)
    if name.endswith(".rels") and FETCHED.search(plain):
        raise NotAccepted(OUTSIDE)


def has_macros(content: bytes) -> bool:
    """Whether an attachment is an Office file with macros; anything else has none."""
    if not content.startswith(b"PK\x03\x04"):
        return content.startswith(b"\xd0\xcf\x11\xe0") and "_VBA_PROJECT".encode("utf-16-le") in content
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return any(PROGRAM_PARTS.search(entry.filename) for entry in archive.infolist()[:MOST_ENTRIES])
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False
