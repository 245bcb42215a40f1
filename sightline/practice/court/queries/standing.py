"""What stands about the pre-proceedings of a child."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sightline.practice.court.models import FamilyGroupDecisionMaking, PreProceedings, PreProceedingsMeeting
from sightline.practice.court.rules import MeetingKind


def kind_of_next_meeting(spell: PreProceedings) -> MeetingKind:
    """Whether the next meeting of a period is its first or a review."""
    held = PreProceedingsMeeting.objects.current().filter(pre_proceedings=spell).exists()
    return MeetingKind.REVIEW if held else MeetingKind.FIRST


def steps_so_far(child: UUID, on: date) -> list[str]:
    """The steps of family group decision making about a child up to a day, the first one first."""
    made = FamilyGroupDecisionMaking.objects.current().filter(child=child, happened__lte=on)
    return list(made.order_by("happened", "recorded_at").values_list("step", flat=True))
