"""What we need to know about a contact, whom we asked with a link, and what waits to be taken in."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sightline.foundation.identifiers import new_id
from sightline.practice.front_door import models, queries
from tests.architecture.matrix.cells import Cell, Staff

SPRING = date(2026, 4, 7)
AT_NOON = datetime(2026, 4, 7, 11, tzinfo=UTC)
FAR_AHEAD = timedelta(days=3650)


def of(cell: Cell, staff: Staff) -> Iterator[Any]:
    """One row of each kind; the cell keeps the keys, by the name of the kind, and the token of the link."""
    rows = [*known(cell), *asked(cell, staff)]
    cell.facts |= {type(row).__name__.lower(): row.pk for row in rows}
    yield from rows
    cell.facts["request"] = new_id()
    if (cell.relationship, cell.state) == ("allocated", "open"):
        copy = [["What worries you?", "Comes hungry."]]
        yield received("request", key=cell.facts["request"], payload={"copy": copy, "organisation": "School"})


def known(cell: Cell) -> list[Any]:
    """A concern, a word about one of its items, and a hold."""
    about = {"child_id": cell.child, "happened": SPRING, "contact_id": cell.facts["contact"]}
    word = f"Long {cell.token}"
    return [
        models.ConcernOfContact(concern="neglect", **about),
        models.NeedToKnow(concern="neglect", item="how_long", state="known", what=word, **about),
        models.ContactHold(until=SPRING, reasons=f"Waiting {cell.token}", **about),
    ]


def asked(cell: Cell, staff: Staff) -> list[Any]:
    """A check on its basis, an answer by telephone, and one that came with the link and waits."""
    token, about = cell.token, {"child_id": cell.child, "happened": SPRING}
    of_contact = {**about, "contact_id": cell.facts["contact"]}
    basis = models.BasisForChecks(basis="parent_agrees", decided_by=f"M {token}", who_agreed="Mother", **of_contact)
    question = {"items": ["neglect:daily_care"], "question": f"And {token}?", "whom": f"Nurse {token}"}
    check = models.AgencyCheck(basis=basis, agency=staff.agency, how="link", due_at=AT_NOON, **question, **of_contact)
    key = new_id()
    cell.facts["token"] = queries.token_of(key)
    digest = queries.digest_of(queries.token_of(key))
    until = AT_NOON + FAR_AHEAD
    sent = {"outcome": "answered", "given_by": f"Head {token}", "text": f"Fed {token}", "answers": []}
    return [
        basis,
        check,
        models.CheckAnswer(
            asked=check, how="telephone", outcome="answered", given_by=f"T {token}", text=f"Clean {token}", **about
        ),
        models.ReplyLink(
            pk=key, child_id=cell.child, asked=check, email="office@school.example", token_digest=digest,
            expires_at=until,
        ),
        received("reply", digest=digest, payload=sent),
    ]  # fmt: skip


def received(kind: str, *, payload: Any, key: Any = None, digest: str = "") -> Any:
    """Something that waits to be taken in."""
    return models.ReceivedByForm(
        pk=key or new_id(), kind=kind, reference="7KQ4-2XM9", token_digest=digest, payload=payload, received_at=AT_NOON
    )
