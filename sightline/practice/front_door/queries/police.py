"""Police notifications that wait to be taken in, and who the children in them may be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sightline.foundation.search.queries import Found, possible_duplicates
from sightline.foundation.search.rules import asked_about
from sightline.practice.front_door.models import PoliceFile, PoliceLine
from sightline.practice.front_door.rules.police_file import PoliceRow, restored

MOST_ALIKE = 5  # records offered for one child
MOST_ASKED = 1  # ways in which the name of one child is asked for: a page asks a known number of questions


@dataclass(frozen=True)
class Notice:
    """One notification: its lines, one for each child."""

    reference: str
    lines: list[PoliceLine]
    rows: list[PoliceRow]


def seen_before(fingerprints: Iterable[str]) -> set[str]:
    """Which of these lines arrived in an earlier file."""
    asked = list(fingerprints)
    files = PoliceFile.objects.filter(fingerprints__overlap=asked).values_list("fingerprints", flat=True)
    return {each for found in files for each in found} & set(asked)


def file_sent_before(sha256: str) -> PoliceFile | None:
    """The same file, where it was sent before."""
    return PoliceFile.objects.filter(sha256=sha256).first()


def lines_that_wait(keys: Iterable[UUID]) -> list[PoliceLine]:
    """Those of these lines that nobody took in or set aside."""
    return list(PoliceLine.objects.filter(pk__in=list(keys), settled="").order_by("number"))


def notices() -> list[Notice]:
    """Every notification that waits, those of the oldest file first."""
    waiting = PoliceLine.objects.filter(settled="").order_by("recorded_at", "number", "id")
    found: dict[str, list[PoliceLine]] = {}
    for line in waiting:
        found.setdefault(line.reference, []).append(line)
    return [Notice(reference, lines, [restored(each.said) for each in lines]) for reference, lines in found.items()]


def notice_of(key: UUID) -> Notice | None:
    """The notification of a line, with its other lines that wait; nothing where it does not wait any more."""
    one = PoliceLine.objects.filter(pk=key, settled="").first()
    if one is None:
        return None
    lines = list(PoliceLine.objects.filter(reference=one.reference, settled="").order_by("number", "id"))
    return Notice(one.reference, lines, [restored(each.said) for each in lines])


def children_alike(row: PoliceRow) -> list[Found]:
    """Children who may be the one in a line; nobody behind a wall of this reader, and nobody restricted."""
    said = {
        "given_names": row.given_names.split()[0] if row.given_names else "",
        "family_name": row.family_name,
        "birth_date": row.birth_date,
    }
    if not any(said.values()):
        return []
    asked = asked_about(said)[:MOST_ASKED]
    found = possible_duplicates(*asked, tells_of_restricted=False, at_most=MOST_ALIKE)
    return [each for each in found if each.is_child and not each.restricted]


def was_there(key: UUID) -> bool:
    """Whether a line was in a file, whatever became of it."""
    return PoliceLine.objects.filter(pk=key).exists()
