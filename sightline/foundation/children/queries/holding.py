"""Who holds a child: the team, the worker, and everybody else with a reason to work with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet

from sightline.foundation.asked_often import asked_often
from sightline.foundation.children.models import Child
from sightline.foundation.timescales.held import Held, coverage_beside, coverage_from, held_in
from sightline.foundation.workforce.models import Involvement
from sightline.foundation.workforce.rules import InvolvementKind


@dataclass(frozen=True)
class Holding:
    """The team that holds a child, the allocated worker, and how many others work with the child."""

    team: str = ""
    team_telephone: str = ""
    worker: str = ""
    others: int = 0

    @property
    def is_open(self) -> bool:
        """Whether any team holds the child, or anybody works with them."""
        return bool(self.team or self.worker or self.others)

    def __str__(self) -> str:
        """Who holds them, in words, such as "Held by Amina Yusuf, Assessment team 2, and 2 others"."""
        if not self.is_open:
            return "Not held by any team"
        held = ", ".join(name for name in (self.worker, self.team) if name)
        said = (
            f"Held by {held}" if self.worker else f"Held by {held}, waiting for a worker" if held else "Not allocated"
        )
        return f"{said}, and {self.others} {'other' if self.others == 1 else 'others'}" if self.others else said


@asked_often
def open_involvements(child: UUID) -> QuerySet[Involvement]:
    """The involvements of a child that are open, with their teams and practitioners."""
    found = Involvement.objects.current().filter(child=child, ended=None)
    return found.select_related("team", "practitioner").order_by("began", "id")


def holding(involvements: Iterable[Involvement]) -> Holding:
    """Who holds one child, from the child's open involvements."""
    team = telephone = worker = ""
    others = 0
    for each in involvements:
        if each.kind == InvolvementKind.HOLDING_TEAM and each.team:
            team, telephone = each.team.name, each.team.telephone
        elif each.kind == InvolvementKind.ALLOCATED_WORKER and each.practitioner:
            worker = each.practitioner.name
        else:
            others += 1
    return Holding(team=team, team_telephone=telephone, worker=worker, others=others)


def known_to_boards(child: UUID) -> tuple[dict[str, str] | None, Held]:
    """The dates that boards know of a child, by mark, and what imported files held about them."""
    for found in with_marks_and_coverage(child):
        return found.marks, held_in(coverage_from(found.coverage))
    return None, Held()


@asked_often
def with_marks_and_coverage(child: UUID) -> QuerySet[Child]:
    """A child with the dates that boards know and with what files covered."""
    beside = {"marks": F("in_sight__marks"), "coverage": coverage_beside(OuterRef("pk"))}
    return Child.objects.filter(pk=child).annotate(**beside)
