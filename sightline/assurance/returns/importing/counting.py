"""What became of each row about one child, counted by table with the reasons."""

from __future__ import annotations

from uuid import UUID

from sightline.assurance.returns.importing.children import Matched
from sightline.assurance.returns.importing.comparing import Compared
from sightline.assurance.returns.importing.tally import Tally
from sightline.assurance.returns.mapping import Row, RowKey, Story, table_telling

STRONGEST = ("written", "changed", "unchanged")
GONE = "An earlier file of this return told of it for the same time, and this one does not."


def count_child(
    tally: Tally, story: Story, compared: Compared, matched: Matched | None, names: dict[UUID, str]
) -> None:
    """Count every row once under what became of it, and the reasons."""
    outcomes = outcomes_of_rows(story, compared)
    if matched is not None:
        tally.children[matched.how] += 1
        tally.children["doubtful"] += bool(matched.doubtful)
    for row in story.rows:
        counted = tally.of(row.table)
        counted.counts["read"] += 1
        counted.counts[outcomes[row.key]] += 1
    for key, why in story.refused.items():
        row = next(each for each in story.rows if each.key == key)
        tally.of(row.table).reason(why, place(row, names))
    count_contested(tally, compared, names)
    count_reasons(tally, story, compared, matched, names)


def outcomes_of_rows(story: Story, compared: Compared) -> dict[RowKey, str]:
    """For each row the strongest of what became of the facts it tells of; a row without any is unchanged."""
    outcomes = {row.key: "unchanged" for row in story.rows}
    for found in story.found:
        outcome = compared.outcomes.get(id(found))
        for row in found.rows if outcome else ():
            outcomes[row.key] = min(outcomes[row.key], outcome or "unchanged", key=STRONGEST.index)
    return outcomes | dict.fromkeys(story.refused, "refused")


def count_contested(tally: Tally, compared: Compared, names: dict[UUID, str]) -> None:
    """Count the rows whose facts were written as contested."""
    seen: set[RowKey] = set()
    said: set[tuple[RowKey, str]] = set()
    for found, _, why in compared.contested:
        row = found.rows[0]
        if (row.key, why) not in said:
            said.add((row.key, why))
            tally.of(row.table).reason(why, place(row, names))
        if row.key not in seen:
            seen.add(row.key)
            tally.of(row.table).counts["contested"] += 1


def count_reasons(
    tally: Tally, story: Story, compared: Compared, matched: Matched | None, names: dict[UUID, str]
) -> None:
    """Count what was remarked on, and what is gone from this file."""
    said: set[tuple[RowKey, str]] = set()
    remarks = [(row, what) for row, what in story.remarks]
    remarks += [(found.rows[0], what) for found, what in compared.remarks]
    remarks += [(story.rows[0], what) for what in (matched.remarks if matched else [])]
    for row, what in remarks:
        if (row.key, what) not in said and row.key not in story.refused:
            said.add((row.key, what))
            tally.of(row.table).reason(what, place(row, names))
    for table in (table_of(fact, story) for fact in compared.gone):
        tally.of(table).counts["gone"] += 1
        tally.of(table).reason(GONE, story.reference)


def table_of(fact: object, story: Story) -> str:
    """The table that would tell of a fact."""
    return table_telling(story.kind, fact._meta.label)  # type: ignore[attr-defined]


def place(row: Row, names: dict[UUID, str]) -> str:
    """Where a row stands, in words."""
    return f"{names.get(row.file, '')}, line {row.number}"
