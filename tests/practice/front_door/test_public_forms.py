"""Pages without a sign-in: a partner's form, taken in or set aside; it says nothing about anybody."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.models import Person
from sightline.foundation.documents.models import Draft
from sightline.practice.front_door.actions import attempts
from sightline.practice.front_door.forms.from_partner import answers
from sightline.practice.front_door.models import ReceivedByForm, SettledForm
from sightline.practice.front_door.views.public import sender_of
from tests.architecture.matrix.filling import filled_in
from tests.builders.journey import contacted
from tests.builders.workforce import as_builder, practitioner
from tests.conftest import WebClient, as_web
from tests.practice.child_protection.pages import ticket
from tests.practice.front_door.test_reply_links import hidden, waiting

pytestmark = pytest.mark.django_db
REQUEST = "/front-door/partners/request/"
WORRY = {
    "safe_now": "no", "your_name": "Jo Carr", "your_role": "Teacher", "organisation": "Hill Road", "telephone":
    "01632 960 001", "email": "jo@hillroad.example", "parents_know": "no", "worried": "No coat in the snow.",
    "child-1-name": "Tia Bright", "child-1-born-day": "3", "child-1-born-month": "5", "child-1-born-year": "2017",
}  # fmt: skip


@pytest.fixture(autouse=True)
def no_attempts_yet() -> None:
    cache.clear()


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
    sent = {**WORRY, **hidden(WebClient().get(REQUEST), "ticket")}
    WebClient().post(REQUEST, sent)
    monkeypatch.setattr(attempts, "FORMS", 1)
    response = WebClient().post(REQUEST, {**WORRY, **hidden(WebClient().get(REQUEST), "ticket")})
    assert response.status_code == 429
    assert b"Too many forms are coming in" in response.content
    assert b"No coat in the snow." in response.content
    again = WebClient().post(REQUEST, sent)  # it was sent, and is told so whatever comes in now
    (form,) = waiting()
    assert (again.status_code, form.reference in again.content.decode()) == (200, True)


def test_one_sender_closes_the_form_to_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "FORMS_OF_ONE", 1)

    def status(sender: str) -> int:
        page = {**WORRY, **hidden(WebClient().get(REQUEST), "ticket")}
        return int(WebClient().post(REQUEST, page, headers={"X-Forwarded-For": sender}).status_code)

    assert [status("203.0.113.7"), status("198.51.100.1, 203.0.113.7")] == [200, 429]
    assert [status("203.0.113.8"), status("2001:db8::1"), status("2001:db8::2")] == [200, 200, 429]
    assert [status("nobody"), status("nobody")] == [200, 200]  # no address: counted among all only


def test_what_was_changed_after_it_was_sent_is_not_said_to_have_arrived() -> None:
    page = {**WORRY, **hidden(WebClient().get(REQUEST), "ticket")}
    WebClient().post(REQUEST, page)
    changed = WebClient().post(REQUEST, page | {"worried": "And no shoes."})
    assert b"What you changed has not been sent" in changed.content.replace(b"\n", b" ")
    assert [form.payload["worried"] for form in waiting()] == ["No coat in the snow."]
    WebClient().post(REQUEST, page | {"worried": "And no shoes."} | hidden(changed, "ticket"))
    assert {form.payload["worried"] for form in waiting()} == {"No coat in the snow.", "And no shoes."}


def test_one_child_is_asked_about_and_another_where_the_button_is_pressed() -> None:
    page = WebClient().get(REQUEST)
    assert [name in page.content.decode() for name in ('name="child-1-name"', 'name="child-2-name"')] == [True, False]
    typed = {**WORRY, **hidden(page, "ticket"), "children": "1"}
    more = WebClient().post(REQUEST, typed | {"add_child": "yes", "your_name": ""})
    text = more.content.decode()
    assert all(part in text for part in ('name="child-2-name"', "No coat in the snow.", 'value="Tia Bright"'))
    assert "There is a problem" not in text
    second = {"child-2-name": "Ty Bright", "child-2-age": "0", "children": "2"}
    assert b"About how many years old" in WebClient().post(REQUEST, typed | second).content
    (form,) = waiting()
    assert [each["age"] for each in form.payload["children"]] == ["", "0"]
    said = dict(answers(form.payload, form.received_at))
    assert (said["children-1-how_old"], said["children-1-age"]) == (["about"], ["0"])
    assert (said["children-0-how_old"], said["children-0-birth_date-year"]) == (["date"], ["2017"])


def test_the_answer_says_nothing_of_whether_a_child_is_known() -> None:
    child, _ = contacted(on=london_today())

    def text(name: str) -> str:
        page = hidden(WebClient().get(REQUEST), "ticket")
        found = WebClient().post(REQUEST, {**WORRY, **page, "child-1-name": name}).content.decode()
        return re.sub(r"nonce=\"[^\"]*\"|[2-9A-Z]{4}-[2-9A-Z]{4}", "", found).replace(name, "")

    with as_builder():
        known = str(Person.objects.get(pk=child))
    assert text(known) == text("Nobody Here")


@pytest.mark.parametrize(
    ("remote", "passed", "sender"),
    [
        ("127.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7"),  # what the sender wrote stands first
        ("127.0.0.1", "203.0.113.7, 127.0.0.1", "203.0.113.7"),
        ("203.0.113.7", "198.51.100.1", "203.0.113.7"),  # no proxy of ours passed it on
        ("127.0.0.1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("127.0.0.1", "::ffff:203.0.113.7", "203.0.113.7"),  # as a proxy for both kinds of address says it
        ("127.0.0.1", "", ""),
        ("127.0.0.1", "unknown", ""),
        ("", "", ""),  # a socket that says nothing
    ],
)
def test_nobody_chooses_the_address_under_which_their_forms_are_counted(
    rf: Any, remote: str, passed: str, sender: str
) -> None:
    headers = {"X-Forwarded-For": passed} if passed else {}
    assert sender_of(rf.post("/", REMOTE_ADDR=remote, headers=headers)) == sender
