"""The family of nine: one assessment of eight of them, two approvals at most, and no passage in a wrong document."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest

from sightline.demo.families import Builder, Family
from sightline.demo.nine import build_nine
from sightline.demo.stories import Stories
from sightline.demo.workforce import build_workforce
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.models import Child, Person
from sightline.foundation.documents.making.kinds import kinds
from sightline.foundation.documents.models import Passage
from sightline.foundation.oversight import actions as oversight
from sightline.foundation.oversight.models import Waiting
from sightline.foundation.oversight.rules import Answered
from sightline.foundation.plans import actions as plans
from sightline.foundation.plans.rules import PlanKind
from sightline.practice.assessment import actions
from sightline.practice.assessment.models import Assessment, AssessmentWork
from sightline.practice.assessment.rules import FoundForChild, Written
from sightline.practice.care.models import PeriodOfCare
from sightline.practice.child_protection.models import StrategyDiscussion
from sightline.practice.front_door import actions as front_door
from sightline.practice.front_door.actions.deciding import Decided
from sightline.practice.front_door.models import Contact
from sightline.practice.front_door.rules import Arrival, ChildOfContact, Referrer
from tests.builders.child_protection import decision_for, in_the_name_of
from tests.builders.copies import copies
from tests.builders.household import write
from tests.builders.plans import goal, step
from tests.builders.workforce import as_builder, made

pytestmark = pytest.mark.django_db
CHILDREN = ("Ngozi", "Tobias", "Róisín", "Theodore", "Ada", "Kit", "One", "Two")
UNBORN = CHILDREN[6:]
FATHERS = {"Chidi": CHILDREN[:2], "Rupert": CHILDREN[2:4], "Liam": CHILDREN[4:]}
ADULTS = ("mother", "eldest", *FATHERS)
PROFESSIONALS, CHILD = "professionals", "child"
OF_EVERY_KIND = ("Tobias", "Róisín", "Two")  # of each father one: cared for, an order, expected; the assessment of all
ASKED_OF_MANAGERS = 2


@dataclass
class Nine:
    """The demonstration's largest family on the day on which its assessment is submitted."""

    build: Builder
    family: Family
    people: Mapping[str, UUID]

    @property
    def worker(self) -> Any:
        return self.build.workforce.people[self.family.worker]

    @property
    def work(self) -> AssessmentWork:
        return AssessmentWork.objects.get()

    def asked(self) -> dict[str, Any]:
        return {"on": self.build.today, "by": self.build.acting(self.family)}


@pytest.fixture
def nine() -> Nine:
    with as_builder():
        today = london_today()
        build = Builder(build_workforce(today), today, Random(1))
        family = build_nine(build, Stories(build))
    people = dict(zip(CHILDREN, family.children, strict=True)) | {name: family.adults[name] for name in ADULTS}
    return Nine(build, family, people)


def canary(name: str) -> str:
    return f"CANARY-{name.upper()}"


def nine_stand_in_the_family_and_she_who_is_18_is_not_assessed(nine: Nine) -> None:
    with as_builder():
        eldest = nine.people["eldest"]
        assert len({*nine.family.children, eldest}) == 9
        assert not Child.objects.filter(pk=eldest).exists()
        assert set(nine.work.children) == set(nine.family.children)
        twins = Person.objects.filter(pk__in=nine.family.children, birth_date=None)
        assert len(twins) == 2
        assert len({each.expected_on for each in twins}) == 1
        assert PeriodOfCare.objects.get(ended=None).child_id == nine.people["Tobias"]


def test_at_most_two_approvals_are_asked_for_the_whole_family(nine: Nine) -> None:
    nine_stand_in_the_family_and_she_who_is_18_is_not_assessed(nine)
    analysed_and_submitted(nine)
    with in_the_name_of(nine.build.workforce.acting("team.manager")):
        everybody = Waiting.objects.filter(child__in=nine.family.children, own_level=False)
        together = {each.recorded_together for each in everybody}
        assert len(together) == ASKED_OF_MANAGERS
        assert len(everybody) == len(CHILDREN) * ASKED_OF_MANAGERS
        for occasion in together:
            answers = [
                Answered(each.kind, each.fact_id, each.child_id, "agree")
                for each in everybody
                if each.recorded_together == occasion
            ]
            by = nine.build.workforce.acting("team.manager")
            oversight.answer_decisions(answers=answers, on=nine.build.today, by=by)
        assert not Waiting.objects.filter(child__in=nine.family.children, answer="").exists()
        signed = Assessment.objects.filter(child__in=nine.family.children)
        assert [each.ended for each in signed] == [nine.build.today] * len(CHILDREN)


def test_no_passage_stands_in_a_wrong_document(nine: Nine, client_of: Any) -> None:
    facts = everything_said(nine)
    assert set().union(*facts.values()) == set(kinds())
    readers = set()
    for child, kind, reader, form, text in copies(nine.people, facts, client_of(nine.worker)):
        readers.add((child, reader))
        found = set(re.findall(r"CANARY-[\w-]+", text))
        assert found == expected(child, kind, reader), (child, kind, reader, form)
    assert readers == {(child, reader) for child in CHILDREN for reader in readers_of(child)}


def readers_of(child: str) -> set[str]:
    """For whom a copy can be made; never for the father who must not have contact, nor for a baby not born."""
    fathers = {name for name, children in FATHERS.items() if child in children and name != "Rupert"}
    own = set() if child in UNBORN else {CHILD}
    return {PROFESSIONALS, "mother", *own, *fathers, *({"referrer"} if child in OF_EVERY_KIND else ())}


def expected(child: str, kind: str, reader: str) -> set[str]:
    """The canaries that belong in one copy: of no other child or parent, and of her who is 18 to no family."""
    if kind in ("plan", "letter-to-family"):
        return {canary(child)}
    if kind == "letter-to-referrer" or reader == "referrer":
        return set()
    if reader == PROFESSIONALS:
        around = {name for name, children in FATHERS.items() if child in children}
        return {canary(each) for each in ("all", child, f"{child}-kept", "mother", "eldest", *around)}
    if reader == CHILD:
        return {canary("all"), canary(child), canary(f"{child}-kept")}
    return {canary(child), canary(reader)} | ({canary("all")} if reader == "mother" else set())


def analysed_and_submitted(nine: Nine) -> None:
    """The one section that the demonstration leaves open, and the submission for all: unborn babies are not seen."""
    children, same = nine.family.children, nine.asked()
    parts = {"fact": "Three nights.", "means": "They wait.", "so_what": "Nobody comes."}
    whole = [Written(tuple(children), parts, "family")]
    with in_the_name_of(same["by"]):
        where: dict[str, Any] = {"child_id": children[0], "work_id": nine.work.pk}
        actions.save_section(section="analysis", seen=0, written=whole, **where, **same)
        found = [
            FoundForChild(
                child=key,
                child_seen=name not in UNBORN,
                why="" if name not in UNBORN else "Not born yet.",
                outcome="PROV_OF_SERVICES_FLAG",
                factors=("3B",),
            )
            for name, key in zip(CHILDREN, children, strict=True)
        ]
        actions.submit_work(found=found, **where, **same)


def everything_said(nine: Nine) -> dict[str, dict[str, UUID]]:
    """A canary about everybody in every kind of document; the fact of each child and kind."""
    facts: dict[str, dict[str, UUID]] = {name: {"assessment": nine.work.pk} for name in CHILDREN}
    with in_the_name_of(nine.asked()["by"]):
        texts = [(about, text, may_know) for about, text, may_know in said(nine)]
        written = [Written(about, {"text": text}, may_know) for about, text, may_know in texts]
        where: dict[str, Any] = {"child_id": nine.family.children[0], "work_id": nine.work.pk, "seen": 0}
        actions.save_section(section="not_known", written=written, **where, **nine.asked())
        discussion = StrategyDiscussion.objects.get()
        passages_of(discussion, "said", texts, nine)
        contacted(nine, facts)
        for name in OF_EVERY_KIND:
            facts[name]["strategy-discussion"] = decision_for(nine.people[name], discussion).pk
            facts[name]["plan"] = planned(nine, name)
    return facts


def said(nine: Nine) -> list[tuple[tuple[UUID, ...], str, str]]:
    """Whom each text is about, what it says, and who may know it."""
    own = [((nine.people[name],), canary(name), "family") for name in (*CHILDREN, *ADULTS)]
    kept = [((nine.people[name],), canary(f"{name}-kept"), "child") for name in CHILDREN]
    return [(tuple(nine.family.children), canary("all"), "family"), *own, *kept]


def passages_of(occasion: Any, place: str, texts: Any, nine: Nine) -> None:
    """Passages of an occasion, after those that stand there."""
    at: dict[str, Any] = {"occasion_kind": occasion._meta.label, "occasion_id": occasion.pk, "place": place}
    passages = [
        Passage(**at, position=100 + position, about=list(about), text=text, may_know=may_know)
        for position, (about, text, may_know) in enumerate(texts)
    ]
    write(passages=passages, by=nine.asked()["by"])


def contacted(nine: Nine, facts: dict[str, dict[str, UUID]]) -> None:
    """A school got in touch about all of the children, and it was decided."""
    children, by = nine.family.children, nine.build.workforce.acting("duty")
    school = Referrer(source="2A", name="Ms Khan", organisation="Hill Road Primary", telephone="01632 960 441")
    arrival = Arrival(
        kind="worry", came_by="telephone", safe_now="yes", received_on=nine.build.today, what_about="Nights"
    )
    everybody = [ChildOfContact(child=key) for key in children]
    front_door.receive_contact(arrival=arrival, referrer=school, children=everybody, by=by)
    contacts = {name: Contact.objects.get(child=nine.people[name]) for name in CHILDREN}
    decided = [
        Decided(each.child_id, each.pk, "assessment", "Nights", meaning="As before") for each in contacts.values()
    ]
    front_door.decide_contacts(decisions=decided, on=nine.build.today, by=by)
    own = [((nine.people[name],), canary(name), "family") for name in CHILDREN]
    passages_of(contacts["Ngozi"].received, "worried", own, nine)
    for name in OF_EVERY_KIND:
        contact = contacts[name]
        facts[name] |= {"letter-to-family": contact.pk, "letter-to-referrer": contact.pk}


def planned(nine: Nine, name: str) -> UUID:
    """A plan of one child, whose goal says so."""
    goals = [goal(canary(name), step(by_when=nine.build.today + timedelta(days=9)))]
    asked: dict[str, Any] = {
        "kind": PlanKind.CHILD_IN_NEED,
        "began": nine.build.today,
        "goals": goals,
        "purpose": "Calm",
    }
    return made(plans.begin_plan(child=nine.people[name], by=nine.asked()["by"], **asked))
