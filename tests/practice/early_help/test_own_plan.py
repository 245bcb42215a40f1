"""From the page of early help its own plan is one click away: first to begin it, then to see and carry it."""

from datetime import date
from typing import Any

import pytest

from sightline.foundation.plans.queries import open_plan
from sightline.foundation.plans.rules import PlanKind
from sightline.practice.early_help import actions
from tests.builders.people import child
from tests.builders.workforce import BUILDER, as_builder, involve, practitioner

pytestmark = pytest.mark.django_db
BEGAN = date(2026, 2, 2)
GOAL = {"text": "Ana sleeps through.", "how_we_will_know": "Her diary says so.", "starting_point": "She wakes at two."}
AGREED = {"kind": "early_help", "agreed_with": "Ana and her mother", "purpose": "Rested mornings"}
ON = {"began-day": "2", "began-month": "2", "began-year": "2026"}


def test_the_page_of_early_help_leads_to_its_own_plan(client_of: Any) -> None:
    key, worker = child("Ana"), practitioner()
    involve(key, practitioner=worker)
    client, page = client_of(worker), f"/early-help/children/{key.pk}/"
    begin = f"/plans/children/{key.pk}/begin/?kind=early_help"
    assert begin not in client.get(page).content.decode()
    with as_builder():
        actions.begin_early_help(
            child_id=key.pk, on=BEGAN, organisation="Family Centre", reason="Sleep", who_agreed="Mother", by=BUILDER
        )
    assert begin in client.get(page).content.decode()
    assert 'value="early_help" checked' in client.get(begin).content.decode()
    answer = client.post(begin, GOAL | AGREED | ON)
    assert answer.status_code == 302, answer.content.decode()
    with as_builder():
        plan = open_plan(key.pk, PlanKind.EARLY_HELP)
    assert plan is not None
    shown = client.get(page).content.decode()
    assert f"/plans/children/{key.pk}/{plan.pk}/" in shown
    assert begin not in shown
