"""Who agreed to what, who was told of which decision, and which decisions wait to be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.agreements import rules
from sightline.foundation.agreements.models import Agreement, FamilyTold, Named
from sightline.foundation.calendar.ages import age_on
from sightline.foundation.children.models import Person
from sightline.foundation.children.queries.gathering import gather
from sightline.foundation.children.queries.network import JOINING, network
from sightline.foundation.children.rules.family import PARENTS, HowHeld
from sightline.foundation.chronology.models import FactIndex
from sightline.foundation.chronology.queries import Line, lines_of
from sightline.foundation.facts import Source
from sightline.foundation.telling import tells_family

OURS = (HowHeld.CARE_ORDER, HowHeld.EMERGENCY)  # the authority itself has parental responsibility
LOOKED_AT = 60  # of the newest decisions


@dataclass(frozen=True)
class Whom:
    """Somebody who is asked or told: in the record, or known in words only; `waits` if a decision waits for them."""

    person: UUID | None
    name: str
    because: str
    waits: bool = True

    @property
    def key(self) -> str:
        """What tells them from others of the family."""
        return str(self.person or self.name)


@dataclass(frozen=True)
class Decided:
    """A decision of which a family is told, as the chronology tells it, its day, and who was told."""

    line: Line
    on: date
    told: tuple[FamilyTold, ...] = ()

    @property
    def key(self) -> UUID:
        """The key of the decision."""
        key: UUID = self.line.fact.pk
        return key

    @property
    def kind(self) -> str:
        """What kind of fact it is."""
        return self.line.kind

    @property
    def title(self) -> str:
        """What was decided."""
        return self.line.told.title(self.line.fact)

    @property
    def says(self) -> str:
        """What must be said to the family, and how."""
        return tells_family()[self.kind].says(self.line.fact)

    def untold(self, whom: Sequence[Whom]) -> list[Whom]:
        """Those for whom nothing is recorded."""
        answered = {str(each.person_id or each.who) for each in self.told}
        return [each for each in whom if each.waits and each.key not in answered]


def agreements_of(child: UUID) -> list[Agreement]:
    """What everybody was asked to agree to about a child, the latest of each person and matter, newest first."""
    found: dict[tuple[Any, ...], Agreement] = {}
    rows = Agreement.objects.current().filter(child=child).select_related("person", "recorded_by")
    for each in rows.order_by("happened", "recorded_at", "id"):
        found[each.to, each.person_id, each.who] = each
    return sorted(found.values(), key=lambda each: (each.happened, each.recorded_at), reverse=True)


def agreement_of(child: UUID, to: str) -> list[Agreement]:
    """What each person who was asked to agree to something answered last."""
    return [each for each in agreements_of(child) if each.to == to]


def has_agreed(child: UUID, to: str) -> bool:
    """Whether somebody agreed, and nobody who was asked said no or took it back since."""
    answers = {each.answer for each in agreement_of(child, to)}
    return rules.Answer.AGREED in answers and not answers & set(rules.REFUSALS)


def same_person(one: Named, other: Named) -> bool:
    """Whether two rows are about the same person."""
    return (one.person_id, one.who) == (other.person_id, other.who)


def told_about(fact: UUID) -> list[FamilyTold]:
    """Who was told of a decision, in order."""
    rows = FamilyTold.objects.current().filter(about_id=fact).select_related("person", "recorded_by")
    return list(rows.order_by("happened", "recorded_at", "id"))


def is_around(child: UUID, person: UUID) -> bool:
    """Whether somebody is in a child's network now, as far as this practitioner may see."""
    return any(each.person.pk == person for each in network(child))


def whom_to_tell(child: UUID, today: date, facts: Mapping[str, list[Any]] | None = None) -> list[Whom]:
    """Each person with parental responsibility, and the child; where none is recorded, the parents.

    The authority is not told by itself. A child who is not born is not told, and one who is too young does not wait.
    """
    gathered = facts or gather(JOINING, [child])
    around = network(child, dict(gathered))
    holders = [each for each in gathered["parental-responsibility"] if each.person_id == child and each.how not in OURS]
    found = [Whom(each.other_id, each.held_by, "Has parental responsibility") for each in holders if each.held_by]
    if not found:
        parents = [each for each in around if not each.is_child and is_parent(each)]
        found = [Whom(each.person.pk, str(each.person), "Parent") for each in parents]
    return [*found, *the_child(child, today, person_among(child, gathered))]


def person_among(child: UUID, facts: Mapping[str, list[Any]]) -> Person | None:
    """The person of a child, where a tie that was gathered carries them."""
    ties = (each for kind in JOINING for each in facts[kind] if each.person_id == child)
    return next((each.person for each in ties), None)


def whom_to_ask(child: UUID, today: date) -> list[Whom]:
    """Who can be asked to agree: those who are told, and every other adult of the family."""
    facts = gather(JOINING, [child])
    first = whom_to_tell(child, today, facts)
    told = {each.person for each in first}
    others = [each for each in network(child, dict(facts)) if not each.is_child and each.person.pk not in told]
    return [*first, *(Whom(each.person.pk, str(each.person), each.relationships[0][0]) for each in others)]


def is_parent(member: Any) -> bool:
    """Whether somebody is recorded as a mother, father or parent."""
    return any(tie.kind in PARENTS for _, tie in member.relationships)


def the_child(child: UUID, today: date, known: Person | None) -> list[Whom]:
    """The child, if born."""
    person = known or Person.objects.get(pk=child)
    if person.is_unborn or person.died_on:
        return []
    waits = person.birth_date is None or age_on(person.birth_date, max(today, person.birth_date)) >= rules.OLD_ENOUGH
    return [Whom(child, str(person), "The child", waits)]


def decisions_of(child: UUID, *, since: date | None = None, only: UUID | None = None) -> list[Decided]:
    """The newest decisions about a child of which a family is told, with who was told; three queries.

    What files brought is left out: they do not carry who was told.
    """
    rows = FactIndex.objects.filter(person=child, kind__in=list(tells_family()), superseded_at=None)
    rows = rows.filter(fact_id=only) if only else rows
    found = lines_of(list(rows.order_by("-happened", "-id")[:LOOKED_AT]), None)
    ours = [line for line in found if line.fact.source != Source.IMPORT]
    decided = [(line, tells_family()[line.kind].decided_on(line.fact)) for line in ours]
    wanted = [(line, on) for line, on in decided if on is not None and (since is None or on >= since)]
    by_decision = tellings_of(child, {line.fact.pk for line, _ in wanted}) if wanted else {}
    made = [Decided(line, on, tuple(by_decision.get(line.fact.pk, ()))) for line, on in wanted]
    return sorted(made, key=lambda each: each.on, reverse=True)


def tellings_of(child: UUID, standing: Set[UUID]) -> dict[UUID, list[FamilyTold]]:
    """Who was told, by the decision as it stands: one that was put right since takes along whom it was told to."""
    rows = FamilyTold.objects.current().filter(child=child).select_related("person", "recorded_by")
    found = list(rows.order_by("happened", "recorded_at", "id"))
    newer = put_right_since(child, {each.about_kind for each in found if each.about_id not in standing})
    by_decision: dict[UUID, list[FamilyTold]] = defaultdict(list)
    for each in found:
        key = each.about_id
        while key in newer:
            key = newer[key]
        if key is not None:
            by_decision[key].append(each)
    return by_decision


def put_right_since(child: UUID, kinds: Iterable[str]) -> dict[UUID, UUID]:
    """Of facts of these kinds about a child, which was recorded in the place of which."""
    found: dict[UUID, UUID] = {}
    for kind in kinds:
        facts: Any = tells_family()[kind].model._default_manager
        found |= dict(facts.about([child]).exclude(supersedes=None).values_list("supersedes_id", "pk"))
    return found


def decision_of(child: UUID, fact: UUID) -> Decided | None:
    """One decision of which a family is told, if it stands."""
    return next(iter(decisions_of(child, only=fact)), None)


def waits_to_be_told(child: UUID, today: date, *, since: date | None = None) -> list[tuple[Decided, list[Whom]]]:
    """Decisions that somebody of the family has not been told of, newest first, with whom they wait for.

    After a death or the end of a pregnancy nobody is reminded of any.
    """
    decided = decisions_of(child, since=since)
    if decided and not Person.objects.filter(pk=child, died_on=None).exists():
        return []
    whom = whom_to_tell(child, today) if decided else []
    found = [(each, each.untold(whom)) for each in decided]
    return [(each, untold) for each, untold in found if untold]
