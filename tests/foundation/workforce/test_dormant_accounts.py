"""Accounts that nobody signs in to: suspended, disabled, refused with a sentence, and opened again for good."""

from datetime import UTC, datetime, timedelta
from typing import Any
from unittest import mock

import pytest

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce import actions, tasks
from sightline.foundation.workforce.models import Practitioner, SignInEvent, WorkSession
from sightline.foundation.workforce.rules.dormancy import dormancy
from sightline.foundation.workforce.sign_in.second_factor import ways_in
from tests.builders.workforce import BUILDER, as_builder
from tests.conftest import WebClient, as_jobs
from tests.foundation.workforce.signing_in import first_step, signed_in, somebody

pytestmark = pytest.mark.django_db
SENTENCE = b"Nobody has signed in to this account for 30 days or longer"
GENERAL = b"An account that was not used for 90 days takes none until it is opened again"


def unused(days: int, **more: Any) -> Any:
    """Somebody who can sign in, added and last signed in so many days ago."""
    them = somebody(**more)
    ago = datetime.now(UTC) - timedelta(days=days)
    Practitioner.objects.filter(pk=them.pk).update(recorded_at=ago - timedelta(days=400))
    with mock.patch("django.utils.timezone.now", return_value=ago):  # what happened at the door is final
        SignInEvent.objects.create(practitioner=them, what="signed_in")
    return them


def tonight() -> None:
    """The work of one night."""
    with as_jobs():
        tasks.close_dormant_accounts(0)


def account(them: Any) -> Practitioner:
    return Practitioner.objects.get(pk=them.pk)


def opened_again(them: Any) -> Practitioner:
    now = account(them)
    with as_builder():
        actions.take_back(
            practitioner_id=them.pk, version=now.version, reason="Back from leave", today=london_today(), by=BUILDER
        )
    return account(them)


@pytest.mark.parametrize(("days", "found"), [(29, ""), (30, "suspended"), (89, "suspended"), (90, "disabled")])
def test_days_without_a_sign_in_are_counted_to_the_day(days: int, found: str) -> None:
    today = london_today()
    assert dormancy(today - timedelta(days=days), today) == found


def test_at_night_what_was_not_used_is_suspended_and_later_disabled() -> None:
    used, idle, gone = unused(29), unused(30), unused(90)
    tonight()
    tonight()
    assert [account(each).dormancy for each in (used, idle, gone)] == ["", "suspended", "disabled"]
    assert [account(each).is_active for each in (used, idle, gone)] == [True, False, False]
    assert [account(each).has_usable_password() for each in (used, idle, gone)] == [True, True, False]
    assert [bool(ways_in(each)["totp"]) for each in (used, idle, gone)] == [True, True, False]
    assert [account(each).version for each in (used, idle, gone)] == [2, 3, 3]  # written once


def test_a_suspended_account_is_disabled_in_its_turn_and_no_session_outlives_it() -> None:
    them, since = unused(91), datetime.now(UTC) - timedelta(days=60)
    Practitioner.objects.filter(pk=them.pk).update(suspended_at=since)
    WorkSession.objects.create(
        session_key="left", practitioner=them, expire_date=datetime.now(UTC) + timedelta(hours=1)
    )
    tonight()
    assert (account(them).dormancy, account(them).suspended_at) == ("disabled", since)
    assert not WorkSession.objects.filter(practitioner=them.pk).exists()


def test_an_account_that_was_never_used_counts_from_when_it_was_made() -> None:
    new, old = somebody(), somebody()
    Practitioner.objects.filter(pk=old.pk).update(recorded_at=datetime.now(UTC) - timedelta(days=31))
    tonight()
    assert (account(new).dormancy, account(old).dormancy) == ("", "suspended")


@pytest.mark.parametrize("at_night", [False, True])
def test_sign_in_is_refused_with_a_sentence_and_leaves_the_account_as_it_was(at_night: bool) -> None:
    them = unused(31)
    if at_night:
        tonight()
    before = Practitioner.objects.filter(pk=them.pk).values().get()
    client = WebClient()
    answer = first_step(client, them.email)
    assert answer["Location"] == "/sign-in/"
    assert SENTENCE in client.get("/sign-in/").content
    assert client.get("/").status_code == 302
    assert Practitioner.objects.filter(pk=them.pk).values().get() == before
    events = SignInEvent.objects.filter(practitioner=them.pk).order_by("id").values_list("what", "details")
    assert list(events)[1:] == [("refused", {"with_": "not_used"})]


def test_only_who_knows_the_password_learns_that_an_account_is_not_used() -> None:
    idle, gone = unused(31), unused(91)
    tonight()
    answers = [
        first_step(WebClient(), idle.email, "wrong"),
        first_step(WebClient(), gone.email),
        first_step(WebClient(), "nobody@eastmere.example"),
    ]
    assert [GENERAL in each.content and SENTENCE not in each.content for each in answers] == [True] * 3


def test_what_was_opened_again_stays_open_and_says_why() -> None:
    idle, gone = unused(31), unused(400)
    tonight()
    assert opened_again(idle).is_active
    assert opened_again(gone).is_active
    tonight()
    assert [(account(each).dormancy, account(each).reopened_because) for each in (idle, gone)] == [
        ("", "Back from leave"),
        ("", "Back from leave"),
    ]
    signed_in(idle)
    assert not account(gone).has_usable_password()


def test_an_account_that_is_kept_open_by_its_date_is_left_alone() -> None:
    them = unused(400)
    far_ahead = london_today() + timedelta(days=1000)
    Practitioner.objects.filter(pk=them.pk).update(unused_from=far_ahead)
    tonight()
    assert account(them).dormancy == ""
    assert opened_again(them).unused_from == far_ahead
    signed_in(them)


def test_an_administrator_opens_an_account_again_with_a_reason(administrator: Any) -> None:
    them = unused(91)
    tonight()
    address = f"/workforce/{them.pk}/take-back/"
    form = administrator.get(address).context["form"]
    sent = {"draft": form.autosave.draft, "draft_version": "0", "seen_version": str(account(them).version)}
    assert b"Enter why they may sign in again" in administrator.post(address, sent | {"reason": ""}).content
    assert account(them).dormancy == "disabled"
    assert administrator.post(address, sent | {"reason": "Back from leave"}).status_code == 302
    page = administrator.get(f"/workforce/{them.pk}/").content
    assert b"Back from leave" in page
    assert b"needs a link" in page
