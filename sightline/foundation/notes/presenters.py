"""What the pages about case notes show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.calendar.words import format_date, format_moment, format_time
from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.documents.models import StoredFile
from sightline.foundation.documents.presenters.passages import PassageShown, passage_shown
from sightline.foundation.notes.models import NextStep, Noted
from sightline.foundation.notes.queries import WholeNote
from sightline.foundation.notes.rules import NoteKind
from sightline.ui.components import EmptyState, Link, TimelineEntry

NO_NOTES = EmptyState(
    "No case notes yet", "Calls, texts, emails, letters and conversations about this child stand here, newest first."
)


@dataclass(frozen=True)
class StepShown:
    """A next step: what, by whom, by when, and what became of it."""

    text: str
    line: str
    finish: Link | None


@dataclass(frozen=True)
class AboutChild:
    """What a note says about one child."""

    name: str
    account: str
    passages: Sequence[PassageShown]
    corrected: str = ""


@dataclass(frozen=True)
class NoteShown:
    """The page as plain data."""

    title: str
    rows: Sequence[tuple[str, list[str]]]
    about: Sequence[AboutChild]
    step: StepShown | None
    files: Sequence[Link]
    others: Sequence[Link] = ()
    together: str = ""
    links: Sequence[Link] = ()


def note_title(noted: Noted) -> str:
    """A note as a line of a child's chronology."""
    label = str(NoteKind(noted.kind).label)
    return f"{label}: {noted.with_whom}" if noted.with_whom else label


def day(row: Any) -> str:
    """The day, and the time where it is known."""
    at: datetime | None = row.happened_at
    return f"{format_date(row.happened)} at {format_time(at)}" if at else format_date(row.happened)


def entry(noted: Noted) -> TimelineEntry:
    """A note as a line."""
    correction = f"This is a correction. Why: {noted.correction_reason}" if noted.correction_reason else ""
    return TimelineEntry(
        title=note_title(noted),
        when=day(noted),
        timestamp=noted.happened.isoformat(),
        by=str(noted.recorded_by or ""),
        text=noted.account,
        major=False,
        href=reverse("notes:note", args=[noted.child_id, noted.pk]),
        note=correction,
    )


def page_of_note(
    note: WholeNote,
    noted: Noted,
    *,
    files: Sequence[StoredFile],
    others: Sequence[Named],
    shown: Sequence[UUID],
    links: Sequence[Link],
    past: bool,
) -> NoteShown:
    """The page at one child's record; of others only the names of those who may be seen, and what is open."""
    names = {noted.child_id: str(noted.child), **{each.key: each.name for each in others}}
    apart = [each for each in note.noted if each.child_id in shown and each.child_id != noted.child_id]
    step = note.step_for(noted.child_id)
    address = reverse("notes:note", args=[noted.child_id, noted.pk])
    return NoteShown(
        title=f"{NoteKind(noted.kind).label}, {format_date(noted.happened)}",
        rows=details(noted),
        about=[about_child(note, each, names) for each in (noted, *apart)],
        step=step_shown(note, step, may_finish=bool(links)) if step else None,
        files=[file_link(each) for each in files],
        others=[Link(each.name, reverse("children:child", args=[each.key])) for each in others],
        together=f"{address}?together=1" if others and not shown and not past else "",
        links=links,
    )


def file_link(file: StoredFile) -> Link:
    """A file, leading to its page."""
    return Link(file.title or file.name, reverse("documents:document", args=[file.person_id, file.pk]))


def about_child(note: WholeNote, noted: Noted, names: Mapping[UUID, str]) -> AboutChild:
    """What a note says about one child."""
    passages = [passage_shown(each, names) for each in note.passages_for(noted.child_id)]
    return AboutChild(names.get(noted.child_id, ""), noted.account, passages, noted.correction_reason)


def details(noted: Noted) -> list[tuple[str, list[str]]]:
    """When, how and with whom: a label and its lines."""
    by = f" by {noted.recorded_by}" if noted.recorded_by else ""
    return [
        ("When", [day(noted)]),
        ("Kind", [str(NoteKind(noted.kind).label)]),
        ("With whom", [noted.with_whom or "Not recorded"]),
        ("Recorded", [f"{format_moment(noted.recorded_at)}{by}"]),
    ]


def step_shown(note: WholeNote, step: NextStep, *, may_finish: bool) -> StepShown:
    """A next step."""
    if done := note.done.get(step.pk):
        became = f". {done.became}" if done.became else ""
        return StepShown(step.what, f"{step.owner.name}. Finished on {format_date(done.happened)}{became}", None)
    finish = Link("Say that it is done", reverse("notes:finish_step", args=[step.child_id, step.pk]))
    return StepShown(step.what, f"{step.owner.name}, by {format_date(step.by_when)}", finish if may_finish else None)
