"""What a partner's form says about a child who is not safe waits in no list: it stands first."""

from typing import Any

import pytest
from django.core.cache import cache

from tests.builders.workforce import practitioner
from tests.conftest import WebClient
from tests.practice.front_door.test_public_forms import REQUEST, WORRY, hidden

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_attempts_yet() -> None:
    cache.clear()


def test_a_child_whom_a_partner_calls_not_safe_stands_first_for_duty_and_on_the_board(client_of: Any) -> None:
    for safe_now in ("yes", "no"):
        sent = WORRY | {"safe_now": safe_now, "organisation": f"Safe {safe_now}"}
        WebClient().post(REQUEST, {**sent, **hidden(WebClient().get(REQUEST), "ticket")})
    duty, manager, worker = (client_of(practitioner(role=role)) for role in ("duty", "team_manager", "social_worker"))
    listed = duty.get("/front-door/received/").content.decode()
    assert listed.index("Safe no") < listed.index("Safe yes")
    said = "By form: a child is not safe now"
    for client, page, stands in ((duty, "/", 1), (duty, "/front-door/", 1), (worker, "/", 0), (manager, "/", 0)):
        shown = client.get(page).content.decode()
        assert shown.count(said) == stands, page
        assert "Safe yes" not in shown
    assert "Ring 01632 960 001, and take it in." in duty.get("/").content.decode()
