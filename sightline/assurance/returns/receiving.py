"""The door for files of returns: looked at, stored, and remembered by the page however often it is sent again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from uuid import UUID

from django.core import signing
from django.core.files.uploadedfile import UploadedFile

from sightline.assurance.returns.reading.lines import Kind
from sightline.foundation.delimited import ARCHIVE, OTHERS, UNPACK, is_document, wide_encoding_of
from sightline.foundation.documents import storage
from sightline.foundation.documents.receiving import readable

KEPT_FOR = 24 * 60 * 60  # seconds; a file that no import names is set aside after a day
MOST_FILES = 60
LONGEST_NAME = 120
WORKBOOK, MARKUP, TEXT = "a workbook", "an XML file", "a CSV file"
FORMS = {Kind.SSDA903: (TEXT, MARKUP), Kind.CIN: (MARKUP,), Kind.ANNEX_A: (WORKBOOK,)}
WANTED = {
    Kind.SSDA903: "An SSDA903 return is CSV files, or one XML file.",
    Kind.CIN: "A children in need census is one XML file.",
    Kind.ANNEX_A: "An Annex A return is one Excel workbook (.xlsx).",
}
UNWANTED = re.compile(r"[^\w .()\[\]&'+,-]+")
EMPTY = "“{}” is empty."
OTHER_KIND = "“{}” is {}, whatever its name says. Returns are CSV files, XML files or Excel workbooks."


@dataclass(frozen=True)
class Sent:
    """A file that was sent and is stored: its name, where it lies, and what it is."""

    name: str
    stored_as: str
    sha256: str
    size: int
    form: str

    def __str__(self) -> str:
        return f"{self.name} ({readable(self.size)})"

    def plain(self) -> dict[str, str]:
        """What an import needs to find it again."""
        return {"name": self.name, "stored_as": self.stored_as, "sha256": self.sha256}


class NotAReturn(Exception):
    """A file that no return is made of; the sentence says what it is."""


def take_in(uploads: Iterable[UploadedFile]) -> tuple[list[Sent], list[str]]:
    """Look at files and store them; those that were stored, and a sentence for each that was not."""
    taken, refused = [], []
    for upload in uploads:
        try:
            taken.append(store(plain_name(upload.name or ""), upload.read()))
        except NotAReturn as why:
            refused.append(str(why))
    return taken, refused


def store(name: str, content: bytes) -> Sent:
    """Store one file; raises NotAReturn for what no return is made of."""
    form = form_of(name, content)
    return Sent(name, storage.put(content), hashlib.sha256(content).hexdigest(), len(content), form)


def form_of(name: str, content: bytes) -> str:
    """What a file is, by how it begins and not by its name."""
    if not content.strip():
        raise NotAReturn(EMPTY.format(name))
    if content.startswith(ARCHIVE):
        if not is_document(content):
            raise NotAReturn(UNPACK.format(name))
        return WORKBOOK
    for begins, what in OTHERS:
        if content.startswith(begins):
            raise NotAReturn(OTHER_KIND.format(name, what))
    if b"\x00" in content[:4000] and not wide_encoding_of(content[:4000]):
        raise NotAReturn(OTHER_KIND.format(name, "neither text nor a workbook"))
    begins = content[:400].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    return MARKUP if begins.startswith(b"<") else TEXT


def plain_name(given: str) -> str:
    """A name without folders and without characters that do not belong into names."""
    name = UNWANTED.sub("", PurePosixPath(given.replace("\\", "/")).name).strip(" .")
    return name[-LONGEST_NAME:] or "file"


def what_does_not_fit(kind: Kind, files: list[Sent]) -> str:
    """A sentence where these files cannot be a return of this kind; nothing where they can."""
    wrong = [each for each in files if each.form not in FORMS[kind]]
    if wrong:
        return f"“{wrong[0].name}” is {wrong[0].form}. {WANTED[kind]}"
    if len(files) > 1 and (kind != Kind.SSDA903 or any(each.form == MARKUP for each in files)):
        return f"You chose {len(files)} files. {WANTED[kind]}"
    return f"A return has at most {MOST_FILES} files." if len(files) > MOST_FILES else ""


def remembered(file: Sent, author: UUID) -> str:
    """A file as the page carries it to and fro: nobody else can use it, and nobody can change it."""
    return signing.dumps(asdict(file), salt=f"returns.{author}", compress=True)


def recalled(given: Iterable[str], author: UUID) -> list[Sent]:
    """The files that a page carried back, unless that was long ago or somebody else's."""
    found = []
    for each in given:
        try:
            found.append(Sent(**signing.loads(each, salt=f"returns.{author}", max_age=KEPT_FOR)))
        except signing.BadSignature:
            continue
    return found
