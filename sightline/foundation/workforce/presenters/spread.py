"""How work spreads: pictures with tables that say the same; no worker is named, and no team ranked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sightline.foundation.area import counted, marks
from sightline.foundation.oversight.in_sight import lasts
from sightline.foundation.workforce.presenters.behind_numbers import mark_headings
from sightline.foundation.workforce.queries.behind_numbers import mark_names
from sightline.foundation.workforce.queries.spread import OVERDUE, HeldByTeam, SpreadOfWork
from sightline.foundation.workforce.rules.spread import FEWEST, Limits, limits, quarters
from sightline.ui.components import Column, EmptyState, Table
from sightline.ui.distributions import Funnel, Point, Spread, bars, between

POINTS_OF_CURVE = 40
NOTHING = EmptyState("Nothing to spread yet", "Allocate children to teams and workers first.")


@dataclass(frozen=True)
class Shown:
    """A picture with its table; the picture is left out where it would say nothing."""

    spread: Spread | None
    funnel: Funnel | None
    table: Table


def days_shown() -> dict[str, str]:
    """The marks whose age is shown as a spread, with the words for it."""
    names = dict(zip(mark_names(), mark_headings(), strict=True))
    return {name: names[name] for name in names if not any(mark.name == name and lasts(mark) for mark in marks())}


def page(found: SpreadOfWork) -> list[Shown]:
    """Every spread and every comparison, one after the other."""
    spreads = [spread("Children of each worker", found.per_worker, "children")]
    spreads += [
        spread(f"Days since: {days_shown()[name].lower()}", days, "days") for name, days in found.days_since.items()
    ]
    names = {OVERDUE: "Something overdue that law or guidance asks"} | {each.name: each.label() for each in counted()}
    said = [name for name in names if any(each.of_these[name] for each in found.teams)]
    return spreads + [comparison(names[name], name, found.teams) for name in said]


def spread(caption: str, numbers: Sequence[int], unit: str) -> Shown:
    """How some numbers spread: the middle, the middle half, and how many lie where."""
    middle = quarters(numbers)
    if middle is None:
        return Shown(None, None, Table(caption, ["How many"], [], empty=NOTHING))
    shown = Spread(caption, numbers, unit, middle.lower, middle.middle, middle.upper)
    said = (
        f"Half have {middle.middle:g} {unit} or fewer; the middle half lies between {middle.lower:g} and"
        f" {middle.upper:g}; least {min(numbers)}, most {max(numbers)}"
    )
    columns = [Column(unit.capitalize()), Column("How many", numeric=True)]
    rows = [(between(first, last), f"{count:,}") for first, last, count in bars(shown) if count]
    return Shown(shown, None, Table(said, columns, rows))


def comparison(caption: str, name: str, teams: Sequence[HeldByTeam]) -> Shown:
    """The share of each team beside what chance alone explains; teams stand in the order of the authority."""
    whole = sum(each.held for each in teams)
    share = sum(each.of_these[name] for each in teams) / whole if whole else 0.0
    bounds = {each.held: limits(each.held, share) for each in teams}
    columns = [
        Column("Team"),
        *(Column(words, numeric=True) for words in ("Number", "Children", "Share")),
        Column("By chance alone"),
        Column("So"),
    ]
    rows = [row(each, name, bounds[each.held]) for each in teams]
    points = [point(each, name, bounds[each.held]) for each in teams if each.held >= FEWEST]
    largest = max((each.held for each in teams), default=0)
    drawn = Funnel(f"{caption}, by team", points, share, curve(largest, share)) if len(points) > 1 else None
    title = f"{caption}: {share:.0%} of all"
    return Shown(None, drawn, Table(title, columns, rows, empty=NOTHING))


def curve(largest: int, share: float) -> list[tuple[int, float, float]]:
    """The limits for sizes from the fewest children to the largest team."""
    sizes = sorted({FEWEST + (largest - FEWEST) * step // POINTS_OF_CURVE for step in range(POINTS_OF_CURVE + 1)})
    return [(size, found.low, found.high) for size in sizes for found in [limits(size, share)]]


def point(each: HeldByTeam, name: str, bounds: Limits) -> Point:
    """One team in the picture."""
    share = each.of_these[name] / each.held
    return Point(f"{each.team}: {share:.0%} of {each.held}", each.held, share, bounds.outside(share))


def row(each: HeldByTeam, name: str, bounds: Limits) -> tuple[str, ...]:
    """One team in the table; a share of few children is not said (measures, rule 1)."""
    number = each.of_these[name]
    if each.held < FEWEST:
        return str(each.team), f"{number}", f"{each.held}", "", "", "Too few to say"
    share = number / each.held
    so = "Inside" if not bounds.outside(share) else "Above: ask why" if share > bounds.high else "Below: ask why"
    return str(each.team), f"{number:,}", f"{each.held:,}", f"{share:.0%}", f"{bounds.low:.0%} to {bounds.high:.0%}", so
