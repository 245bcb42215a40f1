"""Words that differ between authorities."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory, override_settings

from sightline.foundation.timescales.catalogue import timescales
from sightline.ui import views, vocabulary
from sightline.ui.vocabulary import default_terms, in_own_words, phrase, said, word

PROJECT = Path(__file__).resolve().parents[2] / "sightline"
NONSENSE = Path(__file__).with_name("nonsense_vocabulary.csv")
HEADINGS = "term,singular,plural,article,note,source\n"


def test_a_word_has_a_plural_an_article_and_a_capital() -> None:
    assert word("social_worker") == "social worker"
    assert word("social_worker", plural=True, capital=True) == "Social workers"
    assert word("section_47_enquiry", article=True, capital=True) == "A section 47 enquiry"
    assert word("section_47_enquiry", plural=True, article=True) == "section 47 enquiries"


def test_a_sentence_is_filled_with_words() -> None:
    assert said("Held by {social_worker:article}") == "Held by a social worker"
    assert said("{strategy_discussion:plural,capital} this week") == "Strategy discussions this week"


def test_a_phrase_is_filled_when_it_is_shown() -> None:
    label = phrase("When was the {strategy_discussion} held?")
    with override_settings(SIGHTLINE_VOCABULARY=str(NONSENSE)):
        other = str(label)
    assert str(label) == "When was the strategy discussion held?"
    assert other != str(label)


def test_the_nonsense_vocabulary_replaces_every_default_term() -> None:
    nonsense = vocabulary.read(NONSENSE)
    assert nonsense.keys() == vocabulary.read(vocabulary.DEFAULT).keys()
    words = {form.lower() for each in nonsense.values() for form in (each.singular, each.plural)}
    assert not words & {each.lower() for each in default_terms()}


def test_an_authority_need_only_give_the_words_that_differ(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(HEADINGS + "front_door,Connect,Connects,,,\n", encoding="utf-8-sig")
    with override_settings(SIGHTLINE_VOCABULARY=str(own)):
        assert word("front_door") == "Connect"
        assert word("social_worker") == "social worker"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("term,singular\nx,y\n", "must have the columns"),
        (HEADINGS + "front_door,,,,,\n", "line 2"),
        (HEADINGS + "frunt_door,a,b,,,\n", "nothing asks for: frunt_door"),
    ],
)
def test_a_broken_word_list_is_refused_with_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    own = tmp_path / "own.csv"
    own.write_text(text)
    with pytest.raises(ImproperlyConfigured, match=sentence):
        vocabulary.words(str(own))


def test_an_unknown_term_is_named() -> None:
    with pytest.raises(vocabulary.UnknownWord, match="no term 'social_wurker'"):
        word("social_wurker")
    with pytest.raises(ValueError, match="not a form of a word"):
        said("{social_worker:shouted}")


def test_no_default_term_is_typed_in_the_gallery_or_the_shell(own_settings: None, settings: Any) -> None:
    settings.SIGHTLINE_VOCABULARY = str(NONSENSE)
    html = views.gallery(RequestFactory().get("/components/")).content.decode()
    text = re.sub(r"<[^>]+>", " ", html)
    found = re.findall(r"\b(" + "|".join(map(re.escape, default_terms())) + r")\b", text, re.IGNORECASE)
    assert found == []
    assert word("strategy_discussion") in text


def test_words_that_every_page_needs_are_not_terms() -> None:
    assert not {"child", "children", "record", "manager", "team"} & set(default_terms())


def test_a_text_in_default_words_is_said_in_the_authoritys_own(settings):
    assert in_own_words("Core group after the first") == "Core group after the first"
    settings.SIGHTLINE_VOCABULARY = NONSENSE
    told = in_own_words("Core groups, and the child protection plan")
    assert told == f"{word('core_group', plural=True, capital=True)}, and the {word('child_protection_plan')}"


def test_every_word_that_a_sentence_of_the_code_asks_for_is_in_the_vocabulary() -> None:
    """A sentence is filled in only when it is shown, so an unknown word would be an error page on that day."""
    asked = {
        (path.name, term)
        for path in PROJECT.rglob("*.py")
        for sentences in re.findall(r'\b(?:phrase|said)\(\s*((?:"[^"]*"\s*)+)', path.read_text())
        for term in re.findall(r"\{([a-z_0-9]+)(?::[a-z,]+)?\}", sentences)
    }
    assert len(asked) > 50
    assert {(name, term) for name, term in asked if term not in vocabulary.read(vocabulary.DEFAULT)} == set()


def test_no_default_term_is_typed_in_the_texts_of_a_timescale(settings):
    """What starts a clock, what meets it and its name are said in the authority's own words."""
    typed = re.compile(r"\b(" + "|".join(map(re.escape, default_terms())) + r")\b", re.IGNORECASE)
    declared = [rule for versions in timescales().values() for rule in versions]
    settings.SIGHTLINE_VOCABULARY = NONSENSE
    texts = {(rule.id, said(text)) for rule in declared for text in (rule.name, rule.starts, rule.stops)}
    assert sorted(each for each in texts if typed.search(each[1])) == []
    assert any(word("core_group") in text for _, text in texts)
