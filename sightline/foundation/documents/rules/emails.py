"""What an email says, read from its file: who sent it, when it was received, its subject, its text and attachments."""

from __future__ import annotations

import email
import email.policy
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.message import Message as Part
from email.utils import parsedate_to_datetime
from typing import Any

from olefile import OleFileIO
from oxmsg import Message
from oxmsg.domain.constants import PID_MESSAGE_DELIVERY_TIME

from sightline.foundation.documents.rules import FileKind, NotAccepted
from sightline.foundation.documents.rules.webpages import words_of

CANNOT_BE_READ = (
    "This email cannot be read: its file is damaged. "
    "Save it from the mail program again, or copy its text into the note."
)
EMAILS = (FileKind.EMAIL, FileKind.OUTLOOK)
MOST_UNPACKED = 60_000_000  # bytes of an Outlook message's parts together
LONGEST_HEADER = 8_000  # characters of a line that is taken apart; their readers take the square of that in time
TAKEN_APART = frozenset(
    {"from", "subject", "date", "received", "content-type", "content-disposition", "content-transfer-encoding"}
)
MOST_HEADERS, MOST_DASHED = 5_000, 5_000  # of all parts together; lines that may divide one part from another
MOST_PARTS = 200
TOO_MANY_PARTS = "This e-mail has too many parts. Save its attachments one by one and send those."
EARLIEST, LATEST = 1980, 2100  # years in which an email can have been received


@dataclass(frozen=True)
class Attached:
    """A file that came with an email; without content it could not be taken out."""

    name: str
    content: bytes


@dataclass(frozen=True)
class ReadEmail:
    """What an email says."""

    sender: str
    received: datetime | None
    subject: str
    text: str
    attachments: tuple[Attached, ...] = ()


def read_email(kind: str, content: bytes) -> ReadEmail:
    """What an email file says; raises NotAccepted with a sentence where it cannot be read."""
    read = {FileKind.EMAIL: read_eml, FileKind.OUTLOOK: read_msg}[FileKind(kind)]
    try:
        return read(content)
    except NotAccepted:
        raise
    except Exception as fault:  # strangers make these files, and no list of what their readers raise is complete
        raise NotAccepted(CANNOT_BE_READ) from fault


class Bounded(email.policy.Compat32):
    """Takes an email apart into its parts, and refuses one that is made to keep whoever reads it busy."""

    counted: list[int] = []  # a policy's settings are declared as attributes of its class; each email has its own list

    def header_source_parse(self, sourcelines: list[str]) -> Any:
        """One header; raises NotAccepted for one that is too long, or one too many."""
        name, value = super().header_source_parse(sourcelines)
        self.counted.append(len(value))
        if len(self.counted) > MOST_HEADERS or (name.lower() in TAKEN_APART and len(value) > LONGEST_HEADER):
            raise NotAccepted(TOO_MANY_PARTS)
        return name, value


def parts_of(content: bytes) -> list[Part]:
    """The parts of an email, those of emails within it among them; raises NotAccepted for too many, or too deep."""
    if content.count(b"\n--") + content.count(b"\r--") > MOST_DASHED:
        raise NotAccepted(TOO_MANY_PARTS)
    try:
        parts = list(email.message_from_bytes(content, policy=Bounded(counted=[])).walk())  # type: ignore[call-arg]
    except RecursionError:
        raise NotAccepted(TOO_MANY_PARTS) from None
    if len(parts) > MOST_PARTS:
        raise NotAccepted(TOO_MANY_PARTS)
    return parts


def read_eml(content: bytes) -> ReadEmail:
    """An email as mail programs exchange it."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    received = str(message.get("Received", "")).rpartition(";")[2]  # the last server on the way stands first
    return ReadEmail(
        sender=one_line(message.get("From", "")),
        received=moment(received) or moment(str(message.get("Date", ""))),
        subject=one_line(message.get("Subject", "")),
        text=text_of(message),
        attachments=tuple(attached_to(message)),
    )


def read_msg(content: bytes) -> ReadEmail:
    """An email as Outlook saves it."""
    refuse_unless_whole(content)
    message = Message.load(content)
    if not message.message_class:
        raise NotAccepted(CANNOT_BE_READ)
    received = message.properties.date_prop_value(PID_MESSAGE_DELIVERY_TIME) or message.sent_date
    return ReadEmail(
        sender=one_line(message.sender or ""),
        received=possible(received),
        subject=one_line(message.subject),
        text=tidy(message.body or words_of(message.html_body or "")),
        attachments=tuple(
            Attached(one_line(each.file_name or ""), each.file_bytes or b"") for each in message.attachments
        ),
    )


def refuse_unless_whole(content: bytes) -> None:
    """Raise where the parts of an Outlook message claim more than the file can hold, or are cut off."""
    with OleFileIO(io.BytesIO(content)) as ole:
        sizes = {tuple(path): ole.get_size(path) for path in ole.listdir()}
        if sum(sizes.values()) > min(MOST_UNPACKED, 2 * len(content) + 4096):
            raise NotAccepted(CANNOT_BE_READ)
        if any(len(ole.openstream(list(path)).read()) < size for path, size in sizes.items()):
            raise NotAccepted(CANNOT_BE_READ)


def text_of(message: EmailMessage) -> str:
    """The text of an email: as it was written in plain text, else what its page says."""
    part: Any = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    text = str(part.get_content())
    return tidy(words_of(text) if part.get_content_subtype() == "html" else text)


def attached_to(message: EmailMessage) -> Iterator[Attached]:
    """The files that came with an email; pictures that stand in its text are left in it."""
    for part in message.iter_attachments():
        inline = part.get_content_disposition() != "attachment" and part.get("Content-ID")
        if inline and part.get_content_maintype() == "image":
            continue
        name = one_line(part.get_filename() or "")
        if part.get_content_type() == "message/rfc822":
            inner: Any = part.get_content()
            yield Attached(name or "email.eml", inner.as_bytes())
        elif name:
            payload = part.get_payload(decode=True)
            yield Attached(name, payload if isinstance(payload, bytes) else b"")


def moment(text: str) -> datetime | None:
    """A date as emails write it, as a moment; nothing where it is none. Without a zone it counts as UTC."""
    try:
        found = parsedate_to_datetime(re.sub(r"\s+", " ", text).strip())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return possible(found.replace(tzinfo=UTC) if found.tzinfo is None else found)


def possible(found: datetime | None) -> datetime | None:
    """A moment at which an email can have been received; nothing for any other."""
    return found if found and EARLIEST <= found.year <= LATEST else None


def one_line(text: object) -> str:
    """Text without line ends and characters that nobody sees."""
    return " ".join("".join(each if each.isprintable() else " " for each in str(text)).split())


def tidy(text: str) -> str:
    """Text with one kind of line end, and never more than one empty line."""
    whole = text.encode("utf-8", "replace").decode().replace("\x00", "")
    lines = [re.sub(r"[^\S\n]+", " ", line).strip() for line in whole.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
