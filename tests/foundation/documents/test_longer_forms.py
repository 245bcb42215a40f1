"""What forms with more than one question in them do: repeat questions, and meet somebody else's change."""

from typing import Any

import pytest

from sightline.foundation.children.models import Person
from sightline.foundation.documents.models import Draft
from tests.builders import workforce
from tests.foundation.documents.forms_to_fill import rename

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.foundation.documents.forms_to_fill")]


def typed() -> list[Any]:
    return [draft.data for draft in Draft.objects.order_by("started_at")]


def test_questions_repeat_as_often_as_somebody_asks_for_another(opened: Any) -> None:
    page = opened()
    page.address = page.address.replace("note", "people")
    page.read(page.client.get(page.address))
    assert "Add another person" in page.html
    assert "Remove person 1" not in page.html
    page.send(**{"people-rows": page.value("people-rows"), "people-0-name": "Ana", "add_another": "people"})
    assert page.value("people-rows") == "0,1"
    assert "There is a problem" not in page.html
    rows = {"people-rows": "0,1", "people-0-name": "Ana", "people-1-name": "Ben"}
    page.send(**rows, remove_one="people-0")
    assert page.value("people-rows") == "1"
    assert 'value="Ben"' in page.html
    assert "Ana" not in page.html
    answer = page.send(**{"people-rows": "1", "people-1-name": "Ben"})
    assert answer.content.decode() == "Ben"
    assert typed() == []


def test_a_repetition_that_is_wrong_is_named_by_its_place(opened: Any) -> None:
    page = opened()
    page.address = page.address.replace("note", "people")
    page.read(page.client.get(page.address))
    page.send(**{"people-rows": "0,4", "people-0-name": "Ana", "people-4-name": ""})
    assert "Person 2: Enter the name" in page.html


def test_somebody_elses_change_stands_beside_what_was_typed(opened: Any, child: Any) -> None:
    page = opened()
    page.address = page.address.replace("note", "rename")
    page.read(page.client.get(page.address))
    with workforce.as_builder():
        rename(child_id=child, name="Theirs", version=1, by=workforce.BUILDER)
    page.send(given_names="Mine", seen_version=page.value("seen_version"))
    assert "Theirs" in page.html
    assert "Mine" in page.html
    assert page.value("seen_version") == "2"
    assert typed() == [{"given_names": ["Mine"], "seen_version": ["1"]}]
    assert page.send(given_names="Mine", seen_version="2").status_code == 302
    assert Person.objects.get(pk=child).given_names == "Mine"


def test_the_enter_key_saves_and_removes_nothing(opened: Any) -> None:
    """A browser presses the first button of a form: it must be one that saves."""
    page = opened()
    page.address = page.address.replace("note", "people")
    page.read(page.client.get(page.address))
    page.send(**{"people-rows": "0", "people-0-name": "Ana", "add_another": "people"})
    first = page.html[page.html.index("<button") :].split(">")[0]
    assert 'name="save_for_later"' in first
    assert 'tabindex="-1"' in first
