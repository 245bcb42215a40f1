"""The reference names everything the interface offers."""

from pathlib import Path

from django.template import Library

from sightline.ui import forms
from sightline.ui.templatetags import ui

REFERENCE = (Path(__file__).resolve().parents[2] / "docs/reference/components.md").read_text()
NOT_QUESTIONS = {"LONG_TEXT", "Part", "Problem", "TypedDate", "in_words", "problems"}


def test_every_tag_is_in_the_reference() -> None:
    library: Library = ui.register
    assert [name for name in library.tags if f"{{% {name}" not in REFERENCE] == []


def test_every_kind_of_question_is_in_the_reference() -> None:
    assert [name for name in set(forms.__all__) - NOT_QUESTIONS if name not in REFERENCE] == []
