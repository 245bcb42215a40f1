"""What pages about imports show."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from sightline.assurance.returns.importing.tally import COUNTED
from sightline.assurance.returns.models import Batch, Stage
from sightline.assurance.returns.queries.imports import Import
from sightline.assurance.returns.reading.lines import Kind
from sightline.foundation.calendar.words import format_date, format_moment
from sightline.ui.components import Column, EmptyState, Link, Table, Tag

HEADINGS = {name: name.capitalize() for name in COUNTED} | {"gone": "Gone from this file"}
COLOURS = {Stage.FINISHED: "green", Stage.FAILED: "red"}
BY_PROGRAM = "The command"
CHILDREN = (
    ("made", "new here"),
    ("known", "known from an earlier file of this return"),
    ("linked", "known already, by their pupil number or their number here"),
    ("doubtful", "may be somebody known already: a person has to say"),
)


def imports_table(batches: list[Batch]) -> Table:
    """The imports, the newest first."""
    first = Link("Import a return", reverse("returns:begin"))
    text = "Load the returns that you already make. You can try it out first: nothing is written then."
    return Table(
        caption="Imports",
        caption_hidden=True,
        columns=["Return", "Files", "When", "By", "How far"],
        rows=[row(batch) for batch in batches],
        empty=EmptyState("No returns imported yet", text, first),
    )


def row(batch: Batch) -> list[object]:
    """One import in the list."""
    return [
        Link(heading(batch), reverse("returns:import", args=[batch.pk])),
        shortened(batch.name),
        format_moment(batch.recorded_at),
        batch.recorded_by.name if batch.recorded_by else BY_PROGRAM,
        stage_tag(batch),
    ]


def heading(batch: Batch) -> str:
    """What is imported."""
    label = Kind(batch.kind).label
    return f"{label[:1].upper()}{label[1:]}{', tried out' if batch.dry_run else ''}"


def shortened(names: str) -> str:
    """The first names of many files."""
    given = names.split(", ")
    return names if len(given) < 4 else f"{', '.join(given[:3])} and {len(given) - 3} more"


def stage_tag(batch: Batch) -> Tag:
    """How far an import is."""
    return Tag(batch.get_stage_display(), COLOURS.get(Stage(batch.stage), "blue"))


def page(shown: Import) -> dict[str, Any]:
    """Everything the page of one import shows."""
    batch = shown.batch
    report = batch.report or {}
    return {
        "heading": heading(batch),
        "stage": stage_tag(batch),
        "is_over": shown.is_over,
        "failed": batch.stage == Stage.FAILED,
        "problem": report.get("problem", ""),
        "done": shown.done,
        "total": shown.total,
        "percent": 100 * shown.done // shown.total if shown.total else None,
        "waits": waits(shown),
        "facts": facts(batch, report),
        "tables": totals(report) if "tables" in report else None,
        "reasons": list(reasons(report)),
        "children": children(report),
        "contested": sum(counts["contested"] for counts in report.get("tables", {}).values()),
        "dry_run": batch.dry_run,
        "may_follow": batch.dry_run and batch.stage == Stage.FINISHED,
    }


def waits(shown: Import) -> str:
    """What an import that has not begun waits for; nothing for any other."""
    if shown.batch.stage != Stage.WAITING:
        return ""
    if not shown.before:
        return "It begins as soon as the background work before it is done."
    named = " and ".join(f"{heading(each)} ({shortened(each.name)})" for each in shown.before)
    return f"One import is done after another. Before this one: {named}."


def facts(batch: Batch, report: dict[str, Any]) -> list[dict[str, Any]]:
    """What is known about the import, as rows of a summary list."""
    notes = [*report.get("notes", []), *(note for each in report.get("files", []) for note in each["notes"])]
    known = [
        ("Files", batch.name),
        ("Begun", f"{format_moment(batch.recorded_at)}, {batch.recorded_by.name if batch.recorded_by else BY_PROGRAM}"),
        ("Speaks for", period(batch)),
        ("About the files", " ".join(dict.fromkeys(notes))),
        ("Left out", " ".join(report.get("not_read", []))),
    ]
    return [{"key": {"text": key}, "value": {"text": text}} for key, text in known if text]


def period(batch: Batch) -> str:
    """The time for which the return can speak."""
    if batch.held_until is None:
        return ""
    since = f"{format_date(batch.held_from)} to " if batch.held_from else "what was known by "
    return f"{since}{format_date(batch.held_until)}. Later than that, nothing is held"


def totals(report: dict[str, Any]) -> Table:
    """What became of the rows of every table; the last line adds them up."""
    tables = report["tables"]
    summed = [sum(counts[name] for counts in tables.values()) for name in COUNTED]
    lines = [[table, *(f"{counts[name]:,}" for name in COUNTED)] for table, counts in tables.items()]
    return Table(
        caption="What became of every row",
        columns=[Column("Table"), *(Column(HEADINGS[name], numeric=True) for name in COUNTED)],
        rows=[*lines, ["All tables", *(f"{number:,}" for number in summed)]],
    )


def reasons(report: dict[str, Any]) -> Any:
    """For each table that has any, the sentences said about its rows, the commonest first."""
    for table, counts in report.get("tables", {}).items():
        if counts["reasons"]:
            rows = [[each["reason"], f"{each['rows']:,}", each["first"]] for each in counts["reasons"]]
            columns = [Column("What was said"), Column("Rows", numeric=True), Column("First at")]
            said = sum(each["rows"] for each in counts["reasons"])
            shown = Table(caption=f"About rows of {table}", columns=columns, rows=rows, caption_hidden=True)
            yield {"table": table, "said": said, "shown": shown}


def children(report: dict[str, Any]) -> list[str]:
    """How the children of the return were known."""
    counts = report.get("children", {})
    return [f"{counts[name]:,} {what}" for name, what in CHILDREN if counts.get(name)]
