"""A note that an email fills in: nothing typed is written over or lost, and what came with it is filed with it."""

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sightline.foundation.documents.models import StoredFile
from sightline.foundation.notes.models import Noted
from tests.architecture.matrix.filling import FormReader
from tests.builders.child_protection import family
from tests.builders.emails import eml, msg
from tests.builders.workforce import as_builder
from tests.foundation.notes.pages import NOTE, opened, record_address, text_of

pytestmark = pytest.mark.django_db
FILL_IN = {"save_for_later": "email"}
LETTER = {"letter.txt": b"A letter."}


def upload(name, content):
    return {"file": SimpleUploadedFile(name, content)}


def boxes(response):
    """What stands in the boxes of a form."""
    reader = FormReader()
    reader.feed(text_of(response))
    return {name: question.value.strip() for form in reader.forms for name, question in form.items()}


@pytest.fixture
def form(client_of):
    """A worker's form for a note about three children, opened."""
    home = family(3)
    client, url = client_of(home.worker), record_address(*home.children)
    return client, url, opened(client.get(url)), home


@pytest.mark.parametrize(
    ("name", "content"), [("late.eml", eml(attachments=LETTER)), ("late.msg", msg(attachments=LETTER))]
)
def test_an_email_fills_in_a_note_about_three_and_is_filed_with_what_came_with_it(form, name, content):
    client, url, hidden, home = form
    filled = client.post(url, {**hidden, **FILL_IN, **upload(name, content)})
    said = boxes(filled)
    assert "jo.carr@school.example" in said["with_whom"]
    assert said["account"] == "Subject: Attendance\n\nLate three times."
    assert [said[f"happened_on-{part}"] for part in ("day", "month", "year")] == ["1", "6", "2026"]
    assert (said["happened_at"], said["kind"]) == ("10:30", "email")
    assert "There is a problem" not in text_of(filled)
    answers = {key: said[key] for key in NOTE} | {"kind": "email"}
    done = client.post(url, {**opened(filled), **answers})
    assert done.status_code == 302, done.content.decode()
    with as_builder():
        assert Noted.objects.filter(kind="email").count() == 3
        filed = StoredFile.objects.filter(person=home.children[0]).order_by("name")
        assert {(each.name, str(each.happened)) for each in filed} == {
            (each, "2026-06-01") for each in (name, "letter.txt")
        }
        assert StoredFile.objects.count() == 6
        noted = Noted.objects.get(child=home.children[0])
    text = text_of(client.get(f"/notes/children/{home.children[0]}/{noted.pk}/"))
    assert "letter.txt" in text
    assert name in text


def test_what_was_typed_is_never_written_over(form):
    client, url, hidden, _ = form
    typed = {"account": "My own words", "with_whom": "Ms Carr"}
    said = boxes(client.post(url, {**hidden, **typed, **FILL_IN, **upload("late.eml", eml())}))
    assert (said["account"], said["with_whom"], said["happened_at"]) == ("My own words", "Ms Carr", "10:30")


def test_an_email_that_was_read_is_not_read_again_when_boxes_are_emptied(form):
    client, url, hidden, _ = form
    filled = client.post(url, {**hidden, **FILL_IN, **upload("late.eml", eml(attachments=LETTER))})
    text = text_of(filled)
    remove = re.search(r'value="(file:[^"]+)"[^>]*>\s*Remove letter.txt', text)
    assert remove, "a button to leave out what came with the email"
    again = client.post(url, {**opened(filled), "account": "", "remove_one": remove[1]})
    assert boxes(again)["account"] == ""
    assert "letter.txt" not in text_of(again)


@pytest.mark.parametrize("button", [FILL_IN, {}])
@pytest.mark.parametrize(
    ("name", "content"),
    [("late.msg", msg()[:2048]), ("late.msg", b"not an email"), ("late.eml", eml(attachments={"run.exe": b"MZ"}))],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence_and_nothing_typed_is_lost(form, name, content, button):
    client, url, hidden, home = form
    answers = {**hidden, **NOTE, "account": "Typed <before>", **button, **upload(name, content)}
    refused = client.post(url, answers)
    assert boxes(refused)["account"] == "Typed <before>"
    assert re.search(r"(damaged|older Office|cannot be read|inside it is plain text|could run)", text_of(refused))
    with as_builder():
        assert not Noted.objects.exists()
        assert not StoredFile.objects.filter(person=home.children[0]).exists()


@pytest.mark.parametrize("named", ["..", "a/", "../../late"])
def test_an_attachment_whose_name_is_a_way_is_filed_under_a_plain_one(form, named):
    client, url, _, home = form
    content = eml(attachments={"way.txt": b"A letter."}).replace(b"way.txt", named.encode())
    filled = client.post(url, {**form[2], **FILL_IN, **upload("late.eml", content)})
    assert client.post(url, {**opened(filled), **NOTE}).status_code == 302
    with as_builder():
        names = {each.name for each in StoredFile.objects.filter(person=home.children[0])}
    assert names in ({"late.eml", "document.txt"}, {"late.eml", "late.txt"}, {"late.eml", "a.txt"})


def test_an_attachment_that_cannot_be_kept_is_told_and_the_email_is_filed(form):
    client, url, hidden, home = form
    content = eml(attachments={"old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)})
    filled = client.post(url, {**hidden, **FILL_IN, **upload("late.eml", content)})
    assert "“old.doc” is not filed apart from the email" in html.unescape(text_of(filled))
    assert client.post(url, {**opened(filled), **NOTE}).status_code == 302
    with as_builder():
        assert [each.name for each in StoredFile.objects.filter(person=home.children[0])] == ["late.eml"]


def test_a_long_email_is_cut_in_the_note_and_whole_in_the_file(form):
    client, url, hidden, _ = form
    said = boxes(client.post(url, {**hidden, **FILL_IN, **upload("late.eml", eml(text="word " * 5000))}))
    assert said["account"].endswith("(The email goes on. The whole of it is in the file.)")
    assert len(said["account"]) < 16_000


def test_a_document_that_is_no_email_is_filed_and_fills_in_nothing(form):
    client, url, hidden, home = form
    saved = client.post(url, {**hidden, **FILL_IN, **upload("letter.txt", b"Dear all")})
    assert boxes(saved)["account"] == ""
    assert client.post(url, {**opened(saved), **NOTE}).status_code == 302
    with as_builder():
        assert StoredFile.objects.filter(person=home.children[0], name="letter.txt").count() == 1
