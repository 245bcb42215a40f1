"""Named questions about case notes, as they stand or as they were known at a moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sightline.foundation.documents.models import Passage, StoredFile
from sightline.foundation.notes.models import CaseNote, NextStep, Noted, StepDone
from sightline.foundation.occasions import version_of
from sightline.foundation.workforce.models import Practitioner
from sightline.foundation.workforce.queries.involvement import involvements_of

NOTES_ON_A_PAGE = 30


@dataclass(frozen=True)
class WholeNote:
    """One note with what it says about the children whose records are open."""

    row: CaseNote
    noted: tuple[Noted, ...]
    passages: tuple[Passage, ...] = ()
    steps: tuple[NextStep, ...] = ()
    done: Mapping[UUID, StepDone] = field(default_factory=dict)  # by step

    @property
    def key(self) -> UUID:
        """What everything recorded with it points at."""
        return self.row.occasion.pk

    def passages_for(self, child: UUID) -> list[Passage]:
        """What was said by or about one child, and perhaps others, and not about all."""
        return [passage for passage in self.passages if child in passage.about]

    def step_for(self, child: UUID) -> NextStep | None:
        """The next step for one child."""
        return next((step for step in self.steps if step.child_id == child), None)


def notes_about(child: UUID, page: int) -> tuple[list[Noted], bool]:
    """One page of the notes about a child, newest first, and whether there are older ones."""
    found = Noted.objects.current().filter(child=child).select_related("recorded_by").order_by("-happened", "-id")
    begin = (page - 1) * NOTES_ON_A_PAGE
    rows = list(found[begin : begin + NOTES_ON_A_PAGE + 1])
    return rows[:NOTES_ON_A_PAGE], len(rows) > NOTES_ON_A_PAGE


def noted_in(child: UUID, fact: UUID) -> Noted | None:
    """What a note says about a child, as recorded then or corrected since."""
    found = Noted.objects.filter(child=child, pk=fact)
    return found.select_related("recorded_by", "note", "child__person", "superseded_by__recorded_by").first()


def note_of(key: UUID, moment: datetime | None = None) -> WholeNote | None:
    """A note as it stands, or stood at a moment; holds only what is about children whose records are open."""
    row = version_of(CaseNote, key, moment)
    return whole(row, moment) if row else None


def whole(row: CaseNote, moment: datetime | None = None) -> WholeNote:
    """A note with everything recorded with it about children whose records are open."""
    key = row.occasion.pk
    noted = Noted.objects.filter(note=key).standing(moment).select_related("recorded_by", "child__person")
    passages = Passage.objects.filter(occasion_id=key).standing(moment)
    steps = NextStep.objects.filter(note=key).standing(moment).select_related("owner").order_by("child")
    done = StepDone.objects.filter(step__note=key).standing(moment)
    return WholeNote(
        row=row,
        noted=tuple(noted.order_by("child")),
        passages=tuple(passages.order_by("position")),
        steps=tuple(steps),
        done={each.step_id: each for each in done},
    )


def files_with(noted: Noted) -> list[StoredFile]:
    """The files that were filed with a note and still stand in the record."""
    return list(StoredFile.objects.current().filter(pk__in=noted.files).order_by("recorded_at", "id"))


def step_in(child: UUID, key: UUID) -> NextStep | None:
    """A next step for a child that stands."""
    return NextStep.objects.current().filter(child=child, pk=key).select_related("owner").first()


def who_could_do_it(children: list[UUID], me: UUID) -> list[Practitioner]:
    """Whoever works with these children, the one who asks first."""
    parts = involvements_of(children).exclude(practitioner=None)
    known = {part.practitioner_id: part.practitioner for part in parts if part.practitioner}
    others = sorted((each for key, each in known.items() if key != me), key=lambda each: each.name)
    return [*Practitioner.objects.filter(pk=me), *others]
