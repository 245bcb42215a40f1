"""Filing documents, harmless and not."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sightline.foundation.calendar.instants import london_today
from tests.journeys.conftest import Journey
from tests.journeys.doing import families, give_date, open_record

LETTER = b"Dear Ms Hartley,\n\nAttendance this term is 92 per cent.\n"
PROGRAM = b"MZ" + bytes(500)


@pytest.fixture
def form(signed_in: Journey) -> Page:
    """The form that files a document in a child's record."""
    page: Any = signed_in("social.worker")
    open_record(page, families(page, 1)[0].first)
    page.get_by_text("Record something", exact=True).click()
    page.get_by_role("link", name="File a document").click()
    page.get_by_label("What is this document?").fill("Letter from school")
    page.get_by_label("Who is it from?").fill("Mariners Primary School")
    give_date(page.get_by_role("group", name="When did we receive it?"), london_today())
    return page  # type: ignore[no-any-return]


def file(page: Page, name: str, content: bytes) -> None:
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/plain", "buffer": content})
    page.get_by_role("button", name="File the document").click()


def test_a_path_in_the_name_of_a_file_is_left_out_and_the_file_comes_back_as_it_was_sent(form: Page) -> None:
    file(form, "../../../etc/passwd/..\\..\\letter.txt", LETTER)
    expect(form.get_by_role("main")).to_contain_text("Letter from school")
    form.get_by_role("link", name="Letter from school").first.click()
    expect(form.get_by_role("main")).to_contain_text("letter.txt")
    expect(form.get_by_role("main")).not_to_contain_text("..")
    expect(form.get_by_role("main")).not_to_contain_text("etc")
    with form.expect_download() as download:
        form.get_by_role("button", name="Download the document").click()
    assert download.value.path().read_bytes() == LETTER
    assert "/" not in download.value.suggested_filename


def test_a_program_is_refused_with_a_sentence_and_nothing_typed_is_lost(form: Page) -> None:
    file(form, "letter.txt", PROGRAM)
    expect(form.get_by_role("alert")).to_contain_text("could run")
    expect(form.get_by_label("What is this document?")).to_have_value("Letter from school")
