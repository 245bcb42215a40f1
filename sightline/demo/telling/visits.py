"""Visits to the families that are told one by one, with the children's own words."""

from sightline.demo.telling.scene import Scene
from sightline.foundation.children.models import Person
from sightline.foundation.documents.rules import MayKnow
from sightline.foundation.documents.rules.passages import WrittenPassage
from sightline.foundation.visits import actions
from sightline.foundation.visits.rules import ChildVisited, Place, VisitKind, WhoVisited

NOBODY_THERE = "Knocked twice and waited. A light was on upstairs and nobody came to the door; I left a card."
AWAY = "With an aunt for the afternoon."


def tell_visits(scene: Scene, count: int) -> None:
    """So many visits at which children were seen, and for some families one at which nobody was in."""
    for days in scene.spread(count, longest=70):
        tell_visit(scene, days + 1)
    if scene.number % 5 == 2:
        nobody_in(scene, 4)


def tell_visit(scene: Scene, days: int) -> None:
    """One visit: what one child said and did, and whether the others were there."""
    row = scene.pools.visits.take(scene.fits)
    child = scene.chance.choice(scene.fitting(row["fits"]))
    on = scene.ago(days)
    actions.record_visit(
        visited_on=on,
        visited_at=scene.clock(on, 15),
        kind=VisitKind.ASSESSMENT,
        who_visited=WhoVisited.LEAD,
        place=Place.HOME,
        children=[visited(scene, each, child, row) for each in scene.born],
        next_on=scene.ahead(7 + days % 6) if scene.busy else None,
        passages=[WrittenPassage((child.pk,), scene.put(row["words"], child), MayKnow.CHILD)],
        by=scene.by(on, 17),
    )


def visited(scene: Scene, each: Person, child: Person, row: dict[str, str]) -> ChildVisited:
    """What a visit was for one of the children."""
    if each.pk != child.pk and scene.chance.random() < 0.25:
        return ChildVisited(each.pk, seen=False, why_not=AWAY, safe_tonight=True)
    alone = row["alone"] == "yes" and each.pk == child.pk
    return ChildVisited(
        each.pk,
        seen=True,
        alone=alone,
        why_not="" if alone else scene.put("Wanted {mother} to stay.", each),
        safe_tonight=True,
        sleeping_place_seen=True,
        sleeping_place="A bed with clean sheets, and a night light.",
        counts_as=(VisitKind.ASSESSMENT,),
        account=scene.put(row["account"], child) if each.pk == child.pk else "Seen with the others; warm and fed.",
        agreed=scene.put(row["agreed"], child) if each.pk == child.pk else "",
    )


def nobody_in(scene: Scene, days: int) -> None:
    """A visit at which nobody came to the door."""
    on = scene.ago(days)
    missed = [ChildVisited(each.pk, seen=False, why_not=NOBODY_THERE) for each in scene.born]
    actions.record_visit(
        visited_on=on,
        kind=VisitKind.ASSESSMENT,
        who_visited=WhoVisited.LEAD,
        place=Place.HOME,
        children=missed,
        attempted=True,
        by=scene.by(on, 17),
    )
