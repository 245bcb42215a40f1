"""The gallery as a browser shows it: accessible, on every screen, with and without scripts."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from tests.ui.pages import Server

SEND = "form[data-autosave-url] button[type=submit]"
NewContext = Callable[..., BrowserContext]


def faults(page: Page) -> list[str]:
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_on_any_component_nor_on_a_form_with_problems(
    new_context: NewContext, address: str, server: Server, width: int
) -> None:
    page = new_context(viewport={"width": width, "height": 900}, bypass_csp=True).new_page()
    page.goto(address, wait_until="networkidle")
    assert faults(page) == []
    page.click(SEND)
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    assert faults(page) == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_nothing_is_wider_than_the_screen(new_context: NewContext, address: str, server: Server, width: int) -> None:
    page = new_context(viewport={"width": width, "height": 900}).new_page()
    page.goto(address, wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_page_breaks_no_content_policy_and_no_script_fails(page: Page, address: str, server: Server) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address, wait_until="networkidle")
    page.get_by_label("Other").first.check()
    assert said == []


def test_without_scripts_every_question_can_be_reached_and_sent(
    new_context: NewContext, address: str, server: Server
) -> None:
    page = new_context(java_script_enabled=False, viewport={"width": 390, "height": 900}).new_page()
    page.goto(address)
    expect(page.locator("#id_each-all-other_decision")).to_be_visible()
    expect(page.get_by_role("link", name="Chronology")).to_be_visible()
    page.get_by_label("What is known, and how do we know?").fill("Gran rang.")
    page.click(SEND)
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    expect(page.get_by_label("What is known, and how do we know?")).to_have_value("Gran rang.")


def test_a_press_fills_in_yesterday(page: Page, address: str, server: Server) -> None:
    page.goto(address)
    page.get_by_role("button", name=re.compile("^Yesterday: When was")).first.click()
    day = timezone.localdate() - timedelta(days=1)
    for part in ("day", "month", "year"):
        expect(page.locator(f"input[name=held_on-{part}]")).to_have_value(str(getattr(day, part)))


def test_a_link_in_the_summary_leads_to_its_answer(page: Page, address: str, server: Server) -> None:
    page.goto(address)
    page.click(SEND)
    page.get_by_role("link", name="Enter the date of the discussion").click()
    expect(page.locator("#id_held_on-day")).to_be_focused()


def test_the_record_folds_on_a_phone_and_stands_open_on_a_desk(page: Page, address: str, server: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address, wait_until="networkidle")
    link = page.get_by_role("link", name="Chronology")
    expect(link).to_be_hidden()
    page.get_by_text("This record: Overview").click()
    expect(link).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(link).to_be_visible()


def test_print_hides_navigation(page: Page, address: str, server: Server) -> None:
    page.goto(address)
    page.emulate_media(media="print")
    expect(page.get_by_role("search")).to_be_hidden()
    expect(page.get_by_role("link", name="Chronology")).to_be_hidden()
    expect(page.get_by_role("heading", name="Timeline")).to_be_visible()
