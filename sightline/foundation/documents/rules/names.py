"""The name of a file as it is kept: what the sender called it, without paths and without characters that mislead."""

import re
import unicodedata
from pathlib import PurePosixPath

from sightline.foundation.documents.rules import ENDINGS, FileKind, NotAccepted

LONGEST = 120  # characters
NAMELESS = "document"
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)  # names that Windows keeps for itself
CALLED = {
    FileKind.PDF: "a PDF document",
    FileKind.WORD: "a Word document",
    FileKind.EXCEL: "an Excel workbook",
    FileKind.JPEG: "a JPEG picture",
    FileKind.PNG: "a PNG picture",
    FileKind.TEXT: "plain text",
    FileKind.EMAIL: "an e-mail message",
    FileKind.OUTLOOK: "an Outlook message",
}
FORBIDDEN = '<>:"|?*'  # cannot be in a file name on Windows, where the file will be opened


def kept_name(given: str, kind: str) -> str:
    """The name under which a file of this kind is kept; raises NotAccepted where its ending claims another kind."""
    stem, ending = divided(plain(given))
    endings = ENDINGS[kind]
    if ending and ending.lower() not in endings:
        raise NotAccepted(
            f"This file is called “{(stem + ending)[-60:]}”, but inside it is {CALLED[FileKind(kind)]}. "
            f"Rename it so that it ends in {endings[0]}, or choose the right file."
        )
    return (stem[:LONGEST] or NAMELESS) + (ending or endings[0])


def plain(given: str) -> str:
    """A name without folders, control characters, marks that turn text round, and characters no folder can hold."""
    last = unicodedata.normalize("NFC", given).replace("\\", "/").rstrip("/").rpartition("/")[2]
    kept = "".join(each for each in last if unicodedata.category(each) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    kept = "".join(" " if each in FORBIDDEN else each for each in kept)
    kept = " ".join(kept.split()).strip(". ")
    return f"_{kept}" if DEVICES.match(kept) else kept


def divided(name: str) -> tuple[str, str]:
    """A name and its ending; a dot within words, such as in "J. Smith", begins no ending."""
    ending = PurePosixPath(name).suffix
    if re.fullmatch(r"\.[A-Za-z0-9]{1,5}", ending):
        return name[: -len(ending)].rstrip(". "), ending
    return name, ""


def what_changed(given: str, kept: str) -> str:
    """A sentence where the kept name is not the one the file came with; nothing where it is."""
    if unicodedata.normalize("NFC", given) == kept:
        return ""
    return f"The file is kept as “{kept}”: parts of its name that cannot be kept were left out."
