"""Stepping up to social care and down to early help: the receiver accepts or sends back, and meets the family.

A step up never waits where the risk is immediate: the team that is asked holds the child at once, and accepts after.
A step down needs the family's yes.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.agreements.queries import has_agreed
from sightline.foundation.agreements.rules import To
from sightline.foundation.calendar.words import format_date
from sightline.foundation.door import Work, Yielded, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.standing import NotNow, hold, refuse_without
from sightline.foundation.workforce import queries as workforce
from sightline.foundation.workforce.actions.involvement import refuse_before, refuse_own, refuse_wrong_worker
from sightline.foundation.workforce.actions.transfers import refuse_unless_theirs
from sightline.foundation.workforce.models import Involvement
from sightline.foundation.workforce.rules import InvolvementKind, Priority
from sightline.practice.early_help import queries, rules
from sightline.practice.early_help.actions.episodes import lead
from sightline.practice.early_help.models import (
    EarlyHelpEpisode,
    FirstContact,
    StepAnswer,
    StepHandover,
    StepSummary,
)
from sightline.practice.early_help.rules import Direction, StepOutcome
from sightline.practice.early_help.rules import StepAnswer as Answer

YES_FIRST = "A step down needs the family's yes to the help that follows. Record first what they answered."
SETTLED = "This was settled since. Look at what stands now."


@action(permission=Permission.HAND_OVER, says="asked for a step up or down")
def ask_step(
    *,
    child_id: UUID,
    direction: str,
    why: str,
    summary: str,
    family_told: bool,
    family_words: str,
    on: date,
    to_team: UUID | None = None,
    to_organisation: str = "",
    risk_is_immediate: bool = False,
    by: Acting,
) -> Work:
    """Ask a team, or another organisation, to take the work up or down a step."""
    said = {"why": why, "summary": summary, "family_told": family_told, "family_words": family_words}
    to: dict[str, Any] = {"direction": direction, "to_team": to_team, "to_organisation": to_organisation}
    return (yield from asked(child_id, said, on, risk_is_immediate=risk_is_immediate, **to))


def asked(
    child_id: UUID,
    said: Mapping[str, Any],
    on: date,
    *,
    direction: str,
    to_team: UUID | None,
    to_organisation: str,
    risk_is_immediate: bool,
) -> Generator[Yielded, None, StepHandover]:
    """One child's step with what the receiver must know; where the risk is immediate the team holds the child now."""
    hold([child_id])
    refuse_step(child_id, direction, to_team, to_organisation, risk_is_immediate=risk_is_immediate)
    for text in (said["why"], said["summary"], said["family_words"]):
        refuse_without(text, asks="Say why, how things stand, and what the family was told and said.")
    held = workforce.holding_team(child_id)
    handover = StepHandover(
        child_id=child_id,
        began=on,
        direction=direction,
        from_team_id=held.team_id if held else None,
        to_team_id=to_team,
        to_organisation="" if to_team else to_organisation.strip(),
        risk_is_immediate=risk_is_immediate,
    )
    yield handover
    yield StepSummary(child_id=child_id, happened=on, handover=handover, **said)
    if risk_is_immediate and to_team:
        yield from held_by(child_id, to_team, on, "Step up, with immediate risk", priority=Priority.URGENT)
    return handover


def refuse_step(
    child_id: UUID, direction: str, to_team: UUID | None, to_organisation: str, *, risk_is_immediate: bool
) -> None:
    """Raise unless it is said which way and to whom, no other step is open, and the family agrees to a step down."""
    if direction not in Direction.values:
        raise NotNow("Say whether it is a step up or a step down.")
    if bool(to_team) == bool(to_organisation.strip()):
        raise NotNow("Say which team, or which other organisation, is asked.")
    if direction == Direction.UP and not to_team:
        raise NotNow("A step up goes to one of our teams.")
    if (found := queries.open_handover(child_id)) is not None:
        raise NotNow(f"{found.receiver} was asked on {format_date(found.began)} and has not settled it yet.")
    if direction == Direction.DOWN and risk_is_immediate:
        raise NotNow("Nobody steps down where the risk is immediate.")
    if direction == Direction.DOWN and not has_agreed(child_id, To.EARLY_HELP):
        raise NotNow(YES_FIRST)


def held_by(child_id: UUID, team: UUID, on: date, reason: str, priority: str = "") -> Iterator[Yielded]:
    """A team holds a child from a day on, and the team and worker before do not any more."""
    before = workforce.holding_team(child_id)
    if before is not None and before.team_id == team:
        return
    for each in filter(None, (before, workforce.allocated_worker(child_id))):
        refuse_before(each, on)
        yield ends(each, on=on, end_reason=reason)
    kept = before.priority if before is not None else Priority.MEDIUM
    begins = {"child_id": child_id, "team_id": team, "began": on, "reason": reason[:500]}
    yield Involvement(kind=InvolvementKind.HOLDING_TEAM, priority=priority or kept, **begins)


@action(permission=Permission.ALLOCATE, says="accepted a step up or down")
def accept_step(
    *,
    child_id: UUID,
    handover_id: UUID,
    on: date,
    reasons: str,
    who_leads: str = "",
    practitioner_id: UUID | None = None,
    by: Acting,
) -> Work:
    """Accept: in one step the team holds the child, a worker may be allocated, and early help ends or begins."""
    found = open_step(child_id, handover_id, on)
    return (yield from accepted_by_team(found, on, reasons, who_leads, practitioner_id, by))


def accepted_by_team(
    found: Any, on: date, reasons: str, who_leads: str, practitioner_id: UUID | None, by: Acting
) -> Generator[Yielded, None, StepAnswer]:
    """What follows for one child when the team that was asked accepts."""
    child_id = found.child_id
    if found.to_team_id is None:
        raise NotNow("Another organisation was asked. Write down what it answered.")
    refuse_unless_theirs(found, by)
    yield from held_by(child_id, found.to_team_id, on, accepted_reason(found))
    if practitioner_id is not None:
        refuse_own(practitioner_id, by)
        refuse_wrong_worker(child_id, practitioner_id, on)
        if workforce.team_of(practitioner_id, on) != found.to_team_id:
            raise NotNow(f"This worker is not in {found.to_team.name}.")
        begins = {"child_id": child_id, "team_id": found.to_team_id, "began": on, "reason": reasons[:500]}
        yield Involvement(kind=InvolvementKind.ALLOCATED_WORKER, practitioner_id=practitioner_id, **begins)
    return (yield from accepted(found, on, reasons, who_leads, practitioner_id))


@action(permission=Permission.HAND_OVER, says="wrote down what another organisation answered to a step down")
def record_partner_answer(
    *,
    child_id: UUID,
    handover_id: UUID,
    on: date,
    answered_by: str,
    accepts: bool,
    reasons: str,
    who_leads: str = "",
    by: Acting,
) -> Work:
    """Write down that another organisation accepted a step down, or sent it back, and who said so."""
    found = open_step(child_id, handover_id, on)
    if found.to_team_id is not None:
        raise NotNow("A team was asked. It answers itself.")
    refuse_without(answered_by, asks="Say who answered for the organisation.")
    if accepts:
        refuse_without(who_leads, asks="Say who leads the help.")
        return (yield from accepted(found, on, reasons, who_leads, None, answered_by))
    return (yield from answered(found, Answer.SENT_BACK, reasons, on, answered_by))


def accepted(
    found: Any, on: date, reasons: str, who_leads: str, practitioner_id: UUID | None, answered_by: str = ""
) -> Generator[Yielded, None, StepAnswer]:
    """What follows from accepting: early help begins with a lead after a step down, and ends after a step up."""
    yield ends(found, on=on, outcome=StepOutcome.ACCEPTED)
    if found.direction == Direction.UP:
        for episode in queries.open_episodes(found.child_id):
            yield ends(episode, on=max(on, episode.began), end_reason=accepted_reason(found))
    else:
        why = found.summary.why
        episode = EarlyHelpEpisode(child_id=found.child_id, began=on, organisation=found.receiver, reason=why)
        yield episode
        if who_leads.strip():
            yield lead(episode, on, who_leads, found.receiver, practitioner_id)
    return (yield from answered(found, Answer.ACCEPTED, reasons, on, answered_by))


def accepted_reason(found: Any) -> str:
    """Why something ended or began with a step."""
    return f"{'Stepped up' if found.direction == Direction.UP else 'Stepped down'} to {found.receiver}"


@action(permission=Permission.ALLOCATE, says="sent a step up or down back")
def send_step_back(*, child_id: UUID, handover_id: UUID, on: date, reasons: str, by: Acting) -> Work:
    """Send back with reasons: nothing changes, and whoever asked asks again or withdraws it."""
    return (yield from sent_back(open_step(child_id, handover_id, on), on, reasons, by))


def sent_back(found: Any, on: date, reasons: str, by: Acting) -> Generator[Yielded, None, StepAnswer]:
    """What follows for one child when the team that was asked sends it back."""
    refuse_unless_theirs(found, by)
    if found.risk_is_immediate:
        raise NotNow("The risk is immediate: nothing is sent back. Act, and talk about it afterwards.")
    if not rules.may_be_sent_back(risk_is_immediate=found.risk_is_immediate, last_answer=found.last_answer or ""):
        raise NotNow("This was sent back already. Whoever asked answers first.")
    return (yield from answered(found, Answer.SENT_BACK, reasons, on))


@action(permission=Permission.HAND_OVER, says="asked again for a step that was sent back")
def ask_step_again(*, child_id: UUID, handover_id: UUID, on: date, reasons: str, by: Acting) -> Work:
    """Ask again, saying what was missing."""
    found = open_step(child_id, handover_id, on)
    if found.last_answer != Answer.SENT_BACK:
        raise NotNow("Nothing was sent back that could be asked again.")
    return (yield from answered(found, Answer.ASKED_AGAIN, reasons, on))


@action(permission=Permission.HAND_OVER, says="withdrew a step up or down")
def withdraw_step(*, child_id: UUID, handover_id: UUID, on: date, reasons: str, by: Acting) -> Work:
    """Say that the step is not needed any more; the child stays where they are."""
    found = open_step(child_id, handover_id, on)
    yield ends(found, on=on, outcome=StepOutcome.WITHDRAWN)
    return (yield from answered(found, Answer.WITHDRAWN, reasons, on))


@action(permission=Permission.RECORD_PRACTICE, says="recorded the first contact after a step up or down")
def record_first_contact(
    *, child_id: UUID, handover_id: UUID, on: date, with_whom: str, who_leads: str, account: str, by: Acting
) -> Work:
    """Record that the receiver met the family, and who leads; never before the step was asked for."""
    hold([child_id])
    found = the_step(child_id, handover_id)
    if queries.first_contact_of(handover_id) is not None:
        raise NotNow("The first contact is recorded already.")
    if found.outcome == StepOutcome.WITHDRAWN:
        raise NotNow("This step was withdrawn.")
    refuse_early(found, on)
    for text in (with_whom, who_leads, account):
        refuse_without(text, asks="Say with whom it was, who leads, and what was said.")
    said = {"with_whom": with_whom, "who_leads": who_leads, "account": account}
    made = FirstContact(child_id=child_id, happened=on, handover=found, **said)
    yield made
    return made


def answered(
    found: Any, step: Answer, reasons: str, on: date, answered_by: str = ""
) -> Generator[Yielded, None, StepAnswer]:
    """One answer, with reasons."""
    refuse_without(reasons, asks="Say why.")
    said = {"step": step, "reasons": reasons, "answered_by": answered_by}
    made = StepAnswer(child_id=found.child_id, happened=on, handover=found, **said)
    yield made
    return made


def open_step(child_id: UUID, handover_id: UUID, on: date) -> Any:
    """A step that is not settled, held so that nobody else settles it meanwhile; raises Refusal."""
    hold([child_id])
    found = the_step(child_id, handover_id)
    if found.ended is not None:
        raise NotNow(SETTLED)
    refuse_early(found, on)
    return found


def the_step(child_id: UUID, handover_id: UUID) -> Any:
    """A step of a child; raises Refusal."""
    found = queries.handover_of(child_id, handover_id)
    if found is None:
        raise NotNow(SETTLED)
    return found


def refuse_early(found: Any, on: date) -> None:
    """Raise where something would happen before the step was asked for."""
    if on < found.began:
        raise NotNow(f"This was asked for on {format_date(found.began)}. Choose that day or a later one.")
