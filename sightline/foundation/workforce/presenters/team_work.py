"""A team's page: who waits, and who works with whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sightline.foundation.calendar.words import format_date, format_short_date, format_time
from sightline.foundation.children.presenters import words as people_words
from sightline.foundation.workforce.models import Duty
from sightline.foundation.workforce.presenters.my_work import by_family_name, link_to
from sightline.foundation.workforce.presenters.priority import priority_tag
from sightline.foundation.workforce.presenters.words import length, role_words
from sightline.foundation.workforce.queries.team_work import HeldChild, TeamWork
from sightline.foundation.workforce.rules import Priority
from sightline.ui.components import Column, EmptyState, Link, Table

ORDER = list(Priority)


@dataclass(frozen=True)
class WorkerSection:
    """One worker of the team, and the children allocated to them."""

    heading: str
    note: str
    table: Table | None


@dataclass(frozen=True)
class TeamPage:
    """The page of a team."""

    name: str
    telephone: str
    on_duty: list[str]
    waiting: Table
    workers: list[WorkerSection]


def team_page(work: TeamWork, today: date, *, with_numbers: bool) -> TeamPage:
    """The page as plain data; numbers about one worker only for their own manager (practice rules, measuring)."""
    waiting = [each for each in work.children if each.worker is None]
    return TeamPage(
        name=work.team.name,
        telephone=work.team.telephone,
        on_duty=[duty_words(each) for each in work.on_duty],
        waiting=waiting_table(waiting, today),
        workers=workers(work, today, with_numbers=with_numbers),
    )


def duty_words(duty: Duty) -> str:
    """Who is on duty, and until when."""
    kind = "out of hours" if duty.out_of_hours else "duty"
    return f"{duty.practitioner.name}, {kind}, until {format_time(duty.until)}"


def waiting_table(waiting: list[HeldChild], today: date) -> Table:
    """Who waits for a worker: the most urgent first, and of those the one who waits longest."""
    waiting.sort(key=lambda each: (urgency(each), each.held.began))
    rows = [
        (
            link_to(each.person),
            people_words.age(each.person, today),
            priority_tag(each.held.priority) or "",
            length((today - each.held.began).days),
            each.held.reason,
        )
        for each in waiting
    ]
    columns = [Column(heading) for heading in ("Child", "Age", "How soon", "Waiting", "Why this team")]
    return Table("Waiting for a worker", columns, rows, empty=EmptyState("Nobody is waiting for a worker."))


def urgency(child: HeldChild) -> int:
    """The place of a priority, the most urgent first, none last."""
    return ORDER.index(Priority(child.held.priority)) if child.held.priority else len(ORDER)


def workers(work: TeamWork, today: date, *, with_numbers: bool) -> list[WorkerSection]:
    """The people of the team with their children, and children whose worker is not in the team today."""
    by_worker: dict[object, list[HeldChild]] = {}
    for each in work.children:
        if each.worker is not None:
            by_worker.setdefault(each.worker.practitioner_id, []).append(each)
    sections: list[WorkerSection] = []
    without: list[str] = []
    for post in work.posts:
        theirs = sorted(by_worker.pop(post.practitioner_id, []), key=lambda each: by_family_name(each.person))
        notes = [
            role_words(post.role),
            away_words(work, post.practitioner_id),
            leaving_words(post.practitioner.ends_on),
        ]
        if with_numbers and theirs:
            notes.insert(1, "1 child" if len(theirs) == 1 else f"{len(theirs)} children")
        if not theirs:
            without.append(f"{post.practitioner.name} ({', '.join(filter(None, notes))})")
            continue
        heading = post.practitioner.name
        sections.append(WorkerSection(heading, " · ".join(filter(None, notes)), children_table(heading, theirs, today)))
    left = sorted(
        (each for found in by_worker.values() for each in found), key=lambda each: by_family_name(each.person)
    )
    if left:
        note = "Their worker has left or moved to another team. Allocate them."
        sections.insert(0, WorkerSection("Without a worker in the team", note, children_table("Left", left, today)))
    if without:
        sections.append(WorkerSection("No children allocated to them", "; ".join(without), None))
    return sections


def away_words(work: TeamWork, practitioner: object) -> str:
    """Whether somebody is away, and who covers."""
    away = work.away.get(practitioner)  # type: ignore[call-overload]
    if away is None:
        return ""
    covers = f"{away.covered_by.name} covers" if away.covered_by else "duty covers"
    return f"away until {format_date(away.until)}, {covers}"


def leaving_words(ends_on: date | None) -> str:
    """When somebody leaves."""
    return f"last day {format_date(ends_on)}" if ends_on else ""


def children_table(name: str, children: Sequence[HeldChild], today: date) -> Table | None:
    """The children of one worker, and for how long; nothing for a worker without any."""
    if not children:
        return None
    rows: list[tuple[Link, str, str]] = []
    for each in children:
        assert each.worker is not None
        since = format_short_date(each.worker.began)
        rows.append((link_to(each.person), people_words.age(each.person, today), since))
    columns = [Column("Child"), Column("Age"), Column("With this worker since")]
    return Table(f"Children allocated to {name}", columns, rows, caption_hidden=True)
