"""What a list of people shows: name, age, open or closed, team and worker, and nothing more."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from sightline.foundation.children.presenters import words
from sightline.foundation.children.rules import display_name
from sightline.foundation.search.queries import AT_MOST, Found
from sightline.ui.components import Column, Link, Table, Tag


@dataclass(frozen=True)
class Restricted:
    """That a restricted record exists, whom to ring, and where those who may open it in an emergency go."""

    said: str
    emergency: str

    def __str__(self) -> str:
        return self.said


@dataclass(frozen=True)
class Results:
    """A page of results: the people who may be shown, and whom to ring about records that may not."""

    table: Table
    restricted: list[Restricted]
    shown: list[UUID]
    count: int
    more: bool

    @property
    def said(self) -> str:
        """How many were found, for the heading and for a screen reader."""
        if not self.count:
            return "No records found"
        many = f"More than {AT_MOST}" if self.more else str(self.count)
        return f"{many} record{'' if self.count == 1 else 's'} found"


def results(found: Sequence[Found], today: date, *, caption: str = "People found", at_most: int = AT_MOST) -> Results:
    """The people whom a search found, as a list may show them."""
    listed = found[:at_most]
    seen = [each for each in listed if not each.restricted]
    columns: list[Column | str] = ["Name", "Age", "Record", "Team and worker", "Found by"]
    return Results(
        table=Table(caption, columns, [row(each, today) for each in seen], caption_hidden=True),
        restricted=[exists(each) for each in listed if each.restricted],
        shown=[each.person_id for each in listed],
        count=len(listed),
        more=len(found) > at_most,
    )


def row(found: Found, today: date) -> list[object]:
    """One person."""
    return [
        Link(name(found), page(found)),
        words.age(found, today) or "Not known",
        status(found),
        held(found),
        matched(found),
    ]


def name(found: Found) -> str:
    """The name that people use."""
    unborn = found.birth_date is None and found.expected_on is not None
    return display_name(found.known_as or "", found.given_names or "", found.family_name or "", unborn=unborn)


def page(found: Found) -> str:
    """A child's record; for an adult, the page that leads to the records they are in."""
    return reverse("children:child" if found.is_child else "children:adult", args=[found.person_id])


def status(found: Found) -> Tag:
    """Whether anybody works with this child now."""
    if not found.is_child:
        return Tag("Adult", "blue")
    return Tag("Open", "green") if found.team or found.worker else Tag("Closed")


def held(found: Found) -> str:
    """The team and the worker."""
    return ", ".join(part for part in (found.team, found.worker) if part) or "Nobody now"


def matched(found: Found) -> str:
    """By what the person was found."""
    kinds = found.matched.split(", ")
    first = ["name"] if "name" in kinds else []
    return ", ".join([*first, *(kind for kind in kinds if kind != "name")]).capitalize()


def exists(found: Found) -> Restricted:
    """All that is said of a restricted record (access-and-records, section 2); told only to those who may open it."""
    team = found.team or "the team that holds it"
    said = f"A record exists. Contact the duty manager, {team}{f', {found.telephone}' if found.telephone else ''}."
    return Restricted(said, reverse("access:break_glass", args=[found.person_id]))


def in_one_line(found: Found, today: date) -> str:
    """A person as an answer of a question."""
    age = words.age(found, today)
    kind = "open record" if found.team or found.worker else "closed record" if found.is_child else "adult"
    return ", ".join(part for part in (name(found), age, kind, held(found) if found.is_child else "") if part)


def signature(found: Iterable[Found]) -> str:
    """Which people somebody has looked at, so that new ones are asked about again."""
    return " ".join(sorted(str(each.person_id)[-12:] for each in found))
