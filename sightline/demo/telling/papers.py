"""Papers that reach a record, every byte of them made here: emails, letters as PDF, a child's drawing, plain text."""

import hashlib
import struct
import zlib
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from textwrap import wrap

from sightline.foundation.documents import storage
from sightline.foundation.documents.receiving import SentFile
from sightline.foundation.documents.rules.contents import recognise
from sightline.foundation.identifiers import new_id

LINE = 88  # characters of a line of a letter
DRAWING = 120  # dots along each side of a drawing


def stored(name: str, content: bytes) -> SentFile:
    """Bytes, looked at and stored as everything that is sent."""
    found = recognise(content)
    digest = hashlib.sha256(found.content).hexdigest()
    key = storage.put(found.content)
    return SentFile(new_id(), "file", name, found.kind, len(found.content), digest, key)


def email(subject: str, text: str, *, sender: str, to: str, at: datetime) -> SentFile:
    """An email as mail programs keep it."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{new_id()}@eastmere.example>"
    message.set_content(text)
    return stored(f"{subject}.eml", message.as_bytes())


def text(name: str, *lines: str) -> SentFile:
    """Plain text."""
    return stored(name, "\n".join(lines).encode())


def letter(name: str, *paragraphs: str) -> SentFile:
    """A letter of one page as PDF."""
    lines = [line for each in paragraphs for line in (*wrap(each, LINE), "")]
    shown = b"".join(b"(" + escaped(line) + b") Tj T* " for line in lines)
    drawn = b"BT /F1 11 Tf 60 780 Td 15 TL " + shown + b"ET"
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    return stored(name, whole(parts))


def escaped(line: str) -> bytes:
    """A line as a PDF writes it."""
    plain = line.encode("cp1252", "replace")
    return plain.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def whole(parts: tuple[bytes, ...]) -> bytes:
    """The objects of a PDF with the table that says where each begins."""
    content, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    begins = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1) + table
    return content + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, begins)


def drawing(name: str) -> SentFile:
    """A house with a red roof and a yellow sun, as a child might have drawn it."""
    dots = b"".join(b"\0" + b"".join(colour(x, y) for x in range(DRAWING)) for y in range(DRAWING))
    head = struct.pack(">IIBBBBB", DRAWING, DRAWING, 8, 2, 0, 0, 0)
    chunks = (b"IHDR" + head, b"IDAT" + zlib.compress(dots), b"IEND")
    body = b"".join(struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in chunks)
    return stored(name, b"\x89PNG\r\n\x1a\n" + body)


def colour(x: int, y: int) -> bytes:
    """The colour of one dot of the drawing."""
    if (x - 98) ** 2 + (y - 20) ** 2 < 140:
        return b"\xf5\xc5\x18"
    if 35 <= y < 60 and abs(x - 55) < y - 33:
        return b"\xb8\x3a\x2e"
    if 60 <= y < 100 and 32 <= x < 78:
        return b"\x5c\x3d\x2e" if 50 <= x < 60 and y > 78 else b"\xe8\xd8\xb8"
    return b"\x7f\xb0\x69" if y >= 100 else b"\xcf\xe8\xf5"
