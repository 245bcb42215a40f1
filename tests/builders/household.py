"""Two children with one mother and two fathers, and canaries in everything that was said about them."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.children import actions as children
from sightline.foundation.children.models import Child
from sightline.foundation.children.rules.family import Ground
from sightline.foundation.documents.models import Passage
from sightline.foundation.door import action
from sightline.foundation.facts import Acting
from sightline.foundation.plans import actions as plans
from sightline.foundation.plans.models import Step
from sightline.foundation.plans.rules import Moved, State
from sightline.practice.assessment import actions as assessment
from sightline.practice.assessment.rules import Written
from sightline.practice.child_protection.actions import record_strategy_discussion
from sightline.practice.child_protection.models import StrategyDiscussion
from sightline.practice.child_protection.rules import Agency, HeldBy, TookPart
from sightline.practice.front_door import actions as front_door
from sightline.practice.front_door.actions.deciding import Decided
from sightline.practice.front_door.models import Contact
from sightline.practice.front_door.rules import Arrival, ChildOfContact, Referrer
from sightline.practice.front_door.rules.intake import INDIVIDUALS
from tests.builders import workforce
from tests.builders.child_protection import decision_for, in_the_name_of, outcome_for
from tests.builders.documents import person
from tests.builders.plans import begun
from tests.builders.workforce import BUILDER, as_builder, made

BEGAN, HELD = date(2020, 1, 1), date(2026, 6, 1)
PARENTS = {"Mia": ["Maria", "Kyle"], "Ben": ["Maria", "Lee", "Kyle"]}
PROFESSIONALS, CHILD = "professionals", "child"
SAID = {  # what was said: whom it is about, who may know it, and who of whose readers finds it in their copy
    "CANARY-ALL": ("Mia Maria", "family", {("Mia", PROFESSIONALS), ("Mia", CHILD), ("Mia", "Maria")}),
    "CANARY-REFERRER": ("Mia", "professionals", {("Mia", PROFESSIONALS)}),
    "CANARY-UNDECIDED": ("Mia", "undecided", {("Mia", PROFESSIONALS)}),
    "CANARY-KEPT": ("Mia", "child", {("Mia", PROFESSIONALS), ("Mia", CHILD)}),
    "CANARY-NO-CONTACT": ("Kyle", "family", {("Mia", PROFESSIONALS), ("Ben", PROFESSIONALS), ("Ben", "Kyle")}),
    "CANARY-OTHER-FATHER": ("Lee", "family", {("Ben", PROFESSIONALS), ("Ben", "Lee")}),
    "CANARY-BROTHER": (
        "Ben",
        "family",
        {("Ben", PROFESSIONALS), ("Ben", CHILD), ("Ben", "Maria"), ("Ben", "Lee"), ("Ben", "Kyle")},
    ),
    "CANARY-BOTH": (  # Kyle may have it of Ben, and must have nothing of Mia
        "Mia Ben",
        "family",
        {(child, reader) for child in ("Mia", "Ben") for reader in (PROFESSIONALS, CHILD, "Maria")},
    ),
}


@action(permission=Permission.RECORD_PERSON, says="wrote passages for a test")
def write(*, passages: list[Passage], by: Acting) -> Any:
    yield from passages


@dataclass
class Household:
    people: dict[str, UUID]
    facts: dict[str, dict[str, UUID]]  # by child, by kind of document
    worker: Any


def build_household() -> Household:
    """Mia and Ben have one mother; Mia's father, who cares for Ben too, must have no contact with her."""
    people = {name: person(name) for name in PARENTS} | {
        name: person(name, is_child=False) for name in ("Maria", "Kyle", "Lee")
    }
    worker = workforce.practitioner()
    for name in PARENTS:
        workforce.involve(people[name], practitioner=worker)
    with as_builder():
        related(people)
    facts = {name: {"plan": planned(people[name])} for name in PARENTS}
    discussion = discussed(people)
    work = assessed(people)
    for name, contact in contacted(people).items():
        facts[name] |= {"letter-to-referrer": contact, "letter-to-family": contact, "assessment": work}
    for name in PARENTS:
        facts[name]["strategy-discussion"] = decision_for(people[name], discussion).pk
    return Household(people, facts, worker)


def related(people: dict[str, UUID]) -> None:
    """Who is whose parent, who must be kept away, and where nobody may learn that they live."""
    for child, parents in PARENTS.items():
        for parent in parents:
            kind = "mother" if parent == "Maria" else "father"
            ends = {"person_id": people[child], "other_id": people[parent]}
            children.record_relationship(**ends, kind=kind, began=BEGAN, by=BUILDER)
    ends = {"person_id": people["Mia"], "other_id": people["Kyle"]}
    children.record_no_contact(**ends, ground=Ground.COURT_ORDER, terms="None", began=BEGAN, by=BUILDER)

    hidden = {"person_id": people["Mia"], "kind": "home", "kept_from": "Kyle", "why": "He hurt her", "began": BEGAN}
    children.record_protected_address(**hidden, lines="12 CANARY-ADDRESS Lane", by=BUILDER)
    way = {"person_id": people["Maria"], "kind": "mobile", "value": "CANARY-NUMBER", "post": "no", "began": BEGAN}
    children.record_contact_point(**way, by=BUILDER)


def planned(child: UUID) -> UUID:
    """A plan, one step of which has a note for professionals."""
    found = begun(Child.objects.get(pk=child))
    with as_builder():
        moved = Moved(Step.objects.get(goal__plan=found).pk, State.STUCK, "CANARY-NOTE no money")
        plans.record_progress(child=child, plan=found.pk, moved=[moved], on=HELD, by=BUILDER)
    return found.pk


def contacted(people: dict[str, UUID]) -> dict[str, UUID]:
    """A neighbour got in touch about both children, and it was decided; the contact of each child."""
    neighbour = Referrer(source=sorted(INDIVIDUALS)[0], name="CANARY-PERSON Quill", telephone="01632 960001")
    arrival = Arrival(
        kind="worry", came_by="telephone", safe_now="yes", received_on=HELD, what_about="CANARY-ABOUT by Quill"
    )
    both = [ChildOfContact(child=people[name], own="CANARY-OWN") for name in PARENTS]
    with as_builder():
        front_door.receive_contact(arrival=arrival, referrer=neighbour, children=both, by=BUILDER)
        found = {name: Contact.objects.get(child=people[name]) for name in PARENTS}
        decided = [
            Decided(people[name], found[name].pk, "assessment", "CANARY-WHY", meaning="CANARY-MEANING")
            for name in PARENTS
        ]
        front_door.decide_contacts(decisions=decided, on=HELD, by=BUILDER)
        received = found["Mia"].received
        assert received
        heard = Passage(
            occasion_kind=received._meta.label, occasion_id=received.pk, place="worried", about=[people["Mia"]],
            may_know="family", text="CANARY-HEARD",
        )  # fmt: skip
        write(passages=[heard], by=BUILDER)
    return {name: contact.pk for name, contact in found.items()}


def assessed(people: dict[str, UUID]) -> UUID:
    """An assessment of both children, in which everything was said."""
    texts = [
        Written(tuple(people[name] for name in about.split()), {"text": f"{canary} was said"}, may_know)
        for canary, (about, may_know, _) in SAID.items()
    ]
    asked: dict[str, Any] = {"section": "worries", "seen": 0, "written": texts, "on": HELD, "by": BUILDER}
    with as_builder():
        work = made(assessment.begin_work(children=[people[name] for name in PARENTS], on=HELD, by=BUILDER))
        assessment.save_section(child_id=people["Mia"], work_id=work, **asked)
    return work


def discussed(people: dict[str, UUID]) -> StrategyDiscussion:
    """A discussion about both children, at which everything was said."""
    outcomes = [outcome_for(people[name], reasons="CANARY-REASONS") for name in PARENTS]
    agencies = [TookPart(Agency.SOCIAL_CARE, "Amina Yusuf"), TookPart(Agency.POLICE, "CANARY-WHO")]
    with in_the_name_of(BUILDER):
        asked: Any = {"held_on": HELD, "held_by": HeldBy.VIDEO, "agencies": agencies, "outcomes": outcomes}
        key = made(record_strategy_discussion(by=BUILDER, **asked))
        at: Any = {"occasion_kind": StrategyDiscussion._meta.label, "occasion_id": key, "place": "said"}
        passages = [
            Passage(
                **at,
                position=position,
                about=[people[name] for name in about.split()],
                may_know=may_know,
                text=f"{canary} was said",
            )
            for position, (canary, (about, may_know, _)) in enumerate(SAID.items())
        ]
        write(passages=passages, by=BUILDER)
        return StrategyDiscussion.objects.get(pk=key)
