"""What My work shows: what is owed, child by child, and what the practitioner should know."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.access.models import Opening
from sightline.foundation.access.queries import Reach
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.area import areas
from sightline.foundation.calendar.words import format_moment, format_short_date
from sightline.foundation.children.models import Person
from sightline.foundation.children.presenters import words as people_words
from sightline.foundation.children.presenters.clocks import clock_page
from sightline.foundation.documents.queries.drafts import DraftLine
from sightline.foundation.facts import Acting
from sightline.foundation.oversight.presenters import to_do_ticket, waiting_tickets
from sightline.foundation.oversight.queries import WaitingItem
from sightline.foundation.timescales.models import ClockRow
from sightline.foundation.timescales.presenters import chip, name_of
from sightline.foundation.workforce.models import Involvement
from sightline.foundation.workforce.presenters.kept_lists import KeptShown, kept_lists
from sightline.foundation.workforce.presenters.transfers import transfer_tickets
from sightline.foundation.workforce.presenters.words import part_words
from sightline.foundation.workforce.queries.my_work import MyWork
from sightline.foundation.workforce.rules import InvolvementKind
from sightline.ui.components import Column, EmptyState, Link, Table, Ticket

NOTHING_WAITS = EmptyState(
    "Nothing waits for you",
    "Children who are allocated to you, decisions that wait for you and forms you have begun appear here.",
)
NO_RECORDS = EmptyState(
    "Nothing waits for you",
    "Forms you have begun and lists you keep appear here. Your role opens no records of children.",
)


@dataclass(frozen=True)
class Owed:
    """What is owed about one child, or the same about several, who may be met by one visit or meeting."""

    children: list[Link]
    tickets: list[Ticket]


@dataclass(frozen=True)
class AskedOfUs:
    """What others asked of the team of somebody, of one kind."""

    key: str
    heading: str
    tickets: list[Ticket]
    shown: set[UUID]
    urgent: bool = False  # before everything else on the page


def asked_of_us(by: Acting, reach: Reach, now: datetime) -> list[AskedOfUs]:
    """What others asked of somebody's team, kind by kind; kinds of which nothing waits are left out."""
    declared = [each for area in areas() for each in area.waits_for_us]
    found = [(each, each.shown(reach, by, now)) for each in declared]
    return [
        AskedOfUs(
            f"of-us-{place}",
            each.heading(),
            [ticket for _, ticket in rows],
            {child for child, _ in rows if child},
            each.urgent,
        )
        for place, (each, rows) in enumerate(found)
        if rows
    ]


@dataclass(frozen=True)
class Page:
    """The page, section by section."""

    owed: list[Owed]
    owed_heading: str
    waiting: list[Ticket]
    sent_back: list[Ticket]
    asked: list[Ticket]
    transfers: list[Ticket]
    of_us: list[AskedOfUs]
    drafts: list[Ticket]
    kept_lists: list[KeptShown]
    numbers: str
    looks: Table
    children: Table
    shown: set[UUID]

    @property
    def is_about_children(self) -> bool:
        """Whether this practitioner works with children today; managers and others have no list of their own."""
        return bool(self.children.rows or self.owed)

    @property
    def to_answer(self) -> bool:
        """Whether somebody waits for this practitioner's answer."""
        return bool(self.waiting or self.sent_back or self.asked or self.transfers or self.of_us)

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits for this practitioner."""
        return not (self.is_about_children or self.to_answer or self.drafts or self.kept_lists or self.looks.rows)


def page(work: MyWork, by: Acting, me: UUID, today: date, of_us: list[AskedOfUs]) -> Page:
    """My work as plain data, with everybody whom it names."""
    return Page(
        of_us=of_us,
        owed=list(owed(work, today)),
        owed_heading="What you owe" if may(by.role, Permission.EXPLAIN_DELAY) else "What is due",
        waiting=waiting_tickets(work.waiting, today),
        sent_back=[sent_back_ticket(item) for item in work.sent_back],
        asked=[to_do_ticket(given, today) for given in work.asked],
        transfers=transfer_tickets(work.transfers, by, today),
        drafts=[draft_ticket(draft, work.people) for draft in work.drafts],
        kept_lists=kept_lists(work.kept_lists),
        numbers=reverse("workforce:worker_in_sight", args=[me])
        if any(counts_for(me, each) for each in work.parts)
        else "",
        looks=looks_table(work.looks),
        children=children_table(work, me, today),
        shown=set(everybody(work)).union(*(each.shown for each in of_us)),
    )


def counts_for(me: UUID, part: Involvement) -> bool:
    """Whether a child stands in somebody's own numbers: boards count children with their allocated worker."""
    return part.kind == InvolvementKind.ALLOCATED_WORKER and part.practitioner_id == me


def everybody(work: MyWork) -> Iterator[UUID]:
    """The people whom the page names."""
    yield from work.people
    yield from (opening.person_id for opening in work.looks)
    yield from (row.child_id for given in work.asked for row in given)
    yield from (each.child_id for group in work.transfers for each in group)
    yield from (child for item in (*work.waiting, *work.sent_back) for child, _ in item.facts)


def owed(work: MyWork, today: date) -> Iterator[Owed]:
    """Clocks of children who owe the same on the same days together, the first due legal clock first."""
    by_child: dict[UUID, list[ClockRow]] = {}
    for row in work.clocks:
        if row.child_id in work.people:
            by_child.setdefault(row.child_id, []).append(row)
    together: dict[tuple[Any, ...], list[UUID]] = {}
    for child, rows in by_child.items():
        together.setdefault(tuple((row.timescale, row.start, row.due, row.part) for row in rows), []).append(child)
    for children in together.values():
        links = [with_age(work.people[child], today) for child in children]
        alone = len(children) == 1  # for several, each child's own record leads on
        yield Owed(links, [clock_ticket(row, today, leads_on=alone) for row in by_child[children[0]]])


def with_age(person: Person, today: date) -> Link:
    """A child's name as a link, with the age beside it."""
    return replace(link_to(person), note=people_words.age(person, today))


def clock_ticket(row: ClockRow, today: date, *, leads_on: bool) -> Ticket:
    """One thing that is owed."""
    return Ticket(name_of(row.timescale), href=clock_page(row) if leads_on else "", clock=chip(row, today))


def sent_back_ticket(item: WaitingItem) -> Ticket:
    """One decision that a manager sent back."""
    address = reverse(item.page, args=[item.child_id, item.fact_id])
    by = [f"Sent back by {item.answered_by}"] if item.answered_by else []
    return Ticket(item.title, href=address, about=listed(item.children), lines=by)


def draft_ticket(draft: DraftLine, people: dict[UUID, Person]) -> Ticket:
    """Something begun and not finished."""
    about = listed([str(people[person]) for person in draft.subjects if person in people])
    return Ticket(draft.title, href=draft.link, about=about, lines=[f"Saved {format_moment(draft.saved_at)}"])


def looks_table(looks: Iterable[Opening]) -> Table:
    """Who looked at the records of one's children without working with them."""
    rows = [
        (
            link_to(each.person),
            each.practitioner.name,
            f"{each.get_reason_code_display()}: {each.reason}",
            format_moment(each.happened_at) if each.happened_at else "",
        )
        for each in looks
    ]
    columns = [Column("Child"), Column("Who looked"), Column("Why"), Column("When")]
    return Table("Others who looked", columns, rows, empty="Nobody in the last 14 days.")


def children_table(work: MyWork, me: UUID, today: date) -> Table:
    """The children somebody works with, and those whose worker they cover for."""
    known = [(work.people[each.child_id], each) for each in work.parts if each.child_id in work.people]
    known.sort(key=lambda pair: by_family_name(pair[0]))
    rows = [child_row(part, person, me, today) for person, part in known]
    return Table(
        "My children",
        [Column("Child"), Column("Age"), Column("Your part"), Column("Since")],
        rows,
        empty=EmptyState("No children yet", "Children appear here when they are allocated to you, or while you cover."),
    )


def by_family_name(person: Person) -> tuple[str, str]:
    """The order of lists of children: families together."""
    return person.family_name.casefold(), str(person).casefold()


def child_row(part: Involvement, person: Person, me: UUID, today: date) -> tuple[Link, str, str, str]:
    """One child and one's part in the work."""
    kind = part_words(part.kind)
    covering = part.practitioner and part.practitioner_id != me
    said = f"{kind}, covering for {part.practitioner.name}" if covering and part.practitioner else kind
    return link_to(person), people_words.age(person, today), said, format_short_date(part.began)


def link_to(person: Person) -> Link:
    """A person's name, leading to their record."""
    return Link(str(person), reverse("children:child", args=[person.pk]))


def listed(names: Iterable[str]) -> str:
    """Names one after the other, as in "Ava, Ben and Cal"."""
    *first, last = [*names] or [""]
    return f"{', '.join(first)} and {last}" if first else last
