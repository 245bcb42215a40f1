"""Files that are made to keep whoever reads them busy: each is read or refused with a sentence, and soon."""

import time
import zlib
from contextlib import suppress

import pytest

from sightline.foundation.documents.rules import FileKind, NotAccepted
from sightline.foundation.documents.rules.contents import recognise
from sightline.foundation.documents.rules.emails import read_email
from sightline.foundation.documents.rules.webpages import words_of

SOON = 4.0  # seconds; each of these took more than twenty, or broke the page, before it was thought of
HEAD = b"From: a@b.example\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n"
PAGE = HEAD + b"Content-Type: text/html; charset=utf-8\n\n"


def within(deep: int) -> bytes:
    """An email with parts within parts."""
    opens = (b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(deep))
    return HEAD + b"".join(opens) + b"Content-Type: text/plain\n\nEnd\n"


EMAILS = {
    "parts within parts": within(3_000),
    "emails within emails": (HEAD + b"Content-Type: message/rfc822\n\n") * 3_000,
    "half a million parts": HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 500_000,
    "a long subject": HEAD + b"Subject: " + b"word " * 200_000 + b"\n\nEnd",
    "a long sender": HEAD.replace(b"a@b", b"(" * 5_000) + b"\nEnd",
    "a long kind": HEAD + b"Content-Type: text/plain; " + b"a=b; " * 60_000 + b"\n\nEnd",
    "many headers": HEAD + b"".join(b"X-%d: a\n" % at for at in range(300_000)) + b"\nEnd",
    "half a letter": HEAD + b"Content-Type: text/plain; charset=unicode_escape\n\n\\ud800 End",
    "a day that no clock shows": HEAD.replace(b"1 Jan 2024 10:00:00 +0000", b"31 Dec 9999 23:59:59 -1200") + b"\nEnd",
    **{
        f"a page of {each!r}": PAGE + each * 400_000 for each in (b"<!--", b"<!", b"<?", b"<a ", b"<a b='", b"</", b"<")
    },
}


@pytest.mark.parametrize("name", EMAILS)
def test_an_email_made_to_harm_is_read_or_refused_soon(name: str) -> None:
    began = time.perf_counter()
    with suppress(NotAccepted):
        if recognise(EMAILS[name]).kind is FileKind.EMAIL:
            said = read_email(FileKind.EMAIL, EMAILS[name])
            assert said.text.encode() is not None
            assert said.received is None or said.received.year == 2024
    assert time.perf_counter() - began < SOON


def test_a_pdf_of_empty_packages_is_refused_soon() -> None:
    began = time.perf_counter()
    with pytest.raises(NotAccepted, match="unpacks to more"):
        recognise(b"%PDF-1.4\n" + b"/ObjStm stream\n" * 150_000 + b"%%EOF")
    assert time.perf_counter() - began < SOON


def test_what_a_broken_package_of_a_pdf_shows_is_looked_at_all_the_same() -> None:
    packed = zlib.compress(b"<</S /JavaScript>>" + b" " * 90_000)[:-6] + b"broken"
    with pytest.raises(NotAccepted, match="holds a program"):
        recognise(b"%PDF-1.7\n1 0 obj<</Type /ObjStm>>stream\n" + packed + b"\nendstream\n%%EOF")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ('<p>One</p><a title="a > b">two</a>', "\nOnetwo"),
        ("a < b &amp; c<br>d", "a < b & c\nd"),
        ("<head><title>No</title><body>Yes</body>", "Yes"),
        ("<script>if (a < b) no()</script>yes<!-- no > no -->!", "yes!"),
        ("before<!-- the rest is hidden <p>no", "before"),
        ('<a title="never ends>so > what', "so > what"),
    ],
)
def test_the_words_of_a_page(page: str, words: str) -> None:
    assert words_of(page).strip(" ") == words
