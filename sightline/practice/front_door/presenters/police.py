"""Police notifications as plain data: what waits, what a file holds, and one notification whole."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from sightline.foundation.calendar.words import format_date, format_moment
from sightline.practice.front_door.forms.police import called
from sightline.practice.front_door.queries.police import Notice
from sightline.practice.front_door.rules import SafeNow
from sightline.practice.front_door.rules.police_file import COLUMNS, PoliceRow
from sightline.ui.components import Column, EmptyState, Link, Table, Tag

NOTHING_WAITS = EmptyState(
    "No police notification waits", "Send the file of the police above. What was read of it stands here."
)
SHOWN = 160  # characters of what happened, in the list


def waiting_table(found: Sequence[Notice]) -> Table:
    """The notifications that wait, each leading to where it is taken in."""
    rows = [
        [
            Link(each.reference, reverse("front_door:take_in_police", args=[each.lines[0].pk])),
            when(each.rows[0]),
            ", ".join(called(row) for row in each.rows),
            shortened(each.rows[0].what_happened),
            safe_tag(each.rows),
        ]
        for each in found
    ]
    headings = ("Police reference", "When", "Children", "What happened", "Safe, the police say")
    return Table("Waiting to be taken in", [Column(heading) for heading in headings], rows, empty=NOTHING_WAITS)


def when(row: PoliceRow) -> str:
    """The day and the time of what happened."""
    return format_moment(row.happened_at) if row.happened_at else format_date(row.happened)


def shortened(text: str) -> str:
    """The beginning of a text."""
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rsplit(' ', 1)[0]} …"


def safe_tag(rows: Sequence[PoliceRow]) -> Tag:
    """Whether the children were safe when the police left: the worst of their lines."""
    said = {row.safe_now for row in rows}
    if SafeNow.NO in said:
        return Tag("Not safe", "red")
    return Tag("Not known", "yellow") if SafeNow.NOT_KNOWN in said else Tag("Safe", "green")


def columns_table() -> Table:
    """The columns of the file."""
    rows = [[column.name, "Yes" if column.needed else "No", column.holds] for column in COLUMNS]
    return Table("Columns of the file", ["Heading", "Needed in every line", "What it holds"], rows)


def notice_lines(notice: Notice) -> list[list[tuple[str, list[str]]]]:
    """A notification whole: its children, and what the police wrote, once where it is the same for all."""
    told = [of_event(row) for row in notice.rows]
    if all(each == told[0] for each in told):
        return [[("Child", [who(row)]) for row in notice.rows] + told[0]]
    return [[("Child", [who(row)]), *each] for row, each in zip(notice.rows, told, strict=True)]


def who(row: PoliceRow) -> str:
    """A child as the police named them, with the birth date they gave."""
    return f"{called(row)}, born {format_date(row.birth_date)}" if row.birth_date else called(row)


def of_event(row: PoliceRow) -> list[tuple[str, list[str]]]:
    """What one line says besides who the child is."""
    said = [
        ("When", when(row)),
        ("What happened", row.what_happened),
        ("Where", ", ".join(part for part in (row.address, row.postcode) if part)),
        ("Also there", row.others),
        ("Safe when the police left", SafeNow(row.safe_now).label),
        ("Who to ask", ", ".join(part for part in (row.officer, row.telephone) if part)),
    ]
    return [(label, text.splitlines()) for label, text in said if text]


def sent_words(fresh: int, notices: int, lines: int) -> str:
    """What became of a file that was sent."""
    again = lines - fresh
    known = f" {again} of its lines had been sent before and are not taken twice." if again else ""
    return f"{lines} lines were read.{known} {notices} notifications wait to be taken in."


def left_words(left: int) -> str:
    """How many notifications still wait, after one was settled."""
    return "None waits any more." if not left else f"{left} still {'waits' if left == 1 else 'wait'}."
