"""An assessment before birth: its dates follow the expected day, birth keeps it with the child, an end stops it."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from sightline.foundation.children.actions.lives import Baby, record_birth, record_end_of_pregnancy
from sightline.foundation.children.models import Child, Person
from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.door import Refusal
from sightline.practice.assessment import actions, queries
from sightline.practice.assessment.models import AssessmentWork
from sightline.practice.assessment.presenters.work import before_birth
from sightline.practice.assessment.rules import Written
from tests.builders.journey import assess, clock, clocks
from tests.builders.people import child
from tests.builders.workforce import BUILDER, as_builder, made

pytestmark = pytest.mark.django_db
BEGAN, EXPECTED = date(2026, 6, 1), date(2026, 10, 5)


@pytest.fixture
def unborn() -> Child:
    return child("", expected_on=EXPECTED)


def begin(*children: UUID) -> UUID:
    with as_builder():
        return made(actions.begin_work(children=children, on=BEGAN, kind="pre_birth", by=BUILDER))


def save(of: UUID, work: UUID, about: UUID, seen: int = 0) -> Any:
    text = Written((about,), {"text": "The cot stands in her room."}, "family")
    asked: dict[str, Any] = {"child_id": of, "work_id": work, "section": "before_birth", "seen": seen}
    with as_builder():
        return actions.save_section(written=[text], on=BEGAN, by=BUILDER, **asked)


def dates_of(unborn: Child) -> list[str]:
    with as_builder():
        return before_birth([Named(unborn.pk, "Baby", 1)], BEGAN)


def end_pregnancy(unborn: Child) -> None:
    with as_builder():
        person = Person.objects.get(pk=unborn.pk)
        record_end_of_pregnancy(person=person, version=person.version, ended_on=date(2026, 6, 8), by=BUILDER)


def test_the_dates_follow_the_day_on_which_the_baby_is_expected(unborn: Child) -> None:
    (line,) = dates_of(unborn)
    assert "Expected on 5 October 2026" in line
    assert "begins by 4 May 2026 and is signed by 13 July 2026" in line


def test_birth_keeps_the_work_with_the_child_and_a_twin_can_be_assessed_too(unborn: Child) -> None:
    work = begin(unborn.pk)
    save(unborn.pk, work, unborn.pk)
    with as_builder():
        person = Person.objects.get(pk=unborn.pk)
        babies = [Baby(date(2026, 9, 28), "F", "Ivy"), Baby(date(2026, 9, 28), "M", "Sol")]
        record_birth(person=person, version=person.version, babies=babies, by=BUILDER)
        twin = Person.objects.get(given_names="Sol").pk
        assert queries.children_under_way(AssessmentWork.objects.get(pk=work)) == [unborn.pk]
    assert dates_of(unborn) == []
    save(unborn.pk, work, unborn.pk, seen=1)
    begin(twin)


def test_an_ended_pregnancy_stops_its_assessment_at_once_and_not_that_of_others(unborn: Child) -> None:
    other = child("Tia").pk
    alone, together = begin(unborn.pk), begin(other)
    end_pregnancy(unborn)
    with pytest.raises(Refusal, match="Nothing in it can be changed"):
        save(unborn.pk, alone, unborn.pk)
    with as_builder():
        assert queries.why_assessment_bars(unborn.pk, BEGAN) == ""
    save(other, together, other)


def test_nobody_owes_that_an_unborn_baby_is_seen_until_the_baby_is_born(unborn: Child) -> None:
    assess(unborn.pk, BEGAN)
    assert clocks(unborn.pk, "child_seen_assessment") == []
    with as_builder():
        person = Person.objects.get(pk=unborn.pk)
        record_birth(person=person, version=person.version, babies=[Baby(date(2026, 9, 28), "F", "Ivy")], by=BUILDER)
    assert clock(unborn.pk, "child_seen_assessment").due == date(2026, 10, 5)
