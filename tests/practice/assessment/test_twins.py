"""Several babies of one pregnancy: told apart from the first day, assessed together, each with a record."""

from typing import Any
from uuid import UUID

import pytest

from sightline.foundation.children.actions import change_identity, expect_more, record_relationship
from sightline.foundation.children.actions.lives import Baby, record_birth
from sightline.foundation.children.models import Person
from sightline.foundation.oversight.models import Waiting
from sightline.practice.assessment import queries
from sightline.practice.assessment.models import Assessment, AssessmentWork
from sightline.practice.front_door.models import Referral
from tests.builders.child_protection import Family
from tests.builders.journey import clock
from tests.builders.people import child
from tests.builders.workforce import BUILDER, as_builder
from tests.practice.assessment.test_before_birth import (
    BEGAN,
    BORN,
    EXPECTED,
    REFERRED,
    baby,
    begin,
    born,
    home,
    page,
)
from tests.practice.assessment.test_work import save, submit, texts, write_whole
from tests.practice.child_protection.pages import text_of

__all__ = ["home"]
pytestmark = pytest.mark.django_db


def twins_expected(home: Family) -> list[UUID]:
    """The baby turns out to be one of two; the keys of both."""
    with as_builder():
        person = baby(home)
        expect_more(person=person, version=person.version, more=1, on=BEGAN, by=BUILDER)
        return list(Person.objects.exclude(expected_on=None).order_by("reference").values_list("pk", flat=True))


def named_now(key: UUID) -> Person:
    with as_builder():
        return Person.objects.get(pk=key)


def named_as(person: Person, given: str) -> dict[str, Any]:
    """The same person with a given name."""
    kept = ("family_name", "known_as", "birth_date", "birth_date_estimated", "expected_on", "sex")
    return {"person": person, "version": person.version, "given_names": given} | {
        name: getattr(person, name) for name in kept
    }


def test_twins_are_assessed_together_and_signed_in_one_go(client_of: Any, home: Family) -> None:
    begun = begin(*home.children)
    save(home, begun, "before_birth", "The cot stands in her room.")
    twins = born(home, "Ivy", "Sol")
    with as_builder():
        (work,) = AssessmentWork.objects.current()
        assert work.children == twins
        assert queries.children_under_way(work) == twins
        assert Assessment.objects.current().filter(child__in=twins, began=BEGAN, ended=None).count() == 2
        assert Referral.objects.current().filter(child__in=twins, began=REFERRED, ended=None).count() == 2
    assert clock(twins[1], "assessment_complete").due == clock(twins[0], "assessment_complete").due
    client = client_of(home.worker)
    for twin in twins:
        shown = page(client, twin, work.pk)
        assert "Ivy" in shown
        assert "Sol" in shown
        assert "The cot stands in her room." in page(client, twin, work.pk, "document/")
    both = Family(twins, home.worker, home.manager)
    save(both, begun, "before_birth", "Two cots stand in her room.", seen=1)  # a page that was open before the birth
    assert texts(both, work.pk, "before_birth") == ["Two cots stand in her room."]


def test_twins_who_are_expected_are_told_apart_and_assessed_together(client_of: Any, home: Family) -> None:
    work, client = begin(*home.children), client_of(home.worker)
    save(home, work, "before_birth", "The cot stands in her room.")
    record = f"/people/children/{home.children[0]}/"
    assert "More than one baby is expected" in client.get(record).content.decode()
    assert client.post(f"{record}expecting/", {"more": "1"}).status_code == 302
    with as_builder():
        first, second = Person.objects.filter(birth_date=None).exclude(expected_on=None).order_by("reference")
        family_name = f" {first.family_name}" if first.family_name else ""
        assert [str(first), str(second)] == [f"Unborn baby {letter}{family_name}" for letter in "AB"]
        assert (first.expected_on, first.pk) == (second.expected_on, home.children[0])
        (written,) = AssessmentWork.objects.current()
        assert queries.children_under_way(written) == [first.pk, second.pk]
    assert clock(second.pk, "prebirth_assessment_end").due == clock(first.pk, "prebirth_assessment_end").due
    shown = page(client, second.pk, written.pk)
    assert shown.count("Expected on 5 October 2026") == 1
    assert "Unborn baby A" in shown
    assert "Unborn baby B" in shown
    assert "The cot stands in her room." in page(client, second.pk, written.pk, "document/")


def test_one_of_the_twins_is_born_and_the_other_keeps_the_letter(client_of: Any, home: Family) -> None:
    first, second = twins_expected(home)
    client = client_of(home.worker)
    assert str(named_now(second)) in text_of(client.get(f"/people/children/{first}/birth/"))
    born(home, "Ivy")
    assert str(named_now(first)).startswith("Ivy")
    assert str(named_now(second)).startswith("Unborn baby B")
    assert "Unborn baby B" in text_of(client.get(f"/people/children/{first}/family/"))
    begun = begin(first, second)
    assert f"{named_now(second)}: Expected on 5 October 2026" in page(client, first, begun)


def test_twins_born_before_they_have_names_are_told_apart(home: Family) -> None:
    with as_builder():
        person = baby(home)
        nameless = [Baby(BORN, "F"), Baby(BORN, "M"), Baby(BORN, "M", "Sol")]
        record_birth(person=person, version=person.version, babies=nameless, by=BUILDER)
        called = [each.known_as for each in Person.objects.filter(birth_date=BORN).order_by("reference")]
        assert called == ["Baby A", "Baby B", ""]
        change_identity(**named_as(baby(home), "Ivy"), on=BORN, by=BUILDER)
    assert str(named_now(home.children[0])).startswith("Ivy")


def test_brothers_and_sisters_who_are_expected_are_told_apart_from_the_day_they_are_joined(home: Family) -> None:
    other, third = (child("", expected_on=EXPECTED).pk for _ in range(2))
    with as_builder():
        for one, another in ((home.children[0], other), (third, other)):
            tie = {"person_id": one, "other_id": another, "kind": "sibling", "began": BEGAN}
            record_relationship(**tie, by=BUILDER)
    assert [named_now(each).known_as[-1] for each in (home.children[0], other, third)] == ["A", "B", "C"]


def test_a_further_twin_is_born_while_the_assessment_waits_to_be_signed(client_of: Any, home: Family) -> None:
    work = begin(*home.children)
    write_whole(home, work)
    save(home, work, "before_birth", "The cot stands in her room.")
    submit(home, work)
    ivy, sol = born(home, "Ivy", "Sol")
    with as_builder():
        (waits,) = Waiting.objects.filter(answer="", kind__contains="Assessment")
        assert waits.child_id == ivy
        (standing,) = AssessmentWork.objects.current()
        assert standing.children == [ivy]
        assert Assessment.objects.current().filter(child=sol, began=BEGAN, ended=None).count() == 1
    assert clock(sol, "assessment_complete").due == clock(ivy, "assessment_complete").due
    client = client_of(home.worker)
    assert "Waits to be signed" in page(client, ivy, work)
    assert "Write an assessment" in text_of(client.get(f"/assessments/children/{sol}/"))
    assert "The cot stands in her room." not in text_of(client.get(f"/assessments/children/{sol}/"))
    theirs = Family([sol], home.worker, home.manager)
    save(theirs, begin(sol), "before_birth", "His cot stands beside hers.")
