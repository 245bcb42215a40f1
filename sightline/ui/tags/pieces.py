"""Tags for the pieces of a record's pages, each one template over plain data."""

from collections.abc import Callable, Sequence
from typing import Any

from django import template

from sightline.ui import components, distributions, pictures
from sightline.ui.compiled import compiled
from sightline.ui.components import ChosenFilter, ClockChip, EmptyState, Link, Table, Tag
from sightline.ui.forms.dates import in_words

KINDS: dict[type, str] = {  # of what stands in cells; the rest is text
    Link: "link",
    Tag: "tag",
    ClockChip: "clock",
    components.Aside: "aside",
}
ALERTS = ("information", "success", "warning", "error")


def masthead(shown: components.Masthead) -> dict[str, Any]:
    """Who this is and who holds them."""
    return {"masthead": shown}


def sidenavigation(sections: Sequence[components.NavigationSection], label: str = "This record") -> dict[str, Any]:
    """The parts of a record, down the side; on a phone, behind one line."""
    return {"sections": sections, "label": label}


def subnavigation(links: Sequence[Link], label: str = "Views of this page") -> dict[str, Any]:
    """Views of one page, along the top."""
    return {"links": links, "label": label}


def timeline(entries: Sequence[components.TimelineEntry], level: int = 2) -> dict[str, Any]:
    """What happened, one column; large dots for major events."""
    return {"entries": entries, "level": level}


def tag(shown: Tag | None = None, text: str = "", colour: str = "grey") -> dict[str, Any]:
    """A word in a box: {% tag item %}, or {% tag text="Restricted" colour="red" %}."""
    return {"tag": shown or Tag(text, colour)}


def badge(text: str, colour: str = "") -> dict[str, Any]:
    """A smaller, quieter tag for use beside a name."""
    return {"text": text, "colour": colour}


def alert(text: str, kind: str = "information", title: str = "", href: str = "", link: str = "") -> dict[str, Any]:
    """A strip about this page: information, success, warning or error, in words as well as colour."""
    if kind not in ALERTS:
        raise template.TemplateSyntaxError(f"An alert is one of {', '.join(ALERTS)}, not {kind}.")
    return {"text": text, "kind": kind, "title": title, "href": href, "link": link}


def warnings(strips: Sequence[components.WarningStrip]) -> dict[str, Any]:
    """What everybody must see first."""
    return {"strips": strips}


def clock(chip: ClockChip) -> dict[str, Any]:
    """When something is due, in words."""
    return {"clock": chip, "due": in_words(chip.due) if chip.due else ""}


def tickets(shown: Sequence[components.Ticket], level: int = 3) -> dict[str, Any]:
    """Things to do, one panel each."""
    return {"tickets": shown, "level": level}


def emptystate(shown: EmptyState | str) -> dict[str, Any]:
    """Nothing here yet, and what to do first."""
    return {"empty": EmptyState(shown) if isinstance(shown, str) else shown}


def table(shown: Table) -> dict[str, Any]:
    """Rows under headings; on a phone each row becomes a card that repeats the headings."""
    columns = [each if isinstance(each, components.Column) else components.Column(each) for each in shown.columns]
    rows = [list(zip(columns, map(as_pieces, row), strict=True)) for row in shown.rows]
    return {"table": shown, "columns": columns, "rows": rows}


def as_pieces(cell: object) -> list[tuple[str, object]]:
    """A cell as a list of pieces, each with its kind."""
    values = cell if isinstance(cell, list | tuple) else [cell]
    return [(KINDS.get(type(value), "text"), value) for value in values if value is not None]


def pages(shown: components.Pages) -> dict[str, Any]:
    """Where in a long list this page stands, with the way to the others."""
    start = f"?{shown.query}&page=" if shown.query else "?page="
    near = [n for n in range(1, shown.count + 1) if n in (1, shown.count) or abs(n - shown.number) <= 1]
    items: list[dict[str, Any]] = []
    for before, number in zip([0, *near], near, strict=False):
        if number - before > 1:
            items.append({"ellipsis": True})
        items.append({"number": number, "href": f"{start}{number}", "current": number == shown.number})
    previous = {"href": f"{start}{shown.number - 1}"} if shown.number > 1 else None
    following = {"href": f"{start}{shown.number + 1}"} if shown.number < shown.count else None
    return {"pages": shown, "items": items, "previous": previous, "next": following}


def filters(shown: components.Filters) -> dict[str, Any]:
    """Questions that narrow a list; works as a plain form."""
    chosen: Sequence[ChosenFilter] = shown.chosen
    return {"filters": shown, "chosen": chosen}


def identity(facts: Sequence[tuple[str, str]], label: str = "Summary") -> dict[str, Any]:
    """A line of facts about whom or what a page concerns."""
    return {"facts": facts, "label": label}


def figures(figures: Sequence[Link], label: str) -> dict[str, Any]:
    """Numbers side by side, each with its name in `note`, and leading to what is behind it."""
    return {"figures": figures, "label": label}


def strips(shown: pictures.Strips) -> dict[str, Any]:
    """What lasted, one strip a kind, over the years; a table beside it must say the same."""
    return {"shown": shown, "strips": pictures.placed(shown), "marks": pictures.marks(shown)}


def familytree(shown: pictures.FamilyTree, legend: str) -> dict[str, Any]:
    """A family over a few generations; a table beside it must say the same."""
    placed = pictures.tree(shown)
    size = {"width": placed.width + 6, "height": placed.height + 6}  # room for the thickest border
    boxes = {"box_width": pictures.BOX_WIDTH, "box_height": pictures.BOX_HEIGHT}
    return {"shown": shown, "placed": placed, "legend": legend, **size, **boxes}


def spread(shown: distributions.Spread) -> dict[str, Any]:
    """How numbers spread, as bars with the middle half marked; a table beside it must say the same."""
    placed = {"columns": distributions.columns(shown), "scale": distributions.scale(shown)}
    return {"shown": shown, "half": distributions.middle_half(shown), **placed}


def funnel(shown: distributions.Funnel) -> dict[str, Any]:
    """Teams beside the limits of chance; a table beside it must say the same."""
    return {
        "shown": shown,
        "points": distributions.placed_points(shown),
        "lower": distributions.curve(shown, 1),
        "upper": distributions.curve(shown, 2),
        "middle": pictures.percent(100 * distributions.down(shown.share, shown)),
        "top": f"{100 * distributions.top_of(shown):.0f}%",
    }


COMPILED: list[Callable[..., dict[str, Any]]] = [
    masthead, sidenavigation, timeline, tag, warnings, clock, tickets, emptystate, table, figures,
]  # fmt: skip
PIECES: list[Callable[..., dict[str, Any]]] = [
    subnavigation, badge, alert, pages, filters, identity, strips, familytree, spread, funnel,
]  # fmt: skip


def join(register: template.Library) -> None:
    """Offer the tags of this module, each rendering the template of its own name; the frequent ones are compiled."""
    for piece in PIECES:
        register.inclusion_tag(f"ui/components/{piece.__name__}.html", name=piece.__name__)(piece)
    for piece in COMPILED:
        register.simple_tag(compiled(piece), name=piece.__name__)
