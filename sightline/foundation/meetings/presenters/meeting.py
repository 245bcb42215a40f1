"""What the page of a meeting shows at one child's record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.calendar.words import format_date, format_moment, format_time
from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.documents.presenters.passages import PassageShown, passage_shown
from sightline.foundation.meetings.models import AgreedStep, Held, Meeting
from sightline.foundation.meetings.presenters.titles import (
    came_in_words,
    kind_in_words,
    meeting_title,
    part_in_words,
)
from sightline.foundation.meetings.queries import WholeMeeting
from sightline.foundation.meetings.rules import How
from sightline.ui.components import Column, Link, Table

Rows = list[tuple[str, list[str]]]
YES_NO = {True: "Yes", False: "No", None: "Not recorded"}


@dataclass(frozen=True)
class StepShown:
    """What was agreed: what, by whom, by when, and how to say that it is done."""

    text: str
    line: str
    link: Link | None = None


@dataclass(frozen=True)
class ChildShown:
    """What a meeting was for one child."""

    name: str
    words: Sequence[PassageShown]
    decided: str
    reasons: str
    disagreed: str
    steps: Sequence[StepShown]
    corrected: str = ""


@dataclass(frozen=True)
class MeetingShown:
    """The page as plain data."""

    title: str
    rows: Rows
    agenda: str
    people: Table | None = None
    why_not: str = ""
    children: Sequence[ChildShown] = ()
    others: Sequence[Link] = ()
    together: str = ""
    links: Sequence[Link] = ()


def page_of_arranged(meeting: WholeMeeting, child: UUID, *, links: Sequence[Link]) -> MeetingShown:
    """A meeting of which nobody has said yet what became of it."""
    row = meeting.row
    invited = [
        [each.name, part_in_words(each.part), each.organisation, each.left_out_because or "Invited"]
        for each in meeting.invited_for(child)
    ]
    columns: list[Column | str] = ["Who", "As what", "From", "Invited, or left out because"]
    return MeetingShown(
        title=f"{kind_in_words(row.kind)}, {format_date(row.happened)}",
        rows=details(row),
        agenda=row.agenda,
        people=Table("Who is invited", columns, invited, "Nobody is invited yet.") if invited else None,
        links=links,
    )


def page_of_meeting(
    meeting: WholeMeeting,
    held: Held,
    *,
    others: Sequence[Named],
    shown: Sequence[UUID],
    links: Sequence[Link],
    may_finish: bool,
    past: bool,
) -> MeetingShown:
    """The page at one child's record; of others only the names of those who may be seen, and what is open."""
    names = {held.child_id: str(held.child), **{each.key: each.name for each in others}}
    apart = [each for each in meeting.held if each.child_id in shown and each.child_id != held.child_id]
    address = reverse("meetings:meeting", args=[held.child_id, held.pk])
    return MeetingShown(
        title=f"{meeting_title(held)}, {format_date(held.happened)}",
        rows=[*details(meeting.row), *of_held(held)],
        agenda=meeting.row.agenda,
        people=people_of(meeting, held.child_id) if held.took_place else None,
        why_not=held.why_not,
        children=[child_shown(meeting, each, names, may_finish) for each in (held, *apart) if each.took_place],
        others=[Link(each.name, reverse("children:child", args=[each.key])) for each in others],
        together=f"{address}?together=1" if others and not shown and not past else "",
        links=links,
    )


def people_of(meeting: WholeMeeting, child: UUID) -> Table:
    """Who came, who sent a report, who sent apologies, and who was invited and is not spoken of."""
    came = meeting.attendance_for(child)
    rows = [
        [
            each.name,
            part_in_words(each.part),
            each.organisation,
            came_in_words(each.came),
            YES_NO[each.sent_report] if each.sent_report is not None else "",
        ]
        for each in came
    ]
    known = {(each.part, each.name) for each in came}
    rows += [
        [each.name, part_in_words(each.part), each.organisation, each.left_out_because or "Invited; not recorded", ""]
        for each in meeting.invited_for(child)
        if (each.part, each.name) not in known
    ]
    columns: list[Column | str] = ["Who", "As what", "From", "Came", "Sent a report"]
    return Table("Who came", columns, rows, "Nobody is named.")


def child_shown(meeting: WholeMeeting, held: Held, names: Mapping[UUID, str], may_finish: bool) -> ChildShown:
    """What the meeting was for one child."""
    return ChildShown(
        name=names.get(held.child_id, ""),
        words=[passage_shown(each, names) for each in meeting.passages_for(held.child_id)],
        decided=held.decided,
        reasons=held.reasons,
        disagreed=held.disagreed,
        steps=[step_shown(meeting, each, may_finish) for each in meeting.steps_for(held.child_id)],
        corrected=held.correction_reason,
    )


def step_shown(meeting: WholeMeeting, agreed: AgreedStep, may_finish: bool) -> StepShown:
    """What was agreed, and where it is said how far it has come."""
    line = f"{agreed.who}, by {format_date(agreed.by_when)}"
    if agreed.step is not None:
        plan = reverse("plans:plan", args=[agreed.child_id, agreed.step.goal.plan_id])
        return StepShown(agreed.text, line, Link("See it in the plan", plan))
    if done := meeting.done.get(agreed.pk):
        became = f": {done.became}" if done.became else ""
        return StepShown(agreed.text, f"{line}. Finished on {format_date(done.happened)}{became}")
    finish = Link("Say that it is done", reverse("meetings:finish_step", args=[agreed.child_id, agreed.pk]))
    return StepShown(agreed.text, line, finish if may_finish else None)


def of_held(held: Held) -> Iterator[tuple[str, list[str]]]:
    """Whether enough people came, and when the next meeting is: a label and its lines."""
    if held.enough_came is not None:
        yield "Enough people to decide", [YES_NO[held.enough_came], *filter(None, [held.went_on_because])]
    if held.next_on:
        yield "Next one", [format_date(held.next_on)]
    yield "Recorded", [f"{format_moment(held.recorded_at)}{f' by {held.recorded_by}' if held.recorded_by else ''}"]


def details(row: Meeting) -> Rows:
    """When, where and how people meet, and who chairs it: a label and its lines."""
    how = str(How(row.how).label) if row.how else "Not recorded"
    return [
        ("When", [day(row)]),
        ("How", [how, *filter(None, [row.where])]),
        ("Chaired by", [row.chaired_by or "Not recorded"]),
    ]


def day(row: Any) -> str:
    """The day, and the time where it is known."""
    at: datetime | None = row.happened_at
    return f"{format_date(row.happened)} at {format_time(at)}" if at else format_date(row.happened)
