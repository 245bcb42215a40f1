"""The children in need census: one XML file, child by child, each block a row that knows the block it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

from sightline.assurance.returns.reading import dates, markup, periods
from sightline.assurance.returns.reading.layouts import layouts
from sightline.assurance.returns.reading.lines import FileRead, Kind, Line, ReturnRead, digest
from sightline.foundation.delimited import NotReadable

NO_CENSUS = (
    "“{}” is XML, but not a children in need census: it begins with {}, not Message. Export the census "
    "from your system."
)
A_903_RETURN = "This is an SSDA903 return, not a children in need census. Import it as ssda903."
ROOT, UNOFFICIAL = "Message", "CINdetailsCollection"
WITHIN = "_within"  # the cell that holds the number of the row that a row stands in
REPEATED = {  # blocks, and where a block holds nothing but repeated values, the element that repeats
    "CINdetails": "",
    "Assessments": "",
    "CINPlanDates": "",
    "Section47": "",
    "ChildProtectionPlans": "",
    "PreProceedingsandFGDM": "",
    "Disabilities": "Disability",
    "FactorsIdentifiedAtAssessment": "AssessmentFactors",
    "Reviews": "CPPreviewDate",
    "ChildIdentifiers": "",
    "ChildCharacteristics": "",
}
OTHER_NAMES = {  # met in files that do not keep to the standard
    "icpcrequired": "ICPCrequired",
    "dateofinitialicpc": "DateOfInitialCPC",
    "upnunknowntype": "UPNunknown",
    "cinclosuredate": "CINclosureDate",
}


@dataclass
class Head:
    """What the file says of itself."""

    values: dict[str, str] = field(default_factory=dict)

    @property
    def reference_date(self) -> date | None:
        """The last day the census speaks for: its reference date, which is 31 March of its year (rule 100)."""
        year = self.values.get("Year", "")
        given = dates.read(self.values.get("ReferenceDate", "")).day
        return given or (periods.year_end(int(year)) if year.isdigit() and 2000 <= int(year) < 2100 else None)


def read(paths: Sequence[Path], *, year: int | None, today: date) -> ReturnRead:
    """The census in this file; raises NotReadable for anything else."""
    if len(paths) != 1 or paths[0].is_dir():
        raise NotReadable("A children in need census is one XML file. Choose that file.")
    path = paths[0]
    sha256 = digest(path)
    refuse_unless_xml(path)
    notes = notes_on_root(path)
    head = head_of(path)
    if not any(True for _ in markup.elements(path, {"Child"})):
        raise NotReadable(f"“{path.name}” holds no child. Export the census again from your system.")
    until = periods.year_end(year) if year else head.reference_date
    notes += notes_on_head(head, until)
    if until is None:
        until = newest_day(path, today)
    since = periods.year_start(periods.year_of(until)) if until else None
    one = FileRead(path.name, sha256, path.stat().st_size, tuple(REPEATED), partial(lines, path))
    return ReturnRead(Kind.CIN, [one], since, until, notes=notes)


def refuse_unless_xml(path: Path) -> None:
    """Raise NotReadable for what does not begin as XML does."""
    with path.open("rb") as content:
        head = content.read(400)
    if not head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<"):
        raise NotReadable(f"“{path.name}” is not XML. A children in need census is one XML file: choose that file.")


def notes_on_root(path: Path) -> list[str]:
    """What is odd about the outermost element; raises NotReadable for XML of another kind."""
    root = markup.root_of(path)
    if root == ROOT:
        return []
    if root == UNOFFICIAL:
        return [
            f"This is not a census file: it begins with {UNOFFICIAL} and has no header, so it does not say for which "
            "year it speaks. Its children were read all the same."
        ]
    if root == "EXPSSDA903":
        raise NotReadable(A_903_RETURN)
    raise NotReadable(NO_CENSUS.format(path.name, root[:40]))


def notes_on_head(head: Head, until: date | None) -> list[str]:
    """What is wrong with what the file says of itself, in sentences."""
    collection, year = head.values.get("Collection", "CIN"), head.values.get("Year", "")
    notes = []
    if collection.upper() != "CIN":
        notes.append(f"The header says that this is the collection “{collection[:20]}”, not CIN.")
    if until is None:
        notes.append("The file gives no reference date: it speaks for nothing after the newest date in it.")
    elif (until.month, until.day) != periods.LAST_DAY or (year.isdigit() and until.year != int(year)):
        notes.append(
            f"The reference date {until:%d/%m/%Y} is not 31 March of the year {year or 'it should give'} (100)."
        )
    return notes


def head_of(path: Path) -> Head:
    """The header of the file, if it has one."""
    for element in markup.elements(path, {"Header", "Child"}):
        found = {}
        if markup.local(element) == "Header":
            found = {markup.local(each): markup.text_of(each) for each in element.iter() if markup.text_of(each)}
        return Head(found)
    return Head()


def newest_day(path: Path, today: date) -> date | None:
    """The newest day, up to today, that the file names."""
    texts = (value for line in lines(path) for name, value in line.values.items() if name.endswith(("Date", "date")))
    return max((day for day in (dates.read(text).day for text in texts) if day and day <= today), default=None)


@cache
def proper_names() -> dict[str, str]:
    """The standard's name of every element, by the name without case."""
    named = {name.lower(): name for layout in layouts(Kind.CIN).values() for name in layout.columns}
    blocks = {name.lower(): name for name in REPEATED}
    return {**OTHER_NAMES, **named, **blocks}


def name_of(element: Any) -> str:
    """The standard's name of an element, whatever case the file writes it in."""
    plain = markup.local(element)
    return proper_names().get(plain.lower(), plain)


def lines(path: Path) -> Iterator[Line]:
    """The rows of every child."""
    number = 0
    for child in markup.elements(path, {"Child"}):
        reference = next((markup.text_of(each) for each in child.iter() if name_of(each) == "LAchildID"), "")
        for table, values, within in blocks_of(child, number):
            number += 1
            inside = {WITHIN: str(within)} if within else {}
            yield Line(table, number, reference.upper(), {**values, **inside})


def blocks_of(element: Any, before: int) -> Iterator[tuple[str, dict[str, str], int]]:
    """Each block inside an element as table, cells and the number of the row it stands in; `before` rows were given."""
    count = before

    def walk(inside: Any, within: int) -> Iterator[tuple[str, dict[str, str], int]]:
        nonlocal count
        for each in inside:
            name = name_of(each)
            if name not in REPEATED:
                continue
            if repeated := REPEATED[name]:
                for value in [
                    text for part in each.iter() if name_of(part) == repeated and (text := markup.text_of(part))
                ]:
                    count += 1
                    yield name, {repeated: value}, within
                continue
            count += 1
            own = count
            yield name, cells(each), within
            yield from walk(each, own)

    yield from walk(element, 0)


def cells(block: Any) -> dict[str, str]:
    """The filled elements directly inside a block."""
    return {name_of(each): text for each in block if name_of(each) not in REPEATED and (text := markup.text_of(each))}
