"""The walls around a baby who is expected, and whom nobody may let near, hold for every further baby at once."""

from datetime import timedelta

import pytest

from sightline.foundation.access.rules import Outcome
from sightline.foundation.children.actions import expect_more, record_no_contact, record_protected_address
from sightline.foundation.children.models import NoContact, Person
from sightline.foundation.children.presenters.lives import PROTECTED
from tests.builders.child_protection import Family, acting
from tests.builders.people import child
from tests.builders.workforce import BUILDER, LONG_AGO, as_builder, involve, practitioner
from tests.conftest import as_web
from tests.foundation.access.acting import TODAY, break_glass, decision, exclude, restrict

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Family:
    manager = practitioner(role="team_manager")
    worker = practitioner(team=manager.team, manager=manager)
    baby = child("", birth_date=None, expected_on=TODAY + timedelta(days=90))
    involve(baby, practitioner=worker)
    return Family([baby.pk], worker, manager)


def twin_of(home: Family, by: object) -> Person:
    """The second baby, whom `by` recorded."""
    (first,) = home.children
    with as_web(by, open=[first]):
        expect_more(person=Person.objects.get(pk=first), version=1, more=1, on=TODAY, by=acting(by))
    with as_builder():
        return Person.objects.exclude(expected_on=None).exclude(pk=first).get()


def test_whoever_is_excluded_from_one_baby_is_excluded_from_each(home: Family) -> None:
    own_family = practitioner(team=home.worker.team, role="team_manager")
    exclude(home.manager, home.children[0], own_family)
    other = twin_of(home, home.worker)
    found = [decision(who, other.pk).outcome for who in (home.manager, own_family)]
    assert found == [Outcome.ALLOW, Outcome.NOT_FOUND]


@pytest.mark.parametrize("in_an_emergency", [False, True])
def test_a_restricted_baby_and_a_twin_open_for_the_same_people(home: Family, in_an_emergency: bool) -> None:
    (first,), colleague = home.children, practitioner(team=home.worker.team, role="team_manager")
    restrict(home.manager, first, [home.manager, home.worker])
    if in_an_emergency:
        break_glass(colleague, first)
    other = twin_of(home, colleague if in_an_emergency else home.worker)
    found = [decision(who, other.pk).outcome for who in (home.manager, home.worker, colleague)]
    assert found == [Outcome.ALLOW, Outcome.ALLOW, Outcome.NOT_FOUND]


def test_whoever_may_not_come_near_one_baby_may_not_come_near_the_other(home: Family) -> None:
    order = {"who": "Dean Marsh", "ground": "bail", "terms": "No contact", "began": LONG_AGO}
    with as_builder():
        record_no_contact(person_id=home.children[0], **order, by=BUILDER)
    other = twin_of(home, home.worker)
    with as_builder():
        assert NoContact.objects.get(person=other.pk).whom == "Dean Marsh"


def test_a_protected_address_goes_with_no_other_baby_and_the_page_says_so(home: Family, client_of) -> None:
    address, page = f"/people/children/{home.children[0]}/expecting/", client_of(home.worker)
    assert PROTECTED not in page.get(address).content.decode()
    kept = {"lines": "1 Haven Street", "kind": "home", "kept_from": "The father", "why": "He was violent."}
    with as_builder():
        record_protected_address(person_id=home.children[0], began=LONG_AGO, **kept, by=BUILDER)
    assert PROTECTED in page.get(address).content.decode()
