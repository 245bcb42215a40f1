"""A form that saves itself: the line that says so, and what happens when it cannot."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.ui.pages import PASSWORD, Server

TEXT = "Gran rang at nine. She is worried about the stairs."


@pytest.fixture
def form(page: Page, address: str, server: Server) -> Page:
    """The form, open, with time under the test's hand."""
    page.clock.install()
    page.goto(address, wait_until="networkidle")
    return page


def soon(true: Callable[[], bool]) -> bool:
    """Whether something becomes true within five seconds."""
    until = time.monotonic() + 5
    while not true() and time.monotonic() < until:
        time.sleep(0.02)
    return true()


def known(page: Page) -> Locator:
    return page.get_by_label("What is known, and how do we know?")


def line(page: Page) -> Locator:
    return page.locator("[data-autosave-text]")


def test_what_is_typed_is_saved_two_seconds_after_the_last_key(form: Page, server: Server) -> None:
    known(form).press_sequentially(TEXT)
    form.clock.run_for(1900)
    assert server.version == 0
    form.clock.run_for(200)
    expect(line(form)).to_have_text("Saved 10:43")
    assert server.saved["what_is_known"] == TEXT
    assert server.saved["csrfmiddlewaretoken"]
    assert server.idle == "2"


def test_the_line_is_announced_and_the_form_carries_its_draft(form: Page, server: Server) -> None:
    known(form).fill(TEXT)
    form.clock.run_for(2100)
    expect(form.locator("#announcements")).to_have_text("Saved 10:43")
    expect(form.locator("input[name=draft]")).to_have_value("a-draft")
    expect(form.locator("input[name=draft_version]")).to_have_value("1")


def test_someone_who_never_stops_typing_is_saved_every_fifteen_seconds(form: Page, server: Server) -> None:
    for _ in range(16):
        known(form).press("a")
        form.clock.run_for(1000)
    expect(line(form)).to_have_text("Saved 10:43")


def test_a_lost_connection_is_said_and_tried_again(form: Page, server: Server) -> None:
    form.context.set_offline(True)
    known(form).fill(TEXT)
    form.clock.run_for(2100)
    expect(line(form)).to_have_text("Not saved: no connection. Keep this page open; we try again.")
    form.context.set_offline(False)
    form.clock.run_for(5100)
    expect(line(form)).to_have_text("Saved 10:43")
    assert server.saved["what_is_known"] == TEXT


def test_a_failing_service_is_tried_again(form: Page, server: Server) -> None:
    server.failing = True
    known(form).fill(TEXT)
    form.clock.run_for(2100)
    expect(line(form)).to_contain_text("the service has a problem")
    server.failing = False
    form.clock.run_for(3100)
    expect(line(form)).to_have_text("Saved 10:43")


def test_the_loser_of_a_race_sees_both_texts_and_chooses(form: Page, server: Server) -> None:
    server.conflict = {"what_is_known": "The aunt said no.", "team": "2"}
    known(form).fill(TEXT)
    form.clock.run_for(2100)
    panel = form.get_by_role("group", name="Choose which text to keep")
    expect(panel).to_contain_text(TEXT)
    expect(panel).to_contain_text("The aunt said no.")
    expect(panel).to_contain_text("Assessment team 2")
    panel.get_by_role("button", name="Keep this one for “What is known, and how do we know?”").click()
    panel.get_by_role("button", name="Use this one for “Which team takes this on?”").click()
    expect(line(form)).to_have_text("Saved 10:43")
    assert (server.saved["what_is_known"], server.saved["team"]) == (TEXT, "2")
    assert server.saved["draft_version"] == "9"
    expect(panel).to_have_count(0)


def test_a_locked_session_is_opened_in_place_and_nothing_is_lost(form: Page, server: Server) -> None:
    server.locked = True
    known(form).fill(TEXT)
    form.clock.run_for(2100)
    dialog = form.get_by_role("dialog", name="This page is locked")
    dialog.get_by_label("Password for Amina Yusuf").fill("wrong")
    dialog.get_by_role("button", name="Unlock").click()
    expect(dialog).to_contain_text("That is not your password. Try again.")
    dialog.get_by_label("Password for Amina Yusuf").fill(PASSWORD)
    dialog.get_by_role("button", name="Unlock").click()
    expect(dialog).to_be_hidden()
    expect(known(form)).to_have_value(TEXT)
    expect(line(form)).to_have_text("Saved 10:43")
    assert server.saved["what_is_known"] == TEXT


def test_leaving_the_page_saves_what_is_not_yet_saved(form: Page, server: Server) -> None:
    known(form).fill(TEXT)
    form.goto("about:blank")
    assert soon(lambda: server.saved.get("what_is_known") == TEXT)


def test_sending_waits_for_a_save_that_is_on_its_way(form: Page, server: Server) -> None:
    server.slow = 0.5
    known(form).fill(TEXT)
    form.clock.run_for(2050)
    assert soon(lambda: server.asked == 1)
    form.get_by_role("button", name="Record the discussion").last.click()
    expect(form.get_by_role("heading", name="There is a problem")).to_be_visible()
    assert server.version == server.asked == 1
    expect(known(form)).to_have_value(TEXT)


def test_nothing_typed_is_kept_in_the_browser(form: Page, server: Server) -> None:
    known(form).fill(TEXT)
    form.clock.run_for(2100)
    expect(line(form)).to_have_text("Saved 10:43")
    assert form.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_a_page_left_alone_hides_itself(page: Page, address: str, server: Server) -> None:
    page.clock.install()
    page.goto(address, wait_until="networkidle")
    known(page).fill(TEXT)
    page.clock.run_for(14 * 60_000)
    page.mouse.move(5, 5)  # somebody is there after all
    page.clock.run_for(14 * 60_000)
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.clock.run_for(2 * 60_000)
    expect(page.get_by_role("dialog", name="This page is locked")).to_be_visible()
    expect(known(page)).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_label("Password for Amina Yusuf").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(known(page)).to_have_value(TEXT)
    assert not server.locked
