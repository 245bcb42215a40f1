"""What is read from an email file, and which files are refused with a sentence."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from sightline.foundation.documents.rules import FileKind, NotAccepted
from sightline.foundation.documents.rules.contents import recognise
from sightline.foundation.documents.rules.emails import CANNOT_BE_READ, Attached, read_email
from tests.builders.emails import SENT, eml, msg

LATER = datetime(2026, 6, 1, 11, 45, tzinfo=UTC)
LETTER = {"letter.txt": b"A letter."}
MADE: dict[str, Callable[..., bytes]] = {FileKind.EMAIL: eml, FileKind.OUTLOOK: msg}


@pytest.mark.parametrize("kind", MADE)
def test_sender_date_subject_text_and_attachments_are_read(kind: str) -> None:
    read = read_email(kind, MADE[kind](attachments=LETTER))
    assert "jo.carr@school.example" in read.sender
    assert (read.received, read.subject, read.text) == (SENT, "Attendance", "Late three times.")
    assert read.attachments == (Attached("letter.txt", b"A letter."),)


def test_the_date_is_that_of_the_last_server_where_it_stands_and_else_of_sending() -> None:
    assert read_email("eml", eml(received=LATER)).received == LATER
    assert read_email("eml", eml()).received == SENT
    assert read_email("eml", eml(sent=None)).received is None


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("Mon, 1 Jun 2026 10:30:00 +0100", SENT),
        ("Mon, 1 Jun 2026 09:30:00 -0000", SENT),
        ("1 Jun 2026 09:30:00", SENT),
        ("yesterday", None),
        ("Mon, 99 Jun 2026 09:30:00 +0000", None),
        ("", None),
    ],
)
def test_dates_are_read_as_emails_write_them(given: str, read: datetime | None) -> None:
    content = b"From: a@example.org\nDate: " + given.encode() + b"\nMessage-ID: <1@x>\n\nHello"
    assert read_email("eml", content).received == read


def test_a_page_is_read_as_its_words() -> None:
    html = "<html><head><style>p {}</style></head><body><p>Dear <b>Sam</b>,</p><p>late &amp;  tired</p></body></html>"
    assert read_email("eml", eml(html=html)).text == "Dear Sam,\nlate & tired"


def test_a_sender_in_other_letters_stands_on_one_line() -> None:
    content = b"From: =?utf-8?q?Zo=C3=AB_O=27Neill?= <z@x.example>\nSubject: A\n\tB\nMessage-ID: <1@x>\n\nHello"
    read = read_email("eml", content)
    assert (read.sender, read.subject) == ("Zoë O'Neill <z@x.example>", "A B")


def test_an_email_within_an_email_is_an_attachment() -> None:
    inner = b"From: b@example.org\nSubject: Inner\nMessage-ID: <2@x>\n\nInside"
    outer = (
        b"From: a@example.org\nMessage-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        b"--b\nContent-Type: text/plain\n\nSee below\n--b\nContent-Type: message/rfc822\n\n" + inner + b"\n--b--\n"
    )
    (attached,) = read_email("eml", outer).attachments
    assert attached.name == "email.eml"
    assert read_email("eml", attached.content).subject == "Inner"


def test_a_picture_that_stands_in_the_text_is_left_in_it() -> None:
    content = (
        b"From: a@example.org\nMessage-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        b"--b\nContent-Type: text/html\n\n<p>Hello</p>\n"
        b"--b\nContent-Type: image/png; name=logo.png\nContent-ID: <logo>\nContent-Disposition: inline\n\nxx\n--b--\n"
    )
    assert read_email("eml", content).attachments == ()


def shared_streams() -> bytes:
    """An Outlook message whose folder says of a small file that it is very large."""
    whole = msg(text="x" * 5000)
    size = (10_000).to_bytes(8, "little")
    assert whole.count(size) == 1
    return whole.replace(size, (2_000_000_000).to_bytes(8, "little"))


@pytest.mark.parametrize(
    "content", [*(msg()[:size] for size in (1600, 2048, 2300, 2560, 2900, 3000)), shared_streams()]
)
def test_a_damaged_outlook_message_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(NotAccepted, match=r"is damaged|older Office file"):
        recognise(content)


@pytest.mark.parametrize("kind", MADE)
@pytest.mark.parametrize("attachments", [{"invoice.pdf.exe": b"x"}, {"letter.txt": b"MZ\x90"}])
def test_an_email_that_carries_a_program_is_refused(kind: str, attachments: dict[str, bytes]) -> None:
    with pytest.raises(NotAccepted, match="attachment that could run"):
        recognise(MADE[kind](attachments=attachments))


STRANGE = [
    b"",
    bytes(50),
    b"From:",
    b"From: \xff\xfe\nContent-Type: multipart/x\n\n",
    b"\n" * 9,
    b"\xd0\xcf\x11\xe0" * 999,
]


@pytest.mark.parametrize("content", STRANGE)
@pytest.mark.parametrize("kind", MADE)
def test_whatever_calls_itself_an_email_is_read_or_refused_with_a_sentence(kind: str, content: bytes) -> None:
    try:
        said = read_email(kind, content).text
    except NotAccepted as refused:
        said = str(refused)
    assert kind == FileKind.EMAIL or said == CANNOT_BE_READ
