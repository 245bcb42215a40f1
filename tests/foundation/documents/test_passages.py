"""Copies of a child's document, made from the passages that each recipient may hold; through the database."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from sightline.foundation.access.rules import Permission
from sightline.foundation.children import actions as children
from sightline.foundation.children.rules.family import Ground
from sightline.foundation.documents.models import Passage
from sightline.foundation.documents.queries import passages_a_child_may_hold, passages_for_occasion
from sightline.foundation.documents.queries.passages import Copy
from sightline.foundation.documents.rules.passages import Audience, Recipient
from sightline.foundation.door import action
from sightline.foundation.facts import Acting
from tests.builders import workforce
from tests.builders.documents import person
from tests.builders.workforce import BUILDER, as_builder
from tests.conftest import as_web

pytestmark = pytest.mark.django_db
BEGAN, TODAY = date(2020, 1, 1), date(2026, 3, 2)
OCCASION = ("tests.Conference", uuid4())
PARENTS = {"Ana": ["Mum", "Kyle"], "Ben": ["Mum", "Kyle"], "Cara": ["Mum", "Lee"], "Dan": ["Mum", "Mo"]}
TOLD = {
    "What Ana said": ("Ana", "family"),
    "What Ana and Ben saw": ("Ana Ben", "family"),
    "What Cara said": ("Cara", "family"),
    "What the mother said of herself": ("Mum", "family"),
    "What only workers know of Ana": ("Ana", "professionals"),
    "What nobody has decided": ("Ana", "undecided"),
    "What Ana wants kept to herself": ("Ana", "child"),
    "What Ana said of Kyle and her mother": ("Ana Mum Kyle", "family"),
}


@action(permission=Permission.RECORD_PERSON, says="wrote passages for a test")
def write(*, passages: list[Passage], by: Acting) -> Any:
    yield from passages


@pytest.fixture
def family() -> dict[str, UUID]:
    """Four children of one mother and three fathers; Kyle must have no contact with Ben."""
    people = {name: person(name) for name in PARENTS} | {
        name: person(name, is_child=False) for name in ("Mum", "Kyle", "Lee", "Mo")
    }
    with as_builder():
        for child, parents in PARENTS.items():
            for parent in parents:
                kind = "mother" if parent == "Mum" else "father"
                ends = {"person_id": people[child], "other_id": people[parent]}
                children.record_relationship(**ends, kind=kind, began=BEGAN, by=BUILDER)
        ends = {"person_id": people["Ben"], "other_id": people["Kyle"]}
        children.record_no_contact(**ends, ground=Ground.COURT_ORDER, terms="None", began=BEGAN, by=BUILDER)
        kind, key = OCCASION
        write(
            passages=[
                Passage(
                    occasion_kind=kind,
                    occasion_id=key,
                    place="said",
                    position=position,
                    about=[people[name] for name in about.split()],
                    may_know=may_know,
                    text=text,
                )
                for position, (text, (about, may_know)) in enumerate(TOLD.items())
            ],
            by=BUILDER,
        )
    return people


@pytest.fixture
def worker(family: dict[str, UUID]) -> Any:
    found = workforce.practitioner()
    for name in PARENTS:
        workforce.involve(family[name], practitioner=found)
    return found


def copy_for(worker: Any, family: dict[str, UUID], child: str, recipient: Recipient) -> Copy:
    adults = [family[name] for name in PARENTS[child]]
    with as_web(worker, open=[family[child], *adults]):
        return passages_a_child_may_hold(family[child], recipient, today=TODAY, occasion=OCCASION)


def texts(copy: Copy) -> set[str]:
    return {passage.text for passage in copy.passages}


def test_a_childs_document_leaves_out_the_other_children(worker: Any, family: dict[str, UUID]) -> None:
    assert texts(copy_for(worker, family, "Ana", Recipient(Audience.PROFESSIONAL))) == set(TOLD) - {"What Cara said"}
    assert texts(copy_for(worker, family, "Dan", Recipient(Audience.PROFESSIONAL))) == {
        "What the mother said of herself"
    }


def test_the_childs_own_copy(worker: Any, family: dict[str, UUID]) -> None:
    assert texts(copy_for(worker, family, "Ana", Recipient(Audience.CHILD))) == {
        "What Ana said",
        "What Ana and Ben saw",
        "What Ana wants kept to herself",
        "What Ana said of Kyle and her mother",
    }


def test_a_copy_for_the_father_whom_an_order_keeps_from_one_child(worker: Any, family: dict[str, UUID]) -> None:
    copy = copy_for(worker, family, "Ana", Recipient(Audience.PARENT, family["Kyle"]))
    assert texts(copy) == {"What Ana said", "What Ana said of Kyle and her mother"}
    assert copy.left_out == 5


def test_a_copy_for_the_mother_and_for_another_childs_father(worker: Any, family: dict[str, UUID]) -> None:
    assert texts(copy_for(worker, family, "Ana", Recipient(Audience.PARENT, family["Mum"]))) == {
        "What Ana said",
        "What Ana and Ben saw",
        "What the mother said of herself",
        "What Ana said of Kyle and her mother",
    }
    assert texts(copy_for(worker, family, "Ana", Recipient(Audience.PARENT, family["Lee"]))) == set()


def test_an_order_that_names_somebody_in_words_only_is_to_be_checked(worker: Any, family: dict[str, UUID]) -> None:
    asked = {"ground": Ground.BAIL, "terms": "None", "began": BEGAN, "by": BUILDER}
    with as_builder():
        children.record_no_contact(person_id=family["Ana"], who="Kyle's brother", **asked)
    copy = copy_for(worker, family, "Ana", Recipient(Audience.PARENT, family["Mum"]))
    assert copy.orders_to_check == ("Kyle's brother",)


def test_passages_of_an_occasion_keep_their_order(worker: Any, family: dict[str, UUID]) -> None:
    with as_web(worker, open=[family["Ana"]]):
        found = [passage.text for passage in passages_for_occasion(*OCCASION)]
    assert found == [text for text, (about, _) in TOLD.items() if "Ana" in about]


def test_the_number_of_queries_does_not_grow(
    worker: Any, family: dict[str, UUID], django_assert_max_num_queries: Any
) -> None:
    with as_web(worker, open=[family["Ana"], family["Mum"], family["Kyle"]]), django_assert_max_num_queries(11):
        recipient = Recipient(Audience.PARENT, family["Mum"])
        passages_a_child_may_hold(family["Ana"], recipient, today=TODAY, occasion=OCCASION)
