"""The pages that tell who looked at a record and what was done with it, as plain data."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import Resolver404, resolve

from sightline.foundation.area import areas, overseen, told
from sightline.foundation.audit_trail.models import AuditEntry, ReadEvent
from sightline.foundation.audit_trail.queries import Look
from sightline.foundation.calendar.words import format_moment
from sightline.foundation.children.models import Child, Person
from sightline.foundation.documents.making.kinds import kinds
from sightline.ui.components import Table, counted
from sightline.ui.paging import from_the_first
from sightline.ui.vocabulary import in_own_words

KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
DOWNLOADED = re.compile(r"downloaded, (\d+) lines: (.*)", re.DOTALL)  # as the read log keeps it
COPIED = re.compile(r"copy made: ([a-z-]+), ([a-z]+), for ([a-z]+)")  # as the read log keeps it
FORMS = {"pdf": "PDF", "docx": "Word"}
AUDIENCES = {"professional": "Professionals", "referrer": "Whoever got in touch"}
ANY_KEY = "00000000-0000-0000-0000-000000000000"
PAGES = {  # pages that stand in no navigation, and whose address says too little
    "workforce:my_work": "My work",
    "workforce:team": "A team's page",
    "workforce:line_of_sight": "Line of sight",
    "workforce:line_of_sight_of": "Line of sight of a team",
    "workforce:worker_in_sight": "Line of sight of a worker",
    "workforce:spread": "Line of sight: how work spreads",
    "workforce:clocks_of_team": "Line of sight: what is due",
    "workforce:clocks_file_of_team": "Line of sight: what is due, downloaded",
    "workforce:children_of_team": "Line of sight: children",
    "workforce:children_file_of_team": "Line of sight: children, downloaded",
    "workforce:clocks_of_worker": "What a worker has due",
    "workforce:clocks_file_of_worker": "What a worker has due, downloaded",
    "workforce:children_of_worker": "A worker's children",
    "workforce:children_file_of_worker": "A worker's children, downloaded",
    "search:people": "Search",
    "children:add": "Adding a child",
    "children:look_alikes": "Adding a child",
    "front_door:look_up": "Recording a contact",
    "front_door:afterwards_list": "Front door: afterwards",
    "children:person": "An adult in the record",
    "children:adult": "Records an adult is in",
    "children:protected_addresses": "Protected addresses",
    "children:identity": "Correcting who this is",
    "children:record": "Record something",
    "children:birth": "Recording a birth",
    "children:expecting": "Recording that more babies are expected",
    "children:death": "Recording a death",
    "access:look": "Saying why the record is opened",
    "access:walls": "Who may open this record",
    "access:exclude": "Excluding somebody from the record",
    "access:end_exclusion": "Ending an exclusion",
    "access:restrict": "Restricting the record",
    "access:change_readers": "Changing who may open the record",
    "access:lift": "Lifting the restriction",
    "access:renew": "Reviewing the restriction",
    "access:break_glass": "Emergency opening",
    "oversight:waiting": "Waiting for a manager",
    "oversight:answer": "Answering a decision",
    "oversight:reply": "Replying to a manager",
    "oversight:answer_direction": "Answering a direction",
    "documents:document": "A document",
    "documents:download": "A file",
}
BASES = {  # what the log keeps, where it is not a sentence of its own
    "demonstration": "Made-up data of the demonstration",
    "shown in a list": "Not opened",
    "in the record of a child": "With the record it is part of",
    "look with a reason": "Looked with a reason",
    "": "Not opened",
}


def looks(found: list[Look], adults: Sequence[UUID]) -> Table:
    """Who looked, when, at which page, on what basis and why."""
    names = {person.pk: str(person) for person in Person.objects.filter(pk__in=adults)}
    return Table(
        caption="Who looked, newest first",
        caption_hidden=True,
        columns=["When", "Who", "Page", "How", "On what basis"],
        rows=[
            [format_moment(look.at), look.practitioner, page_of(look.route), how(look, names), basis(look)]
            for look in found
        ],
        empty="Nobody has looked at this record in that time.",
    )


def how(look: Look, names: dict[UUID, str]) -> str:
    """Whether the record was opened or stood in a list, and who in it was opened with it."""
    if not look.opened:
        return "Shown in a list"
    if look.through_another:
        return "Opened through the record of another child"
    others = [names.get(person, "somebody else") for person in look.also_opened]
    return f"Opened, with {', '.join(dict.fromkeys(others))}" if others else "Opened"


def basis(look: Look) -> str:
    """On what basis the record was open, with the reason where one had to be given."""
    said = basis_in_words(look.basis)
    return f"{said} ({look.reason})" if look.reason else said


def basis_in_words(code: str) -> str:
    """A basis as the log keeps it, in words for people."""
    file = DOWNLOADED.fullmatch(code)
    return BASES.get(code) or (file_in_words(*file.groups()) if file else sentence(code))


def file_in_words(lines: str, narrowed_to: str) -> str:
    """A list that was downloaded; the codes it was narrowed by stay in the log."""
    part = "the whole list" if narrowed_to == "everything" else "a part of the list"
    return f"Downloaded {part}, {counted(int(lines), 'line')}"


def page_of(route: str) -> str:
    """The name of the page that stood at an address."""
    return page_at(KEY.sub(ANY_KEY, route))


@cache
def page_at(address: str) -> str:
    try:
        name = resolve(address).view_name
    except Resolver404:
        return "A page that is not there any more"
    declared: list[Any] = [part for area in areas() for part in (*area.navigation, *area.records)]
    label = next((str(part.label()) for part in declared if part.route == name), "")
    facts: list[Any] = [*overseen().values(), *told().values()]
    label = label or next((each.name for each in facts if each.page == name), "")
    label = label or PAGES.get(name, "")
    return label or by_its_area(*name.rpartition(":")[::2])


def by_its_area(namespace: str, name: str) -> str:
    """A page without a name of its own: the area it belongs to, and what its address calls it."""
    inside = next((in_own_words(each.name) for each in areas() if each.urls.endswith(f".{namespace}.urls")), "")
    words = name.replace("_", " ")
    return f"{inside}: {words}" if inside else words.capitalize()


def doings(found: list[AuditEntry]) -> Table:
    """What was done, when, by whom and on what basis."""
    return Table(
        caption="What was done, newest first",
        caption_hidden=True,
        columns=["When", "What was done", "Who", "On what basis"],
        rows=[
            [
                format_moment(entry.at),
                sentence(entry.says),
                str(entry.practitioner or entry.system),
                basis_in_words(entry.basis),
            ]
            for entry in found
        ],
        empty="Nothing was done with this record in that time.",
    )


def copies(found: Sequence[ReadEvent], child: Child) -> Table:
    """Copies of documents that left the record: of what, for whom, as what, by whom and when."""
    shown = {person for event in found for person in event.shown if person != child.pk}
    names = {person.pk: str(person) for person in Person.objects.filter(pk__in=shown)} if shown else {}
    return Table(
        caption="Copies made",
        columns=["When", "Document", "For whom", "As what", "Who made it"],
        rows=[[format_moment(event.at), *copied(event, child, names), str(event.practitioner)] for event in found],
        empty="No copy of a document was made in that time.",
    )


def copied(event: ReadEvent, child: Child, names: dict[UUID, str]) -> list[str]:
    """Of what a copy was made, for whom, and in which form."""
    made = COPIED.fullmatch(event.basis)
    if made is None:
        return [basis_in_words(event.basis), "", ""]
    kind, form, audience = made.groups()
    parent = [names.get(person, "somebody behind a wall") for person in event.shown if person != child.pk]
    known = kinds().get(kind)
    whom = parent[0] if parent else str(child) if audience == "child" else AUDIENCES.get(audience, audience)
    return [str(known.label()) if known else sentence(kind.replace("-", " ")), whom, FORMS.get(form, form)]


def sentence(says: str) -> str:
    """What an action says of itself, as the beginning of a line."""
    return says[:1].upper() + says[1:]


def ways_on(query: QueryDict, numbers: list[int], has_older: bool) -> dict[str, str]:
    """The addresses of older lines and of everything on one page; empty where there is nothing more."""
    return {
        "older": from_the_first(query, older=numbers[-1]) if has_older else "",
        "everything": from_the_first(query, all=1) if has_older or "older" in query else "",
    }
