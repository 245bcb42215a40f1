"""Documents of a record: filed once, opened only through the record, never shown by the browser."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.documents import storage, tickets
from sightline.foundation.documents.models import Draft, DraftFile, FinishedDraft, StoredFile
from sightline.foundation.documents.tasks import reconcile_files
from tests.builders import files, workforce
from tests.builders.documents import person
from tests.foundation.documents.pages import Page

pytestmark = pytest.mark.django_db
MOST_QUERIES = 28  # of a page of the record, with three that only the test client needs
ABOUT = {"about": "School report", "received_from": "Head teacher", "received_on-day": "2", "received_on-month": "3"}
ABOUT |= {"received_on-year": "2026"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Any) -> Path:
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": "x", "OPTIONS": {"location": tmp_path}}}
    return tmp_path


@pytest.fixture
def worker() -> Any:
    return workforce.practitioner()


@pytest.fixture
def child(worker: Any) -> Any:
    key = person()
    workforce.involve(key, practitioner=worker)
    return key


@pytest.fixture
def filing(client_of: Callable[..., Any], worker: Any, child: Any) -> Page:
    return Page(client_of(worker), f"/people/children/{child}/documents/file/")


def upload(content: bytes = files.PDF, name: str = "report.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def filed(filing: Page, content: bytes = files.PDF, name: str = "report.pdf") -> StoredFile:
    assert filing.send(document=upload(content, name), **ABOUT).status_code == 302
    return StoredFile.objects.latest("recorded_at")


def bytes_on_disk() -> list[bytes]:
    return [path.read_bytes() for path in storage.stored()]


def test_a_document_is_filed_with_where_it_came_from(filing: Page, child: Any) -> None:
    file = filed(filing)
    assert (file.title, file.received_from, str(file.happened)) == ("School report", "Head teacher", "2026-03-02")
    assert (file.name, file.kind, file.size, file.person_id) == ("report.pdf", "pdf", len(files.PDF), child)
    assert bytes_on_disk() == [files.PDF]
    assert DraftFile.objects.count() == Draft.objects.count() == 0
    listed = filing.client.get(f"/people/children/{child}/documents/").content.decode()
    assert "School report" in listed
    assert "Head teacher" in listed


def test_its_name_on_disk_says_nothing(filing: Page, folder: Path) -> None:
    filed(filing)
    [path] = storage.stored()
    assert storage.NAME.fullmatch(path.name)
    assert path.stat().st_mode & 0o077 == 0


def test_a_document_is_saved_and_never_shown_by_the_browser(filing: Page, child: Any) -> None:
    file = filed(filing, name="Zoë’s report.pdf")
    response = filing.client.get(f"/people/children/{child}/documents/{file.pk}/open")
    assert response.content == files.PDF
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''Zo%C3%AB")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Cache-Control"] == "no-store"


def test_opening_a_document_is_in_the_read_log(filing: Page, child: Any) -> None:
    file = filed(filing)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_trail_readevent WHERE false")
        filing.client.get(f"/people/children/{child}/documents/{file.pk}/open")
        cursor.execute("SELECT opened FROM audit_trail_readevent WHERE route LIKE %s", [f"%{file.pk}/open"])
        assert (child,) in cursor.fetchall()


def test_a_document_is_not_there_for_anybody_who_may_not_open_the_record(
    filing: Page, child: Any, client_of: Callable[..., Any]
) -> None:
    file = filed(filing)
    stranger = client_of(workforce.practitioner(role="assistant"))
    refused = stranger.get(f"/people/children/{child}/documents/{file.pk}/open")
    absent = stranger.get(f"/people/children/{uuid4()}/documents/{uuid4()}/open")
    assert refused.status_code == absent.status_code == 404
    assert refused.content == absent.content


def test_a_document_of_one_child_is_not_reached_through_another(filing: Page, child: Any, worker: Any) -> None:
    file = filed(filing)
    other = person("Robin")
    workforce.involve(other, kind="co_worker", practitioner=worker)
    assert filing.client.get(f"/people/children/{other}/documents/{file.pk}/open").status_code == 404
    assert filing.client.get(f"/people/children/{other}/documents/{file.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("report.pdf", files.jpeg(), "Rename it so that it ends in .jpg"),
        ("report.pdf", b"", "empty"),
        ("page.html", b"<html></html>", "web page"),
        ("macro.docx", files.office(**{"word/vbaProject.bin": b"x"}), "macros"),
        ("big.pdf", b"%PDF-1.4" + bytes(25_000_001), "larger than 25 MB"),
    ],
)
def test_a_file_that_cannot_be_kept_is_refused_in_words_and_the_answers_stay(
    filing: Page, name: str, content: bytes, sentence: str
) -> None:
    response = filing.send(document=upload(content, name), **ABOUT)
    assert response.status_code == 200
    assert sentence in filing.html
    assert "Head teacher" in filing.html
    assert bytes_on_disk() == []


def test_a_name_with_a_path_is_kept_without_it(filing: Page) -> None:
    assert filed(filing, name=r"..\..\secret\report.pdf").name == "report.pdf"


def test_a_file_is_sent_once_even_when_an_answer_is_missing(filing: Page) -> None:
    filing.send(document=upload(), about="School report")
    assert "Enter who the document is from" in filing.html
    assert "Sent: report.pdf (PDF document, 89 bytes)" in filing.html
    assert filing.send(**ABOUT).status_code == 302
    assert StoredFile.objects.get().name == "report.pdf"
    assert bytes_on_disk() == [files.PDF]


def test_a_file_comes_back_with_its_draft(filing: Page) -> None:
    filing.send(document=upload(), about="School report")
    again = Page(filing.client, f"{filing.address}?draft={tickets.read(filing.draft).draft}")
    assert "Sent: report.pdf" in again.html
    assert again.send(**ABOUT).status_code == 302


def test_a_file_can_be_taken_back_before_the_form_is_sent(filing: Page) -> None:
    filing.send(document=upload(), about="School report")
    assert "Remove report.pdf" in filing.html
    filing.send(about="School report", remove_one=f"file:{DraftFile.objects.get().pk}")
    assert "report.pdf" not in filing.html
    filing.send(**ABOUT)
    assert "Choose the document" in filing.html
    assert StoredFile.objects.count() == 0


def test_a_file_of_a_request_that_failed_is_still_there(filing: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    filing.client.raise_request_exception = False
    monkeypatch.setattr("sightline.foundation.documents.actions.filed", lambda *args, **kwargs: 1 / 0)
    assert filing.send(document=upload(), **ABOUT).status_code == 500
    monkeypatch.undo()
    again = Page(filing.client, f"{filing.address}?draft={tickets.read(filing.draft).draft}")
    assert "Sent: report.pdf" in again.html
    assert again.send(**ABOUT).status_code == 302
    assert StoredFile.objects.get().name == "report.pdf"


def test_a_script_may_send_the_file_first(filing: Page) -> None:
    key = tickets.read(filing.draft).draft
    sent = {"ticket": filing.draft, "question": "document", "file": upload()}
    said = filing.client.post(f"/drafts/{key}/file", sent)
    assert said.json()["shown"] == "report.pdf (PDF document, 89 bytes)"
    unasked = {**sent, "question": "a\x00b", "file": upload()}
    assert filing.client.post(f"/drafts/{key}/file", unasked).status_code == 200
    assert filing.send(**ABOUT).status_code == 302
    assert filing.client.post(f"/drafts/{uuid4()}/file", {**sent, "file": upload()}).status_code == 400
    wrong = filing.client.post(f"/drafts/{key}/file", {**sent, "file": upload(b"GIF89a\x01\x00", "a.gif")})
    assert "These can" in wrong.json()["error"]


def test_a_file_sent_by_somebody_else_is_never_seen(filing: Page, child: Any, client_of: Callable[..., Any]) -> None:
    filing.send(document=upload(name="secret.pdf"), about="School report")
    other = workforce.practitioner()
    workforce.involve(child, kind="co_worker", practitioner=other)
    theirs = Page(client_of(other), f"{filing.address}?draft={tickets.read(filing.draft).draft}")
    assert "secret" not in theirs.html


def test_a_damaged_file_is_not_shown_and_said_to_be_damaged(filing: Page, child: Any) -> None:
    file = filed(filing)
    storage.place_of(file.stored_as).write_bytes(b"something else")
    response = filing.client.get(f"/people/children/{child}/documents/{file.pk}/open")
    assert response.status_code == 503
    assert "cannot be opened" in response.content.decode()
    storage.place_of(file.stored_as).unlink()
    assert filing.client.get(f"/people/children/{child}/documents/{file.pk}/open").status_code == 503


def test_what_is_said_about_a_document_is_corrected_and_its_old_address_leads_on(filing: Page, child: Any) -> None:
    file = filed(filing)
    correct = Page(filing.client, f"/people/children/{child}/documents/{file.pk}/correct/")
    answer = correct.send(**{**ABOUT, "about": "Spring report"}, reason="Wrong title")
    old = filing.client.get(f"/people/children/{child}/documents/{file.pk}/")
    assert old["Location"] == answer["Location"]
    shown = filing.client.get(answer["Location"]).content.decode()
    assert "Spring report" in shown
    assert "Wrong title" in shown
    assert bytes_on_disk() == [files.PDF]


def test_a_document_filed_by_mistake_is_withdrawn_and_cannot_be_opened(filing: Page, child: Any) -> None:
    file = filed(filing)
    withdraw = Page(filing.client, f"/people/children/{child}/documents/{file.pk}/withdraw/")
    assert withdraw.send(reason="About another child").status_code == 302
    listed = filing.client.get(f"/people/children/{child}/documents/").content.decode()
    assert "About another child" in listed
    assert filing.client.get(f"/people/children/{child}/documents/{file.pk}/open").status_code == 404
    assert filing.client.get(f"/people/children/{child}/documents/{file.pk}/").status_code == 404


def test_the_reconciler_sets_aside_files_that_no_row_names_and_tells_of_rows_without_files(
    filing: Page, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = filed(filing)
    lost = storage.put(b"crashed before its row was written")
    (folder / "incoming" / "half").write_bytes(b"half")
    call_command("reconcile_files", "--older-than-hours", "0")
    assert not storage.place_of(lost).exists()
    assert {path.name for path in storage.unclaimed()} == {lost, "half"}
    storage.place_of(file.stored_as).unlink()
    with pytest.raises(SystemExit):
        call_command("reconcile_files", "--older-than-hours", "0")
    assert str(file.pk) in capsys.readouterr().err


def test_the_list_takes_as_many_queries_for_many_documents_as_for_one(
    filing: Page, child: Any, django_assert_num_queries: Any
) -> None:
    address = f"/people/children/{child}/documents/"
    filed(filing)
    with CaptureQueriesContext(connection) as one:
        filing.client.get(address)
    for_one = len(one)
    for number in range(4):
        filed(Page(filing.client, filing.address), name=f"report {number}.pdf")
    with django_assert_num_queries(for_one):
        filing.client.get(address)
    assert for_one <= MOST_QUERIES


def test_every_night_a_lost_file_is_said_in_the_log(filing: Page, caplog: pytest.LogCaptureFixture) -> None:
    file = filed(filing)
    reconcile_files(0)
    assert "lost" not in caplog.text
    storage.place_of(file.stored_as).unlink()
    reconcile_files(0)
    assert "documents have lost their files" in caplog.text


def test_a_file_sent_after_the_session_ended_is_kept_with_its_draft(
    filing: Page, worker: Any, client_of: Callable[..., Any]
) -> None:
    filing.client.logout()
    assert filing.send(document=upload(), **ABOUT).status_code == 302
    again = Page(client_of(worker), f"{filing.address}?draft={tickets.read(filing.draft).draft}")
    assert "Sent: report.pdf" in again.html
    assert again.send(**ABOUT).status_code == 302
    assert StoredFile.objects.get().name == "report.pdf"


def test_a_form_with_a_file_sent_twice_files_it_once(filing: Page) -> None:
    first = filing.send(document=upload(), **ABOUT)
    assert filing.send(document=upload(), **ABOUT)["Location"] == first["Location"]
    FinishedDraft.objects.update(went_to="")
    assert filing.send(document=upload(), **ABOUT).status_code == 302
    assert StoredFile.objects.count() == 1
    assert DraftFile.objects.count() == 0


def test_a_file_sent_from_a_page_that_lost_is_kept(filing: Page) -> None:
    filing.save(about="One")
    key = tickets.read(filing.draft).draft
    other = Page(filing.client, f"{filing.address}?draft={key}")
    other.save(about="Two")
    assert filing.send(document=upload(), **ABOUT).status_code == 303
    assert DraftFile.objects.get().draft_id == key
