"""What a contact costs in typing, from its first word to the decision, as the docs say."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.utils.html import escape

from sightline.practice.front_door.forms import DecideForm, IntakeForm
from sightline.ui import forms
from tests.builders.typing import Typist
from tests.builders.workforce import practitioner

pytestmark = pytest.mark.django_db
DOCS = Path(__file__).resolve().parents[3] / "docs/how-to/take-a-contact.md"
ROW = re.compile(r"^\| Lower risk: taken, and ([\w ]+) \| (\d+) \| (\d+) \| (\d+) \|$", re.MULTILINE)
TAKEN = {
    "kind": "worry",
    "safe_now": "yes",
    "came_by": "telephone",
    "children-0-given_names": "Zuri",
    "children-0-family_name": "Quillfeather",
    "story-what_about": "Comes without breakfast and falls asleep in the morning.",
    "who-source": "2A",
}
DECIDED = {
    "passed on to early help": {"way": "early_help", "reasons": "Both parents ask for help with money and mornings."},
    "closed": {
        "way": "close",
        "with_advice": "no",
        "what_we_checked": "School, health visitor, and Mum by telephone.",
        "what_we_found": "A new job with early shifts; since Monday he eats at breakfast club.",
        "why_we_stop": "What was missing is there.",
    },
}


def from_contact_to_decision(client: Any, answers: dict[str, str]) -> tuple[int, int, int]:
    typist = Typist(client)
    contact = typist.fills_in("/front-door/contacts/take/", **TAKEN)
    decided = typist.fills_in(f"{contact}decide/", **{f"decided-all-{name}": said for name, said in answers.items()})
    page = client.get(decided).content.decode()
    assert [said for said in answers.values() if said.endswith(".") and escape(said) not in page] == []
    return typist.cost


def duty(client_of: Any) -> Any:
    manager = practitioner(role="team_manager")
    return client_of(practitioner(role="duty", team=manager.team, manager=manager))


@pytest.mark.parametrize("ending", DECIDED)
def test_the_docs_say_what_a_lower_risk_contact_costs(ending: str, client_of: Any) -> None:
    told = {found: tuple(map(int, numbers)) for found, *numbers in ROW.findall(DOCS.read_text(encoding="utf-8"))}
    assert told.keys() == DECIDED.keys()
    assert from_contact_to_decision(duty(client_of), DECIDED[ending]) == told[ending]


@pytest.mark.parametrize("form", [IntakeForm, DecideForm])
def test_another_field_that_must_be_answered_breaks_the_budget(
    form: type[Any], client_of: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {**form.base_fields, "also": forms.Text("And what else?", called="what else")}
    monkeypatch.setattr(form, "base_fields", asked)
    with pytest.raises(AssertionError, match="what else"):
        from_contact_to_decision(duty(client_of), DECIDED["closed"])
