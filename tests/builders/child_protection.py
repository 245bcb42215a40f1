"""Strategy discussions, enquiries and what they found, recorded through the real actions.

family = brothers_and_sisters(3)
discussion = strategy_discussion(family, decision="begin_enquiries", on=date(2026, 6, 1))
enquiry_outcome(family[0], on=date(2026, 6, 12))
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from sightline.foundation.children.actions import record_relationship
from sightline.foundation.facts import Acting
from sightline.practice.child_protection import actions, rules
from sightline.practice.child_protection.models import EnquiryOutcome, StrategyDiscussion, StrategyOutcome
from sightline.practice.child_protection.rules import Agency, Decision, HeldBy, Outcome
from tests.builders.documents import person
from tests.builders.workforce import BUILDER, LONG_AGO, as_builder, involve, practitioner

HELD = date(2026, 6, 1)
QUORATE = (
    rules.TookPart(Agency.SOCIAL_CARE, "Amina Yusuf"),
    rules.TookPart(Agency.POLICE, "DS Carr"),
    rules.TookPart(Agency.HEALTH, "Dr Lund"),
)


def brothers_and_sisters(number: int = 3, family: str = "Bright", *, joined: bool = True) -> list[UUID]:
    """Children with one family name, recorded as brothers and sisters unless `joined` is left out."""
    names = ("Tia", "Leo", "Kit", "Mae", "Ray", "Joy", "Max", "Ivy", "Sol")
    children = [person(names[place % len(names)], family) for place in range(number)]
    with as_builder():
        for place, child in enumerate(children):
            for other in children[:place] if joined else []:
                record_relationship(person_id=child, other_id=other, kind="sibling", began=LONG_AGO, by=BUILDER)
    return children


@dataclass(frozen=True)
class Family:
    """Brothers and sisters, their social worker and the worker's manager."""

    children: list[UUID]
    worker: Any
    manager: Any


def family(number: int = 3) -> Family:
    """Brothers and sisters who are held by one team and allocated to one worker."""
    manager = practitioner(role="team_manager")
    worker = practitioner(team=manager.team, manager=manager)
    children = brothers_and_sisters(number)
    for child in children:
        involve(child, practitioner=worker)
    return Family(children, worker, manager)


def acting(of: Any) -> Acting:
    """Somebody acting in their own name."""
    return Acting(practitioner_id=of.pk, name=of.name, role=of.role, team_id=of.team.pk, session="test")


@contextmanager
def in_the_name_of(by: Acting) -> Iterator[None]:
    """Run as the role of jobs, which sees every row, with the audit naming whoever acts."""
    with as_builder():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('sightline.actor', %s, true)", [str(by.practitioner_id or "")])
        yield


def outcome_for(child: UUID, decision: str = Decision.BEGIN_ENQUIRIES, **more: Any) -> rules.OutcomeForChild:
    """What was decided for one child."""
    more.setdefault("reasons", "Unexplained bruises seen by the school nurse.")
    return rules.OutcomeForChild(child, decision, **more)


def strategy_discussion(
    children: Sequence[UUID],
    decision: str = Decision.BEGIN_ENQUIRIES,
    *,
    on: date = HELD,
    decisions: dict[UUID, str] | None = None,
    scales: Sequence[rules.Scale] = (),
    by: Acting = BUILDER,
    at: datetime | None = None,
) -> StrategyDiscussion:
    """A discussion about these children, with the same decision for each unless `decisions` says otherwise."""
    outcomes = [outcome_for(child, (decisions or {}).get(child, decision), scales=tuple(scales)) for child in children]
    with in_the_name_of(by):
        key = actions.record_strategy_discussion(
            held_on=on, held_by=HeldBy.VIDEO, agencies=QUORATE, outcomes=outcomes, by=by.at(at) if at else by
        ).result
        return StrategyDiscussion.objects.get(pk=key)


def decision_for(child: UUID, discussion: StrategyDiscussion) -> StrategyOutcome:
    """What stands as decided for a child at a discussion."""
    with as_builder():
        return StrategyOutcome.objects.current().get(child=child, discussion=discussion.occasion)


def correct_decision(
    outcome: StrategyOutcome,
    decision: str,
    *,
    why: str = "Typed in the wrong box",
    by: Acting = BUILDER,
    at: Any = None,
) -> StrategyOutcome:
    """A correction of what was decided for one child."""
    with in_the_name_of(by):
        key = actions.correct_outcome(
            wrong=outcome.pk, child=outcome.child_id, decision=decision, reasons=outcome.reasons, scales=(), why=why,
            by=by.at(at) if at else by,
        ).result  # fmt: skip
        return StrategyOutcome.objects.get(pk=key)


def enquiry_outcome(
    child: UUID, outcome: str = Outcome.NOT_SUBSTANTIATED, *, on: date = date(2026, 6, 12), by: Acting = BUILDER
) -> EnquiryOutcome:
    """What enquiries found about one child."""
    found = [rules.Found(child, outcome, "The bruises have an explanation that the hospital confirms.")]
    with in_the_name_of(by):
        key = actions.record_enquiry_outcome(on=on, found=found, by=by).result
        return EnquiryOutcome.objects.get(pk=key)
