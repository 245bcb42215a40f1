"""Writes through the door as the web role: each with audit entry, change rows, index and clocks, and durable."""

import time
from collections.abc import Iterator
from uuid import UUID, uuid4

from django.db import transaction

from bench.report import Line
from bench.setting import Setting
from sightline.foundation.access.rules import Permission
from sightline.foundation.audit_trail import recorder
from sightline.foundation.documents.models import Passage
from sightline.foundation.door import action
from sightline.foundation.facts import Acting
from sightline.foundation.identifiers import new_id
from tests.reliability import crashing
from tests.reliability.recording import write_as

THOUSANDS = 5_000


@action(permission=Permission.RECORD_FILE, says="recorded many notes")
def record_many(*, child: UUID, how_many: int, by: Acting) -> Iterator[Passage]:
    """So many passages about a child in one action."""
    occasion = new_id()
    for number in range(how_many):
        yield Passage(
            occasion_kind="note", occasion_id=occasion, place="note", position=number % 1000, about=[child],
            text=f"Note {number}: visited at home, seen alone, school is going well."
        )  # fmt: skip
    return None


def measure(setting: Setting, long: bool) -> Iterator[Line]:
    """One by one, eight at once, and in thousands."""
    seconds = 20 if long else 5
    with setting.database.process("web"):
        began, count = time.perf_counter(), 0
        while time.perf_counter() < began + seconds:
            with transaction.atomic():
                write_as(setting.worker, setting.child, "One note.")
            count += 1
        yield Line("one by one: actions a second (two facts each)", f"{count / (time.perf_counter() - began):.0f}")
        writers = crashing.Writers(crashing.through_the_door(setting.worker, setting.child), how_many=8)
        with writers.writing():
            time.sleep(seconds)
        yield Line("by eight at once: actions a second", f"{len(writers.acknowledged) / seconds:.0f}")
        for how_many in (1_000, THOUSANDS):
            began = time.perf_counter()
            write_many(setting, how_many)
            yield Line(f"{how_many:,} in one action: facts a second", f"{how_many / (time.perf_counter() - began):.0f}")


def write_many(setting: Setting, how_many: int) -> None:
    """What one request would do that writes thousands."""
    by = Acting(
        practitioner_id=setting.worker, role="social_worker", basis="bench", session="bench", request_key=uuid4()
    )
    with transaction.atomic():
        recorder.begin(actor=setting.worker, session="bench", request=uuid4(), route="/bench/")
        recorder.open_record(setting.child, basis="bench")
        record_many(child=setting.child, how_many=how_many, by=by)
