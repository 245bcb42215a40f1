"""What happened in the demonstration's families: discussions, enquiries, warnings, and managers' answers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from sightline.demo.families import Builder, Family
from sightline.foundation.calendar.working_days import is_working_day
from sightline.foundation.children import actions as people
from sightline.foundation.documents.rules import MayKnow
from sightline.foundation.oversight import actions as oversight
from sightline.foundation.oversight.models import Waiting
from sightline.foundation.oversight.rules import Answer
from sightline.practice.child_protection import actions
from sightline.practice.child_protection.actions import OutcomeForChild, SaidOfSome, Scale, TookPart
from sightline.practice.child_protection.rules import Agency, Decision, HeldBy, Outcome

AGENCIES = (TookPart(Agency.SOCIAL_CARE), TookPart(Agency.POLICE), TookPart(Agency.HEALTH), TookPart(Agency.EDUCATION))


@dataclass(frozen=True)
class Worry:
    """What brought people together, in a few words that recur in what was decided."""

    begins: str
    not_begun: str
    found: str
    said: str


WORRIES = (
    Worry(
        "School saw two bruises on the upper arm on Monday that the explanation does not fit. "
        "A medical is agreed with Mum for today.",
        "The GP saw the bruise within the hour and is satisfied with the explanation. School will keep watching.",
        "The medical found the bruises consistent with the fall that was described. Nobody else was worried.",
        "My arm hurts when I put my coat on.",
    ),
    Worry(
        "Police were called for the third time in a month; the children were in the room and Mum had a cut lip.",
        "The children were with their gran that night. Mum has an injunction and wants help for herself.",
        "The children have seen a lot of fighting. Dad has left, but has come back twice at night.",
        "I put my brother under the bed so he can't hear it.",
    ),
    Worry(
        "No food in the house at two visits, and the younger ones were alone until ten at night on Friday.",
        "The cupboards are full now and an aunt has moved in. Early help continues with the same worker.",
        "What was found at the first visits has changed, and the aunt is there every evening.",
        "We had crisps for tea. I like it when Auntie comes.",
    ),
)


@dataclass
class Stories:
    """Adds what happened to families, each thing on its own day."""

    build: Builder

    def working_day(self, day: date) -> date:
        """The day itself, or the working day before it."""
        while not is_working_day(day):
            day -= timedelta(days=1)
        return day

    def discussion(
        self,
        family: Family,
        days_ago: int,
        *,
        begins: set[UUID] | None = None,
        worry: int = 0,
        alike: Mapping[UUID, UUID] | None = None,
    ) -> UUID:
        """A strategy discussion about all children of a family, with a decision for each, or that of a twin."""
        day = self.working_day(self.build.today - timedelta(days=days_ago))
        text = WORRIES[worry % len(WORRIES)]
        begin_for = set(family.children) if begins is None else begins
        same = alike or {}
        own = {each: self.outcome(each, each in begin_for, text) for each in family.children if each not in same}
        outcomes = [*own.values(), *(replace(own[twin], child=each) for each, twin in same.items())]
        made = actions.record_strategy_discussion(
            held_on=day,
            held_by=HeldBy.VIDEO,
            agencies=AGENCIES,
            outcomes=outcomes,
            passages=(SaidOfSome((family.children[0],), text.said, MayKnow.CHILD),),
            by=self.build.acting(family).at(family.recorded(day)),
        )
        return made.made

    def outcome(self, child: UUID, begins: bool, text: Worry) -> OutcomeForChild:
        """What was decided for one child, with where each agency placed the child."""
        chance = self.build.chance
        low = 2 if begins else 6
        scales = tuple(Scale(each.agency, chance.randint(low, low + 3)) for each in AGENCIES[:3])
        decision = Decision.BEGIN_ENQUIRIES if begins else Decision.NO_ENQUIRIES
        return OutcomeForChild(child, decision, text.begins if begins else text.not_begun, scales)

    def enquiries_end(self, family: Family, days_ago: int, result: Outcome, *, worry: int = 0) -> None:
        """What the enquiries found about every child they were about."""
        day = self.working_day(self.build.today - timedelta(days=days_ago))
        reasons = WORRIES[worry % len(WORRIES)].found
        found = [actions.Found(child, result, reasons) for child in family.children]
        by = self.build.acting(family).at(family.recorded(day))
        actions.record_enquiry_outcome(on=day, found=found, by=by)

    def agree(self, family: Family, days_ago: int) -> None:
        """The team's manager answers whatever waits about this family."""
        day = self.working_day(self.build.today - timedelta(days=days_ago))
        by = self.build.workforce.acting(self.build.workforce.manager_of(family.team))
        answers = [
            oversight.Answered(each.kind, each.fact_id, each.child_id, Answer.AGREE)
            for each in Waiting.objects.filter(child__in=family.children, answer="")
        ]
        if answers:
            oversight.answer_decisions(answers=answers, on=day, by=by.at(family.recorded(day, 17)))

    def warning(self, family: Family, kind: str, why: str, what_to_do: str) -> None:
        """A warning on every child of a family."""
        by = self.build.acting(family).at(family.recorded(family.known_since, 16))
        for child in family.children:
            people.record_warning(
                person_id=child,
                kind=kind,
                why=why,
                what_to_do=what_to_do,
                agreed_with="The manager of the team",
                review_by=family.known_since + timedelta(days=360),
                began=family.known_since,
                by=by,
            )
