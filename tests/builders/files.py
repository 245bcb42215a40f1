"""Files made in memory: real ones of every kind, and those that must be refused. None of them is ever stored."""

import io
import struct
import zipfile
import zlib

from tests.builders.emails import msg

WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"
EML = b"From: a@example.org\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\nSubject: Report\r\n\r\nIt is attached.\r\n"
MSG = msg()


def office(main: str = WORD_MAIN, part: str = "word/document.xml", **more: bytes) -> bytes:
    """A Word document, or with other arguments a workbook; `more` are further entries by name."""
    types = f'<Types><Override PartName="/{part}" ContentType="{main}"/></Types>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr(part, "<w:document/>")
        for name, content in more.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx() -> bytes:
    return office()


def xlsx() -> bytes:
    return office(EXCEL_MAIN, "xl/workbook.xml")


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int = 2, height: int = 2, *, pixels: bytes | None = None, extra: bytes = b"") -> bytes:
    """A grey picture."""
    raw = pixels if pixels is not None else (b"\x00" + bytes(width)) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    inner = chunk(b"IHDR", header) + extra + chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + inner


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def exif(orientation: int, secret: bytes = b"GPS 54.9 N") -> bytes:
    """What a camera writes: which side is up, and where the picture was taken."""
    tiff = b"II*\x00" + struct.pack("<IHHHIHHI", 8, 1, 0x0112, 3, 1, orientation, 0, 0)
    return segment(0xE1, b"Exif\x00\x00" + tiff + secret)


def jpeg(width: int = 2, height: int = 2, *, before: bytes = b"", after: bytes = b"") -> bytes:
    """A picture in form: tables, a frame, and one scan."""
    frame = segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00")
    tables = segment(0xDB, bytes(65)) + segment(0xC4, bytes(17) + b"\x00")
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\x34\xff\x00\x56\xff\xd0\x78"
    return (
        b"\xff\xd8"
        + segment(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
        + before
        + tables
        + frame
        + scan
        + b"\xff\xd9"
        + after
    )


EVERY_KIND = {
    "pdf": PDF,
    "docx": docx(),
    "xlsx": xlsx(),
    "jpeg": jpeg(),
    "png": png(),
    "text": "Naïve résumé\r\nline two\n".encode(),
    "eml": EML,
    "msg": MSG,
}
ENDINGS = {"jpeg": "jpg", "text": "txt"}
