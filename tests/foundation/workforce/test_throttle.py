"""Guesses: at most ten an hour are weighed for an account, and an office behind one address is never locked out."""

from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.utils import timezone

from sightline.foundation.workforce.models import Practitioner, SignInEvent
from tests.conftest import WebClient
from tests.foundation.workforce.signing_in import PASSWORD, first_step, second_step, signed_in, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def weighed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The passwords that were compared with the real one."""
    seen: list[str] = []
    check = Practitioner.check_password

    def counting(self: Any, raw: str) -> bool:
        seen.append(raw)
        return check(self, raw)

    monkeypatch.setattr(Practitioner, "check_password", counting)
    return seen


def test_ten_guesses_are_weighed_and_no_more(weighed: list[str]) -> None:
    them = somebody()
    for number in range(40):
        agent = {"HTTP_USER_AGENT": f"agent {number}", "REMOTE_ADDR": f"10.0.0.{number}"}
        first_step(WebClient(), them.email, f"guess {number}", **agent)
    assert weighed == [f"guess {number}" for number in range(10)]


def test_capitals_and_spaces_in_the_address_give_no_further_guesses(weighed: list[str]) -> None:
    them = somebody(email="jo.bell@eastmere.example")
    for number, typed in enumerate(
        ("jo.bell@eastmere.example", "JO.BELL@eastmere.example", " Jo.Bell@Eastmere.example ") * 5
    ):
        first_step(WebClient(), typed, f"guess {number}")
    assert len(weighed) == 10
    assert them.email == "jo.bell@eastmere.example"


def test_the_right_password_is_refused_while_an_account_is_throttled_and_taken_an_hour_later() -> None:
    them = somebody()
    for _ in range(10):
        first_step(WebClient(), them.email, "wrong")
    assert first_step(WebClient(), them.email).status_code == 200
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=61))
    assert first_step(WebClient(), them.email).status_code == 302


def test_an_office_behind_one_address_is_not_locked_out() -> None:
    attacked, colleague = somebody(), somebody()
    for _ in range(30):
        first_step(WebClient(), attacked.email, "wrong")
        first_step(WebClient(), "nobody@eastmere.example", "wrong")
    assert first_step(WebClient(), colleague.email)["Location"] == "/sign-in/second-step/"


def test_wrong_codes_count_with_wrong_passwords() -> None:
    them, client = somebody(), WebClient()
    first_step(client, them.email)
    for _ in range(10):
        assert b"Check the code" in second_step(client, "000000").content
    assert b"Check the code" in second_step(client).content
    assert first_step(WebClient(), them.email).status_code == 200


def test_signing_in_forgets_earlier_mistakes() -> None:
    them = somebody()
    for _ in range(9):
        first_step(WebClient(), them.email, "wrong")
    signed_in(them)
    assert not AccessAttempt.objects.exists()


def test_what_was_typed_is_kept_nowhere() -> None:
    them = somebody()
    first_step(WebClient(), them.email, "my secret guess")
    first_step(WebClient(), "my secret guess@example.org", "my secret guess")
    first_step(WebClient(), "typed.by.mistake@example.org", PASSWORD)
    kept = " ".join(str(row) for row in [*AccessAttempt.objects.values(), *SignInEvent.objects.values()])
    for typed in ("secret guess", "typed.by.mistake", PASSWORD, them.email):
        assert typed not in kept


def test_a_refusal_is_written_down_for_the_account() -> None:
    them = somebody()
    first_step(WebClient(), them.email, "wrong")
    refused = SignInEvent.objects.get(practitioner=them.pk)
    assert (refused.what, refused.details) == ("refused", {"with_": "password"})
