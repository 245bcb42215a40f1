"""What was typed outlives the connection, the page, the session and the machine it was typed on."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from sightline.demo.sign_ins import PASSWORD
from sightline.foundation.calendar.instants import london_today
from tests.journeys.conftest import Journey, give_password_and_code
from tests.journeys.doing import Brothers, answer_discussion, begin_discussion, families

STORED_HERE = """async () => ({
    local: Object.entries(localStorage).join(), session: Object.entries(sessionStorage).join(),
    databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
})"""
NOTHING = {"local": "", "session": "", "databases": 0, "caches": 0}


def saved(page: Page) -> None:
    expect(page.locator("[data-autosave-text]")).to_contain_text("Saved ", timeout=40_000)


def family_of(page: Page) -> Brothers:
    return families(page, 2, owing=True)[0]


def test_a_lost_connection_is_said_and_the_text_is_found_in_my_work_on_another_machine(
    site: str, signed_in: Journey, new_context: Any
) -> None:
    page = signed_in("worker.5")
    children = family_of(page)
    begin_discussion(page, children)
    why = page.get_by_label("Why?", exact=True).first
    why.fill("Gran rang at five. ")
    saved(page)
    page.context.set_offline(True)
    why.press_sequentially("She saw a burn on his hand.")
    expect(page.locator("[data-autosave-text]")).to_contain_text("Not saved: no connection")
    page.context.set_offline(False)
    saved(page)
    assert page.evaluate(STORED_HERE) == NOTHING
    page.close()

    elsewhere = new_context(base_url=site).new_page()
    elsewhere.goto("/")
    give_password_and_code(elsewhere, "worker.5")
    elsewhere.get_by_role("region", name="Your drafts").get_by_role("link").first.click()
    expect(elsewhere.get_by_label("Why?", exact=True).first).to_have_value(
        "Gran rang at five. She saw a burn on his hand."
    )
    expect(elsewhere.get_by_role("main")).to_contain_text(children.names[1])


def test_what_is_sent_after_the_session_ended_is_kept_and_signing_in_leads_back_to_it(
    site: str, new_context: Any
) -> None:
    context = new_context(base_url=site)
    page = context.new_page()
    page.goto("/")
    give_password_and_code(page, "worker.9")
    begin_discussion(page, family_of(page))
    answer_discussion(page, london_today(), "Written while the session ended.")
    context.clear_cookies(name=re.compile("session"))
    page.get_by_role("button", name="Record the discussion").click()
    give_password_and_code(page, "worker.9")
    expect(page.get_by_label("Why?", exact=True).first).to_have_value("Written while the session ended.")


def test_a_page_left_alone_hides_itself_and_opens_again_in_place_with_the_text(signed_in: Journey) -> None:
    page = signed_in("worker.8")
    children = family_of(page)
    page.clock.install()
    begin_discussion(page, children)
    why = page.get_by_label("Why?", exact=True).first
    why.fill("Mum did not open the door.")
    page.clock.fast_forward("16:00")
    lock = page.get_by_role("dialog")
    expect(lock).to_be_visible()
    expect(page.get_by_role("main")).to_be_hidden()
    lock.get_by_label("Password").fill("not the password")
    lock.get_by_label("Password").press("Enter")
    expect(lock).to_contain_text("Check your password")
    lock.get_by_label("Password").fill(PASSWORD)
    lock.get_by_label("Password").press("Enter")
    expect(lock).to_be_hidden()
    expect(why).to_have_value("Mum did not open the door.")
    page.clock.run_for(5_000)
    saved(page)
