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
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from typing import Any

from olefile import OleFileIO
from oxmsg import Message
from oxmsg.domain.constants import PID_MESSAGE_DELIVERY_TIME

from sightline.foundation.documents.rules import FileKind, NotAccepted

CANNOT_BE_READ = (
    "This email cannot be read: its file is damaged. "
    "Save it from the mail program again, or copy its text into the note."
)
EMAILS = (FileKind.EMAIL, FileKind.OUTLOOK)
MOST_UNPACKED = 60_000_000  # bytes of an Outlook message's parts together
BLOCKS = frozenset({"p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "blockquote"})
UNSEEN = frozenset({"style", "script", "head", "title"})


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
        received=received,
        subject=one_line(message.subject),
        text=tidy(message.body or plain(message.html_body or "")),
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
    return tidy(plain(text) if part.get_content_subtype() == "html" else text)


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
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found


def one_line(text: object) -> str:
    """Text without line ends and characters that nobody sees."""
    return " ".join("".join(each if each.isprintable() else " " for each in str(text)).split())


def tidy(text: str) -> str:
    """Text with one kind of line end, and never more than one empty line."""
    lines = [re.sub(r"[^\S\n]+", " ", line.replace("\x00", "")).strip() for line in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class Plain(HTMLParser):
    """Reads the words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A new block begins a new line; what nobody sees is left out."""
        self.unseen += tag in UNSEEN
        if tag in BLOCKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """The end of what nobody sees."""
        self.unseen -= tag in UNSEEN and self.unseen > 0

    def handle_data(self, data: str) -> None:
        """Words, unless nobody sees them."""
        if not self.unseen:
            self.words.append(re.sub(r"\s+", " ", data))


def plain(html: str) -> str:
    """The words of a page, block by block."""
    reader = Plain()
    reader.feed(html)
    reader.close()
    return "".join(reader.words)
