"""An assessment that was sent back: its reasons stand once, and nobody answers again what was answered before."""

import re
from typing import Any

import pytest

from tests.builders.child_protection import Family, family
from tests.practice.assessment.test_work import answer, begin, submit, write_whole
from tests.practice.child_protection.pages import text_of

pytestmark = pytest.mark.django_db
REASONS = "Say what the baby's day is like."


@pytest.fixture
def home() -> Family:
    return family(1)


def test_what_was_submitted_stands_in_the_form_again(client_of: Any, home: Family) -> None:
    work = begin(home)
    write_whole(home, work)
    submit(home, work)
    answer(home, "send_back", REASONS)
    client, page = client_of(home.worker), f"/assessments/children/{home.children[0]}/written/{work}/"
    assert text_of(client.get(page)).count("Sent back: what has to change") == 1
    html = client.get(f"{page}submit/").content.decode()
    checked = re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]+)"[^>]*checked', html)
    assert {name for name, _ in checked} >= {"ends", "found-all-child_seen", "found-all-factors", "found-all-outcome"}
