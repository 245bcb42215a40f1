"""What an area of practice declares to the rest: the readers of these declarations know no area by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.module_loading import import_string

from sightline.foundation.asking import AsksToAct as AsksToAct
from sightline.foundation.asking import WaitsForUs as WaitsForUs
from sightline.foundation.following import BornToo as BornToo  # these are declared in area files beside the rest
from sightline.foundation.following import EndsToo as EndsToo
from sightline.foundation.lasting import Lasting as Lasting

if TYPE_CHECKING:
    from sightline.foundation.correctable import Correctable
    from sightline.foundation.documents.making.kinds import MadeKind
    from sightline.foundation.kept import Kept
    from sightline.foundation.telling import TellsFamily


@dataclass(frozen=True)
class Reads:
    """A function that maps facts of some children to clocks, and the facts it reads: when one is written, it runs.

    `stopped_by` names the facts whose absence keeps a clock open: where an import could not carry them, an open clock
    is not held, and never overdue. Clocks end with childhood and when the work is closed, unless theirs `goes_on`.
    """

    clocks: Callable[[Iterable[UUID]], list[Any]]
    facts: Sequence[type[models.Model]]
    timescales: tuple[Any, ...] = ()
    stopped_by: Sequence[type[models.Model]] = ()
    goes_on: bool = False


@dataclass(frozen=True)
class Told:
    """A kind of fact that stands in the chronology, and how its line reads."""

    model: type[models.Model]
    major: bool
    title: Callable[[Any], str]
    detail: Callable[[Any], str] = lambda fact: ""
    related: tuple[str, ...] = ()
    page: str = ""  # the route of the page that shows the fact whole; its parameters are child_id and fact_id
    label: Callable[[], str] | None = None  # what this kind is called in filters

    @property
    def name(self) -> str:
        """What this kind of fact is called."""
        return self.label() if self.label else spoken(self.model)


@dataclass(frozen=True)
class Overseen:
    """A kind of fact that waits for a manager, and which decision of the ladder it is; an empty one waits not."""

    model: type[models.Model]
    decision: Callable[[Any], str]
    asks: str
    permission: str
    title: Callable[[Any], str]
    page: str = ""
    label: Callable[[], str] | None = None  # what this kind is called in lists, where nothing of its content may stand
    agreed: tuple[str, ...] = ()  # what a manager agrees: a correction that leaves these as they are asks nobody again
    opens: Callable[[], str] = lambda: "See it whole"  # the link to the page
    once_agreed: Callable[[Any, date, Any], Iterable[Any]] | None = None  # what follows: of fact, day, answer
    by_another: bool = False  # whether it waits even where whoever recorded it has the level
    rests_on: Callable[[Sequence[Any]], Mapping[UUID, Sequence[tuple[str, str]]]] | None = None  # read first, by fact
    own_reason: str = ""  # asks who agrees for a reason of their own, and the day on which it is looked at again

    @property
    def name(self) -> str:
        """What this kind of decision is called."""
        return self.label() if self.label else spoken(self.model)


@dataclass(frozen=True)
class ToDo:
    """A kind of fact that asks its `owner` to do something `by_when`, and the kind of fact that settles it.

    `asked` names the field of an answer that points at what was asked; `settles` says whether an answer leaves nothing
    to do. `title` says what it is without what it says: My work shows it outside the record.
    """

    model: type[models.Model]
    answers: type[models.Model]
    asked: str
    settles: Callable[[Any], bool]
    title: Callable[[Any], str]
    page: str  # the route where it is answered; its parameters are child_id and fact_id


@dataclass(frozen=True)
class Mark:
    """A date that boards know of every child: when something last happened, or what still lasts began; the latest."""

    name: str  # areas that use one name add to each other
    model: type[models.Model]
    where: models.Q = field(default_factory=models.Q)
    shown: Callable[[], str] | None = None  # the heading


@dataclass(frozen=True)
class Counted:
    """Children whom boards count because somebody should look at them; `which` is asked of `oversight.InSight`."""

    name: str
    label: Callable[[], str]
    short: Callable[[], str]  # over a column of numbers
    which: Callable[[date], models.Q]
    mark: str = ""  # the date that the list behind the number shows and sorts by
    page: str = ""  # the route of the child's record where it is put right; its parameter is child_id


@dataclass(frozen=True)
class Glimpse:
    """What a page of a record shows of an area at once: tickets for a child on a day; `page` shows everything."""

    heading: Callable[[], str]
    page: str
    opens: Callable[[], str]  # the words of the link to the page
    shown: Callable[[UUID, date], list[Any]]
    order: int = 50


@dataclass(frozen=True)
class Navigation:
    """A link in the side navigation of a child's record; `order` also says under which heading it stands."""

    label: Callable[[], str]
    route: str
    permission: str
    order: int = 50
    from_age: int = 0  # years; a younger child's record does not show it
    within: Sequence[str] = ()  # further routes of the area that belong to it, where the area has several such links


@dataclass(frozen=True)
class RecordSomething:
    """Something a practitioner can start recording from a child's record; not while it is `withheld`.

    What is recorded most days is `everyday`, and its area stands first.
    """

    label: Callable[[], str]
    route: str
    permission: str
    offered: Callable[[UUID], bool] = lambda child_id: True
    withheld: Callable[[UUID], bool] = lambda child_id: False
    everyday: bool = False


@dataclass(frozen=True)
class Place:
    """A link in the navigation of every page, for those who may go there."""

    label: Callable[[], str]
    route: str
    permission: str


@dataclass(frozen=True)
class Bars:
    """Something of a later area that keeps a spell of an earlier one from beginning, or from ending."""

    why: Callable[[UUID, date], str]  # of a child and a day: the sentence for the worker; nothing where it may be
    beginning: Sequence[type[models.Model]] = ()
    ending: Sequence[type[models.Model]] = ()


@dataclass(frozen=True)
class ForPlans:
    """What an area gives to a child's plans.

    `waiting` gives the goals that wait for a plan of a child, with their steps: they join the next one that is agreed.
    `words` gives, by step of a child's plans, the child's words from which the step came.
    """

    waiting: Callable[[UUID], Iterable[Any]]
    words: Callable[[UUID], Mapping[UUID, Sequence[Any]]]


@dataclass(frozen=True)
class Area:
    """One area of the product."""

    name: str
    clocks: list[Reads] = field(default_factory=list)
    chronology: list[Told] = field(default_factory=list)
    correctable: list[Correctable] = field(default_factory=list)
    tells_family: list[TellsFamily] = field(default_factory=list)
    lasting: list[Lasting] = field(default_factory=list)
    oversight: list[Overseen] = field(default_factory=list)
    to_do: list[ToDo] = field(default_factory=list)
    waits_for_us: list[WaitsForUs] = field(default_factory=list)
    asks_to_act: list[AsksToAct] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    counted: list[Counted] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    glimpses: list[Glimpse] = field(default_factory=list)
    due_too: list[Glimpse] = field(default_factory=list)  # what waits without a clock; on the page of what is due
    navigation: list[Navigation] = field(default_factory=list)
    records: list[RecordSomething] = field(default_factory=list)
    ends_too: list[EndsToo] = field(default_factory=list)
    born_too: list[BornToo] = field(default_factory=list)
    bars: list[Bars] = field(default_factory=list)
    for_plans: list[ForPlans] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    made: list[MadeKind] = field(default_factory=list)
    files: Mapping[str, str] = field(default_factory=dict)  # what the files it imports are called, by their origin
    carried: Callable[[], Iterable[str]] = lambda: ()  # the kinds of fact that such files can carry at all
    urls: str = ""  # the dotted name of the area's urls module
    prefix: str = ""  # the first part of its addresses


def spoken(model: type[models.Model]) -> str:
    """The name of a model as a word at the beginning of a line."""
    return (name := str(model._meta.verbose_name))[:1].upper() + name[1:]


@cache
def areas() -> tuple[Area, ...]:
    """Every area, in the order of the child's journey."""
    return tuple(import_string(f"{dotted}.AREA") for dotted in settings.SIGHTLINE_AREAS)


@cache
def told() -> dict[str, Told]:
    """What stands in the chronology, by kind of fact."""
    return {line.model._meta.label: line for area in areas() for line in area.chronology}


@cache
def lasting() -> tuple[Lasting, ...]:
    """What has a strip in the picture of involvement over time, in the order of the child's journey."""
    return tuple(each for area in areas() for each in area.lasting)


@cache
def overseen() -> dict[str, Overseen]:
    """What waits for a manager, by kind of fact."""
    return {each.model._meta.label: each for area in areas() for each in area.oversight}


@cache
def to_do() -> dict[str, ToDo]:
    """What asks somebody to do something by a day, by kind of fact."""
    return {each.model._meta.label: each for area in areas() for each in area.to_do}


@cache
def asks_to_act() -> tuple[AsksToAct, ...]:
    """Everything by which somebody may be asked to act about a child, in the order of the child's journey."""
    return tuple(each for area in areas() for each in area.asks_to_act)


@cache
def glimpses() -> tuple[Glimpse, ...]:
    """What the overview of a record shows of areas, in their order."""
    return tuple(sorted((each for area in areas() for each in area.glimpses), key=lambda each: each.order))


@cache
def due_too() -> tuple[Glimpse, ...]:
    """What the page of what is due shows of areas, in their order."""
    return tuple(sorted((each for area in areas() for each in area.due_too), key=lambda each: each.order))


@cache
def marks() -> tuple[Mark, ...]:
    """The dates that boards know of every child."""
    return tuple(each for area in areas() for each in area.marks)


@cache
def counted() -> tuple[Counted, ...]:
    """The children whom boards count, in the order in which they are shown."""
    return tuple(each for area in areas() for each in area.counted)


def readers_of(written: Iterable[type[models.Model]]) -> list[Reads]:
    """The clock functions that read any of these kinds of fact."""
    kinds = set(written)
    return [reads for area in areas() for reads in area.clocks if kinds & set(reads.facts)]
