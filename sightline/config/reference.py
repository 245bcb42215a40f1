"""`sightline docs`: the pages of docs/reference that are written from the code, so that they agree with it."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from django.db import models

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
WRITTEN = "<!-- Written by `make docs` from the code: change the code, not this page. -->"

TIERS = {"L": "Law", "G": "Statutory guidance", "P": "Local practice"}


def run(arguments: list[str]) -> int:
    """Write every page; with --check write nothing, and fail if one is out of date."""
    import django

    django.setup()
    stale = [name for name, text in pages().items() if not same(REFERENCE / name, text)]
    if "--check" in arguments:
        for name in stale:
            sys.stdout.write(f"docs/reference/{name} is out of date: run `make docs`.\n")
        return 1 if stale else 0
    for name in stale:
        (REFERENCE / name).write_text(pages()[name], encoding="utf-8")
    sys.stdout.write(f"{len(pages())} pages in docs/reference, {len(stale)} of them new.\n")
    return 0


def same(path: Path, text: str) -> bool:
    """Whether a page says this already."""
    return path.exists() and path.read_text(encoding="utf-8") == text


def pages() -> dict[str, str]:
    """The text of each page by its file name."""
    makers: dict[str, Callable[[], str]] = {
        "permissions.md": permissions,
        "routes.md": routes,
        "tables.md": tables,
        "timescales.md": timescales,
    }
    return {name: make() for name, make in makers.items()}


def page(title: str, about: str, headings: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """One page with one table."""
    headings = list(headings)
    lines = [f"# {title}", "", WRITTEN, "", about, "", row(headings), row("---" for _ in headings), *map(row, rows)]
    return "\n".join(lines) + "\n"


def row(cells: Iterable[object]) -> str:
    """One line of a table."""
    return "| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def permissions() -> str:
    """Which role may do what."""
    from sightline.foundation.access.rules import Permission, may
    from sightline.foundation.workforce.rules import Role

    about = "The table itself is `sightline/foundation/access/permissions.csv`, owned by people and read by the code."
    rows = ((role.value, *("yes" if may(role, each) else "" for each in Permission)) for role in Role)
    return page("Roles and permissions", about, ["role", *(each.value for each in Permission)], rows)


def routes() -> str:
    """Every address, and who it is for."""
    from sightline.foundation.access.checks import routes as every_route

    about = "An address without a policy keeps the server from starting."
    rows = sorted(
        (f"`/{address}`", name, view.policy.kind, view.policy.permission or "", view.policy.why)
        for address, name, view in every_route()
    )
    return page("Routes", about, ["address", "name", "for", "permission", "why anyone"], rows)


def tables() -> str:
    """Every table of ours: what it holds, who may see rows, how long they are kept."""
    from sightline.foundation.access.protection import protected_models

    about = "Policies, grants and triggers of the database are made from these declarations after every migration."
    found = sorted(protected_models(), key=lambda model: model._meta.label)
    return page(
        "Tables", about, ["table", "holds", "protection", "kept", "a scrubbed copy keeps"], map(described, found)
    )


def described(model: type[models.Model]) -> Iterator[object]:
    """The cells of one table's line."""
    yield model._meta.label
    yield (model.__doc__ or "").strip().splitlines()[0]
    yield model.protection.name  # type: ignore[attr-defined]
    yield model.keeping.retention.value  # type: ignore[attr-defined]
    yield ", ".join(model.keeping.scrubbed_keeps)  # type: ignore[attr-defined]


def timescales() -> str:
    """Every timescale that is known: those that are counted with their limits, the others with the area to come."""
    from sightline.foundation.timescales.catalogue import known, timescales

    declared = timescales()
    counted, later = len(declared), len(known().keys() - declared.keys())
    about = (
        f"{counted} clocks are counted, {later} come later with the area named. A version holds for clocks that start "
        "from its day on. Not checked means: written from memory, to be confirmed before it is relied on."
    )
    rows = (line for each in known().values() for line in lines_of(each, declared.get(each.id, ())))
    headings = ["id", "what", "limit", "starts", "stops", "tier", "source", "checked", "sure", "from", "counted"]
    return page("Timescales", about, headings, rows)


def checked_how(rule: Any) -> str:
    """How a rule was checked, and what of it was not."""
    return f"{rule.check.label}; not checked: {rule.unsure}" if rule.unsure else str(rule.check.label)


def lines_of(each: Any, versions: Iterable[Any]) -> Iterator[tuple[object, ...]]:
    """One line for each version of a timescale that is counted, or one that says with which area it comes."""
    from sightline.ui.vocabulary import said

    counted = False
    for rule in versions:
        counted = True
        checked, sure = checked_how(rule), rule.confidence.name.lower()
        name, limit, since = f"`{rule.id}`", rule.allows, rule.effective_from
        tier, source = rule.tier.label, rule.source
        starts, stops = said(rule.starts), said(rule.stops)
        yield (name, said(rule.name), limit, starts, stops, tier, source, checked, sure, since, each.area)
    if not counted:
        tier, *_ = each.evidence.split("/")
        later = f"later, with {each.area}"
        yield (f"`{each.id}`", each.what, "", "", "", TIERS[tier], each.source, "", "", "", later)
