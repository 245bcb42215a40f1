"""Named questions about passages: those of an occasion, and those of somebody's copy of a child's document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from sightline.foundation.children.models import Child, NoContact, ParentalResponsibility, Relationship
from sightline.foundation.children.queries import people_in_record
from sightline.foundation.children.rules.family import PARENTS, RelationshipKind
from sightline.foundation.documents.models import Passage
from sightline.foundation.documents.rules.passages import Audience, Family, Recipient, may_stand_in


@dataclass(frozen=True)
class Copy:
    """The passages of one recipient's copy, how many were left out, and orders that name nobody we can compare with."""

    passages: list[Passage]
    left_out: int
    orders_to_check: tuple[str, ...] = ()


def passages_for_occasion(occasion_kind: str, occasion: UUID) -> list[Passage]:
    """What was written about one occasion, as far as it concerns the records that are open, in its order."""
    rows = Passage.objects.current().filter(occasion_kind=occasion_kind, occasion_id=occasion)
    return list(rows.order_by("place", "position", "recorded_at"))


def passages_a_child_may_hold(
    child: UUID,
    recipient: Recipient,
    *,
    today: date,
    occasion: tuple[str, UUID] | None = None,
    adults: Sequence[UUID] | None = None,
) -> Copy:
    """The passages for one recipient's copy of an opened child's document, of one occasion or of all.

    `adults` are those in the child's record, where they are known already.
    """
    adults = people_in_record(child) if adults is None else adults
    rows = Passage.objects.current().filter(about__overlap=[child, *adults])
    if occasion is not None:
        rows = rows.filter(occasion_kind=occasion[0], occasion_id=occasion[1])
    found = list(rows.order_by("recorded_at", "place", "position"))
    people = {person for passage in found for person in passage.about} | {child}
    known = family_of(people, child, today, adults=adults)
    held = [each for each in found if may_stand_in(child, each.about, each.may_know, recipient, known)]
    parent = recipient.audience is Audience.PARENT
    return Copy(held, len(found) - len(held), known.unnamed if parent else ())


def family_of(people: Iterable[UUID], child: UUID, today: date, *, adults: Iterable[UUID]) -> Family:
    """Who these people are to each other, as recorded now; `adults` are those in the child's record."""
    people = set(people)
    children = frozenset(Child.objects.filter(pk__in=people).values_list("pk", flat=True))
    orders = list(standing_orders(today).filter(person__in=people).values_list("person", "other", "who"))
    kept_from: dict[UUID, set[UUID]] = defaultdict(set)
    for person, other, _ in orders:
        if other:
            kept_from[person].add(other)
    return Family(
        children=children,
        around={child: frozenset(adults)},
        parents=parents_of(children),
        kept_from=dict(kept_from),
        unnamed=tuple(who for person, other, who in orders if person == child and other is None),
    )


def parents_of(children: Iterable[UUID]) -> dict[UUID, set[UUID]]:
    """For each child, who is recorded as a parent or holds parental responsibility; a possible father is neither."""
    standing = Relationship.objects.current().filter(ended=None)
    of_them = standing.filter(person__in=children, kind__in=PARENTS).values_list("person", "other")
    they_of = standing.filter(other__in=children, kind=RelationshipKind.CHILD).values_list("other", "person")
    held = ParentalResponsibility.objects.current().filter(person__in=children, ended=None, other__isnull=False)
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for child, parent in of_them.union(they_of, held.values_list("person", "other")):
        found[child].add(parent)
    return dict(found)


def standing_orders(today: date):  # type: ignore[no-untyped-def]
    """No-contact conditions that hold today."""
    return NoContact.objects.current().filter(Q(until=None) | Q(until__gte=today), ended=None)
