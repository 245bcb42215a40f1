"""What is kept of one page for the next: questions nobody answered yet, and nothing that was typed."""

import pytest

from sightline.ui import forms, govuk
from sightline.ui.forms.rendering import question


class Asking(forms.QuestionForm):
    """Two questions."""

    name = forms.Text("What is the name?")
    day = forms.Date("Which day?", called="the day")


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    govuk.kept.cache_clear()


def test_an_unanswered_question_is_rendered_once_for_all_pages() -> None:
    first = question(Asking()["name"]), question(Asking()["day"])
    assert (question(Asking()["name"]), question(Asking()["day"])) == first
    assert govuk.kept.cache_info().currsize == 2


def test_what_was_typed_is_never_kept() -> None:
    typed = {"name": "Okonkwo", "day-day": "3", "day-month": "", "day-year": ""}
    assert "Okonkwo" in question(Asking(typed)["name"])
    assert 'value="3"' in question(Asking(typed)["day"])
    assert govuk.kept.cache_info().currsize == 0


def test_the_same_question_in_other_words_is_another() -> None:
    asked, other = Asking(), Asking()
    other.fields["name"].label = "<Whose?>"
    assert "What is the name?" in question(asked["name"])
    assert "&lt;Whose?&gt;" in question(other["name"])


class Listing(forms.QuestionForm):
    """The same two answers for everybody, and answers that are somebody's."""

    kinds = forms.Choices("Which kinds?", choices=[("a", "Notes"), ("b", "Visits")], for_everybody=True)
    people = forms.Choices("Who?", choices=[("a", "Ama Owusu")])


def test_a_list_that_is_the_same_for_everybody_is_kept_until_somebody_answers() -> None:
    first = question(Listing()["kinds"])
    assert question(Listing()["kinds"]) == first
    question(Listing()["people"])
    assert "checked" in question(Listing({"kinds": ["b"]})["kinds"])
    assert govuk.kept.cache_info().currsize == 1
