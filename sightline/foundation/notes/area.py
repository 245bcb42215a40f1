"""What case notes declare to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Navigation, RecordSomething, ToDo, Told
from sightline.foundation.notes import presenters
from sightline.foundation.notes.models import NextStep, Noted, StepDone

AREA = Area(
    name="Case notes",
    chronology=[
        Told(
            Noted,
            major=False,
            title=presenters.note_title,
            detail=lambda noted: noted.account,
            page="notes:note",
            label=lambda: "Case notes",
        )
    ],
    to_do=[
        ToDo(
            NextStep,
            answers=StepDone,
            asked="step",
            settles=lambda done: True,
            title=lambda given: "Next step from a case note",
            page="notes:finish_step",
        )
    ],
    navigation=[Navigation(lambda: "Case notes", "notes:list", Permission.OPEN_RECORD, order=24)],
    records=[RecordSomething(lambda: "Write a case note", "notes:record", Permission.RECORD_NOTE, everyday=True)],
    urls="sightline.foundation.notes.urls",
    prefix="notes/",
)
