"""An assessment before birth: its dates follow the expected day, birth keeps it with the child, an end stops it."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from sightline.foundation.children.actions import change_identity
from sightline.foundation.children.actions.lives import Baby, record_birth, record_end_of_pregnancy
from sightline.foundation.children.models import Person
from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.door import Refusal
from sightline.foundation.oversight.models import Waiting
from sightline.foundation.timescales.models import ClockRow
from sightline.practice.assessment import actions, queries
from sightline.practice.assessment.presenters.work import before_birth
from tests.builders.child_protection import Family
from tests.builders.journey import clock, referred
from tests.builders.people import child
from tests.builders.workforce import BUILDER, as_builder, involve, made, practitioner
from tests.practice.assessment.test_work import save, submit, write_whole
from tests.practice.child_protection.pages import text_of

pytestmark = pytest.mark.django_db
REFERRED, BEGAN, EXPECTED, BORN = date(2026, 5, 26), date(2026, 6, 1), date(2026, 10, 5), date(2026, 7, 28)
ENDED = date(2026, 6, 8)


@pytest.fixture
def home() -> Family:
    """An unborn baby who was referred, with a worker and the worker's manager."""
    manager = practitioner(role="team_manager")
    worker = practitioner(team=manager.team, manager=manager)
    unborn = child("", expected_on=EXPECTED)
    involve(unborn, practitioner=worker)
    return Family([referred(REFERRED, unborn.pk)], worker, manager)


def begin(*children: UUID) -> UUID:
    with as_builder():
        return made(actions.begin_work(children=children, on=BEGAN, kind="pre_birth", by=BUILDER))


def baby(home: Family) -> Person:
    return Person.objects.get(pk=home.children[0])


def born(home: Family, *names: str) -> list[UUID]:
    """The baby is born, alone or as one of several; the keys of all of them."""
    with as_builder():
        person, babies = baby(home), [Baby(BORN, "F", name) for name in names]
        record_birth(person=person, version=person.version, babies=babies, by=BUILDER)
        return [Person.objects.get(given_names=name).pk for name in names]


def end_pregnancy(home: Family) -> None:
    with as_builder():
        person = baby(home)
        record_end_of_pregnancy(person=person, version=person.version, ended_on=ENDED, by=BUILDER)


def page(client: Any, of: UUID, work: UUID, more: str = "") -> str:
    return text_of(client.get(f"/assessments/children/{of}/written/{work}/{more}"))


def test_the_dates_follow_the_day_on_which_the_baby_is_expected(home: Family) -> None:
    began, ends = (
        clock(home.children[0], "prebirth_assessment_start"),
        clock(home.children[0], "prebirth_assessment_end"),
    )
    assert (began.due, ends.due) == (date(2026, 5, 4), date(2026, 7, 13))
    with as_builder():
        (line,) = before_birth([Named(home.children[0], "Baby", 1)], BEGAN)
    assert "Expected on 5 October 2026" in line
    assert "begins by 4 May 2026 and is signed by 13 July 2026" in line


def test_a_revised_expected_date_moves_what_counts_from_it_and_nothing_else(home: Family) -> None:
    begin(*home.children)
    complete = clock(home.children[0], "assessment_complete").due
    with as_builder():
        person = baby(home)
        same = {name: getattr(person, name) for name in ("given_names", "family_name", "known_as", "birth_date", "sex")}
        change_identity(
            person=person,
            version=person.version,
            expected_on=date(2026, 10, 19),
            birth_date_estimated=False,
            keep_former_name=False,
            on=BEGAN,
            by=BUILDER,
            **same,
        )
    assert clock(home.children[0], "prebirth_assessment_end").due == date(2026, 7, 27)
    assert clock(home.children[0], "assessment_complete").due == complete


def test_birth_turns_it_into_the_childs_and_counts_on_from_the_same_day(client_of: Any, home: Family) -> None:
    work, (key,) = begin(*home.children), home.children
    save(home, work, "before_birth", "The cot stands in her room.")
    before = clock(key, "assessment_complete")
    born(home, "Ivy")
    after = clock(key, "assessment_complete")
    assert (after.anchor_id, after.start, after.due) == (before.anchor_id, before.start, before.due)
    shown = page(client_of(home.worker), key, work)
    assert "Ivy" in shown
    assert "Expected on" not in shown
    assert "Being written" in shown
    assert "The cot stands in her room." in page(client_of(home.worker), key, work, "document/")
    save(home, work, "before_birth", "She sleeps in it.", seen=1)


def test_weeks_of_pregnancy_ask_nothing_of_a_child_who_is_born(home: Family) -> None:
    begin(*home.children)
    with as_builder():
        person = baby(home)
        record_birth(person=person, version=person.version, babies=[Baby(ENDED, "F", "Ivy")], by=BUILDER)
    ends = clock(home.children[0], "prebirth_assessment_end")
    assert (ends.stopped, ends.ended_reason) == (None, "The child was born")


def test_the_end_of_a_pregnancy_is_recorded_where_the_work_is_and_says_it_gently(client_of: Any, home: Family) -> None:
    work, client, (key,) = begin(*home.children), client_of(home.worker), home.children
    for where in (
        f"/people/children/{key}/",
        f"/assessments/children/{key}/",
        f"/assessments/children/{key}/written/{work}/",
    ):
        shown = client.get(where).content.decode()
        assert f"/people/children/{key}/birth/" in shown
        assert f"/people/children/{key}/people/{key}/death/" in shown
    asked = text_of(client.get(f"/people/children/{key}/people/{key}/death/"))
    assert "how they wish to be spoken with" in asked
    assert "right person" not in asked
    end_pregnancy(home)
    for where in (
        f"/people/children/{key}/",
        f"/assessments/children/{key}/",
        f"/assessments/children/{key}/written/{work}/",
    ):
        shown = client.get(where).content.decode()
        assert "/birth/" not in shown
        assert "/death/" not in shown
        assert "/expecting/" not in shown


def test_an_ended_pregnancy_stops_its_assessment_at_once_and_not_that_of_others(home: Family) -> None:
    other = child("Tia").pk
    alone, together = begin(*home.children), begin(other)
    end_pregnancy(home)
    with pytest.raises(Refusal, match="has stopped"):
        save(home, alone, "before_birth", "The cot.")
    with as_builder():
        assert queries.why_assessment_bars(home.children[0], BEGAN) == ""
    save(Family([other], home.worker, home.manager), together, "before_birth", "The cot.")


def test_nothing_is_asked_about_an_ended_pregnancy_any_more(client_of: Any, home: Family) -> None:
    work, (key,) = begin(*home.children), home.children
    save(home, work, "before_birth", "The cot stands in her room.")
    end_pregnancy(home)
    with as_builder():
        assert not ClockRow.objects.filter(child=key, stopped=None, ended_as="").exists()
    for who in (home.worker, home.manager):
        shown = page(client_of(who), key, work)
        assert "Stopped" in shown
        for asked in (
            "Submit it",
            "Still to",
            "To write",
            "do we need to go on",
            "Record a",
            "Expected",
            "0 views",
            "verdue",
        ):
            assert asked not in shown
    mine = text_of(client_of(home.worker).get("/"))
    assert "pregnancy ended" in mine  # the record is the worker's until the work is closed, and owes nothing
    assert "Nothing is due in the next 10 working days." in mine
    assert str(key) not in text_of(client_of(home.manager).get("/"))
    assert "Pregnancy ended" in text_of(client_of(home.worker).get(f"/people/children/{key}/"))


def test_an_assessment_that_waits_to_be_signed_leaves_the_managers_list(home: Family) -> None:
    work = begin(*home.children)
    write_whole(home, work)
    save(home, work, "before_birth", "The cot stands in her room.")
    submit(home, work)
    with as_builder():
        assert Waiting.objects.filter(child=home.children[0], answer="").exists()
    end_pregnancy(home)
    with as_builder():
        assert not Waiting.objects.filter(child=home.children[0], answer="").exists()
