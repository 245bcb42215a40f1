"""A batch of police notifications as a CSV file: its columns, and what of it can be read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import TextChoices

from sightline.foundation import delimited
from sightline.foundation.calendar.words import LONDON
from sightline.foundation.delimited import NotReadable, TableFile
from sightline.practice.front_door.rules.intake import SafeNow

LARGEST = 2_000_000  # bytes
MOST_LINES = 300
LONGEST_CELL = 8000  # characters
LAST_LINE = 30_000  # with those that are empty
SEEN = "\n\r\t\u200c\u200d"  # line ends, and the joiners that Persian and Hindi are written with
MOMENTS = ("%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S")
DAYS = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y")
SAFE = {
    **dict.fromkeys(("yes", "y", "safe"), SafeNow.YES),
    **dict.fromkeys(("no", "n", "not safe"), SafeNow.NO),
    **dict.fromkeys(("", "not known", "unknown", "not_known"), SafeNow.NOT_KNOWN),
}
MOST_SENTENCES = 5  # what is wrong with a file, before "and more"


class Settled(TextChoices):
    """What became of one line of a file."""

    TAKEN_IN = "taken_in", "Taken in"
    SET_ASIDE = "set_aside", "Set aside"


@dataclass(frozen=True)
class FileColumn:
    """A column of the file: its heading, whether every line needs it, and what it holds."""

    name: str
    needed: bool
    holds: str
    longest: int = LONGEST_CELL  # characters, as many as the record holds once it is taken in


COLUMNS = (
    FileColumn("reference", True, "The number the police gave it. Lines with one number are one notification.", 60),
    FileColumn("happened", True, "Day and time, for example 03/06/2026 22:15; or the day alone."),
    FileColumn("what_happened", True, "What the police saw, heard and did, in their words."),
    FileColumn("family_name", False, "Of the child. One line for each child.", 120),
    FileColumn("given_names", False, "Of the child; leave names out where nobody knows them.", 120),
    FileColumn("birth_date", False, "Of the child, for example 14/02/2015."),
    FileColumn("address", False, "Where it was, or where the child lives."),
    FileColumn("postcode", False, "Of that address."),
    FileColumn("others", False, "Who else was there, and who they are to the child."),
    FileColumn("safe_now", False, "Whether the child was safe when the police left: yes, no or not known."),
    FileColumn("officer", False, "Who to ask: name and number of the officer.", 200),
    FileColumn("telephone", False, "The number of the officer or the station.", 30),
)


@dataclass(frozen=True)
class PoliceRow:
    """One line: one child in one notification."""

    line: int
    reference: str
    happened: date
    happened_at: datetime | None
    what_happened: str
    family_name: str = ""
    given_names: str = ""
    birth_date: date | None = None
    address: str = ""
    postcode: str = ""
    others: str = ""
    safe_now: str = SafeNow.NOT_KNOWN
    officer: str = ""
    telephone: str = ""

    def plain(self) -> dict[str, Any]:
        """The line as it is kept until it is taken in."""
        kept = {name: value for name, value in asdict(self).items() if value is not None}
        return {name: value.isoformat() if isinstance(value, date) else value for name, value in kept.items()}

    def fingerprint(self) -> str:
        """What tells the line from every other: the same child in the same notification is taken in once."""
        said = (self.reference, self.family_name, self.given_names, str(self.birth_date or ""))
        return hashlib.sha256("|".join(" ".join(part.casefold().split()) for part in said).encode()).hexdigest()


def read(name: str, content: bytes, today: date) -> list[PoliceRow]:
    """Every line of a file; raises NotReadable with a sentence where any of it cannot be taken."""
    if len(content) > LARGEST:
        raise NotReadable(f"“{name}” is larger than 2 MB. Send it in parts.")
    table = TableFile.of(name, content)
    rows = delimited.rows(table, delimited.form_of(table, looked_at=1), LONGEST_CELL)
    _, headings = next(rows, (0, []))
    if not headings:
        raise NotReadable(f"“{name}” is empty.")
    headings = [heading_of(cell) for cell in headings]
    refuse_headings(name, headings)
    found, wrong = [], []
    for number, cells in rows:
        if number > LAST_LINE:
            raise NotReadable(f"“{name}” has more than {LAST_LINE:,} lines. Take out the empty ones.")
        said = dict(zip(headings, map(visible, cells), strict=False))
        try:
            found.append(row_of(number, said, today))
        except NotReadable as why:
            wrong.append(str(why))
    if wrong:
        more = f" And {len(wrong) - MOST_SENTENCES} more." if len(wrong) > MOST_SENTENCES else ""
        raise NotReadable(" ".join(wrong[:MOST_SENTENCES]) + more)
    if not found:
        raise NotReadable(f"“{name}” has headings and no lines.")
    if len(found) > MOST_LINES:
        raise NotReadable(f"“{name}” has {len(found)} lines. Send at most {MOST_LINES} at once.")
    return found


def visible(cell: str) -> str:
    """A cell without signs that nobody sees, which could turn a name around or keep a letter from being made."""
    signs = (each if each.isprintable() or each in SEEN else " " * each.isspace() for each in cell)
    return "".join(signs).strip()


def heading_of(cell: str) -> str:
    """A heading as the columns are named."""
    return "_".join(cell.strip().casefold().replace("-", " ").replace("_", " ").split())


def refuse_headings(name: str, headings: list[str]) -> None:
    """Raise where a needed column is missing, or one stands there twice."""
    missing = [column.name for column in COLUMNS if column.needed and column.name not in headings]
    if missing:
        raise NotReadable(f"“{name}” has no column {' and no column '.join(missing)}. Its first line names them.")
    twice = {heading for heading in headings if heading and headings.count(heading) > 1}
    if twice:
        raise NotReadable(f"“{name}” has the column {sorted(twice)[0]} twice.")


def row_of(number: int, said: dict[str, str], today: date) -> PoliceRow:
    """One line; raises NotReadable with the number of the line."""
    for column in COLUMNS:
        if column.needed and not said.get(column.name):
            raise NotReadable(f"Line {number} has no {column.name}.")
        if len(said.get(column.name, "")) > column.longest:
            raise NotReadable(f"Line {number} has more than {column.longest} characters for {column.name}.")
    happened, at = moment_of(number, said["happened"])
    born = day_of(number, said.get("birth_date", ""), "birth_date")
    if happened > today or (born and born > today):
        raise NotReadable(f"Line {number} has a day that lies in the future.")
    safe = SAFE.get(said.get("safe_now", "").casefold())
    if safe is None:
        raise NotReadable(f"Line {number} says “{said['safe_now']}” for safe_now. Say yes, no or not known.")
    words = {column.name: said.get(column.name, "") for column in COLUMNS}
    words |= {"happened": happened, "happened_at": at, "birth_date": born, "safe_now": safe}  # type: ignore[dict-item]
    return PoliceRow(line=number, **words)  # type: ignore[arg-type]


def moment_of(number: int, text: str) -> tuple[date, datetime | None]:
    """The day something happened, and the moment where the time is given."""
    for form in MOMENTS:
        if found := parsed(text, form):
            return found.date(), found.replace(tzinfo=LONDON)
    day = day_of(number, text, "happened")
    assert day is not None
    return day, None


def day_of(number: int, text: str, called: str) -> date | None:
    """A day; nothing where none is given."""
    if not text:
        return None
    found = next((day for form in DAYS if (day := parsed(text, form))), None)
    if found is None:
        raise NotReadable(f"Line {number} has “{text[:30]}” for {called}, which is no day. Write it like 03/06/2026.")
    return found.date()


def parsed(text: str, form: str) -> datetime | None:
    """A moment written in some form; nothing where it is written otherwise."""
    parse: Callable[[str, str], datetime] = datetime.strptime
    try:
        found = parse(" ".join(text.split()), form)
    except ValueError:
        return None
    return found if found.year >= 1900 else None


def restored(kept: dict[str, Any]) -> PoliceRow:
    """A line as it was kept."""
    said = dict(kept)
    said["happened"] = date.fromisoformat(said["happened"])
    if at := said.get("happened_at"):
        said["happened_at"] = datetime.fromisoformat(at)
    else:
        said["happened_at"] = None
    if born := said.get("birth_date"):
        said["birth_date"] = date.fromisoformat(born)
    return PoliceRow(**said)
