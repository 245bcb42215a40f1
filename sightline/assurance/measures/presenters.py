"""Measures as tables: each number leads to the list behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from sightline.assurance.measures.models import MeasuredCase
from sightline.assurance.measures.queries import PERIODS, Figure, Period
from sightline.assurance.measures.rules import PER_CHILDREN, Measure
from sightline.foundation.calendar.words import format_date, format_short_date
from sightline.foundation.workforce.presenters.behind_numbers import Reader, child_cell
from sightline.foundation.workforce.rules.spread import FEWEST
from sightline.practice.front_door.presenters.threshold import range_of
from sightline.ui.components import Column, EmptyState, Link, Table
from sightline.ui.preferred_words import said_instead
from sightline.ui.vocabulary import said

GROUPS = {"front_door": "{front_door:capital}", "assessment": "Assessment"}
NOTHING = EmptyState(
    "Nothing counts in this period", "Choose a longer period. What cannot be known yet is counted when it can."
)

TOO_FEW = "Fewer"
TOO_FEW_FOR_SHARE = "Too few"  # a share of fewer than ten says nothing
NO_WORDS = EmptyState("No word was written often enough to be told", "Months are counted once they are over.")


def tables(figures: Sequence[Figure], period: Period, children: int = 0) -> list[Table]:
    """A table for each group of measures; `children` live in the area that these are about, where that is known."""
    columns = [
        Column("Measure"),
        Column("Found", numeric=True),
        Column("Of", numeric=True),
        Column("Share or rate", numeric=True),
        Column("What is counted"),
        Column("Better is"),
        Column("Read beside"),
    ]
    return [
        Table(said(name), columns, [row(each, period, children) for each in figures if each.measure.group == group])
        for group, name in GROUPS.items()
    ]


def row(figure: Figure, period: Period, children: int) -> list[Any]:
    """One measure."""
    measure = figure.measure
    return [
        f"{measure.name} ({measure.code})",
        number(figure.counted, measure, period, counted_only=True),
        number(figure.of, measure, period, counted_only=False) if measure.of else "",
        share(figure, children),
        counted_words(measure),
        measure.direction.capitalize(),
        ", ".join(measure.beside),
    ]


def counted_words(measure: Measure) -> str:
    """What a measure counts, of what."""
    words = said(f"{measure.counted}, of {measure.of}" if measure.of else measure.counted)
    return words[:1].upper() + words[1:]


def number(count: int, measure: Measure, period: Period, *, counted_only: bool) -> Link | str:
    """A number that leads to its list; one that says nothing about one child leads nowhere."""
    if not (measure.listed and count):
        return f"{count:,}"
    return Link(f"{count:,}", case_list(measure, period, found=counted_only), about=measure.name)


def share(figure: Figure, children: int = 0) -> str:
    """The share in per cent, the rate of so many children, or a range; of too few it is only counted."""
    if figure.spread:
        return range_of(figure.spread) if figure.spread.shares else ""
    if figure.measure.rate and children:
        return f"{figure.counted / children * PER_CHILDREN:,.1f} per {PER_CHILDREN:,}"
    if not (figure.measure.of and figure.of):
        return ""
    return f"{figure.counted / figure.of:.1%}" if figure.of >= FEWEST else TOO_FEW_FOR_SHARE


def periods(chosen: Period) -> list[Link]:
    """The periods that can be chosen."""
    return [Link(f"Last {each} months", f"?months={each}", current=each == chosen.months) for each in PERIODS]


def which_cases(measure: Measure, period: Period, *, found: bool) -> list[Link]:
    """All cases, or only those that are looked for; no choice for a number that is of nothing."""
    both = (("All cases", False), ("Only those found", True)) if measure.of else ()
    return [Link(words, case_list(measure, period, found=only), current=only is found) for words, only in both]


def case_list(measure: Measure, period: Period, *, found: bool) -> str:
    """The address of the list behind a number."""
    asked = {"months": period.months, **({"found": "yes"} if found else {})}
    return f"{reverse('measures:cases', args=[measure.code])}?{urlencode(asked)}"


def said_of(period: Period) -> str:
    """A period in words."""
    return f"From {format_date(period.since)} to {format_date(period.until)}"


def case_table(cases: Iterable[MeasuredCase], measure: Measure, reader: Reader) -> Table:
    """The cases of a measure."""
    rows = [
        [child_cell(each.child.person, reader), format_short_date(each.on), "Yes" if each.counted else "No"]
        for each in cases
    ]
    found = said(measure.counted).capitalize()
    return Table("Cases", [Column("Child"), Column("Day"), Column(found)], rows, empty=NOTHING, caption_hidden=True)


def words_table(months: Mapping[date, Mapping[str, int] | None]) -> Table:
    """Words by month; the one written most often in the newest month first, then by the alphabet."""
    newest = (list(months.values()) or [None])[-1] or {}
    every = {word for found in months.values() for word in found or {}}
    columns = [Column("Word"), Column("Say instead"), *(Column(f"{each:%B %Y}", numeric=True) for each in months)]
    rows = [
        [word, said_instead(word), *(told(found, word) for found in months.values())]
        for word in sorted(every, key=lambda word: (-newest.get(word, 0), word.lower()))
    ]
    return Table("Texts in which a word stands", columns, rows, empty=NO_WORDS, caption_hidden=True)


def told(found: Mapping[str, int] | None, word: str) -> str:
    """The number of one month; a word that was written too rarely cannot be told from one that was not written."""
    return "Not counted" if found is None else f"{found[word]:,}" if word in found else TOO_FEW
