"""Questions about who works with which child."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from sightline.foundation.access.models import Exclusion, NamedReader, Restriction
from sightline.foundation.workforce.models import Involvement
from sightline.foundation.workforce.rules import InvolvementKind


def involvement(involvement_id: UUID) -> Involvement:
    """One involvement; raises Involvement.DoesNotExist."""
    return Involvement.objects.current().select_related("team", "practitioner").get(pk=involvement_id)


def involvements_of(children: Iterable[UUID]) -> QuerySet[Involvement]:
    """Involvements of these children that are open, with the team and the person each names."""
    current = Involvement.objects.current().filter(child__in=list(children), ended=None)
    return current.select_related("team", "practitioner").order_by("began", "id")


def holding_team(child_id: UUID) -> Involvement | None:
    """The involvement of the team that holds a child."""
    return involvements_of([child_id]).filter(kind=InvolvementKind.HOLDING_TEAM).first()


def allocated_worker(child_id: UUID) -> Involvement | None:
    """The involvement of the worker to whom a child is allocated."""
    return involvements_of([child_id]).filter(kind=InvolvementKind.ALLOCATED_WORKER).first()


def involvements_by(people: Iterable[UUID]) -> QuerySet[Involvement]:
    """The open involvements that name one of these practitioners, oldest first."""
    current = Involvement.objects.current().filter(practitioner__in=list(people), ended=None)
    return current.select_related("team", "practitioner").order_by("began", "id")


def involvements_of_practitioner(practitioner_id: UUID, kind: str) -> int:
    """With how many children somebody has this part: a number only."""
    return involvements_by([practitioner_id]).filter(kind=kind).count()


def history_of(child_id: UUID) -> QuerySet[Involvement]:
    """Everybody who works or worked with a child, the latest first."""
    stands = Involvement.objects.current().filter(child=child_id).select_related("team", "practitioner")
    return stands.order_by("-began", "-id")


def has_part(child_id: UUID, practitioner_id: UUID, kind: str) -> bool:
    """Whether somebody already has this part in the work with a child."""
    return involvements_of([child_id]).filter(practitioner=practitioner_id, kind=kind).exists()


def is_kept_out(child_id: UUID, practitioner_id: UUID) -> bool:
    """Whether a wall stands between them: an exclusion, or a restriction that does not name the practitioner."""
    open_walls = {"person": child_id, "ended": None}
    if Exclusion.objects.current().filter(practitioner=practitioner_id, **open_walls).exists():
        return True
    restricted = Restriction.objects.current().filter(**open_walls).exists()
    named = NamedReader.objects.current().filter(practitioner=practitioner_id, **open_walls).exists()
    return restricted and not named
