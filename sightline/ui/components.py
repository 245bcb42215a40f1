"""What each component shows, as plain data: presenters make these, the tags of `{% load ui %}` render them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


@dataclass(frozen=True)
class Link:
    """Somewhere to go; `about` is read out after the text where the text alone would not say which."""

    text: str
    href: str
    current: bool = False
    about: str = ""
    note: str = ""  # shown small beside the text, such as a count


@dataclass(frozen=True)
class Tag:
    """A word in a box: colour only helps the eye, the word says it."""

    text: str
    colour: str = "grey"  # grey, green, teal, blue, red, purple, magenta, orange or yellow


@dataclass(frozen=True)
class Aside:
    """Something said on a line of its own beneath the rest of a cell, quieter than it."""

    text: str


@dataclass(frozen=True)
class WarningStrip:
    """Something that everybody who opens the record must see first."""

    kind: str
    text: str
    added: str = ""  # "Added by Jo Bell, 3 March 2026"
    reviewed: str = ""  # "Review by 3 March 2027"
    action: Link | None = None


@dataclass(frozen=True)
class Masthead:
    """Who this is and who holds them, at the top of every page of a record."""

    name: str
    href: str
    facts: Sequence[tuple[str, str]] = ()  # ("Born", "3 May 2014, 12 years")
    known_as: str = ""
    held_by: str = ""  # "Held by Amina Yusuf, Assessment team 2, and 2 others"
    tags: Sequence[Tag] = ()
    warnings: Sequence[WarningStrip] = ()
    action: Link | None = None


@dataclass(frozen=True)
class NavigationSection:
    """A group of links in the side navigation; without a heading it stands alone."""

    links: Sequence[Link]
    heading: str = ""


class ClockState(StrEnum):
    """How a clock stands; the words on the chip come from here and from the days."""

    ON_TIME = "on-time"
    DUE_SOON = "due-soon"
    OVERDUE = "overdue"
    DONE = "done"
    DONE_LATE = "done-late"
    NOT_HELD = "not-held"
    PAST_OWN_STANDARD = "past-own-standard"
    DATE_MISSING = "date-missing"
    CLOSED = "closed"


@dataclass(frozen=True)
class ClockChip:
    """When something is due, in words; `days` counts to the due date, or past it when late."""

    state: ClockState
    due: date | None = None
    days: int = 0
    name: str = ""  # "Initial conference"
    unit: str = "day"  # or "working day"
    note: str = ""  # "estimated", "needs the day set for it", "waived"

    @property
    def words(self) -> str:
        """The state as a worker would say it."""
        match self.state:
            case ClockState.OVERDUE:
                return f"Overdue by {counted(self.days, self.unit)}"
            case ClockState.DUE_SOON:
                return f"Due in {counted(self.days, self.unit)}" if self.days else "Due today"
            case ClockState.ON_TIME:
                return "On time"
            case ClockState.DONE:
                return "Done on time"
            case ClockState.DONE_LATE:
                return f"Done {counted(self.days, self.unit)} late"
            case ClockState.PAST_OWN_STANDARD:
                return f"{counted(self.days, self.unit)} past our own standard"
            case ClockState.DATE_MISSING:
                return "Date missing"
            case ClockState.CLOSED:
                return "Not counted"
        return "Not held"


def counted(number: int, unit: str) -> str:
    """A number with its unit, such as "1 day" or "3 working days"."""
    return f"{number:,} {unit}" if number == 1 else f"{number:,} {unit}s"


@dataclass(frozen=True)
class TimelineEntry:
    """One line of a timeline; major entries have the large dot and say so to a screen reader."""

    title: str
    when: str  # "3 March 2026" or "early 2019"
    timestamp: str = ""  # ISO date for machines
    by: str = ""
    text: str = ""
    major: bool = False
    href: str = ""
    tags: Sequence[Tag] = ()
    note: str = ""  # "Recorded 5 days later", "Corrected: see what was recorded before"


@dataclass(frozen=True)
class Ticket:
    """One thing to do: what, about whom, by when."""

    title: str
    href: str = ""
    about: str = ""
    clock: ClockChip | None = None
    tags: Sequence[Tag] = ()
    lines: Sequence[str] = ()


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    heading: str
    numeric: bool = False
    hidden_heading: bool = False  # read out, not shown: for a column of links


@dataclass(frozen=True)
class Table:
    """Rows under headings; the first cell names the row.

    A cell is text, a Link, a Tag, a ClockChip, an Aside, or several of them.
    """

    caption: str
    columns: Sequence[Column | str]
    rows: Sequence[Sequence[object]]
    empty: "EmptyState | str" = "Nothing to show."
    caption_hidden: bool = False


@dataclass(frozen=True)
class EmptyState:
    """What a page says when there is nothing yet: what would be here, and what to do first."""

    heading: str
    text: str = ""
    action: Link | None = None


@dataclass(frozen=True)
class Pages:
    """Where in a long list this page stands; `query` is the rest of the address, such as "q=smith"."""

    number: int
    count: int
    total: int
    noun: str = "results"
    query: str = ""


@dataclass(frozen=True)
class ChosenFilter:
    """A filter in use, with the address of the list without it."""

    text: str
    without: str


@dataclass(frozen=True)
class Filters:
    """Questions that narrow a list (a form sent by GET) and those in use."""

    form: object
    chosen: Sequence[ChosenFilter] = field(default_factory=tuple)
    clear: str = ""
    heading: str = "Narrow the list"
