"""A meeting that is arranged about a child, and one that was held: who came, what was said, decided and agreed."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sightline.foundation.documents.models import Passage
from sightline.foundation.meetings.models import AgreedStep, AgreedStepDone, Attendance, Held, Invited, Meeting
from tests.architecture.matrix.cells import DAY, Cell, Staff


def of(cell: Cell, staff: Staff) -> Iterator[Any]:
    """One of each."""
    child, token = cell.child, cell.token
    about = {"child_id": child, "happened": DAY}
    planned = Meeting(
        happened=DAY, children=[child], kind="core_group", how="in_person", where=f"Hall {token}",
        chaired_by=f"Chair {token}", agenda=f"Beds {token}",
    )  # fmt: skip
    asked = Invited(meeting=planned, part="parent", name=f"Mum {token}", left_out_because=f"Bail {token}", **about)
    met = Meeting(happened=DAY, children=[child], kind="core_group", how="online", chaired_by=f"Chair {token}")
    held = Held(
        meeting=met, kind="core_group", decided=f"Goes on {token}", reasons=f"Sleeps {token}",
        disagreed=f"Gran {token}", next_on=date(2026, 12, 1), **about,
    )  # fmt: skip
    came = Attendance(
        meeting=met, part="education", name=f"Jo {token}", organisation=f"School {token}", came="came", **about
    )
    step = AgreedStep(
        meeting=met,
        text=f"Ring {token}",
        who=f"Amina {token}",
        owner=staff.asked_about(cell),
        by_when=date(2026, 12, 1),
        **about,
    )
    other = AgreedStep(meeting=met, text=f"Write {token}", who=f"Jo {token}", by_when=date(2026, 12, 1), **about)
    done = AgreedStepDone(step=other, became=f"Wrote {token}", **about)
    words = Passage(
        occasion_kind=Meeting._meta.label, occasion_id=met.pk, place="said", about=[child], may_know="child",
        text=f"Cried {token}",
    )  # fmt: skip
    cell.facts |= {"meeting": planned.pk, "held": held.pk, "agreed": step.pk}
    yield from (planned, asked, met, held, came, step, other, done, words)
