"""Who stands in which generation of a family tree, as seen from one child."""

from collections.abc import Iterable
from uuid import UUID

from sightline.foundation.children.rules.family import RelationshipKind as Kind

OLDER = {
    Kind.MOTHER: 1,
    Kind.FATHER: 1,
    Kind.POSSIBLE_FATHER: 1,
    Kind.PARENT: 1,
    Kind.STEP_PARENT: 1,
    Kind.PARTNER_OF_PARENT: 1,
    Kind.FORMER_PARTNER_OF_PARENT: 1,
    Kind.AUNT_OR_UNCLE: 1,
    Kind.GRANDPARENT: 2,
    Kind.CHILD: -1,
    Kind.BROTHER_OR_SISTER: 0,
    Kind.HALF_SIBLING: 0,
    Kind.STEP_SIBLING: 0,
    Kind.COUSIN: 0,
    Kind.PARTNER: 0,
}  # how many generations older the other person is; carers, friends and others stand in the table only
DESCENT = {Kind.MOTHER, Kind.FATHER, Kind.PARENT, Kind.POSSIBLE_FATHER, Kind.STEP_PARENT}
UNSURE = {Kind.POSSIBLE_FATHER, Kind.STEP_PARENT}
OLDEST, YOUNGEST = 2, -1  # grandparents, and a young parent's own child

Tie = tuple[UUID, UUID, str]  # "the second is this to the first"


def generations(child: UUID, ties: Iterable[Tie]) -> dict[UUID, int]:
    """For everybody who belongs in the tree, how many generations older than the child they are."""
    joined = [(person, other, OLDER[Kind(kind)]) for person, other, kind in ties if Kind(kind) in OLDER]
    found, seen = {child: 0}, [child]
    while seen:
        here = seen.pop(0)
        for person, other, older in joined:
            for start, end, step in ((person, other, older), (other, person, -older)):
                if start == here and end not in found:
                    found[end] = found[here] + step
                    seen.append(end)
    return {person: place for person, place in found.items() if YOUNGEST <= place <= OLDEST}


def descents(ties: Iterable[Tie]) -> dict[tuple[UUID, UUID], bool]:
    """From parent to child, and whether it is sure: one said twice is as sure as the surer saying."""
    found: dict[tuple[UUID, UUID], bool] = {}
    for person, other, said in ties:
        kind = Kind(said)
        pair = (other, person) if kind in DESCENT else (person, other) if kind is Kind.CHILD else None
        if pair:
            found[pair] = found.get(pair, False) or kind not in UNSURE
    return found
