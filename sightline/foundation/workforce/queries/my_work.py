"""What one practitioner has to do, and what they should be told."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from sightline.foundation.access.models import Opening
from sightline.foundation.access.queries import Reach, looks_at
from sightline.foundation.children.models import Person
from sightline.foundation.documents.queries import drafts_of
from sightline.foundation.documents.queries.drafts import DraftLine
from sightline.foundation.facts import Acting
from sightline.foundation.oversight.models import StillToDo
from sightline.foundation.oversight.queries import WaitingItem, still_to_do_by, waiting_and_sent_back
from sightline.foundation.timescales.models import ClockRow
from sightline.foundation.timescales.queries import to_attend_to
from sightline.foundation.workforce.models import Involvement, KeptList, Transfer
from sightline.foundation.workforce.queries.involvement import involvements_by
from sightline.foundation.workforce.queries.kept_lists import lists_kept_by
from sightline.foundation.workforce.queries.transfers import transfers_for

TOLD_FOR = timedelta(days=14)  # how long My work shows that somebody else looked


@dataclass(frozen=True)
class MyWork:
    """Everything on the page: facts and rows, in the order in which they are shown."""

    parts: list[Involvement]
    clocks: list[ClockRow]
    drafts: list[DraftLine]
    looks: list[Opening]
    waiting: list[WaitingItem]
    sent_back: list[WaitingItem]
    asked: list[list[StillToDo]]
    transfers: list[list[Transfer]]
    kept_lists: list[KeptList]
    people: dict[UUID, Person] = field(default_factory=dict)


def my_work(by: Acting, reach: Reach, now: datetime, today: date) -> MyWork:
    """What somebody owes and holds today, cover for others included; as many queries for any load."""
    assert by.practitioner_id is not None
    parts = list(involvements_by({by.practitioner_id} | reach.covered).select_related("practitioner", "child__person"))
    mine = {each.child_id for each in parts}
    drafts = drafts_of(by.practitioner_id)
    waiting, sent_back = waiting_and_sent_back(reach, by)
    people = {each.child_id: each.child.person for each in parts}
    further = {person for draft in drafts for person in draft.subjects} - people.keys()
    people |= people_by_key(further) if further else {}
    return MyWork(
        parts=parts,
        clocks=list(to_attend_to(today, now=now).about(mine).legal_first()),
        drafts=drafts,
        looks=list(looks_at(mine, now - TOLD_FOR).exclude(practitioner=by.practitioner_id)),
        waiting=waiting,
        sent_back=sent_back,
        asked=still_to_do_by(by.practitioner_id),
        transfers=transfers_for(reach, by),
        kept_lists=lists_kept_by(by.practitioner_id),
        people=people,
    )


def people_by_key(keys: Iterable[UUID]) -> dict[UUID, Person]:
    """The people with these keys who are on this side of the walls."""
    people: dict[UUID, Person] = Person.objects.in_bulk(list(keys))
    return people
