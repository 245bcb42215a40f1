"""Visits to children, recorded through the real action.

family = brothers_and_sisters(4)
visited = visit(family, not_seen={family[3]: "At football"}, on=date(2026, 6, 1))
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.facts import Acting
from sightline.foundation.visits import actions
from sightline.foundation.visits.models import Seen, Visit
from sightline.foundation.visits.rules import ChildVisited, Place, VisitKind, WhoVisited
from tests.builders.child_protection import in_the_name_of
from tests.builders.workforce import BUILDER, as_builder

VISITED = date(2026, 6, 1)


def visited(child: UUID, **more: Any) -> ChildVisited:
    """A child who was seen, alone and safe, at a visit that counts for child protection."""
    said: dict[str, Any] = {
        "seen": True, "alone": True, "safe_tonight": True, "counts_as": (VisitKind.CHILD_PROTECTION,),
        "account": "Played football in the yard and talked about school.",
    }  # fmt: skip
    return ChildVisited(child, **said | more)


def visit(
    children: Sequence[UUID],
    *,
    on: date = VISITED,
    kind: str = VisitKind.CHILD_PROTECTION,
    not_seen: Mapping[UUID, str] | None = None,
    said: Sequence[ChildVisited] | None = None,
    by: Acting = BUILDER,
    **more: Any,
) -> Visit:
    """A visit to these children, each seen alone unless `not_seen` says why not, or `said` says it all."""
    absent = not_seen or {}
    seen = [
        visited(child, seen=False, alone=None, why_not=absent[child], counts_as=())
        if child in absent
        else visited(child)
        for child in children
    ]
    asked = {"visited_on": on, "kind": kind, "who_visited": WhoVisited.LEAD, "place": Place.HOME}
    with in_the_name_of(by):
        return Visit.objects.get(
            pk=actions.record_visit(**asked | more, children=seen if said is None else said, by=by).result
        )


def attempted_visit(children: Sequence[UUID], *, on: date = VISITED, **more: Any) -> Visit:
    """A visit at which nobody was seen."""
    nobody = [ChildVisited(child, seen=False, why_not="Nobody was in.", account="Knocked twice.") for child in children]
    return visit(children, on=on, **{"said": nobody, "attempted": True, **more})


def seen_at(child: UUID, visited: Visit) -> Seen:
    """What stands as what a visit was for a child."""
    with as_builder():
        return Seen.objects.current().get(child=child, visit=visited.occasion)
