"""Questions about closing the work with a child: what still lasts, waits, or is to be done."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sightline.foundation.children.models import Child
from sightline.foundation.children.queries.siblings import Named, brothers_and_sisters
from sightline.foundation.chronology.queries import Lasted, lasted
from sightline.foundation.oversight.models import StillToDo
from sightline.foundation.oversight.queries import still_to_do_about, waits_about
from sightline.foundation.workforce.models import Closure, Involvement
from sightline.foundation.workforce.queries.involvement import involvements_of
from sightline.foundation.workforce.queries.transfers import open_transfer
from sightline.foundation.workforce.rules import NOT_OURS_TO_END


@dataclass(frozen=True)
class BeforeClosing:
    """What stands in the way of closing the work with a child, what ends with it, and what must be accounted for."""

    parts: list[Involvement]
    lasts: list[Lasted]  # such as enquiries or a plan
    transfer: Any | None
    waits: bool
    to_do: list[StillToDo]


def before_closing(child: UUID) -> BeforeClosing:
    """How things stand about a child whose work may be closed."""
    return BeforeClosing(
        parts=list(involvements_of([child]).exclude(kind__in=NOT_OURS_TO_END)),
        lasts=[each for each in lasted(child) if each.kind.holds_open and each.ended is None],
        transfer=open_transfer(child),
        waits=waits_about(child),
        to_do=still_to_do_about(child),
    )


def held_before_closing(child: UUID) -> BeforeClosing:
    """The same, while nobody else closes or hands over the work with this child until this transaction is over."""
    list(Child.objects.select_for_update(of=("self",)).filter(pk=child))
    return before_closing(child)


def family_still_open(child: UUID) -> list[Named]:
    """Brothers and sisters with whom somebody works today."""
    family = brothers_and_sisters(child)
    worked_with = (
        set(involvements_of([each.key for each in family]).values_list("child", flat=True)) if family else set()
    )
    return [each for each in family if each.key in worked_with]


def closures_of(child: UUID) -> list[Closure]:
    """Every closure of the work with a child, the latest first."""
    found = Closure.objects.current().filter(child=child).select_related("recorded_by")
    return list(found.order_by("-happened", "-recorded_at"))


def closure_of(child: UUID, key: UUID) -> Closure | None:
    """One closure of the work with a child."""
    found: Closure | None = Closure.objects.filter(child=child, pk=key).select_related("recorded_by").first()
    return found
