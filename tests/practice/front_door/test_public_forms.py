"""Pages without a sign-in: a link with a code, live until it is answered; a partner's form; nothing about anybody."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.cache import cache, caches
from django.db import connection
from django.utils import timezone

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.models import Person
from sightline.foundation.documents.models import Draft
from sightline.practice.front_door import actions, queries
from sightline.practice.front_door.actions import attempts
from sightline.practice.front_door.models import CheckAnswer, ReceivedByForm, ReplyLink, SettledForm
from tests.architecture.matrix.filling import filled_in
from tests.builders.child_protection import family
from tests.builders.journey import contacted, done
from tests.builders.workforce import BUILDER, as_builder, practitioner
from tests.conftest import WebClient, as_web
from tests.practice.child_protection.pages import ticket

pytestmark = pytest.mark.django_db
REQUEST = "/front-door/partners/request/"
SENT = {"given_by": "Mr Lee, head of year", "telephone": "01632 960 001", "outcome": "answered"}
WORRY = {
    "safe_now": "no", "your_name": "Jo Carr", "your_role": "Teacher", "organisation": "Hill Road", "telephone":
    "01632 960 001", "email": "jo@hillroad.example", "parents_know": "no", "worried": "No coat in the snow.",
    "child-1-name": "Tia Bright", "child-1-born-day": "3", "child-1-born-month": "5", "child-1-born-year": "2017",
}  # fmt: skip


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


def test_a_partner_gets_a_copy_and_a_reference_and_sends_once() -> None:
    page = {**WORRY, **hidden(WebClient().get(REQUEST), "ticket")}
    first, again = (WebClient().post(REQUEST, page) for _ in range(2))
    (form,) = waiting()
    for response in (first, again):
        text = response.content.decode()
        assert form.reference in text
        assert "No coat in the snow." in text
        assert "3 May 2017" in text
    assert form.payload["children"] == [{"name": "Tia Bright", "born": "2017-05-03", "age": "", "school": ""}]


def test_what_a_partner_sends_is_read_only_by_those_who_take_in_forms(client_of: Any) -> None:
    WebClient().post(REQUEST, {**WORRY, **hidden(WebClient().get(REQUEST), "ticket")})
    (form,) = waiting()
    duty, worker = practitioner(role="duty"), practitioner(role="social_worker")
    page = f"/front-door/received/{form.pk}/"
    assert b"No coat in the snow." in client_of(duty).get(page).content
    assert client_of(worker).get(page).status_code == 404
    for who, sees in ((duty, 1), (worker, 0)):
        with as_web(who):
            assert ReceivedByForm.objects.count() == sees
    assert form.reference.encode() in client_of(duty).get("/front-door/received/").content


def test_what_a_partner_sent_is_set_aside_with_a_reason(client_of: Any) -> None:
    WebClient().post(REQUEST, {**WORRY, **hidden(WebClient().get(REQUEST), "ticket")})
    (form,) = waiting()
    client, page = client_of(practitioner(role="duty")), f"/front-door/received/{form.pk}/"
    shown = client.get(page)
    client.post(page, {"why": "Sent twice.", **ticket(shown)})
    assert b"taken in or set aside already" in client.get(page, follow=True).content
    with as_builder():
        assert SettledForm.objects.get().why == "Sent twice."


def test_taking_it_in_begins_a_contact_with_everything_filled_in(client_of: Any) -> None:
    WebClient().post(REQUEST, {**WORRY, **hidden(WebClient().get(REQUEST), "ticket")})
    (form,) = waiting()
    client = client_of(practitioner(role="duty"))
    begun = client.post(f"/front-door/received/{form.pk}/", {"intake": "yes"}, follow=True)
    assert begun.redirect_chain[0][0].startswith(f"/front-door/contacts/take/?received={form.pk}&draft=")
    sent = filled_in(begun.content.decode(), **{"kind": "worry", "who-source": "2A"})
    expected = {
        "safe_now": "no", "came_by": "partner_form", "children-0-given_names": "Tia", "who-name": "Jo Carr",
        "children-0-family_name": "Bright", "children-0-birth_date-year": "2017", "who-organisation": "Hill Road",
        "story-what_about": "No coat in the snow.\n\nThe parents were not asked.",
    }  # fmt: skip
    assert expected.items() <= sent.items()
    again = client.post(f"/front-door/received/{form.pk}/", {"intake": "yes"})
    assert again["Location"] == begun.redirect_chain[0][0]
    with as_builder():
        assert Draft.objects.count() == 1
    assert waiting() == [form]
    nobody_else = {name: said for name, said in sent.items() if not name.startswith("adults-")}
    done = client.post(begun.redirect_chain[0][0], nobody_else, follow=True)
    assert "Tell them the reference" in done.content.decode()
    with as_builder():
        assert (SettledForm.objects.get().how, SettledForm.objects.get().form_id) == ("taken_in", form.pk)


def test_what_was_recorded_as_a_contact_is_taken_off_the_list_once(client_of: Any) -> None:
    WebClient().post(REQUEST, {**WORRY, **hidden(WebClient().get(REQUEST), "ticket")})
    (form,) = waiting()
    client, page = client_of(practitioner(role="duty")), f"/front-door/received/{form.pk}/"
    assert b"It is off the list." in client.post(page, {"taken": "yes"}, follow=True).content
    assert b"taken in or set aside already" in client.post(page, {"taken": "yes"}, follow=True).content
    with as_builder():
        assert SettledForm.objects.get().how == "taken_in"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"worried": "x" * 4001}, "must be 4,000 characters or fewer"),
        ({"worried": "nul\x00byte"}, "What worries you"),
        ({"child-1-born-day": "41"}, "Child 1"),
        ({"safe_now": "perhaps"}, "whether the child is safe now"),
        ({"ticket": str(uuid4())}, "This page was open too long"),
    ],
)
def test_what_cannot_be_read_is_answered_in_a_sentence(wrong: dict[str, str], sentence: str) -> None:
    response = WebClient().post(REQUEST, {**WORRY, **hidden(WebClient().get(REQUEST), "ticket"), **wrong})
    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert waiting() == []


def test_more_than_the_form_takes_is_refused_in_a_sentence() -> None:
    response = WebClient().post(REQUEST, {**WORRY, "others": "x" * 160_000})
    assert (response.status_code, b"This is more than the form takes" in response.content) == (413, True)


def test_too_many_forms_at_once_are_refused_in_a_sentence_and_stay_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "FORMS", 0)
    response = WebClient().post(REQUEST, {**WORRY, **hidden(WebClient().get(REQUEST), "ticket")})
    assert response.status_code == 429
    assert b"Too many forms are coming in" in response.content
    assert b"No coat in the snow." in response.content


def test_the_answer_says_nothing_of_whether_a_child_is_known() -> None:
    child, _ = contacted(on=london_today())

    def text(name: str) -> str:
        page = hidden(WebClient().get(REQUEST), "ticket")
        found = WebClient().post(REQUEST, {**WORRY, **page, "child-1-name": name}).content.decode()
        return re.sub(r"nonce=\"[^\"]*\"|[2-9A-Z]{4}-[2-9A-Z]{4}", "", found).replace(name, "")

    with as_builder():
        known = str(Person.objects.get(pk=child))
    assert text(known) == text("Nobody Here")


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
