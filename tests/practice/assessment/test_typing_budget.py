"""What a short and a full assessment of one child ask of a worker: pages, answers, texts, keystrokes and clicks."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sightline.practice.assessment import rules
from sightline.practice.assessment.forms.findings import ScaleForm
from sightline.ui import forms
from tests.builders.child_protection import Family, family
from tests.practice.assessment.test_work import begin

pytestmark = pytest.mark.django_db
PAGE = Path(__file__).resolve().parents[3] / "docs/how-to/write-an-assessment.md"
ROW = re.compile(r"^\| (Short|Full) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", re.MULTILINE)
KEYS = {forms.LongText: 60, forms.Text: 20, forms.WholeNumber: 1, forms.Date: 8}  # a sentence, a name, a digit, a day
TO_AND_FRO = 2  # clicks: the link that opens a page, and its button


@pytest.fixture
def home() -> Family:
    return family(1)


def must_be_answered(form: Any) -> Counter[str]:
    """The questions of a form and its parts that must be answered, texts among them."""
    hidden = form.not_asked()
    asked = [each for each in form.visible_fields() if each.field.required and each.name not in hidden]
    found = Counter(
        answers=len(asked),
        texts=sum(isinstance(each.field, forms.LongText) for each in asked),
        keystrokes=sum(keys(each) for each in asked),
        clicks=sum(not each.value() for each in asked),
    )
    return sum((must_be_answered(part.form) for part in form.inner()), found)


def keys(asked: Any) -> int:
    """The keystrokes of an answer; none where the page knows it already, or where it is chosen."""
    return 0 if asked.value() else KEYS.get(type(asked.field), 0)


def asked_on(client: Any, url: str) -> Counter[str]:
    return must_be_answered(client.get(url).context["form"]) + Counter(pages=1, clicks=TO_AND_FRO)


def test_the_budget_in_the_docs_is_what_the_pages_ask(client_of: Any, home: Family) -> None:
    client, child = client_of(home.worker), home.children[0]
    begun = asked_on(client, f"/assessments/children/{child}/begin/")
    written = f"/assessments/children/{child}/written/{begin(home)}"
    needed = [each for each in rules.sections_of("child_and_family") if each.needed]
    sections = {
        "Short": [f"sections/{each.key}" for each in rules.short_sections()],
        "Full": [*(f"sections/{each.key}" for each in needed), "views", "scale", "shared"],
    }
    found = {
        name: sum((asked_on(client, f"{written}/{page}/") for page in [*pages, "submit"]), begun)
        for name, pages in sections.items()
    }
    told = {name: tuple(map(int, numbers)) for name, *numbers in ROW.findall(PAGE.read_text(encoding="utf-8"))}
    columns = ("pages", "answers", "texts", "keystrokes", "clicks")
    assert told == {name: tuple(each[column] for column in columns) for name, each in found.items()}


def test_another_question_that_must_be_answered_is_noticed(
    client_of: Any, home: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, url = client_of(home.worker), f"/assessments/children/{home.children[0]}/written/{begin(home)}/scale/"
    before = asked_on(client, url)
    more = {**ScaleForm.base_fields, "also": forms.LongText("And what else?", called="what else")}
    monkeypatch.setattr(ScaleForm, "base_fields", more)
    assert asked_on(client, url) - before == Counter(answers=1, texts=1, keystrokes=60, clicks=1)
