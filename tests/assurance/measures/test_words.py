"""Words to say differently are counted for the whole authority, and no number singles anybody out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.assurance.measures.counting.words import Found, count_ended_months, ended_months, kinds_of_text, words_of
from sightline.assurance.measures.models import WordsOfMonth
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.documents.models import Passage
from sightline.foundation.door import action
from sightline.foundation.facts import Acting
from sightline.foundation.identifiers import new_id
from tests.builders.documents import person
from tests.builders.workforce import BUILDER, as_builder, practitioner, team

WORKERS, TEAMS, CHILDREN = ([new_id() for _ in range(8)] for _ in range(3))
MAY, SAID = date(2026, 5, 1), "The placement of the siblings"
Writer, Text = int, tuple[int, int]  # writer and child, by number


@action(permission=Permission.RECORD_PERSON, says="wrote passages for a test")
def write(*, passages: list[Passage], by: Acting) -> Any:
    yield from passages


class World:
    """Eight children, and eight workers in four teams."""

    def __init__(self) -> None:
        teams = [team(f"Team {number}") for number in range(4)]
        self.workers = [practitioner(team=teams[number % 4]) for number in range(8)]
        self.children: list[UUID] = [person(f"Child {number}") for number in range(8)]

    def written(self, texts: list[Text], text: str = SAID, place: str = "worries", on: date = MAY) -> None:
        """Somebody wrote this about somebody, so many times."""
        moment = datetime(on.year, on.month, 12, tzinfo=UTC)
        with as_builder():
            for writer, child in texts:
                passage = Passage(
                    occasion_kind="tests.Test",
                    occasion_id=new_id(),
                    place=place,
                    about=[self.children[child]],
                    text=text,
                )
                by = replace(BUILDER, practitioner_id=self.workers[writer].pk, recorded_at=moment)
                write(passages=[passage], by=by)


@pytest.fixture
def world() -> World:
    return World()


def each_of(number: int) -> list[Text]:
    return [(each, each) for each in range(number)]


@pytest.mark.django_db
def test_what_many_wrote_about_many_is_told_in_fives_and_kept_without_anybody(world: World) -> None:
    world.written(each_of(8))
    world.written([(0, 0)], text="“My siblings”, Sam said")  # a quotation
    world.written(each_of(8), text="They absconded", place="own_words")
    assert words_of(MAY) == {"placement": 5, "siblings": 5}
    assert {each.name for each in WordsOfMonth._meta.get_fields()} == {"id", "month", "texts"}


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([(0, child) for child in range(8)], id="one writer, many children"),
        pytest.param([(writer, 0) for writer in range(8)], id="many writers, one child"),
        pytest.param([(writer, child) for writer in (0, 4) for child in range(8)], id="one team"),
        pytest.param([(writer, writer) for writer in (0, 1, 4, 5)] * 3, id="two teams"),
        pytest.param(each_of(5) * 4, id="five writers"),
        pytest.param(each_of(8) + [(0, child) for child in range(8)] * 2, id="one writer wrote most"),
        pytest.param([*each_of(8), *((writer, 0) for writer in range(8)), (1, 0), (2, 0)], id="most about one child"),
        pytest.param([*each_of(8), *((w, c) for w in (0, 4) for c in range(6))], id="one team wrote most"),
    ],
)
def test_nobody_is_singled_out(texts: list[Text]) -> None:
    assert found(texts).told() == 0


def found(texts: list[Text]) -> Found:
    """What is found of a word in texts of these writers, each of whom is in one of four teams."""
    word = Found()
    for writer, child in texts:
        word.add(WORKERS[writer], TEAMS[writer % 4], [CHILDREN[child]])
    return word


def test_a_number_is_rounded_down_so_that_one_text_more_shows_nothing() -> None:
    assert {found(each_of(number)).told() for number in (6, 7, 8)} == {5}
    assert {found(each_of(8) * times).told() for times in (2, 3)} == {15, 20}


@pytest.mark.django_db
def test_a_month_with_one_writer_looks_like_one_in_which_nobody_wrote(world: World, client_of: Any) -> None:
    newest, before, third, *_ = ended_months(london_today())
    world.written(each_of(8), on=newest)
    world.written([(0, child) for child in range(8)], on=before)
    assert count_ended_months(london_today()) == 6
    held = dict(WordsOfMonth.objects.values_list("month", "texts"))
    assert held[before] == held[third] == {}
    client = client_of(practitioner("analyst", team("Data")))
    client.get("/measures/")
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/measures/words/", {"team": "Team 1"})
    assert len(asked) <= 25
    content = page.content.decode()
    assert content.count(">Fewer<") == 10
    for nobody in ("Team 1", "Child 1", *(each.name for each in world.workers)):
        assert nobody not in content


@pytest.mark.django_db
def test_a_month_is_counted_once_so_that_no_difference_can_be_read(world: World) -> None:
    newest = ended_months(london_today())[0]
    count_ended_months(london_today())
    world.written(each_of(8), on=newest)
    assert count_ended_months(london_today()) == 0
    assert WordsOfMonth.objects.get(month=newest).texts == {}


def test_texts_of_people_s_own_words_are_not_read() -> None:
    read = {(model._meta.label, column) for model, columns in kinds_of_text() for column in columns}
    assert ("notes.Noted", "account") in read
    assert not {column for _, column in read} & {"their_reply", "what_they_said", "family_words", "words", "said"}
