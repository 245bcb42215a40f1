"""The family of nine: one mother, three fathers, a no-contact order. Nothing reaches whom it must not reach.

Source: practice rules, "What must not reach the wrong person" and "Large families".
"""

from dataclasses import dataclass
from uuid import UUID, uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sightline.foundation.documents.rules import MayKnow
from sightline.foundation.documents.rules.passages import Audience, Family, Recipient, may_stand_in

NAMES = ["Ana", "Ben", "Cara", "Dan", "Mum", "Kyle", "Lee", "Mo", "Gran"]
KEY = {name: uuid5(UUID(int=0), name) for name in NAMES}
CHILDREN = ["Ana", "Ben", "Cara", "Dan"]
PARENTS = {"Ana": ["Mum", "Kyle"], "Ben": ["Mum", "Kyle"], "Cara": ["Mum", "Lee"], "Dan": ["Mum", "Mo"]}
AROUND = {child: [*parents, "Gran"] for child, parents in PARENTS.items()}
KEPT_FROM = {"Ben": ["Kyle"], "Mum": ["Mo"]}  # Kyle must have no contact with Ben, Mo none with the mother


def keys(names: dict[str, list[str]]) -> dict[UUID, list[UUID]]:
    return {KEY[name]: [KEY[other] for other in others] for name, others in names.items()}


FAMILY = Family(frozenset(KEY[name] for name in CHILDREN), keys(AROUND), keys(PARENTS), keys(KEPT_FROM))
PROFESSIONAL, OWN = Recipient(Audience.PROFESSIONAL), Recipient(Audience.CHILD)


def parent(name: str) -> Recipient:
    return Recipient(Audience.PARENT, KEY[name])


def stands(child: str, about: str, may_know: str, recipient: Recipient) -> bool:
    return may_stand_in(KEY[child], [KEY[name] for name in about.split()], may_know, recipient, FAMILY)


@pytest.mark.parametrize(
    ("child", "about", "stands_there"),
    [
        ("Ana", "Ana", True),
        ("Ana", "Ana Ben", True),
        ("Ana", "Ben", False),
        ("Ana", "Mum", True),  # about an adult who is in this child's record
        ("Ana", "Mum Ben", False),  # about the mother and another child
        ("Ana", "Lee", False),  # another child's father
        ("Cara", "Lee", True),
        ("Ana", "Ana Lee", True),  # what another child's father did to this child belongs to this child
    ],
)
def test_a_childs_document_holds_what_is_about_the_child(child: str, about: str, stands_there: bool) -> None:
    assert stands(child, about, MayKnow.PROFESSIONALS, PROFESSIONAL) is stands_there
    assert stands(child, about, MayKnow.UNDECIDED, PROFESSIONAL) is stands_there


@pytest.mark.parametrize(
    ("about", "may_know", "stands_there"),
    [
        ("Ana", "child", True),
        ("Ana", "family", True),
        ("Ana", "professionals", False),
        ("Ana", "undecided", False),
        ("Mum", "family", False),  # about the mother alone: not the child's
        ("Ben", "child", False),
    ],
)
def test_a_childs_own_copy_holds_what_was_decided_for_the_child(about: str, may_know: str, stands_there: bool) -> None:
    assert stands("Ana", about, may_know, OWN) is stands_there


@pytest.mark.parametrize(
    ("child", "about", "recipient", "stands_there"),
    [
        ("Ana", "Ana", "Mum", True),
        ("Ana", "Ana", "Kyle", True),
        ("Ana", "Ana", "Lee", False),  # not Ana's father
        ("Ana", "Ana", "Gran", False),  # a grandmother is no parent
        ("Ana", "Ana Ben", "Mum", True),
        ("Ana", "Ana Ben", "Kyle", False),  # the order keeps Kyle from Ben
        ("Ben", "Ben", "Kyle", False),
        ("Ben", "Ben Kyle", "Kyle", False),
        ("Ana", "Kyle", "Kyle", True),  # about himself alone
        ("Ana", "Kyle", "Mum", False),  # about him alone: not hers
        ("Ana", "Ana Kyle", "Mum", False),
        ("Ana", "Ana Mum Kyle", "Mum", True),  # everybody it is about
        ("Ana", "Ana Cara", "Kyle", False),  # Cara is not his child
        ("Ana", "Ana Cara", "Mum", True),
        ("Dan", "Dan", "Mo", True),
        ("Dan", "Dan Mum", "Mo", False),  # and Mo must be kept from her
        ("Dan", "Dan Mum Mo", "Mo", False),
    ],
)
def test_a_parents_copy_holds_what_everybody_it_is_about_may_know(
    child: str, about: str, recipient: str, stands_there: bool
) -> None:
    assert stands(child, about, MayKnow.FAMILY, parent(recipient)) is stands_there
    for kept_back in (MayKnow.UNDECIDED, MayKnow.PROFESSIONALS, MayKnow.CHILD):
        assert not stands(child, about, kept_back, parent(recipient))


def test_a_parents_copy_names_the_parent() -> None:
    with pytest.raises(ValueError, match="names the parent"):
        Recipient(Audience.PARENT)
    with pytest.raises(ValueError, match="names the parent"):
        Recipient(Audience.PROFESSIONAL, KEY["Mum"])


@dataclass(frozen=True)
class Told:
    about: frozenset[UUID]
    may_know: str


PEOPLE = [uuid5(UUID(int=1), str(number)) for number in range(12)]


@st.composite
def families(draw: st.DrawFn) -> Family:
    children = frozenset(PEOPLE[: draw(st.integers(1, 6))])
    adults = [person for person in PEOPLE if person not in children]
    some = st.lists(st.sampled_from(adults), max_size=4, unique=True)
    parents = {child: draw(some) for child in children}
    around = {child: sorted({*parents[child], *draw(some)}) for child in children}
    pairs = st.dictionaries(st.sampled_from(PEOPLE), some, max_size=4)
    return Family(children, around, parents, draw(pairs))


TOLD = st.builds(Told, st.frozensets(st.sampled_from(PEOPLE), min_size=1, max_size=5), st.sampled_from(MayKnow.values))


def forbidden(told: Told, child: UUID, reader: UUID, family: Family) -> bool:
    """The slow, obvious version: any one reason is enough."""
    reasons = [told.may_know != "family"]
    for person in told.about:
        reasons.append(reader in family.kept_from.get(person, []))
        if person in family.children:
            reasons.append(reader not in family.parents.get(person, []))
        elif person != reader:
            reasons.append(reader not in told.about)
    named = [person for person in told.about if person in family.children]
    reasons.append(bool(named) and child not in named)
    reasons.append(not named and any(person not in family.around.get(child, []) for person in told.about))
    return any(reasons)


@settings(max_examples=500, deadline=None)
@given(families(), st.lists(TOLD, min_size=1, max_size=12))
def test_no_copy_in_any_family_holds_a_forbidden_passage(family: Family, passages: list[Told]) -> None:
    for child in family.children:
        for reader in set(PEOPLE) - family.children:
            held = [
                each
                for each in passages
                if may_stand_in(child, each.about, each.may_know, Recipient(Audience.PARENT, reader), family)
            ]
            assert [each for each in held if forbidden(each, child, reader, family)] == []
            assert held == [each for each in passages if not forbidden(each, child, reader, family)]
