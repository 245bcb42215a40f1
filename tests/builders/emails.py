"""Emails as files: as mail programs exchange them, and as Outlook saves them.

eml(subject="Tia", text="She was late", attachments={"letter.txt": b"A letter."})
msg(sender="Jo Carr", received=datetime(2026, 6, 1, 9, 30, tzinfo=UTC))
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, IN_FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SENT = datetime(2026, 6, 1, 9, 30, tzinfo=UTC)
SENDER = "Jo Carr <jo.carr@school.example>"
TEXT, BINARY, TIME, NUMBER = 0x001F, 0x0102, 0x0040, 0x0003


def eml(
    *,
    sender: str = SENDER,
    subject: str = "Attendance",
    text: str = "Late three times.",
    sent: datetime | None = SENT,
    received: datetime | None = None,
    attachments: Mapping[str, bytes] | None = None,
    html: str = "",
) -> bytes:
    """An email as mail programs exchange it."""
    message = EmailMessage()
    if received:
        message["Received"] = f"from mail.school.example by mail.example; {format_datetime(received)}"
    message["From"], message["To"], message["Subject"] = sender, "worker@eastmere.example", subject
    message["Message-ID"] = "<1@school.example>"
    if sent:
        message["Date"] = format_datetime(sent)
    if html:
        message.set_content(html, subtype="html")
    else:
        message.set_content(text)
    for name, content in (attachments or {}).items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


@dataclass
class Folder:
    """A folder of a compound file: streams and folders by name."""

    streams: dict[str, bytes] = field(default_factory=dict)
    folders: dict[str, "Folder"] = field(default_factory=dict)


@dataclass
class Entry:
    """One entry of the directory of a compound file."""

    name: str
    kind: int  # 1 a folder, 2 a stream, 5 the root
    content: bytes = b""
    child: int = FREE
    following: int = FREE
    start: int = END


def msg(
    *,
    sender: str = "Jo Carr",
    address: str = "jo.carr@school.example",
    subject: str = "Attendance",
    text: str = "Late three times.",
    received: datetime = SENT,
    attachments: Mapping[str, bytes] | None = None,
) -> bytes:
    """An email as Outlook saves it."""
    texts = {0x001A: "IPM.Note", 0x0037: subject, 0x1000: text, 0x0C1A: sender, 0x0C1F: address}
    root = with_properties(texts, {0x0E06: (TIME, filetime(received))}, header=32)
    for number, (name, content) in enumerate((attachments or {}).items()):
        folder = with_properties({0x3707: name}, {0x3705: (NUMBER, struct.pack("<Q", 1))}, header=8, data=content)
        root.folders[f"__attach_version1.0_#{number:08X}"] = folder
    return compound(root)


def filetime(moment: datetime) -> bytes:
    """A moment as Windows counts it: in steps of 100 nanoseconds since 1601."""
    return struct.pack("<Q", (moment - datetime(1601, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1) * 10)


def with_properties(
    texts: Mapping[int, str], others: Mapping[int, tuple[int, bytes]], *, header: int, data: bytes | None = None
) -> Folder:
    """A folder with properties, those of no fixed length in streams of their own."""
    folder, rows = Folder(), b""
    streams = {(code, TEXT): text.encode("utf-16-le") for code, text in texts.items()}
    if data is not None:
        streams[0x3701, BINARY] = data
    for (code, kind), content in streams.items():
        folder.streams[f"__substg1.0_{code:04X}{kind:04X}"] = content
        rows += struct.pack("<HHIQ", kind, code, 6, len(content) + (2 if kind == TEXT else 0))
    for code, (kind, value) in others.items():
        rows += struct.pack("<HHI", kind, code, 6) + value
    folder.streams["__properties_version1.0"] = bytes(header) + rows
    return folder


def compound(root: Folder) -> bytes:
    """A compound file: small streams in sectors of 64 bytes, large ones in sectors of 512."""
    entries = [Entry("Root Entry", 5)]
    listed(root, 0, entries)
    small = b""
    for entry in entries:
        if entry.kind == 2 and 0 < len(entry.content) < CUTOFF:
            entry.start, small = len(small) // MINI, small + padded(entry.content, MINI)
    small_table = chains([-(-len(each.content) // MINI) for each in entries if is_small(each)])
    large = [each for each in entries if each.kind == 2 and len(each.content) >= CUTOFF]
    entries[0].content = small
    directory = -(-len(entries) // 4)
    parts = [bytes(directory * SECTOR), padded(small_table, SECTOR, b"\xff"), padded(small, SECTOR)]
    parts += [padded(each.content, SECTOR) for each in large]
    sizes = [len(part) // SECTOR for part in parts]
    tables = next(count for count in range(1, 110) if count * 128 >= count + sum(sizes))
    starts = [tables + sum(sizes[:place]) for place in range(len(sizes))]
    entries[0].start = starts[2] if small else END
    for each, start in zip(large, starts[3:], strict=True):
        each.start = start
    parts[0] = padded(b"".join(map(packed, entries)), SECTOR)
    table = struct.pack(f"<{tables}I", *[IN_FAT] * tables) + chains(sizes, begin=tables)
    header = head(tables, starts, sizes)
    return header + padded(table, SECTOR, b"\xff")[: tables * SECTOR] + b"".join(parts)


def is_small(entry: Entry) -> bool:
    return entry.kind == 2 and 0 < len(entry.content) < CUTOFF


def listed(folder: Folder, own: int, entries: list[Entry]) -> None:
    """Add what a folder holds to the directory, each entry leading to the following one."""
    before = None
    for name, what in [*folder.streams.items(), *folder.folders.items()]:
        place = len(entries)
        entries.append(Entry(name, 2, what) if isinstance(what, bytes) else Entry(name, 1))
        if before is None:
            entries[own].child = place
        else:
            entries[before].following = place
        before = place
        if isinstance(what, Folder):
            listed(what, place, entries)


def packed(entry: Entry) -> bytes:
    """One entry of the directory, 128 bytes."""
    name = (entry.name + "\x00").encode("utf-16-le")
    start = entry.start if entry.kind != 1 else 0
    return (
        name.ljust(64, b"\x00")
        + struct.pack("<HBBIII", len(name), entry.kind, 1, FREE, entry.following, entry.child)
        + bytes(36)
        + struct.pack("<IQ", start, len(entry.content))
    )


def chains(sizes: list[int], begin: int = 0) -> bytes:
    """A table in which each sector leads to the next of its stream."""
    table: list[int] = []
    for size in sizes:
        first = begin + len(table)
        table += [first + number + 1 for number in range(size - 1)] + [END] * bool(size)
    return struct.pack(f"<{len(table)}I", *table)


def head(tables: int, starts: list[int], sizes: list[int]) -> bytes:
    """The first 512 bytes."""
    fixed = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    small = starts[1] if sizes[1] else END
    counts = struct.pack("<IIIIIIIIII", 0, tables, starts[0], 0, CUTOFF, small, sizes[1], END, 0, 0)[:36]
    listed_tables = struct.pack("<109I", *range(tables), *[FREE] * (109 - tables))
    return (fixed + counts + listed_tables).ljust(SECTOR, b"\x00")


def padded(content: bytes, unit: int, by: bytes = b"\x00") -> bytes:
    return content + by * (-len(content) % unit)
