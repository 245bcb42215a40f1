"""The people around a child: seen from both ends, and only by those who may see both."""

from typing import Any

import pytest
from django.db import connection

from sightline.foundation.children import actions
from sightline.foundation.children.models import LivesWith, NoContact, ParentalResponsibility, Relationship
from sightline.foundation.children.queries.gathering import gather
from sightline.foundation.children.queries.network import network, people_in_record
from sightline.foundation.facts import Acting
from tests.builders.people import adult, child, excluded, joined, recorded, restricted, sealed, worker_of
from tests.builders.workforce import LONG_AGO
from tests.conftest import as_web

pytestmark = pytest.mark.django_db


def around(who: Any, of: Any) -> list[str]:
    """The people around a child and who they are, as somebody who opened the record sees them."""
    with as_web(who, open=[of.pk]):
        return [f"{each.person}: {', '.join(said for said, _ in each.relationships)}" for each in network(of.pk)]


def test_a_relationship_is_seen_from_both_ends() -> None:
    tia, leo = child(), child("Leo")
    joined(tia, leo, "sibling")
    assert around(worker_of(tia), tia) == ["Leo Bright: Brother or sister"]
    assert around(worker_of(leo), leo) == ["Tia Bright: Brother or sister"]


def test_a_mother_of_one_child_has_the_child_on_the_other_side() -> None:
    tia, teenager = child(), child("Amy")
    joined(tia, teenager, "mother")
    assert around(worker_of(teenager), teenager) == ["Tia Bright: Their child"]


def test_parents_come_first() -> None:
    tia = child()
    adult(tia, "grandparent", "Ada")
    adult(tia, "mother", "Mel")
    assert around(worker_of(tia), tia) == ["Mel Bright: Mother", "Ada Bright: Grandparent"]


@pytest.mark.parametrize("wall", [restricted, sealed])
def test_nothing_shows_of_a_relationship_whose_other_end_is_behind_a_wall(wall: Any) -> None:
    tia = child()
    mother, leo = adult(tia), child("Leo")
    joined(tia, leo, "sibling")
    recorded(actions.record_lives_with, person_id=tia.pk, other_id=mother.pk, how_often="always")
    recorded(
        actions.record_parental_responsibility, person_id=tia.pk, other_id=mother.pk, how="mother", evidence="told"
    )
    recorded(actions.record_no_contact, person_id=tia.pk, other_id=leo.pk, ground="other", terms="None at all")
    who = worker_of(tia)
    wall(mother)
    wall(leo)
    assert around(who, tia) == []
    with as_web(who, open=[tia.pk]):
        assert people_in_record(tia.pk) == []
        for tie in (Relationship, LivesWith, ParentalResponsibility, NoContact):
            assert not tie.objects.exists(), tie
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM children_relationship")
            assert cursor.fetchone()[0] == 0


@pytest.mark.parametrize("wall", [restricted, sealed])
def test_an_order_against_somebody_behind_a_wall_stands_and_does_not_say_whom_it_names(wall: Any) -> None:
    tia, other_child = child(), child("Ava")
    leo = child("Leo")
    recorded(actions.record_no_contact, person_id=tia.pk, other_id=leo.pk, ground="bail", terms="Leo stays away")
    who = worker_of(tia)
    wall(leo)
    with as_web(who, open=[tia.pk]):
        (order,) = gather(("no-contact",), [tia.pk])["no-contact"]
        assert (order.whom, order.terms, order.other_id) == ("Somebody whose record is restricted", "", None)
        assert order.recorder == ""
    with as_web(who, open=[other_child.pk]):
        assert gather(("no-contact",), [tia.pk])["no-contact"] == []
    with as_web(who):
        assert gather(("no-contact",), [tia.pk])["no-contact"] == []


def test_a_practitioner_excluded_from_a_brother_does_not_learn_of_him_from_the_sister() -> None:
    tia, leo = child(), child("Leo")
    joined(tia, leo, "sibling")
    who = worker_of(tia)
    excluded(leo, who)
    assert around(who, tia) == []


def test_nothing_of_a_network_shows_before_the_record_is_opened() -> None:
    tia = child()
    adult(tia)
    with as_web(worker_of(tia)):
        assert not Relationship.objects.exists()


def test_adults_are_part_of_the_record_and_brothers_and_sisters_are_not() -> None:
    tia, leo = child(), child("Leo")
    mother = adult(tia)
    joined(tia, leo, "sibling")
    with as_web(worker_of(tia), open=[tia.pk]):
        assert people_in_record(tia.pk) == [mother.pk]


def test_nobody_is_joined_to_a_person_whom_they_may_not_see() -> None:
    tia, leo = child(), child("Leo", "Marsh")
    who = worker_of(tia)
    by = Acting(practitioner_id=who.pk, role=who.role, team_id=who.team.pk, session="test")
    restricted(leo)
    with as_web(who, open=[tia.pk]), pytest.raises(actions.NotAPerson):
        actions.record_relationship(person_id=tia.pk, other_id=leo.pk, kind="sibling", began=LONG_AGO, by=by)
