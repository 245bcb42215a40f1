"""The one door to a child's record: decides, logs, opens, and returns the child; otherwise there is no such record."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from sightline.foundation.access import queries
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Outcome, Permission, decide
from sightline.foundation.audit_trail import recorder
from sightline.foundation.children.models import Child
from sightline.foundation.children.queries import child_with_adults

OpenedChild = Child  # the name views use for the child they are given: they import no models


class ReasonNeeded(Exception):
    """This role may look at this record without a relationship, once it has said why."""

    def __init__(self, child_id: UUID) -> None:
        super().__init__("a reason is needed")
        self.child_id = child_id


def open_child(request: RecordRequest, child_id: UUID, permission: Permission = Permission.OPEN_RECORD) -> Child:
    """Open a child's record for this request, with the adults in it; raises NoSuchRecord or ReasonNeeded."""
    standing = queries.standing(request.acting, request.reach, child_id, permission)
    decision = decide(standing)
    if decision.outcome is Outcome.ASK_REASON:
        raise ReasonNeeded(child_id)
    if decision.outcome is Outcome.NOT_FOUND:
        raise NoSuchRecord(child_id, decision.basis)
    if not recorder.open_record(child_id, basis=decision.basis):
        raise NoSuchRecord(child_id, "behind a wall")
    child = child_with_adults(child_id)
    if child is None:
        raise NoSuchRecord(child_id, "not a child")
    child.restricted = standing.restricted
    if child.adults:
        recorder.open_records(child.adults, basis="in the record of a child", via=child_id)
    request.acting = request.acting.because(decision.basis)
    return child


def may_open(request: RecordRequest, child_id: UUID, permission: Permission = Permission.OPEN_RECORD) -> bool:
    """Whether this practitioner could open a record now without giving a reason; opens and logs nothing."""
    return decide(queries.standing(request.acting, request.reach, child_id, permission)).outcome is Outcome.ALLOW


def which_may_open(
    request: RecordRequest, people: Iterable[UUID], permission: Permission = Permission.OPEN_RECORD
) -> list[UUID]:
    """Those of these records that this practitioner could open now without giving a reason; opens and logs nothing."""
    standings = queries.standings(request.acting, request.reach, people, permission)
    return [person for person, standing in standings.items() if decide(standing).outcome is Outcome.ALLOW]


def open_also(
    request: RecordRequest, people: Iterable[UUID], *, via: UUID, permission: Permission = Permission.OPEN_RECORD
) -> list[UUID]:
    """Open those of these records that need no reason, beside the record of `via`, each logged; the keys of those."""
    standings = queries.standings(request.acting, request.reach, people, permission)
    on_basis: dict[str, list[UUID]] = defaultdict(list)
    for person, standing in standings.items():
        decision = decide(standing)
        if decision.outcome is Outcome.ALLOW:
            on_basis[decision.basis].append(person)
    if on_basis:
        recorder.open_all([recorder.Opened(tuple(found), basis, "", via) for basis, found in on_basis.items()])
    return [person for found in on_basis.values() for person in found]
