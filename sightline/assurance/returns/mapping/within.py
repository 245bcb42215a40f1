"""Two rows of one return that tell of the same fact: what they share is said once, what they dispute is contested."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sightline.assurance.returns.mapping.found import Found, Story


def settle_within(story: Story, identity: Callable[[str], tuple[str, ...]]) -> None:
    """Join facts that say the same or add to each other; where they differ the fuller stands, then the earlier row."""
    standing: dict[tuple[Any, ...], Found] = {}
    joined: dict[int, Found] = {}
    kept: list[Found] = []
    for found in fullest_first(story.found):
        found.values = {name: stand_in(value, joined) for name, value in found.values.items()}
        key = (found.kind, bool(found.contested), *(found.values.get(name) for name in identity(found.kind)))
        before = standing.get(key)
        if before is None:
            standing[key] = found
            kept.append(found)
        elif joins(before, found):
            joined[id(found)] = before
        else:
            found.contested = found.contested or f"Line {before.rows[0].number} of the same return says otherwise."
            kept.append(found)
    order = {id(found): place for place, found in enumerate(story.found)}
    story.found = sorted(kept, key=lambda found: order[id(found)])
    for found in sorted(kept, key=depth):
        if not found.contested and any(stands_on(value) for value in found.values.values()):
            found.contested = "It belongs to something that is contested."


def stands_on(value: Any) -> bool:
    """Whether a column names a fact that is contested."""
    return isinstance(value, Found) and bool(value.contested)


def fullest_first(found: list[Found]) -> list[Found]:
    """Facts with those first that others refer to, then the fuller ones, then those of earlier rows."""
    return sorted(found, key=lambda each: (depth(each), bool(each.contested), -len(each.values), each.rows[0].number))


def depth(found: Found) -> int:
    """How many facts stand between it and one that refers to none."""
    return max((1 + depth(value) for value in found.values.values() if isinstance(value, Found)), default=0)


def stand_in(value: Any, joined: dict[int, Found]) -> Any:
    """What a column names, or the fact into which that was joined."""
    return joined.get(id(value), value) if isinstance(value, Found) else value


def joins(before: Found, after: Found) -> bool:
    """Whether the second says nothing that the first denies; it then adds what the first leaves out."""
    ignored = {*before.loose, *after.loose}
    for name, value in after.values.items():
        if name not in ignored and before.values.get(name, value) != value:
            return False
    before.values = {**after.values, **before.values}
    before.rows += [row for row in after.rows if row not in before.rows]
    return True
