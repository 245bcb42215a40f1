"""Police notifications as a file: what can be read, who the children are, and that nothing is written twice."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sightline.foundation.access.actions import exclude
from sightline.foundation.access.models import Opening
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.models import Child
from sightline.foundation.delimited import NotReadable
from sightline.foundation.door import Refusal
from sightline.practice.front_door import actions
from sightline.practice.front_door.models import Contact, ContactReferrer, PoliceFile, PoliceLine, ReceivedContact
from sightline.practice.front_door.rules.police_file import read, restored
from tests.builders.people import child
from tests.builders.workforce import BUILDER, as_builder, practitioner
from tests.practice.child_protection.pages import ticket

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 4)
HEAD = "Reference,Happened,What happened,Family name,Given names,Birth date,Safe now,Officer,Telephone"
LINE = (
    "EP/{n},03/06/2026 22:15,Shouting heard; the child hid.,{family},{given},14/02/2015,{safe},PC Hall 417,01632 960700"
)
MOST_QUERIES = 25


def line(n: int = 1, family: str = "Quillfeather", given: str = "Ada", safe: str = "yes") -> str:
    return LINE.format(n=n, family=family, given=given, safe=safe)


def a_file(*lines: str, head: str = HEAD) -> bytes:
    return "\r\n".join((head, *lines)).encode()


def rows(*lines: str, **more: Any) -> Any:
    return read("batch.csv", a_file(*lines, **more), TODAY)


def everything(model: Any) -> list[Any]:
    with as_builder():
        return list(model.objects.all().order_by("recorded_at", "id"))


@pytest.fixture
def duty():
    return practitioner(role="duty")


def send(client: Any, content: bytes, name: str = "batch.csv") -> Any:
    page = client.get("/front-door/police/").content.decode()
    key = page.split('name="key" value="')[1].split('"')[0]
    return client.post(
        "/front-door/police/", {"key": key, "file": SimpleUploadedFile(name, content, "text/csv")}, follow=True
    )


def take_in(client: Any, who: str = "new", *, number: int = 0, **more: str) -> Any:
    """Take in a notification that waits, the first unless said otherwise."""
    key = [each for each in everything(PoliceLine) if not each.settled][number].pk
    page = client.get(f"/front-door/police/{key}/")
    answers = {"who-0": who, "safe_now": "yes"} | more
    return client.post(f"/front-door/police/{key}/", answers | ticket(page), follow=True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_in_the_encodings_that_systems_write(encoding: str) -> None:
    content = a_file(line(given="Zoë")).decode().encode(encoding)
    (found,) = read("batch.csv", content, TODAY)
    assert (found.given_names, found.birth_date, found.safe_now) == ("Zoë", date(2015, 2, 14), "yes")
    assert found.happened_at is not None
    assert found.happened_at.isoformat() == "2026-06-03T22:15:00+01:00"


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_other_separators_are_read(separator: str) -> None:
    content = a_file(line()).decode().replace("; the", " the").replace(",", separator).encode()
    assert read("batch.csv", content, TODAY)[0].family_name == "Quillfeather"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04 xl/workbook", "is a workbook or another document"),
        (b"PK\x03\x04 batch.csv", "is an archive. Unpack it"),
        (b"%PDF-1.7", "is a PDF"),
        (b"\x01\x00\x02\x00", "is not text"),
        (b"<html></html>", "is XML or a web page"),
        (a_file(), "has headings and no lines"),
        (a_file("EP/1,03/06/2026", head="Reference,Happened"), "has no column what_happened"),
        (a_file(line(), head=f"{HEAD},reference"), "has the column reference twice"),
        (a_file(line().replace("03/06/2026 22:15", "the third")), "Line 2 has “the third” for happened"),
        (a_file(line().replace("14/02/2015", "31/02/2015")), "Line 2 has “31/02/2015” for birth_date, which is no day"),
        (a_file(line().replace("03/06/2026 22:15", "05/06/2026")), "lies in the future"),
        (a_file(line(safe="maybe")), "Line 2 says “maybe” for safe_now"),
        (a_file(line(), line().replace("EP/1", "")), "Line 3 has no reference"),
        (a_file(line().replace("Shouting", '"Shouting')), "a quotation mark is not closed"),
        (a_file(line().replace("Shouting", "x" * 9000)), "a cell is too long"),
        (a_file(*(line(n) for n in range(301))), "Send at most 300"),
    ],
)
def test_an_odd_file_is_refused_with_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(NotReadable, match=sentence.replace("(", r"\(")):
        read("batch.csv", content, TODAY)


def test_a_kept_line_is_restored_as_it_was_read() -> None:
    (found,) = rows(line())
    assert restored(found.plain()) == found
    (bare,) = rows("EP/2,03/06/2026,Noise", head="reference,happened,what_happened")
    assert restored(bare.plain()) == bare


def test_ten_notifications_are_read_in_one_go_and_each_is_taken_in(client_of, duty) -> None:
    client = client_of(duty)
    sent = send(client, a_file(*(line(n, family=f"Quillfeather{n}") for n in range(10))))
    assert "10 lines were read. 10 notifications wait to be taken in." in sent.content.decode()
    assert everything(Contact) == [], "nothing is recorded before a person said who the children are"
    for left in reversed(range(10)):
        page = take_in(client).content.decode()
        assert (f"{left} still wait" if left else "None waits any more") in page
    contacts = everything(Contact)
    assert len({each.child_id for each in contacts}) == 10
    assert {(each.kind, each.came_by) for each in everything(ReceivedContact)} == {("police", "police_file")}
    assert {each.name for each in everything(ContactReferrer)} == {"PC Hall 417"}
    assert {str(each.said) for each in everything(PoliceLine)} == {"{}"}, "the words stand in the record only"


def test_a_file_and_a_line_are_taken_once(client_of, duty) -> None:
    client = client_of(duty)
    send(client, a_file(line(1), line(2)))
    assert "was sent before" in send(client, a_file(line(1), line(2))).content.decode()
    later = send(client, a_file(line(2), line(3)), "later.csv").content.decode()
    assert "1 of its lines had been sent before" in later
    assert (len(everything(PoliceFile)), len(everything(PoliceLine))) == (2, 3)


def test_two_lines_of_one_reference_are_one_contact_about_two_children(client_of, duty) -> None:
    client = client_of(duty)
    send(client, a_file(line(1, given="Ada"), line(1, given="Bo")))
    take_in(client, **{"who-1": "new"})
    assert len(everything(Contact)) == 2
    assert len(everything(ReceivedContact)) == 1


def test_a_known_child_is_matched_only_by_a_persons_decision_and_the_opening_is_logged(client_of, duty) -> None:
    known = child("Ada", "Quillfeather", birth_date=date(2015, 2, 14))
    client = client_of(duty)
    send(client, a_file(line()))
    page = client.get(f"/front-door/police/{everything(PoliceLine)[0].pk}/").content.decode()
    assert str(known.pk) in page
    assert "checked" not in page, "nothing is chosen beforehand"
    take_in(client, str(known.pk))
    (contact,) = everything(Contact)
    assert contact.child_id == known.pk
    assert [each.reason_code for each in everything(Opening)] == ["new_contact"]


def test_whom_a_reader_may_not_know_of_is_not_offered(client_of, duty) -> None:
    known = child("Ada", "Quillfeather", birth_date=date(2015, 2, 14))
    with as_builder():
        said = {"reason": "Her own family is concerned.", "on": date(2026, 1, 5)}
        exclude(person=known.pk, practitioner=duty.pk, by=BUILDER, **said)
    client = client_of(duty)
    send(client, a_file(line()))
    assert str(known.pk) not in client.get(f"/front-door/police/{everything(PoliceLine)[0].pk}/").content.decode()
    refused = take_in(client, str(known.pk)).content.decode()
    assert "There is a problem" in refused
    assert everything(Contact) == []


def test_a_child_nobody_named_is_begun_without_a_name(client_of, duty) -> None:
    client = client_of(duty)
    send(client, a_file("EP/7,03/06/2026,A child alone in the park.", head="reference,happened,what_happened"))
    take_in(client, safe_now="no", done_now="An officer stays with her.")
    with as_builder():
        assert str(Child.objects.get(pk=everything(Contact)[0].child_id)) == "Child of notification EP/7"


def test_what_was_settled_meanwhile_is_not_settled_again(client_of, duty) -> None:
    client = client_of(duty)
    send(client, a_file(line()))
    key = everything(PoliceLine)[0].pk
    page = client.get(f"/front-door/police/{key}/set-aside/")
    client.post(f"/front-door/police/{key}/set-aside/", {"why": "Another authority."} | ticket(page))
    with as_builder(), pytest.raises(Refusal, match="before you"):
        actions.set_aside_police(lines=[key], why="Again.", by=BUILDER)
    assert "taken in or set aside already" in client.get(f"/front-door/police/{key}/", follow=True).content.decode()


def test_a_notification_of_which_one_line_was_settled_meanwhile_is_looked_at_again(client_of, duty) -> None:
    send(client_of(duty), a_file(line(1, given="Ada"), line(1, given="Bo")))
    first, second = (each.pk for each in everything(PoliceLine))
    with as_builder():
        actions.set_aside_police(lines=[first], why="Another authority.", by=BUILDER)
        with pytest.raises(Refusal, match="before you"):
            actions.set_aside_police(lines=[first, second], why="Both.", by=BUILDER)


def test_only_those_who_allocate_read_what_the_police_sent(client_of, duty) -> None:
    send(client_of(duty), a_file(line()))
    key = everything(PoliceLine)[0].pk
    worker = client_of(practitioner())
    assert worker.get("/front-door/police/").status_code == 404
    assert worker.get(f"/front-door/police/{key}/").status_code == 404


def test_the_pages_ask_few_questions(client_of, duty, django_assert_max_num_queries) -> None:
    client = client_of(duty)
    send(client, a_file(*(line(n) for n in range(10)), line(0, given="Bo"), line(0, given="Cy")))
    for address in ("/front-door/police/", f"/front-door/police/{everything(PoliceLine)[0].pk}/"):
        with django_assert_max_num_queries(MOST_QUERIES):
            client.get(address)


@pytest.mark.parametrize(
    "content",
    [
        "\ufeff".encode("utf-8"),
        "\ufeff".encode("utf-16"),
        "\u00a0\u2028".encode("utf-8"),
        a_file(line(given="A\x00da")).decode().encode("utf-16"),
        a_file(*[""] * 40_000, line()),
        a_file(line(given="\x1fAda")),
    ],
)
def test_a_file_made_to_break_the_page_is_answered_in_a_sentence(client_of, duty, content: bytes) -> None:
    answer = send(client_of(duty), content)
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ada", "Ada" * 200),
        ("Quillfeather", "Q" * 600),
        ("PC Hall 417", "PC Hall " * 90),
        ("01632 960700", "01632 960700 " * 9),
        ("EP/1", "EP/" + "1" * 500),
    ],
)
def test_a_line_with_more_than_a_record_holds_is_taken_in_or_refused_when_it_is_sent(client_of, duty, old, new) -> None:
    client = client_of(duty)
    answer = send(client, a_file(line().replace(old, new)))
    if "Line 2" not in answer.content.decode():
        answer = take_in(client)
        assert answer.status_code == 200
        assert not [each for each in everything(PoliceLine) if not each.settled]


def test_signs_that_nobody_sees_are_not_taken_into_a_name() -> None:
    (found,) = rows(line(given="A\x01d\u202ea\u00a0Jo"))
    assert found.given_names == "Ada Jo"


def test_a_contact_came_when_the_police_sent_it_not_when_it_happened(client_of, duty) -> None:
    client = client_of(duty)
    send(client, a_file(line()))
    take_in(client)
    (notification,), (contact,) = everything(PoliceLine), everything(Contact)
    assert contact.happened_at == notification.recorded_at
    assert contact.happened == london_today(notification.recorded_at)
    assert "When: 3 June 2026 at 22:15" in contact.what_about
