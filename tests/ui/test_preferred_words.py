"""Words that young people asked us not to use are pointed out beneath what was typed, and nothing is kept of it."""

from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings

from sightline.ui import forms
from sightline.ui.forms.rendering import questions
from sightline.ui.preferred_words import key, pointed_out, preferred


class Note(forms.QuestionForm):
    """A form with a long text, and one that asks for exact words."""

    note = forms.LongText("What happened?")
    words = forms.LongText("What did they say?", points_out=False)


def found(text: str) -> list[str]:
    return [each.found for each in pointed_out(text)]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Her siblings absconded from the placement.", ["siblings", "absconded", "placement"]),
        ("The Placement Breakdown was sudden", ["placement breakdown"]),  # the longer one only
        ("A LAC review", ["LAC review"]),
        ("They lack a lac of milk", []),  # an abbreviation only in capitals
        ("A clientele of displacements", []),  # whole words only
        ("She said “my siblings are hostile” and left", []),  # quoted: it stays as it was said
        ("Placement. placement. PLACEMENT", ["placement"]),
        ("", []),
    ],
)
def test_what_is_pointed_out(typed: str, words: list[str]) -> None:
    assert found(typed) == words


def test_it_says_what_to_say_instead_and_where_the_old_word_stays() -> None:
    assert str(pointed_out("a care leaver")[0]) == "“care leaver”: care experienced young person (kept in law)"


def test_no_more_than_a_few_at_once() -> None:
    assert len(found("siblings hostile chaotic absconded placement refused concerns NFA")) == 5


def test_every_entry_of_the_list_finds_itself() -> None:
    _, said = preferred(str(Path("sightline/config/preferred_words.csv").resolve()))
    assert [form for form in said if form not in [key(each) for each in found(form)]] == []


def test_an_authority_may_have_a_list_of_its_own(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("words,preferred,kept_in\nbanana,a fruit,\n", encoding="utf-8")
    with override_settings(SIGHTLINE_PREFERRED_WORDS=str(own)):
        assert [str(each) for each in pointed_out("siblings with a banana")] == ["“banana”: a fruit"]
    (tmp_path / "wrong.csv").write_text("word,other\n", encoding="utf-8")
    with override_settings(SIGHTLINE_PREFERRED_WORDS=str(tmp_path / "wrong.csv")), pytest.raises(ImproperlyConfigured):
        pointed_out("x")


def shown(**answers: Any) -> str:
    return questions(Note(initial=answers))


def test_it_stands_beneath_a_text_that_is_shown_again_and_never_blocks() -> None:
    page = shown(note="Her siblings")
    assert "“siblings”: brothers and sisters" in page
    assert "hidden" not in page.split('data-words-of="note"')[1][:20]
    form = Note({"note": "Her siblings", "words": "x"})
    assert form.is_valid()


def test_an_empty_note_waits_hidden_and_exact_words_have_none() -> None:
    page = shown(note="", words="My siblings")
    assert 'data-words-of="note" hidden' in page
    assert 'data-words-of="words"' not in page
