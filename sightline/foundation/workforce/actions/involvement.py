"""Who works with a child: the team that holds them, the worker, and others with a recorded reason."""

from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.words import format_date
from sightline.foundation.door import Refusal, Work, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.standing import NotNow
from sightline.foundation.workforce import queries, rules
from sightline.foundation.workforce.models import Involvement
from sightline.foundation.workforce.rules import InvolvementKind


class NotYourOwn(Refusal):
    """Nobody gives themselves a reason to open a record, and nobody takes their own away."""

    def __init__(self) -> None:
        super().__init__("You cannot change your own work with a child. Ask another manager.")


class NotThisPerson(Refusal):
    """This practitioner cannot work with this child."""


@action(permission=Permission.ALLOCATE, says="placed a child with a team")
def place_with_team(*, child_id: UUID, team_id: UUID, priority: str, reason: str = "", on: date, by: Acting) -> Work:
    """Put a child on a team's waiting list; the team holds the child from this day."""
    if queries.holding_team(child_id):
        raise NotNow("A team already holds this child. A move to another team is a transfer.")
    team = queries.team(team_id)
    if team.kind != rules.TeamKind.TEAM or team.closed_on:
        raise NotNow(f"{team.name} cannot hold children. Choose a team that works with families.")
    held = Involvement(
        child_id=child_id,
        kind=InvolvementKind.HOLDING_TEAM,
        team_id=team_id,
        began=on,
        priority=priority,
        reason=reason,
    )
    yield held
    return held


@action(permission=Permission.ALLOCATE, says="allocated a child to a worker")
def allocate(*, child_id: UUID, practitioner_id: UUID, reason: str = "", on: date, by: Acting) -> Work:
    """Give a waiting child to a worker of the team that holds them, or to another worker of that team."""
    refuse_own(practitioner_id, by)
    team = queries.holding_team(child_id)
    if team is None:
        raise NotNow("No team holds this child. Place the child with a team first.")
    refuse_wrong_worker(child_id, practitioner_id, on)
    if queries.team_of(practitioner_id, on) != team.team_id:
        raise NotThisPerson("This worker is not in the team that holds the child. Choose somebody from the team.")
    if before := queries.allocated_worker(child_id):
        refuse_before(before, on)
        if before.practitioner_id == practitioner_id:
            raise NotNow("The child is already allocated to this worker.")
        yield ends(before, on=on, end_reason="Allocated to another worker")
    allocated = Involvement(
        child_id=child_id,
        kind=InvolvementKind.ALLOCATED_WORKER,
        practitioner_id=practitioner_id,
        team_id=team.team_id,
        began=on,
        reason=reason,
    )
    yield allocated
    return allocated


@action(permission=Permission.ALLOCATE, says="gave somebody a part in work with a child")
def involve(*, child_id: UUID, practitioner_id: UUID, kind: str, reason: str, on: date, by: Acting) -> Work:
    """Record why somebody else works with a child: as co-worker, chair, legal adviser and so on."""
    refuse_own(practitioner_id, by)
    if kind not in rules.FURTHER_PARTS:
        raise NotNow("Place the child with a team, or allocate a worker, instead.")
    refuse_wrong_worker(child_id, practitioner_id, on)
    if queries.has_part(child_id, practitioner_id, kind):
        raise NotNow("This person already has this part in the work.")
    part = Involvement(child_id=child_id, kind=kind, practitioner_id=practitioner_id, began=on, reason=reason)
    yield part
    return part


@action(permission=Permission.ALLOCATE, says="ended somebody's work with a child")
def end_involvement(*, involvement_id: UUID, reason: str, on: date, by: Acting) -> Work:
    """Say that a team's or a person's work with a child ended, when and why."""
    involvement = queries.involvement(involvement_id)
    if not by.system:
        refuse_another_way(involvement)
    if involvement.practitioner_id:
        refuse_own(involvement.practitioner_id, by)
    refuse_before(involvement, on)
    if involvement.kind == InvolvementKind.HOLDING_TEAM and queries.allocated_worker(involvement.child_id):
        raise NotNow("The child is allocated to a worker. End the worker's part first.")
    yield ends(involvement, on=on, end_reason=reason)
    return involvement


def refuse_another_way(involvement: Involvement) -> None:
    """Raise for what ends in a way of its own, so that nothing is dropped silently."""
    if involvement.kind == InvolvementKind.HOLDING_TEAM:
        raise NotNow("A team holds a child until another team has taken over, or the work with the child is closed.")
    if involvement.kind == InvolvementKind.REPORTED_WORKER:
        raise NotNow("This was told by a return, and ends with what a later return says.")


def refuse_own(practitioner_id: UUID, by: Acting) -> None:
    """Raise where somebody would change their own relationship."""
    if practitioner_id == by.practitioner_id:
        raise NotYourOwn


def refuse_before(involvement: Involvement, on: date) -> None:
    """Raise where something would end before it began."""
    if on < involvement.began:
        raise NotNow(f"This began on {format_date(involvement.began)}: it cannot end before that.")


def refuse_wrong_worker(child_id: UUID, practitioner_id: UUID, on: date) -> None:
    """Raise unless this person works here on that day, in a role that opens records, on this side of the walls."""
    if not queries.may_work_with_children(practitioner_id, on):
        raise NotThisPerson("This person does not work with children on that day. Choose somebody else.")
    if queries.is_kept_out(child_id, practitioner_id):
        raise NotThisPerson("This person cannot be given work with this child. Choose somebody else.")
