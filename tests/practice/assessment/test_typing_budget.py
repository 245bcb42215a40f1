"""What a short and a full assessment of one child ask of a worker: pages, answers, and texts among them."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sightline.practice.assessment import rules
from sightline.ui import forms
from tests.builders.child_protection import Family, family
from tests.practice.assessment.test_work import begin

pytestmark = pytest.mark.django_db
PAGE = Path(__file__).resolve().parents[3] / "docs/how-to/write-an-assessment.md"
ROW = re.compile(r"^\| (Short|Full) \| (\d+) \| (\d+) \| (\d+) \|$", re.MULTILINE)


@pytest.fixture
def home() -> Family:
    return family(1)


def must_be_answered(form: Any) -> Counter[str]:
    """The questions of a form and its parts that must be answered, texts among them."""
    hidden = form.not_asked()
    asked = [each for each in form.visible_fields() if each.field.required and each.name not in hidden]
    found = Counter(answers=len(asked), texts=sum(isinstance(each.field, forms.LongText) for each in asked))
    return sum((must_be_answered(part.form) for part in form.inner()), found)


def asked_on(client: Any, url: str) -> Counter[str]:
    return must_be_answered(client.get(url).context["form"]) + Counter(pages=1)


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
    assert told == {name: (each["pages"], each["answers"], each["texts"]) for name, each in found.items()}
