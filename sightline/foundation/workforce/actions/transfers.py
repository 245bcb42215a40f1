"""Handing children over from one team to another: the one that asks holds them until the other accepts."""

from collections.abc import Generator, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.access.queries import reach
from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Refusal, Work, Yielded, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.identifiers import new_id
from sightline.foundation.standing import NotNow
from sightline.foundation.workforce import queries, rules
from sightline.foundation.workforce.actions.involvement import (
    NotThisPerson,
    refuse_before,
    refuse_own,
    refuse_wrong_worker,
)
from sightline.foundation.workforce.models import Handover, Involvement, Team, Transfer, TransferStep
from sightline.foundation.workforce.queries import transfers as asked
from sightline.foundation.workforce.rules import InvolvementKind, TransferOutcome
from sightline.foundation.workforce.rules import TransferStep as Step


class NotYours(Refusal):
    """Somebody else must answer."""


@action(permission=Permission.HAND_OVER, says="asked another team to take children over")
def ask_transfer(
    *,
    children: Sequence[UUID],
    to_team: UUID,
    why: str,
    summary: str,
    joint_visit_on: date,
    family_told: bool,
    family_words: str,
    partners: str,
    on: date,
    by: Acting,
) -> Work:
    """Ask another team to take over one child, or brothers and sisters; the present team holds them meanwhile."""
    team = queries.team(to_team)
    if team.kind != rules.TeamKind.TEAM or team.closed_on:
        raise NotNow(f"{team.name} cannot hold children. Choose a team that works with families.")
    refuse_unsaid(why, summary, family_words, partners)
    transfer, together = None, new_id()
    for child in children:
        transfer = Transfer(
            child_id=child, began=on, from_team=giver(child, team), to_team=team, joint_visit_on=joint_visit_on,
            together=together,
        )  # fmt: skip
        yield transfer
        yield Handover(
            child_id=child,
            happened=on,
            transfer=transfer,
            why=why,
            summary=summary,
            family_told=family_told,
            family_words=family_words,
            partners=partners,
        )
    return transfer


def giver(child: UUID, to_team: Team) -> Team:
    """The team that holds a child and asks; raises Refusal where it is the same, or has asked already."""
    held = holder(child)
    if held.team_id == to_team.pk:
        raise NotNow(f"{to_team.name} holds this child already.")
    if asked.open_transfer(child):
        raise NotNow("Another team has been asked already. Its answer, or withdrawing what was asked, comes first.")
    assert held.team is not None
    return held.team


def holder(child: UUID) -> Involvement:
    """The team that holds a child; raises Refusal where there is none."""
    held = queries.holding_team(child)
    if held is None:
        raise NotNow("No team holds this child. Place the child with a team instead.")
    return held


def refuse_unsaid(*texts: str) -> None:
    """Raise where something that the other team, the family or partners need is left out."""
    if not all(text.strip() for text in texts):
        raise Refusal("Say why, how things stand, and what the family and partners were told.")


@action(permission=Permission.ALLOCATE, says="took children over from another team")
def accept_transfer(*, transfers: Sequence[UUID], practitioner_id: UUID, reason: str, on: date, by: Acting) -> Work:
    """Take children over: in one step the other team and its worker end, and this team and its worker begin."""
    refuse_own(practitioner_id, by)
    found = open_ones(transfers)
    transfer = None
    for transfer in found:
        refuse_unless_theirs(transfer, by)
        yield from moved(transfer, practitioner_id, reason, on)
    return transfer


def moved(transfer: Any, practitioner_id: UUID, reason: str, on: date) -> Iterator[Yielded]:
    """The team and the worker of one child, before and after."""
    child, team, before = transfer.child_id, transfer.to_team, holder(transfer.child_id)
    refuse_wrong_worker(child, practitioner_id, on)
    if queries.team_of(practitioner_id, on) != team.pk:
        raise NotThisPerson(f"This worker is not in {team.name}. Choose somebody from the team that takes over.")
    if on < transfer.began:
        raise NotNow("A child cannot be taken over before that was asked.")
    worker = queries.allocated_worker(child)
    for each in filter(None, (before, worker)):
        refuse_before(each, on)
        yield ends(each, on=on, end_reason=f"Taken over by {team.name}")
    yield ends(transfer, on=on, outcome=TransferOutcome.ACCEPTED)
    yield TransferStep(child_id=child, happened=on, transfer=transfer, step=Step.ACCEPTED, reasons=reason)
    begins = {"child_id": child, "team_id": team.pk, "began": on, "reason": reason[:500]}
    yield Involvement(kind=InvolvementKind.HOLDING_TEAM, priority=before.priority, **begins)
    yield Involvement(kind=InvolvementKind.ALLOCATED_WORKER, practitioner_id=practitioner_id, **begins)


@action(permission=Permission.ALLOCATE, says="sent a request to take children over back")
def refuse_transfer(*, transfers: Sequence[UUID], reasons: str, on: date, by: Acting) -> Work:
    """Refuse with reasons: the team that asked still holds the children, and a service manager decides."""
    found = open_ones(transfers)
    for each in found:
        refuse_unless_theirs(each, by)
        if not rules.may_refuse(each.last_step or ""):
            raise NotNow("This was sent back before. What a manager above both teams decided stands.")
    return (yield from steps(found, Step.REFUSED, reasons, on))


@action(permission=Permission.DECIDE_TRANSFER, says="decided on children whom a team did not take over")
def decide_transfer(*, transfers: Sequence[UUID], takes_over: bool, reasons: str, on: date, by: Acting) -> Work:
    """Decide after a refusal whether the other team takes the children over, or they stay where they are."""
    found = open_ones(transfers)
    for each in found:
        if not rules.waits_for_service_manager(each.last_step or ""):
            raise NotNow("Nothing was sent back that waits for a decision.")
        if by.practitioner_id and by.practitioner_id in refused_or_asked_by(each):
            raise NotYours("You asked, or sent it back, yourself. Another manager must decide.")
        if not takes_over:
            yield ends(each, on=on, outcome=TransferOutcome.KEPT)
    return (yield from steps(found, Step.UPHELD if takes_over else Step.KEPT, reasons, on))


@action(permission=Permission.HAND_OVER, says="withdrew what was asked of another team")
def withdraw_transfer(*, transfers: Sequence[UUID], reasons: str, on: date, by: Acting) -> Work:
    """Say that the other team need not take the children over any more; they stay where they are."""
    found = open_ones(transfers)
    for each in found:
        yield ends(each, on=on, outcome=TransferOutcome.WITHDRAWN)
    return (yield from steps(found, Step.WITHDRAWN, reasons, on))


def open_ones(transfers: Sequence[UUID]) -> list[Any]:
    """Requests that are open; raises Refusal where one was settled meanwhile."""
    found = asked.open_by_key(transfers)
    if not found or len(found) < len(set(transfers)):
        raise NotNow("This was settled since. Look at who holds the child now.")
    return found


def steps(transfers: Sequence[Any], step: Step, reasons: str, on: date) -> Generator[Yielded, None, TransferStep]:
    """The same step of several requests, with reasons."""
    if not reasons.strip():
        raise Refusal("Say why.")
    said = TransferStep()
    for each in transfers:
        if on < each.began:
            raise NotNow("This cannot be before the other team was asked.")
        said = TransferStep(child_id=each.child_id, happened=on, transfer=each, step=step, reasons=reasons)
        yield said
    return said


def refused_or_asked_by(transfer: Any) -> set[UUID | None]:
    """Who asked, and who answered until now."""
    return {transfer.recorded_by_id, *(each.recorded_by_id for each in asked.steps_of(transfer.pk))}


def refuse_unless_theirs(transfer: Any, by: Acting) -> None:
    """Raise unless somebody answers for the team that was asked, and did not ask themselves."""
    if by.practitioner_id is None:
        return
    if transfer.recorded_by_id == by.practitioner_id:
        raise NotYours("You asked this yourself. Somebody from the other team must answer.")
    own = reach(by)
    if transfer.to_team_id not in {own.own_team} | own.teams_below | own.on_duty:
        raise NotYours(f"Only {transfer.to_team.name} can answer this.")
