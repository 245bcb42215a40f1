"""Questions about requests to take children over from one team to another."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from sightline.foundation.access.queries import Reach
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.children.models import Child
from sightline.foundation.facts import Acting
from sightline.foundation.workforce.models import Transfer, TransferStep
from sightline.foundation.workforce.rules import TransferStep as Step


def transfers() -> QuerySet[Any]:
    """Requests that stand, each with its last step, `last_step`, and the day of it, `last_step_on`."""
    steps = TransferStep.objects.current().filter(transfer=OuterRef("pk")).order_by("-recorded_at", "-id")
    found = Transfer.objects.current().select_related("to_team", "from_team", "recorded_by")
    return found.annotate(
        last_step=Subquery(steps.values("step")[:1]), last_step_on=Subquery(steps.values("happened")[:1])
    )


def open_transfer(child: UUID) -> Any | None:
    """The request about a child that is not settled."""
    return transfers().filter(child=child, ended=None).first()


def transfer_of(child: UUID, key: UUID) -> Any | None:
    """A request about a child."""
    found = transfers().filter(pk=key, child=child)
    return found.select_related("handover", "to_team", "from_team", "recorded_by").first()


def steps_of(transfer: UUID) -> list[TransferStep]:
    """What happened to a request, in order."""
    found = TransferStep.objects.current().filter(transfer=transfer).select_related("recorded_by")
    return list(found.order_by("recorded_at", "id"))


def asked_together(transfer: Any) -> list[Any]:
    """The open requests that were asked in one go with one, itself first."""
    found = transfers().filter(together=transfer.together, ended=None).select_related("child__person")
    return sorted(found, key=lambda each: each.pk != transfer.pk)


def open_by_key(keys: Iterable[UUID]) -> list[Any]:
    """These requests, of those that are open, held so that nobody else settles them meanwhile."""
    wanted = list(keys)
    children = Transfer.objects.filter(pk__in=wanted).values("child")
    list(Child.objects.select_for_update(of=("self",)).filter(pk__in=children).order_by("pk"))
    return list(transfers().filter(pk__in=wanted, ended=None).order_by("pk"))


def transfers_for(reach: Reach, by: Acting) -> list[list[Any]]:
    """Open requests that somebody asked, or that their team or they must answer; asked together, together."""
    theirs = Q(recorded_by=by.practitioner_id)
    if may(by.role, Permission.ALLOCATE):
        theirs |= Q(to_team__in=[team for team in (reach.own_team, *reach.on_duty) if team])
    if may(by.role, Permission.DECIDE_TRANSFER):
        below = list(reach.teams_below)
        theirs |= Q(last_step=Step.REFUSED) & (Q(to_team__in=below) | Q(from_team__in=below))
    found = transfers().filter(theirs, ended=None).select_related("child__person").order_by("began", "together", "pk")
    return [list(group) for _, group in groupby(found, key=lambda each: each.together)]


def asked_to_answer(reach: Reach, by: Acting, now: datetime) -> QuerySet[Any]:
    """Open requests that wait for an answer of somebody's team, or for their decision after a refusal.

    Whoever asked cannot answer, and so is not asked.
    """
    theirs = Q(pk=None)
    if may(by.role, Permission.ALLOCATE):
        teams = {reach.own_team, *reach.on_duty} - {None}
        theirs |= Q(to_team__in=teams) & (Q(last_step=None) | ~Q(last_step=Step.REFUSED))
    if may(by.role, Permission.DECIDE_TRANSFER):
        below = list(reach.teams_managed)
        theirs |= Q(last_step=Step.REFUSED) & (Q(to_team__in=below) | Q(from_team__in=below))
    asked_by_others = Q(recorded_by=None) | ~Q(recorded_by=by.practitioner_id)
    return transfers().filter(theirs & asked_by_others, ended=None)
