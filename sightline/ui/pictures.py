"""Pictures over time and of families, as plain data and where each piece stands; the table beside them says the same.

Everything is placed in hundredths of the width, so that a picture fits a telephone, a screen and a sheet of paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

NARROWEST = 0.6  # hundredths of the width: what lasted a day can still be seen
MOST_YEARS_NAMED = 8


@dataclass(frozen=True)
class Bar:
    """Something that lasted: from when to when, and what it was; without an end it lasts still."""

    began: date
    ended: date | None
    text: str


@dataclass(frozen=True)
class Strip:
    """What lasted, of one kind, one after another."""

    label: str
    bars: Sequence[Bar]


@dataclass(frozen=True)
class Strips:
    """Several kinds over the same years; `until` is the day at the right edge."""

    caption: str
    strips: Sequence[Strip]
    until: date


@dataclass(frozen=True)
class PlacedBar:
    """A bar with its place; two that follow each other differ in tone."""

    bar: Bar
    left: str
    width: str
    tone: str


@dataclass(frozen=True)
class Mark:
    """A year on the scale."""

    year: int
    left: str


def placed(shown: Strips) -> list[tuple[Strip, list[PlacedBar]]]:
    """Every strip with the places of its bars, those of one strip in the order in which they began."""
    return [(strip, places(strip, shown)) for strip in shown.strips]


def places(strip: Strip, shown: Strips) -> list[PlacedBar]:
    """The places of the bars of one strip."""
    found = []
    for number, bar in enumerate(sorted(strip.bars, key=lambda bar: bar.began)):
        left = hundredths(bar.began, shown)
        right = hundredths(min(bar.ended or shown.until, shown.until), shown)
        width = max(right - left, NARROWEST)
        left = min(left, 100 - width)
        found.append(PlacedBar(bar, percent(left), percent(width), "even" if number % 2 else "odd"))
    return found


def marks(shown: Strips) -> list[Mark]:
    """The years to name on the scale: every one, or every second or fifth where there are many."""
    first, last = earliest(shown).year + 1, shown.until.year
    step = next(step for step in (1, 2, 5, 10, 25) if (last - first) // step < MOST_YEARS_NAMED or step == 25)
    years = [year for year in range(first, last + 1) if year % step == 0]
    return [Mark(year, percent(hundredths(date(year, 1, 1), shown))) for year in years]


def earliest(shown: Strips) -> date:
    """The day at the left edge: when the first began, and at least a month before the right edge."""
    began = [bar.began for strip in shown.strips for bar in strip.bars]
    return min([*began, shown.until - timedelta(days=30)])


def hundredths(day: date, shown: Strips) -> float:
    """How far from the left edge a day stands."""
    first = earliest(shown)
    whole = (shown.until - first).days
    return max(0.0, min(100.0, 100 * (day - first).days / whole))


def percent(number: float) -> str:
    """A place as SVG has it, the same on every machine and in every language."""
    return f"{number:.2f}%"


BOX_WIDTH, BOX_HEIGHT = 152, 78
GAP, ROW = 14, 134  # between boxes, and from one generation to the next
LINE_LENGTH = 18  # letters of a name that fit a line of a box


@dataclass(frozen=True)
class TreePerson:
    """Somebody in a family tree: `generation` counts down from the oldest; `mark` is "own", "home" or nothing."""

    key: str
    name: str
    lines: Sequence[str]
    generation: int
    mark: str = ""
    href: str = ""


@dataclass(frozen=True)
class Descent:
    """From a parent to a child; `sure` is false for a possible father, and for a step-parent."""

    parent: str
    child: str
    sure: bool = True


@dataclass(frozen=True)
class FamilyTree:
    """A family over a few generations."""

    caption: str
    people: Sequence[TreePerson]
    descents: Sequence[Descent]


@dataclass(frozen=True)
class PlacedPerson:
    """A box with its corner and the lines of its text."""

    person: TreePerson
    x: int
    y: int
    texts: Sequence[tuple[str, int]]

    @property
    def centre(self) -> int:
        """The middle of the box, from the left."""
        return self.x + BOX_WIDTH // 2


@dataclass(frozen=True)
class Line:
    """From the foot of a parent's box to the head of a child's, as an SVG path."""

    path: str
    sure: bool


@dataclass(frozen=True)
class PlacedTree:
    """Boxes, lines and the size of the whole picture."""

    boxes: Sequence[PlacedPerson]
    lines: Sequence[Line]
    width: int
    height: int


def tree(shown: FamilyTree) -> PlacedTree:
    """Boxes in rows by generation, each row centred, and a line for each descent."""
    rows = in_order(shown)
    longest = max(len(row) for row in rows)
    width = longest * (BOX_WIDTH + GAP) - GAP
    boxes = {
        person.key: PlacedPerson(person, x, number * ROW, texts(person, number * ROW))
        for number, row in enumerate(rows)
        for x, person in zip(lefts(len(row), width), row, strict=True)
    }
    heights = {parent: number for number, parent in enumerate(dict.fromkeys(each.parent for each in shown.descents))}
    lines = [
        Line(path(boxes[each.parent], boxes[each.child], heights[each.parent]), each.sure) for each in shown.descents
    ]
    return PlacedTree(list(boxes.values()), lines, width, (len(rows) - 1) * ROW + BOX_HEIGHT)


def in_order(shown: FamilyTree) -> list[list[TreePerson]]:
    """The generations, oldest first; people stand as near their parents and children as a few sweeps bring them."""
    generations = sorted({person.generation for person in shown.people})
    rows = [[person for person in shown.people if person.generation == each] for each in generations]
    joined: dict[str, list[str]] = {person.key: [] for person in shown.people}
    for each in shown.descents:
        joined[each.parent].append(each.child)
        joined[each.child].append(each.parent)
    for _ in range(4):
        place = {person.key: (number + 0.5) / len(row) for row in rows for number, person in enumerate(row)}
        for row in rows:
            row.sort(key=lambda person: middle([place[key] for key in joined[person.key]], place[person.key]))
            place |= {person.key: (number + 0.5) / len(row) for number, person in enumerate(row)}
    return rows


def middle(places: list[float], otherwise: float) -> float:
    """The mean of some places."""
    return sum(places) / len(places) if places else otherwise


def lefts(number: int, width: int) -> list[int]:
    """The left edges of so many boxes, centred in a width."""
    first = (width - number * (BOX_WIDTH + GAP) + GAP) // 2
    return [first + place * (BOX_WIDTH + GAP) for place in range(number)]


def path(parent: PlacedPerson, child: PlacedPerson, number: int) -> str:
    """Down, across and down: each parent's lines cross at a height of their own, so that they can be told apart."""
    foot, head = parent.y + BOX_HEIGHT, child.y
    across = foot + 10 + 9 * (number % 5)
    return f"M{parent.centre} {foot}V{across}H{child.centre}V{head}"


def texts(person: TreePerson, top: int) -> list[tuple[str, int]]:
    """The lines in a box with the height of each: the name on one or two, then what is said of the person."""
    lines = [*wrapped(person.name)[:2], *(shortened(line, LINE_LENGTH + 5) for line in person.lines if line)]
    return [(line, top + 21 + 17 * number) for number, line in enumerate(lines[:4])]


def wrapped(name: str) -> list[str]:
    """A name over two lines at most, broken at a space or a hyphen."""
    if len(name) <= LINE_LENGTH:
        return [name]
    breaks = [place + 1 for place, letter in enumerate(name[:LINE_LENGTH]) if letter in " -"]
    at = breaks[-1] if breaks else LINE_LENGTH
    return [name[:at].rstrip(), shortened(name[at:], LINE_LENGTH)]


def shortened(text: str, length: int) -> str:
    """A text that fits; what is cut shows that it is cut, and stands whole in the table."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
