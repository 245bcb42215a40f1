"""What workers record about people, and what is refused with a sentence."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from sightline.foundation.audit_trail.models import AuditEntry, RowChange
from sightline.foundation.children import actions
from sightline.foundation.children.actions.lives import Baby
from sightline.foundation.children.models import (
    Child,
    ContactPoint,
    Disability,
    Ethnicity,
    LifeEvent,
    ParentalResponsibility,
    Person,
    PersonName,
    ProtectedAddress,
    Relationship,
    WarningNote,
    WarningReview,
)
from sightline.foundation.children.queries.details import addresses_for_a_purpose
from sightline.foundation.children.queries.network import network
from sightline.foundation.door import Conflict, Refusal
from sightline.foundation.facts import Acting
from sightline.foundation.workforce.models import Involvement
from tests.builders.people import adult, child, joined, recorded, worker_of
from tests.builders.workforce import BUILDER, LONG_AGO, as_builder, practitioner, team
from tests.conftest import as_web

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 1)


def acting(who: Any) -> Acting:
    return Acting(practitioner_id=who.pk, name=who.name, role=who.role, team_id=who.team.pk, session="test")


def test_the_team_of_whoever_adds_a_child_holds_the_child() -> None:
    who = practitioner()
    with as_web(who):
        added = actions.add_child(given_names="Kit", family_name="Marsh", on=TODAY, by=acting(who)).result
        assert Child.objects.filter(pk=added).exists()
    with as_builder():
        assert Involvement.objects.get(child=added).team_id == who.team.pk


def test_only_a_team_that_works_with_families_holds_a_new_record() -> None:
    above = practitioner(role="service_manager", team=team(kind="service"))
    with as_web(above), pytest.raises(Refusal, match="which team holds"):
        actions.add_child(given_names="Kit", on=TODAY, by=acting(above))
    held_by = team()
    with as_web(above):
        added = actions.add_child(given_names="Kit", on=TODAY, held_by_team=held_by.pk, by=acting(above)).result
    with as_builder():
        assert Involvement.objects.get(child=added).team_id == held_by.pk


def test_a_child_without_a_name_can_be_added() -> None:
    who = practitioner()
    with as_web(who):
        added = actions.add_child(on=TODAY, by=acting(who)).result
        assert str(Person.objects.get(pk=added)) == "Name not known"


@pytest.mark.parametrize(
    "dates",
    [{"birth_date": TODAY + timedelta(days=1)}, {"birth_date": TODAY, "expected_on": TODAY + timedelta(days=90)}],
)
def test_dates_that_cannot_be_true_are_refused(dates: dict[str, date]) -> None:
    with as_builder(), pytest.raises(actions.DatesDoNotFit):
        actions.add_child(given_names="Kit", on=TODAY, by=BUILDER, **dates)


def test_a_number_that_cannot_be_is_refused() -> None:
    tia = child()
    with as_builder(), pytest.raises(actions.NumberIsWrong, match="last number does not fit"):
        actions.record_identifier(person_id=tia.pk, kind="nhs", value="9434765918", began=TODAY, by=BUILDER)


def test_a_number_that_somebody_else_has_is_refused_without_saying_who() -> None:
    tia, leo = child(), child("Leo", "Marsh")
    recorded(actions.record_identifier, person_id=tia.pk, kind="nhs", value="943 476 5919")
    who = worker_of(leo)
    with as_web(who, open=[leo.pk]), pytest.raises(actions.NumberIsTaken) as refused:
        actions.record_identifier(person_id=leo.pk, kind="nhs", value="943-476-5919", began=TODAY, by=acting(who))
    assert "Tia" not in str(refused.value)


def test_a_new_ethnicity_takes_the_place_of_the_one_before() -> None:
    tia = child()
    for code, began in (("NOBT", LONG_AGO), ("WIRI", TODAY)):
        recorded(actions.record_ethnicity, person_id=tia.pk, code=code, began=began)
    with as_builder():
        assert Ethnicity.objects.current().get(person=tia.pk, ended=None).code == "WIRI"
        assert Ethnicity.objects.current().get(person=tia.pk, code="NOBT").ended == TODAY


def test_no_disability_never_stands_beside_a_disability() -> None:
    tia = child()
    recorded(actions.record_disability, person_id=tia.pk, code="NONE")
    with as_builder(), pytest.raises(Refusal, match="cannot stand beside"):
        actions.record_disability(person_id=tia.pk, code="HEAR", began=TODAY, by=BUILDER)
    with as_builder():
        none = Disability.objects.get(person=tia.pk)
        values = {"code": "HEAR", "what_it_means": "", "began": LONG_AGO}
        actions.correct_detail(old=none, values=values, reason="Wrong box", by=BUILDER)
        assert Disability.objects.current().get(person=tia.pk).code == "HEAR"


def test_a_correction_leaves_what_was_recorded_readable() -> None:
    tia = child()
    key = recorded(actions.record_disability, person_id=tia.pk, code="HEAR")
    with as_builder():
        old = Disability.objects.get(pk=key)
        values = {"code": "VIS", "what_it_means": "", "began": LONG_AGO}
        new = actions.correct_detail(old=old, values=values, reason="Misread", by=BUILDER).result
        assert Disability.objects.get(pk=key).code == "HEAR"
        assert Disability.objects.get(pk=new).supersedes_id == key
        assert Disability.objects.get(pk=new).correction_reason == "Misread"


def test_nothing_ends_before_it_began() -> None:
    tia = child()
    key = recorded(actions.record_disability, person_id=tia.pk, code="HEAR", began=TODAY)
    with as_builder(), pytest.raises(actions.DatesDoNotFit):
        actions.end_detail(fact=Disability.objects.get(pk=key), on=LONG_AGO, by=BUILDER)


def identity(person: Person, **changed: Any) -> dict[str, Any]:
    """Everything that is said about who somebody is, with changes."""
    named = ("given_names", "family_name", "known_as", "birth_date", "birth_date_estimated", "expected_on", "sex")
    return {name: getattr(person, name) for name in named} | changed


def test_a_changed_name_is_kept_as_a_former_name() -> None:
    tia = child()
    with as_builder():
        asked = identity(tia.person, family_name="Marsh")
        actions.change_identity(person=tia.person, version=1, keep_former_name=True, on=TODAY, by=BUILDER, **asked)
        assert str(Person.objects.get(pk=tia.pk)) == "Tia Marsh"
        former = PersonName.objects.get(person=tia.pk)
        assert (former.kind, str(former), former.ended) == ("former", "Tia Bright", TODAY)


def test_of_two_people_who_change_the_same_thing_the_second_sees_both_texts() -> None:
    tia = child()
    with as_builder():
        first = identity(tia.person, given_names="Thea")
        actions.change_identity(person=tia.person, version=1, on=TODAY, by=BUILDER, **first)
        second = identity(tia.person, given_names="Tiana")
        with pytest.raises(Conflict) as conflict:
            actions.change_identity(person=tia.person, version=1, on=TODAY, by=BUILDER, **second)
        assert conflict.value.theirs.given_names == "Thea"
        assert conflict.value.yours["given_names"] == "Tiana"
        assert RowChange.objects.filter(table="children_person", key=str(tia.pk), operation="update").count() == 1


def expected() -> tuple[Child, Person]:
    """A baby who is expected, and the mother."""
    baby = child("", "Bright", expected_on=date(2026, 7, 1))
    mother = adult(baby)
    recorded(
        actions.record_parental_responsibility, person_id=baby.pk, other_id=mother.pk, how="mother", evidence="told"
    )
    return baby, mother


def test_one_expected_birth_becomes_twins_with_the_same_family_and_workers() -> None:
    baby, mother = expected()
    who = worker_of(baby)
    twins = [Baby(date(2026, 6, 20), "F", "Ada"), Baby(date(2026, 6, 21), "M", "Ben")]
    with as_web(who, open=[baby.pk, mother.pk]):
        actions.record_birth(person=baby.person, version=1, babies=twins, by=acting(who))
    with as_builder():
        ada = Person.objects.get(pk=baby.pk)
        ben = Person.objects.get(given_names="Ben")
        assert (str(ada), ada.birth_date) == ("Ada Bright", date(2026, 6, 20))
        assert (str(ben), ben.birth_date) == ("Ben Bright", date(2026, 6, 21))
        assert {each.kind for each in Involvement.objects.filter(child=ben.pk)} == {"holding_team", "allocated_worker"}
        assert ParentalResponsibility.objects.get(person=ben.pk).other_id == mother.pk
        assert Relationship.objects.filter(person=ben.pk, other=mother.pk, kind="mother").exists()
        assert Relationship.objects.filter(person=ada.pk, other=ben.pk, kind="sibling").exists()
        assert LifeEvent.objects.filter(kind="birth").count() == 2
        entry = AuditEntry.objects.get(says="recorded a birth")
        assert {ada.pk, ben.pk} <= set(entry.about)


def test_a_brother_whose_record_names_the_unborn_baby_has_both_twins_in_his_family() -> None:
    baby, mother = expected()
    kit = child("Kit")
    joined(kit, baby, "half_sibling")
    who, his = worker_of(baby), worker_of(kit)
    twins = [Baby(date(2026, 6, 20), "F", "Ada"), Baby(date(2026, 6, 21), "M", "Ben")]
    with as_web(who, open=[baby.pk, mother.pk]):
        actions.record_birth(person=baby.person, version=1, babies=twins, by=acting(who))
    with as_web(his, open=[kit.pk]):
        around = {str(each.person): each.relationships[0][0] for each in network(kit.pk)}
    assert around == {
        "Ada Bright": "Half brother or half sister",
        "Ben Bright": "Half brother or half sister",
    }


def test_a_child_is_born_once() -> None:
    baby, _ = expected()
    one = [Baby(date(2026, 6, 20), "F")]
    with as_builder():
        actions.record_birth(person=baby.person, version=1, babies=one, by=BUILDER)
        with pytest.raises(Refusal, match="born already"):
            actions.record_birth(person=Person.objects.get(pk=baby.pk), version=2, babies=one, by=BUILDER)


def test_a_pregnancy_that_ends_is_one_step() -> None:
    baby, _ = expected()
    with as_builder():
        actions.record_end_of_pregnancy(person=baby.person, version=1, ended_on=TODAY, by=BUILDER)
        assert LifeEvent.objects.get(person=baby.pk).kind == "pregnancy_ended"
        assert Person.objects.get(pk=baby.pk).died_on == TODAY


def test_a_death_stops_every_way_of_reaching_somebody() -> None:
    tia = child()
    mother = adult(tia)
    recorded(actions.record_contact_point, person_id=mother.pk, kind="mobile", value="07700 900 982")
    with as_builder():
        actions.record_death(person=mother, version=1, died_on=TODAY, by=BUILDER)
        assert ContactPoint.objects.get(person=mother.pk).ended == TODAY
        with pytest.raises(Refusal, match="recorded already"):
            actions.record_death(person=Person.objects.get(pk=mother.pk), version=2, died_on=TODAY, by=BUILDER)


def warning(of: UUID, **more: Any) -> WarningNote:
    asked = {"kind": "animal", "why": "A dog that bites", "review_by": date(2026, 12, 1), "began": TODAY} | more
    key = recorded(actions.record_warning, person_id=of, **asked)
    with as_builder():
        return WarningNote.objects.get(pk=key)


def test_a_warning_is_reviewed_within_a_year() -> None:
    tia = child()
    assert warning(tia.pk, review_by=date(2027, 6, 1)).review_by == date(2027, 6, 1)
    with pytest.raises(actions.DatesDoNotFit):
        warning(tia.pk, kind="weapon", review_by=date(2027, 6, 2))


def test_a_warning_is_renewed_or_ended_with_a_reason() -> None:
    tia = child()
    dog = warning(tia.pk)
    with as_builder():
        asked = {"warning": dog, "reason": "Still there", "review_by": date(2027, 5, 1)}
        actions.renew_warning(on=date(2026, 11, 1), by=BUILDER, **asked)
        assert WarningReview.objects.get(warning=dog).review_by == date(2027, 5, 1)
        actions.end_warning(warning=dog, on=date(2027, 1, 1), end_reason="The dog died", by=BUILDER)
        ended = WarningNote.objects.get(pk=dog.pk)
        assert (ended.ended, ended.end_reason) == (date(2027, 1, 1), "The dog died")
        with pytest.raises(Refusal, match="has ended"):
            actions.renew_warning(on=date(2027, 2, 1), by=BUILDER, **(asked | {"warning": ended}))


def test_business_support_records_no_warning() -> None:
    tia = child()
    who = worker_of(tia, role="social_worker")
    clerk = practitioner("business_support", who.team)
    with as_web(clerk, open=[tia.pk]), pytest.raises(Refusal, match="role does not allow"):
        actions.record_warning(
            person_id=tia.pk, kind="animal", why="A dog", review_by=TODAY, began=TODAY, by=acting(clerk)
        )


def test_a_protected_address_is_shown_for_a_purpose_that_is_kept() -> None:
    tia = child()
    recorded(
        actions.record_protected_address,
        person_id=tia.pk, lines="7 Refuge Lane", kind="home", kept_from="Her father", why="Refuge",
    )  # fmt: skip
    who = worker_of(tia)
    asked = {"person_id": tia.pk, "purpose": "visit", "on": TODAY, "by": acting(who)}
    with as_web(who, open=[tia.pk]):
        assert actions.show_protected_address(details="Home visit on Thursday", **asked).result
        assert ProtectedAddress.objects.count() == 1
        assert [shown.in_one_line for shown in addresses_for_a_purpose(tia.pk)] == ["7 Refuge Lane"]
        with pytest.raises(Refusal, match="what you need the address for"):
            actions.show_protected_address(details="x", **asked)


def test_parental_responsibility_names_somebody() -> None:
    with as_builder(), pytest.raises(actions.SayWho):
        actions.record_parental_responsibility(
            person_id=child().pk, how="care_order", evidence="document", began=TODAY, by=BUILDER
        )
