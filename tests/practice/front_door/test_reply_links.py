"""An agency answers with a link and a code: live until it is answered, and telling nothing about anybody."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.cache import cache, caches
from django.db import connection
from django.utils import timezone

from sightline.foundation.agreements.actions import record_agreement
from sightline.foundation.agreements.rules import Asking
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.door import NotPermitted, Refusal
from sightline.practice.front_door import actions, queries
from sightline.practice.front_door.actions import attempts
from sightline.practice.front_door.actions.checks import Answered
from sightline.practice.front_door.models import (
    AgencyCheck,
    CheckAnswer,
    ReceivedByForm,
    ReplyLink,
    SettledForm,
    VerifiedAddress,
)
from tests.builders.child_protection import acting, family
from tests.builders.journey import contacted, done
from tests.builders.workforce import BUILDER, as_builder, involve, practitioner
from tests.conftest import WebClient, as_web
from tests.foundation.recording.test_putting_right import put_right
from tests.practice.child_protection.pages import ticket

pytestmark = pytest.mark.django_db
SENT = {"given_by": "Mr Lee, head of year", "telephone": "01632 960 001", "outcome": "answered"}
BY_TELEPHONE = Answered("telephone", "answered", "Ms Ode, by telephone", "He comes daily.")


@pytest.fixture(autouse=True)
def no_attempts_yet() -> None:
    cache.clear()


def asked_by_link() -> tuple[UUID, UUID]:
    """A child about whom a school was asked with a link, and the link."""
    return asked_about(*contacted(on=london_today()))


def address(link: UUID) -> str:
    """Where a link leads."""
    return f"/front-door/reply/{queries.token_of(link)}/"


def hidden(response: Any, *names: str) -> dict[str, str]:
    """The hidden values of a page."""
    text = response.content.decode()
    return {name: re.search(rf'name="{name}" value="([^"]*)"', text)[1] for name in names}  # type: ignore[index]


def opened(link: UUID) -> dict[str, str]:
    """What the page carries once the link was opened with its code."""
    response = WebClient().post(address(link), {"code": queries.code_of(link)})
    return hidden(response, "ticket", "opened")


def waiting() -> list[ReceivedByForm]:
    """What is in the waiting room."""
    with as_builder():
        return list(ReceivedByForm.objects.all())


def test_opening_the_page_uses_nothing_up_and_shows_nothing() -> None:
    _, link = asked_by_link()
    pages = [WebClient().get(address(link)).content for _ in range(3)]
    assert all(b"daily" not in page and b"puts this child to bed" not in page for page in pages)
    assert b"puts this child to bed" in WebClient().post(address(link), {"code": queries.code_of(link)}).content


def test_a_link_that_was_never_made_looks_like_one_with_a_wrong_code() -> None:
    _, link = asked_by_link()
    there = WebClient().post(address(link), {"code": "000000"})
    nowhere = WebClient().post("/front-door/reply/never-made/", {"code": "000000"})

    def text(response: Any) -> str:
        return re.sub(r'(csrfmiddlewaretoken" value=|nonce=)"[^"]*"', "", response.content.decode())

    assert (there.status_code, text(there)) == (nowhere.status_code, text(nowhere))
    assert "The code is not right, or the link is not live any more" in text(there)


def test_an_answer_waits_once_and_the_link_is_not_live_after_it() -> None:
    _, link = asked_by_link()
    page = {**SENT, **opened(link), "item_0": "Her aunt, on weekdays."}
    first, again = (WebClient().post(address(link), page) for _ in range(2))
    assert first.content.count(b"Your reference is") == again.content.count(b"Your reference is") == 1
    (form,) = waiting()
    assert "Her aunt, on weekdays." in form.payload["text"]
    assert form.reference.encode() in first.content
    assert b"not live any more" in WebClient().post(address(link), {"code": queries.code_of(link)}).content


def test_a_second_answer_is_not_taken_and_what_was_typed_stays() -> None:
    _, link = asked_by_link()
    mine, theirs = opened(link), opened(link)
    WebClient().post(address(link), {**SENT, **mine, "text": "First"})
    late = WebClient().post(address(link), {**SENT, **theirs, "text": "Second word"}).content
    assert b"The link is not live any more" in late
    assert b"Second word" in late
    assert len(waiting()) == 1


def test_a_revoked_or_expired_link_opens_nothing() -> None:
    child, link = asked_by_link()
    with as_builder():
        check = ReplyLink.objects.get().asked_id
    done(actions.renew_link, child, check_id=check)
    assert b"not live any more" in WebClient().post(address(link), {"code": queries.code_of(link)}).content
    with as_builder():
        newer = ReplyLink.objects.exclude(pk=link).get()
    found = queries.link_of(newer.token_digest)
    assert found is not None
    assert found.is_live(timezone.now())
    assert not found.is_live(found.expires_at)


def test_no_new_link_is_made_once_a_parent_took_the_agreement_back() -> None:
    child, _ = asked_by_link()
    with as_builder():
        check = ReplyLink.objects.get().asked
    agrees = {"basis": "parent_agrees", "decided_by": "Jo Bell", "who_agreed": "Her mother"}
    done(actions.record_basis, child, contact_id=check.contact_id, on=london_today(), **agrees)
    done(actions.renew_link, child, check_id=check.pk)
    asked = Asking(who="Her mother", what_they_said="Please do not.")
    done(record_agreement, child, on=london_today(), to="agency_checks", answer="not_agreed", asked=asked)
    with pytest.raises(Refusal, match="A parent does not agree any more"):
        done(actions.renew_link, child, check_id=check.pk)
    done(actions.revoke_link, child, check_id=check.pk)


def test_after_five_wrong_codes_the_right_one_opens_nothing_for_an_hour() -> None:
    _, link = asked_by_link()
    for _ in range(attempts.WRONG_CODES):
        WebClient().post(address(link), {"code": "12"})
    assert b"not live any more" in WebClient().post(address(link), {"code": queries.code_of(link)}).content


def test_codes_for_links_that_were_never_made_are_not_counted_so_strangers_cannot_push_counts_out() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM cache_entry")
        before = cursor.fetchone()
        WebClient().post("/front-door/reply/never-made/", {"code": "000000"})
        cursor.execute("SELECT count(*) FROM cache_entry")
        assert cursor.fetchone() == before
    assert caches["default"]._max_entries >= 100_000, "a third of what must not be forgotten is dropped beyond it"


def test_the_code_of_one_link_answers_no_other() -> None:
    (_, first), (_, second) = asked_by_link(), asked_by_link()
    theirs = {**SENT, **opened(second), "opened": opened(first)["opened"], "text": "Not for this one"}
    assert b"not live any more" in WebClient().post(address(second), theirs).content
    assert waiting() == []


def test_answering_needs_the_code_first() -> None:
    _, link = asked_by_link()
    page = WebClient().post(address(link), {**SENT, "opened": "made up", "ticket": "x", "text": "Nothing"})
    assert b"not live any more" in page.content
    assert waiting() == []


def test_an_answer_is_taken_into_the_record_by_whoever_has_it_open(client_of: Any) -> None:
    home = family(1)
    child, contact = contacted(on=london_today(), child_id=home.children[0])
    _, link = asked_about(child, contact)
    WebClient().post(address(link), {**SENT, **opened(link), "item_0": "Her aunt, on weekdays."})
    with as_builder():
        check = ReplyLink.objects.get(pk=link).asked_id
    client, page = client_of(home.worker), f"/front-door/children/{child}/checks/{check}/"
    assert b"An answer has come with the link" in client.get(page).content
    shown = client.get(f"{page}take-in/")
    assert b"Her aunt, on weekdays." in shown.content
    words = {"neglect-daily_care-state": "known", "neglect-daily_care-what": "Her aunt feeds her."}
    response = client.post(f"{page}take-in/", {**words, **ticket(shown)}, follow=True)
    assert b"The answer is taken into the record." in response.content
    with as_builder():
        assert CheckAnswer.objects.get().given_by == "Mr Lee, head of year (01632 960 001)"
        assert SettledForm.objects.get().how == "taken_in"


def asked_about(child: UUID, contact: UUID) -> tuple[UUID, UUID]:
    """A school asked with a link about a contact."""
    about = {"child_id": child, "contact_id": contact, "on": london_today()}
    done(actions.name_concerns, concerns=["neglect"], **about)
    done(actions.record_basis, basis="section_47_met", decided_by="Jo Bell", reasons="Bruises", **about)
    school = {"agency_name": "Hill Road Primary", "agency_kind": "school"}
    with as_builder():
        said = {"email": "office@hillroad.example", "how_verified": "Rang the switchboard"}
        actions.verify_address(on=london_today(), by=BUILDER, **school, **said)
    due = timezone.now() + timedelta(hours=4)
    check = done(actions.ask_agency, how="link", due_at=due, items=["neglect:daily_care"], **school, **about)
    with as_builder():
        return child, ReplyLink.objects.get(asked=check).pk


def test_a_correction_of_what_was_asked_says_that_the_link_ended_and_offers_a_new_one(client_of: Any) -> None:
    child, link = asked_by_link()
    worker = practitioner(role="social_worker")
    involve(child, practitioner=worker)
    with as_builder():
        check = ReplyLink.objects.get(pk=link).asked_id
    done(actions.record_answer, child_id=child, check_id=check, on=london_today(), answered=BY_TELEPHONE)
    client = client_of(worker)
    with as_builder():
        fact = AgencyCheck.objects.get(pk=check)
    corrected = put_right(client, fact, question="Who has parental responsibility?")
    said = client.get(corrected.headers["Location"]).content.decode()
    assert "A link that was sent with it opens nothing any more" in said
    assert b"The code is not right" in WebClient().post(address(link), {"code": queries.code_of(link)}).content
    shown = client.get(f"/front-door/children/{child}/checks/{check}/").content.decode()  # also by its old address
    assert "that link opens nothing any more, and nobody told the agency" in " ".join(shown.split())
    assert "Make a new link, and send it again" in shown
    assert "Ms Ode, by telephone" in shown


def test_only_those_who_keep_the_directories_change_an_address_and_a_link_that_was_sent_stays(client_of: Any) -> None:
    _, link = asked_by_link()
    page = "/front-door/agency-addresses/"
    for role, status in (("social_worker", False), ("duty", False), ("team_manager", True)):
        assert ("Record the address" in client_of(practitioner(role=role)).get(page).content.decode()) is status, role
    school = {"agency_name": "Hill Road Primary", "agency_kind": "school", "how_verified": "Somebody wrote to us"}
    for role in ("social_worker", "duty"):
        somebody = practitioner(role=role)
        with as_web(somebody), pytest.raises(NotPermitted):
            actions.verify_address(on=london_today(), email="thief@example.org", by=acting(somebody), **school)
    with as_builder():
        actions.verify_address(on=london_today(), email="new@hillroad.example", by=BUILDER, **school)
        assert ReplyLink.objects.get(pk=link).email == "office@hillroad.example"
        assert VerifiedAddress.objects.get().email == "new@hillroad.example"
