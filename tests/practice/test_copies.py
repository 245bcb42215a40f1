"""Canaries: what must not reach somebody stands in no copy made for them, whatever the kind and the form of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse

from sightline.foundation.access.rules import Permission
from sightline.foundation.audit_trail.models import ReadEvent
from sightline.foundation.audit_trail.presenters import basis_in_words
from sightline.foundation.children import actions as children
from sightline.foundation.children.models import Child
from sightline.foundation.children.rules.family import Ground
from sightline.foundation.documents.making.kinds import kinds
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
from tests.builders.made import in_one_line, text_of_pdf, text_of_word
from tests.builders.plans import begun
from tests.builders.workforce import BUILDER, as_builder, made

pytestmark = pytest.mark.django_db
BEGAN, HELD = date(2020, 1, 1), date(2026, 6, 1)
PARENTS = {"Mia": ["Maria", "Kyle"], "Ben": ["Maria", "Lee"]}
PROFESSIONALS, CHILD = "professionals", "child"
SAID = {  # what was said: whom it is about, who may know it, and who of whose readers finds it in their copy
    "CANARY-ALL": ("Mia Maria", "family", {("Mia", PROFESSIONALS), ("Mia", CHILD), ("Mia", "Maria")}),
    "CANARY-REFERRER": ("Mia", "professionals", {("Mia", PROFESSIONALS)}),
    "CANARY-UNDECIDED": ("Mia", "undecided", {("Mia", PROFESSIONALS)}),
    "CANARY-KEPT": ("Mia", "child", {("Mia", PROFESSIONALS), ("Mia", CHILD)}),
    "CANARY-NO-CONTACT": ("Kyle", "family", {("Mia", PROFESSIONALS)}),
    "CANARY-OTHER-FATHER": ("Lee", "family", {("Ben", PROFESSIONALS), ("Ben", "Lee")}),
    "CANARY-BROTHER": ("Ben", "family", {("Ben", PROFESSIONALS), ("Ben", CHILD), ("Ben", "Maria"), ("Ben", "Lee")}),
}
FORMS = ("page", "pdf", "docx")


@action(permission=Permission.RECORD_PERSON, says="wrote passages for a test")
def write(*, passages: list[Passage], by: Acting) -> Any:
    yield from passages


@dataclass
class Household:
    people: dict[str, UUID]
    facts: dict[str, dict[str, UUID]]  # by child, by kind of document
    worker: Any


@pytest.fixture
def household() -> Household:
    """Mia and Ben have one mother and two fathers; Mia's father must have no contact with her."""
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


def copies(household: Household, client: Any) -> Iterator[tuple[str, str, str, str, str]]:
    """Every copy that can be made: of which child and kind, for whom, in which form, and all its text."""
    names = {str(key): name for name, key in household.people.items()}
    for child, facts in household.facts.items():
        for kind, fact in facts.items():
            for reader in offered(client, child, kind, household):
                for form in FORMS:
                    answer = client.get(address(household, child, kind), {"for": reader, "as": form})
                    assert answer.status_code == 200, (child, kind, reader, form, fact)
                    yield child, kind, names.get(reader, reader), form, READ[form](answer.content)


def address(household: Household, child: str, kind: str) -> str:
    return reverse("documents:make", args=[household.people[child], kind, household.facts[child][kind]])


def offered(client: Any, child: str, kind: str, household: Household) -> list[str]:
    page = client.get(address(household, child, kind)).content.decode()
    return re.findall(r'\?for=([a-z0-9-]+)"', page)


def text_of_page(content: bytes) -> str:
    """The copy as the page shows it; round it stands what the worker may see."""
    return in_one_line(content.decode().split('<article class="sl-made"')[1].split("</article>")[0])


READ = {"page": text_of_page, "pdf": text_of_pdf, "docx": text_of_word}


def test_every_kind_of_document_is_tried(household: Household) -> None:
    assert all(set(facts) == set(kinds()) for facts in household.facts.values())


def test_no_canary_stands_in_a_copy_for_the_wrong_reader(household: Household, client_of: Any) -> None:
    found: dict[str, set[tuple[str, str]]] = {canary: set() for canary in SAID}
    whose: set[tuple[str, str, str]] = set()
    for child, kind, reader, form, text in copies(household, client_of(household.worker)):
        whose.add((child, kind, reader))
        canaries = set(re.findall(r"CANARY-[A-Z-]+", text))
        assert canaries == expected(child, kind, reader), (child, kind, reader, form)
        for canary in canaries & set(found):
            found[canary].add((child, reader))
    assert found == {canary: readers for canary, (_, _, readers) in SAID.items()}
    everybody = {PROFESSIONALS, CHILD, "Maria", "referrer"}
    assert {reader for child, _, reader in whose if child == "Mia"} == everybody
    assert {reader for child, _, reader in whose if child == "Ben"} == {*everybody, "Lee"}


def expected(child: str, kind: str, reader: str) -> set[str]:
    """The canaries that belong in one copy."""
    heard = {canary for canary, (_, _, readers) in SAID.items() if (child, reader) in readers}
    match kind:
        case "assessment":
            return heard
        case "strategy-discussion":
            return heard | ({"CANARY-REASONS", "CANARY-WHO"} if reader == PROFESSIONALS else set())
        case "plan":
            return {"CANARY-NOTE"} if reader == PROFESSIONALS else set()
        case "letter-to-family":
            return {"CANARY-HEARD"} if child == "Mia" else set()
        case "letter-to-referrer":
            return {"CANARY-PERSON"}
    raise AssertionError(f"Say what may stand in {kind}")


def test_a_parent_who_must_not_have_contact_is_offered_no_copy(household: Household, client_of: Any) -> None:
    client, where = client_of(household.worker), address(household, "Mia", "strategy-discussion")
    page = client.get(where).content.decode()
    assert "No copy is made for" in page
    assert "Must not have contact with" in page
    for form in FORMS:
        answer = client.get(where, {"for": str(household.people["Kyle"]), "as": form})
        assert answer["Content-Type"].startswith("text/html")
        assert 'class="sl-made"' not in answer.content.decode()


def test_whom_an_order_names_in_words_is_compared_before_a_parents_copy(household: Household, client_of: Any) -> None:
    with as_builder():
        order = {"person_id": household.people["Mia"], "who": "Kyle’s brother", "ground": Ground.BAIL, "terms": "None"}
        children.record_no_contact(**order, began=BEGAN, by=BUILDER)
    client, where = client_of(household.worker), address(household, "Mia", "plan")
    asked = {"for": str(household.people["Maria"]), "as": "pdf"}
    refused = client.get(where, asked)
    assert refused["Content-Type"].startswith("text/html")
    assert "Kyle’s brother" in refused.content.decode()
    assert "Say that you have compared them" in refused.content.decode()
    assert client.get(where, asked | {"compared": "yes"})["Content-Type"] == "application/pdf"


def test_orders_and_safe_ways_are_shown_before_a_copy_is_made(household: Household, client_of: Any) -> None:
    with as_builder():
        order = {"person_id": household.people["Mia"], "kind": "prohibited_steps", "terms": "Not to leave the country"}
        children.record_court_order(**order, began=BEGAN, by=BUILDER)
    where = address(household, "Mia", "plan")
    page = client_of(household.worker).get(where, {"for": str(household.people["Maria"])}).content.decode()
    assert page.index("Not to leave the country") < page.index("Make a PDF")
    assert page.index("Do not send letters") < page.index("Make a PDF")


def test_that_a_copy_was_made_and_for_whom_is_in_the_read_log(household: Household, client_of: Any) -> None:
    maria = household.people["Maria"]
    where = address(household, "Mia", "plan")
    client_of(household.worker).get(where, {"for": str(maria), "as": "docx"})
    with as_builder():
        event = ReadEvent.objects.get(basis__startswith="copy made")
    assert event.basis == "copy made: plan, docx, for parent"
    assert set(event.shown) == {household.people["Mia"], maria}
    assert basis_in_words(event.basis) == "Copy made: plan, docx, for parent"


def test_no_copy_is_made_of_what_does_not_exist(household: Household, client_of: Any) -> None:
    client, mia, ben = client_of(household.worker), household.people["Mia"], household.facts["Ben"]
    assert client.get(reverse("documents:make", args=[mia, "plan", ben["plan"]])).status_code == 404
    assert client.get(reverse("documents:make", args=[mia, "poem", ben["plan"]])).status_code == 404


def test_a_letter_to_a_member_of_the_public_says_nothing_of_the_child(household: Household, client_of: Any) -> None:
    where = address(household, "Mia", "letter-to-referrer")
    text = text_of_pdf(client_of(household.worker).get(where, {"for": "referrer", "as": "pdf"}).content)
    assert "Your reference is" in text
    assert "Mia" not in text
    assert "Assessment" not in text
