"""What pages about contested rows and doubtful pairs show."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.urls import reverse

from sightline.assurance.returns.queries.contested import PairShown, Versions
from sightline.foundation.area import told
from sightline.foundation.calendar.words import format_date, format_moment, format_short_date
from sightline.foundation.children.models import Person
from sightline.foundation.correctable import Correctable, correctable
from sightline.foundation.recording import columns
from sightline.foundation.timescales.held import Held
from sightline.foundation.writing import OF_RECORDING
from sightline.ui.components import EmptyState, Link, Table

NOT_DECLARED = Correctable(kinds=(), permission="")  # of facts about a person, which have pages of their own
WAITS = "Somebody says it is one child; a second person confirms"
HIDDEN = {"child", "person", "end_reason", "end_recorded_at", "end_recorded_by", "end_entry_id", *OF_RECORDING}
EXACTNESS = ("_precision",)
SEXES = {"M": "Male", "F": "Female"}


def held_page(child: UUID, held: Held, contested: list[Versions], *, may_settle: bool) -> dict[str, Any]:
    """What files told of a child, until when, what none could tell, and what is contested."""
    return {
        "files": Table(
            caption="What files told",
            columns=["File", "Time it speaks for", "What it could tell"],
            rows=[
                [each.name[:1].upper() + each.name[1:], span(each.held_from, each.held_until), ", ".join(each.kinds)]
                for each in held.files
            ],
            empty=EmptyState("Nothing came from a file", "What is in this record was recorded by people."),
        ),
        "not_held": held.not_held,
        "contested": Table(
            caption="Contested",
            columns=["What", "Why it is contested", "Where it stands"],
            rows=[contested_row(child, each, may_settle=may_settle) for each in contested],
            empty=EmptyState("Nothing is contested", "No row of a file contradicts what stands here."),
        ),
    }


def span(since: date | None, until: date) -> str:
    """A period in words."""
    return f"{format_short_date(since)} to {format_short_date(until)}" if since else f"Until {format_short_date(until)}"


def contested_row(child: UUID, each: Versions, *, may_settle: bool) -> list[object]:
    """One contested fact in the list."""
    title = title_of(each.imported)
    what = Link(title, reverse("returns:settle", args=[child, each.contest.pk])) if may_settle else title
    return [what, each.contest.why, each.contest.line]


def title_of(fact: Any) -> str:
    """A fact as the chronology tells it, with its day."""
    line = told().get(fact._meta.label)
    day = getattr(fact, "happened", None) or fact.began
    return f"{line.title(fact) if line else fact._meta.verbose_name}, {format_short_date(day)}"


def side_by_side(versions: Versions) -> Table:
    """The row of the file beside what stands, column by column; what both say alike comes last."""
    facts = [versions.imported, *versions.standing]
    declared = correctable().get(versions.imported._meta.label, NOT_DECLARED)
    lines = []
    for field in shown_fields(type(versions.imported)):
        values = [said(fact, field, declared) for fact in facts]
        if any(value != columns.NOT_SAID for value in values):
            lines.append((len(set(values)) == 1, [columns.label(field, declared), *values]))
    headings = ["The row of the file", *(f"What stands{f' ({n})' if n > 1 else ''}" for n in range(1, len(facts)))]
    lines.append((True, ["Came from", *(origin(fact, versions) for fact in facts)]))
    ordered = [line for alike in (False, True) for same, line in lines if same == alike]
    return Table("Both versions", ["", *headings], ordered, caption_hidden=True)


def shown_fields(model: type[models.Model]) -> list[Any]:
    """The columns that say something about the child."""
    fields = model._meta.concrete_fields
    return [each for each in fields if each.name not in HIDDEN and not each.name.endswith(EXACTNESS)]


def said(fact: Any, field: Any, declared: Correctable) -> str:
    """What a fact says in a column, in words; a code stands beside them as the file has it."""
    value = getattr(fact, field.attname)
    if value is not None and isinstance(field, models.ForeignKey):
        return "Recorded"
    if isinstance(value, datetime):
        return format_moment(value)
    words = columns.in_words(fact, field, declared)
    coded = isinstance(value, str) and columns.codes_of(field, declared) and words not in (value, columns.NOT_SAID)
    return f"{words} ({value})" if coded else words


def origin(fact: Any, versions: Versions) -> str:
    """Where a version came from."""
    if fact is versions.imported:
        return versions.contest.line
    return f"{fact.get_source_display()}, {format_short_date(fact.recorded_at.date())}"


def to_settle_table(children: list[tuple[Person, int, date]]) -> Table:
    """The children about whom something is contested."""
    return Table(
        caption="Contested rows",
        columns=["Child", "Rows to settle", "The first is of"],
        rows=[
            [Link(str(who), reverse("returns:held", args=[who.pk])), f"{number}", format_date(first)]
            for who, number, first in children
        ],
        empty=EmptyState("Nothing is contested", "No row of a return contradicts what stands in a record."),
    )


def pairs_table(pairs: list[PairShown]) -> Table:
    """The pairs of children who may be one."""
    return Table(
        caption="Children who may be one",
        columns=["From the return", "Known already", "Why"],
        rows=[
            [
                Link(who(each, 0), reverse("returns:pair", args=[each.pair.pk])),
                who(each, 1),
                ". ".join([*each.pair.reasons, *([WAITS] if each.pair.asked_by_id else [])]),
            ]
            for each in pairs
        ],
        empty=EmptyState("No doubtful pairs", "Every child of the returns was known for certain, or is new."),
    )


def answered(*, same: bool, confirmed: bool) -> str:
    """What became of an answer."""
    if not same:
        return "It is recorded that they are two children."
    return "The records are being joined." if confirmed else "Your answer is recorded. Somebody else confirms it."


def who_asked(each: PairShown, reader: UUID | None) -> str:
    """That somebody said both are one child, and who confirms it; nothing where nobody did."""
    asked = each.pair.asked_by
    if asked is None:
        return ""
    if asked.pk == reader:
        return "You said that both are the same child. Somebody else confirms it before anything is joined."
    return f"{asked} said that both are the same child. If you agree, the records are joined."


def link_to(each: PairShown) -> Link:
    """The way to a pair, called by the child of the return."""
    return Link(who(each, 0), reverse("returns:pair", args=[each.pair.pk]))


def who(each: PairShown, place: int) -> str:
    """One of two children in a list."""
    person = each.people[place]
    born = f"born {format_date(person.birth_date)}" if person.birth_date else "birth date not held"
    return f"{person}, {born}"


def pair_table(each: PairShown) -> Table:
    """Both children side by side."""
    one, other = each.people
    lines: list[list[object]] = [
        ["Name", *(Link(str(p), reverse("children:child", args=[p.pk])) for p in each.people)],
        ["Born", *(format_date(p.birth_date) if p.birth_date else columns.NOT_SAID for p in each.people)],
        ["Sex", *(SEXES.get(p.sex, columns.NOT_SAID) for p in each.people)],
        ["Number of the record", str(one.reference), str(other.reference)],
        ["Numbers", *(", ".join(numbers) or "Open the record to see them" for numbers in each.numbers)],
    ]
    return Table("Both records", ["", "From the return", "Known already"], lines, caption_hidden=True)
