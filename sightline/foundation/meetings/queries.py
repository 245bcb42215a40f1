"""Named questions about meetings, as they stand or as they were known at a moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sightline.foundation.asked_often import asked_often
from sightline.foundation.documents.models import Passage
from sightline.foundation.facts import FactQuerySet
from sightline.foundation.meetings.models import AgreedStep, AgreedStepDone, Attendance, Held, Invited, Meeting
from sightline.foundation.occasions import version_of
from sightline.foundation.plans.models import Goal


@dataclass(frozen=True)
class WholeMeeting:
    """One meeting with everything recorded about it for the children whose records are open."""

    row: Meeting
    held: tuple[Held, ...] = ()
    invited: tuple[Invited, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    steps: tuple[AgreedStep, ...] = ()
    done: Mapping[UUID, AgreedStepDone] = field(default_factory=dict)  # by step
    passages: tuple[Passage, ...] = ()

    @property
    def key(self) -> UUID:
        """What everything recorded about it points at."""
        return self.row.occasion.pk

    def held_for(self, child: UUID) -> Held | None:
        """What became of it for one child."""
        return next((each for each in self.held if each.child_id == child), None)

    def invited_for(self, child: UUID) -> list[Invited]:
        """Who was invited to speak about one child."""
        return [each for each in self.invited if each.child_id == child]

    def attendance_for(self, child: UUID) -> list[Attendance]:
        """Who came, or did not, for one child."""
        return [each for each in self.attendance if each.child_id == child]

    def steps_for(self, child: UUID) -> list[AgreedStep]:
        """What was agreed for one child."""
        return [each for each in self.steps if each.child_id == child]

    def passages_for(self, child: UUID) -> list[Passage]:
        """What was said by or about one child, and perhaps others."""
        return [each for each in self.passages if child in each.about]


def meetings_held(children: Iterable[UUID], kind: str) -> FactQuerySet:
    """For clocks: the meetings of a kind about these children that took place, the first one first."""
    held = Held.objects.current().about(children).filter(kind=kind, took_place=True)
    return held.order_by("happened", "recorded_at")


def meetings_about(child: UUID) -> list[Held]:
    """What became of the meetings about a child, newest first."""
    found = Held.objects.current().filter(child=child).select_related("recorded_by", "meeting")
    return list(found.order_by("-happened", "-recorded_at"))


@asked_often
def arranged_about(child: UUID) -> FactQuerySet:
    """The meetings about a child of which nobody has said yet what became of them, the next one first."""
    told = Held.objects.filter(child=child).values("meeting")
    found = Meeting.objects.current().filter(children__contains=[child]).select_related("first", "recorded_by")
    return found.exclude(pk__in=told).exclude(first__in=told).order_by("happened", "id")


def held_in(child: UUID, fact: UUID) -> Held | None:
    """What became of a meeting for a child, as recorded then or corrected since."""
    found = Held.objects.filter(child=child, pk=fact)
    return found.select_related("recorded_by", "meeting", "child__person", "superseded_by__recorded_by").first()


def meeting_about(child: UUID, key: UUID) -> WholeMeeting | None:
    """A meeting about a child as it stands."""
    row = version_of(Meeting, key)
    return whole(row) if row and child in row.children else None


def arranged_meeting(child: UUID, key: UUID) -> WholeMeeting | None:
    """A meeting about a child with who is invited, and what became of it if that is said; three queries."""
    row = version_of(Meeting, key)
    if row is None or child not in row.children:
        return None
    held = Held.objects.current().filter(meeting=row.occasion).select_related("recorded_by", "child__person")
    invited = Invited.objects.current().filter(meeting=row.occasion).order_by("child", "position")
    return WholeMeeting(row=row, held=tuple(held), invited=tuple(invited))


def whole(row: Meeting, moment: datetime | None = None) -> WholeMeeting:
    """A meeting with everything recorded about it for children whose records are open; six queries."""
    key = row.occasion.pk
    held = Held.objects.filter(meeting=key).standing(moment).select_related("recorded_by", "child__person")
    steps = AgreedStep.objects.filter(meeting=key).standing(moment).select_related("owner", "step__goal")
    done = AgreedStepDone.objects.filter(step__meeting=key).standing(moment)
    passages = Passage.objects.filter(occasion_id=key).standing(moment)
    return WholeMeeting(
        row=row,
        held=tuple(held.order_by("child")),
        invited=tuple(Invited.objects.filter(meeting=key).standing(moment).order_by("child", "position")),
        attendance=tuple(Attendance.objects.filter(meeting=key).standing(moment).order_by("child", "position")),
        steps=tuple(steps.order_by("child", "position")),
        done={each.step_id: each for each in done},
        passages=tuple(passages.order_by("position")),
    )


def version_of_people(meeting: UUID, child: UUID) -> int:
    """How often it was recorded about a child who came to a meeting and what became of it: grows with corrections."""
    said = Attendance.objects.filter(meeting=meeting, child=child)
    gone = said.exclude(superseded_at=None)
    return said.count() + gone.count() + Held.objects.filter(meeting=meeting, child=child).count()


def people_at(meeting: UUID, child: UUID) -> tuple[list[Attendance], int]:
    """Who came to a meeting about a child, as it stands, and which version of that this is."""
    people = Attendance.objects.current().filter(meeting=meeting, child=child).order_by("position", "id")
    return list(people), version_of_people(meeting, child)


def open_goals(children: Iterable[UUID]) -> dict[UUID, Goal]:
    """The goals of open plans of these children, by key: what is agreed at a meeting can serve one of them."""
    found = Goal.objects.current().about(children).filter(ended=None, plan__ended=None, plan__superseded_at=None)
    return {goal.pk: goal for goal in found.select_related("plan").order_by("child", "began", "id")}


def step_in(child: UUID, key: UUID) -> AgreedStep | None:
    """What was agreed for a child, if it stands and no plan keeps it."""
    return AgreedStep.objects.current().filter(child=child, pk=key, step=None).select_related("owner").first()


def steps_agreed_with(step: AgreedStep) -> list[AgreedStep]:
    """The same step as agreed for every child whose record is open, where nobody has finished it yet."""
    done = AgreedStepDone.objects.current().filter(step__meeting=step.meeting_id).values("step")
    same = AgreedStep.objects.current().filter(meeting=step.meeting_id, text=step.text, who=step.who, step=None)
    return list(same.exclude(pk__in=done).order_by("child"))
