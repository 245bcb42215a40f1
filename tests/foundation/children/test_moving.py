"""Moving facts to another record: two practitioners, both records open, everything told in the audit."""

from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction

from sightline.foundation.audit_trail.models import AuditEntry, RowChange
from sightline.foundation.children import actions
from sightline.foundation.children.models import Address, Language, Person, Relationship
from sightline.foundation.chronology.models import FactIndex
from sightline.foundation.door import NotPermitted, Refusal
from sightline.foundation.facts import Acting
from tests.builders.people import adult, child, excluded, recorded, worker_of
from tests.builders.workforce import as_builder, involve, practitioner, team
from tests.conftest import as_web

pytestmark = pytest.mark.django_db
BECAUSE = "Two records of one child: same birth certificate"


def acting(who: Any) -> Acting:
    return Acting(practitioner_id=who.pk, name=who.name, role=who.role, team_id=who.team.pk, session="test")


def test_everything_moves_when_two_people_agree() -> None:
    one, other = child("Tia", "Bright"), child("Thea", "Bright")
    address = recorded(actions.record_address, person_id=one.pk, lines="1 High Street", kind="home")
    mother = adult(one)
    asks, agrees = practitioner("team_manager"), practitioner("service_manager")
    with as_web(agrees, open=[one.pk, other.pk]):
        entry = actions.move_facts(
            from_person=one.pk, to_person=other.pk, asked_by=asks.pk, reason=BECAUSE, by=acting(agrees)
        )
    with as_builder():
        moved = Address.objects.get(pk=address)
        assert (moved.person_id, moved.recorded_against) == (other.pk, one.pk)
        assert Relationship.objects.get(other=mother.pk).person_id == other.pk
        assert Person.objects.get(pk=one.pk).merged_into_id == other.pk
        assert FactIndex.objects.get(fact_id=address).person_id == other.pk
        told = AuditEntry.objects.get(pk=entry)
        assert told.practitioner_id == agrees.pk
        assert ["asked by", str(asks.pk)] in told.facts
        assert RowChange.objects.filter(entry_id=entry, table="children_address", key=str(address)).exists()


def test_only_the_named_facts_move_when_an_entry_was_made_on_the_wrong_child() -> None:
    one, other = child("Tia", "Bright"), child("Leo", "Marsh")
    wrong = recorded(actions.record_address, person_id=one.pk, lines="Home of Leo", kind="home")
    right = recorded(actions.record_language, person_id=one.pk, code="eng", use="first", interpreter="not_needed")
    agrees = practitioner("team_manager")
    with as_web(agrees, open=[one.pk, other.pk]):
        actions.move_facts(
            from_person=one.pk,
            to_person=other.pk,
            asked_by=practitioner().pk,
            reason=BECAUSE,
            only=[wrong],
            by=acting(agrees),
        )
    with as_builder():
        assert Address.objects.get(pk=wrong).person_id == other.pk
        assert Language.objects.get(pk=right).person_id == one.pk
        assert Person.objects.get(pk=one.pk).merged_into_id is None


@pytest.mark.parametrize("wrong", ["alone", "nobody", "leaver", "closed", "silent", "excluded", "adult"])
def test_nothing_moves_unless_two_people_agree_with_both_records_open(wrong: str) -> None:
    one, other = child("Tia", "Bright"), child("Thea", "Bright")
    asks, agrees = practitioner("team_manager"), practitioner("service_manager")
    asked_by, reason, opened, to = asks.pk, BECAUSE, [one.pk, other.pk], other.pk
    if wrong == "alone":
        asked_by = agrees.pk
    elif wrong == "nobody":
        asked_by = one.pk
    elif wrong == "leaver":
        from datetime import date

        asked_by = practitioner("team_manager", ends_on=date(2024, 1, 1)).pk
    elif wrong == "closed":
        opened = [one.pk]
    elif wrong == "silent":
        reason = "Because"
    elif wrong == "excluded":
        excluded(one, asks)
    elif wrong == "adult":
        to = adult(one).pk
        opened = [one.pk, to]
    with as_web(agrees, open=opened), pytest.raises(Refusal):
        actions.move_facts(from_person=one.pk, to_person=to, asked_by=asked_by, reason=reason, by=acting(agrees))


def test_a_social_worker_does_not_put_records_together() -> None:
    one, other = child("Tia", "Bright"), child("Thea", "Bright")
    who = worker_of(one, other)
    with as_web(who, open=[one.pk, other.pk]), pytest.raises(NotPermitted):
        actions.move_facts(
            from_person=one.pk, to_person=other.pk, asked_by=practitioner().pk, reason=BECAUSE, by=acting(who)
        )


def test_two_holding_teams_must_be_settled_first() -> None:
    one, other = child("Tia", "Bright"), child("Thea", "Bright")
    for each in (one, other):
        involve(each, kind="holding_team", team=team())
    agrees = practitioner("team_manager")
    with as_web(agrees, open=[one.pk, other.pk]), pytest.raises(Refusal, match="one team holds a child"):
        actions.move_facts(
            from_person=one.pk, to_person=other.pk, asked_by=practitioner().pk, reason=BECAUSE, by=acting(agrees)
        )


@pytest.mark.parametrize("role", ["sightline_web", "sightline_jobs"])
def test_no_role_that_logs_in_changes_the_person_of_a_fact(role: str) -> None:
    one, other = child("Tia", "Bright"), child("Thea", "Bright")
    recorded(actions.record_address, person_id=one.pk, lines="1 High Street", kind="home")
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {role}")
        with pytest.raises(ProgrammingError), transaction.atomic():
            cursor.execute("UPDATE children_address SET person_id = %s", [other.pk])
        cursor.execute("RESET ROLE")
