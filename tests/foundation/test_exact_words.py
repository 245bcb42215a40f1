"""Words to say differently are never pointed out where somebody's exact words, or a court's, are asked for."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import get_resolver

from sightline.foundation.documents.presenters.conflict import ASKING
from sightline.foundation.recording.columns import holds_exact_words
from sightline.ui import forms

SAYS_SO = re.compile(
    r"(did|do) (they|the child|the referrer|somebody|he|she) (say|put right)|(own|exact) words|in their words|in the "
    r"child.s words|what they said|worried about, or|worries you|does it say|was ordered|is not allowed",
    re.I,
)
NAMED = re.compile(r"(^|_)(said|words|reply)$")
NOT_WORDS = {"LeftForm.words"}
"""Called so, and yet holding what the worker writes: to whom something is handed on."""


def every_form(begin: type[Any] = forms.QuestionForm) -> Iterator[type[Any]]:
    """Every form of the project, those that keep drafts and those that are repeated inside them."""
    for kind in begin.__subclasses__():
        if kind.__module__.startswith("sightline."):
            yield kind
        yield from every_form(kind)


@pytest.fixture(scope="module")
def long_texts() -> dict[str, Any]:
    assert get_resolver().url_patterns  # reading them imports every view, and every form with it
    found = {*every_form(), *ASKING.values()}
    return {
        f"{form.__name__}.{name}": field
        for form in found
        for name, field in form.base_fields.items()
        if isinstance(field, forms.LongText)
    }


def says_so(name: str, field: Any) -> bool:
    """Whether a question asks for exact words, by its name, its label or its hint."""
    return bool(NAMED.search(name.split(".")[1]) or SAYS_SO.search(f"{field.label} {field.help_text}"))


def test_no_question_for_exact_words_points_anything_out(long_texts: dict[str, Any]) -> None:
    asked = {name for name, field in long_texts.items() if says_so(name, field)} - NOT_WORDS
    assert len(asked) >= 18
    assert {name for name in asked if long_texts[name].points_out} == set()


def test_a_worker_s_own_account_is_read_for_such_words(long_texts: dict[str, Any]) -> None:
    silent = {name for name, field in long_texts.items() if not field.points_out}
    assert {name for name in silent if not says_so(name, long_texts[name])} == set()
    assert len(long_texts) - len(silent) > 100


def test_what_somebody_said_stays_theirs_where_it_is_put_right() -> None:
    assert all(map(holds_exact_words, ("their_reply", "what_they_said", "words", "family_words", "said", "terms")))
    assert not any(map(holds_exact_words, ("reasons", "account", "summary", "what_changed")))
