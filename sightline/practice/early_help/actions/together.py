"""Steps of brothers and sisters in one go: asked once for all, and accepted or sent back together or each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Refusal, Work, action
from sightline.foundation.facts import Acting
from sightline.foundation.standing import NotNow, hold
from sightline.practice.early_help.actions.handovers import accepted_by_team, asked, open_step, sent_back


@action(permission=Permission.HAND_OVER, says="asked for a step up or down of brothers and sisters")
def ask_steps(
    *,
    summaries: Mapping[UUID, str],
    names: Mapping[UUID, str],
    direction: str,
    why: str,
    family_told: bool,
    family_words: str,
    on: date,
    to_team: UUID | None = None,
    to_organisation: str = "",
    risk_is_immediate: bool = False,
    by: Acting,
) -> Work:
    """Ask for several children with one reason and one telling of the family; how each stands is by child.

    A refusal names the child whom it is about; then nothing is asked for any of them.
    """
    hold(sorted(summaries))
    to: dict[str, Any] = {"direction": direction, "to_team": to_team, "to_organisation": to_organisation}
    made = None
    for child, summary in summaries.items():
        said = {"why": why, "summary": summary, "family_told": family_told, "family_words": family_words}
        try:
            step = yield from asked(child, said, on, risk_is_immediate=risk_is_immediate, **to)
        except Refusal as refusal:
            raise NotNow(f"{names[child]}: {refusal}") from refusal
        made = made or step
    return made


@action(permission=Permission.ALLOCATE, says="accepted steps up or down of brothers and sisters")
def accept_steps(
    *,
    steps: Sequence[tuple[UUID, UUID]],
    on: date,
    reasons: str,
    who_leads: str = "",
    practitioner_id: UUID | None = None,
    by: Acting,
) -> Work:
    """Accept the steps of several children, each by the child's key and its own, with one worker for all of them."""
    hold(sorted(child for child, _ in steps))
    made = None
    for child, step in steps:
        made = yield from accepted_by_team(open_step(child, step, on), on, reasons, who_leads, practitioner_id, by)
    return made


@action(permission=Permission.ALLOCATE, says="sent steps up or down of brothers and sisters back")
def send_steps_back(*, steps: Sequence[tuple[UUID, UUID]], on: date, reasons: str, by: Acting) -> Work:
    """Send the steps of several children back with the same reasons."""
    hold(sorted(child for child, _ in steps))
    made = None
    for child, step in steps:
        made = yield from sent_back(open_step(child, step, on), on, reasons, by)
    return made
