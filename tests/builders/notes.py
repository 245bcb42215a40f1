"""Case notes, recorded through the real action.

written = note([tia, leo], account="Rang about Friday", step=step(owner=worker.pk))
"""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.facts import Acting
from sightline.foundation.notes import actions
from sightline.foundation.notes.models import CaseNote, Noted
from sightline.foundation.notes.rules import NoteKind, Step
from tests.builders.child_protection import in_the_name_of
from tests.builders.workforce import BUILDER, as_builder

WRITTEN, DUE = date(2026, 6, 1), date(2026, 6, 5)


def step(owner: UUID, what: str = "Ring the school nurse", by_when: date = DUE) -> Step:
    """What is to be done next."""
    return Step(what, owner, by_when)


def note(children: Sequence[UUID], *, on: date = WRITTEN, by: Acting = BUILDER, **more: Any) -> CaseNote:
    """A note of a call about these children."""
    asked = {"happened_on": on, "kind": NoteKind.CALL, "with_whom": "Jo Carr, school", "account": "Late three times."}
    with in_the_name_of(by):
        return CaseNote.objects.get(pk=actions.record_note(**asked | more, children=list(children), by=by).result)


def noted_in(child: UUID, written: CaseNote) -> Noted:
    """What stands as what a note says about a child."""
    with as_builder():
        return Noted.objects.current().get(child=child, note=written.occasion)
