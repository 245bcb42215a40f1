"""What stands about the pre-proceedings of a child."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sightline.foundation.standing import open_spell
from sightline.practice.court.models import (
    CareProceedings,
    EmergencyOrder,
    FamilyGroupDecisionMaking,
    PreProceedings,
    PreProceedingsMeeting,
)
from sightline.practice.court.rules import MeetingKind


def kind_of_next_meeting(spell: PreProceedings) -> MeetingKind:
    """Whether the next meeting of a period is its first or a review."""
    held = PreProceedingsMeeting.objects.current().filter(pre_proceedings=spell).exists()
    return MeetingKind.REVIEW if held else MeetingKind.FIRST


def steps_so_far(child: UUID, on: date) -> list[str]:
    """The steps of family group decision making about a child up to a day, the first one first."""
    made = FamilyGroupDecisionMaking.objects.current().filter(child=child, happened__lte=on)
    return list(made.order_by("happened", "recorded_at").values_list("step", flat=True))


@dataclass(frozen=True)
class StandsInCourt:
    """What lasts about a child before and in court."""

    pre_proceedings: PreProceedings | None
    proceedings: CareProceedings | None
    orders: list[EmergencyOrder]


def stands_in_court(child: UUID) -> StandsInCourt:
    """What lasts about a child before and in court; three queries."""
    before, case = open_spell(PreProceedings, child), open_spell(CareProceedings, child)
    return StandsInCourt(before, case, orders_in_force(child))


def orders_in_force(child: UUID) -> list[EmergencyOrder]:
    """The orders and powers about a child that have not ended, the oldest first."""
    return list(EmergencyOrder.objects.current().about([child]).filter(ended=None).order_by("began", "recorded_at"))


def is_in_court(child: UUID) -> bool:
    """Whether care proceedings about a child are under way."""
    return open_spell(CareProceedings, child) is not None
