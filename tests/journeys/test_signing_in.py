"""Signing in with a password and a one-time code."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys.conftest import give_code, give_password_and_code

ACCOUNT = "personal.adviser"


def problem(page: Page) -> str:
    return page.get_by_role("alert").inner_text()


def test_what_is_wrong_is_said_without_saying_who_is_known_and_what_is_right_leads_to_my_work(
    site: str, new_context: Any
) -> None:
    page = new_context(base_url=site).new_page()
    page.goto("/")
    refused = []
    for email in (f"{ACCOUNT}@eastmere.example", "nobody@eastmere.example"):
        page.get_by_label("Email address").fill(email)
        page.get_by_label("Password", exact=True).fill("not the password")
        page.get_by_role("button", name="Sign in", exact=True).click()
        refused.append(problem(page))
    assert refused[0] == refused[1]
    assert "Check your email address and password" in refused[0]

    page.get_by_label("Email address").fill(f"{ACCOUNT}@eastmere.example")
    page.get_by_label("Password", exact=True).fill(page.locator("details strong").first.inner_text())
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_label("Code from your app").fill("000000")
    page.get_by_role("button", name="Continue").click()
    assert "Check the code" in problem(page)
    page.goto("/")
    expect(page.get_by_role("heading", name="My work", level=1)).to_have_count(0)

    give_code(page)
    expect(page.get_by_role("heading", name="My work", level=1)).to_be_visible()


def test_an_address_of_a_record_asks_who_it_is_and_then_leads_to_the_record(site: str, new_context: Any) -> None:
    page = new_context(base_url=site).new_page()
    page.goto("/people/add/")
    give_password_and_code(page, "business.support")
    expect(page.get_by_role("heading", name="Add a child", level=1)).to_be_visible()


def test_the_menu_folds_on_a_phone_and_signing_out_ends_the_session_on_every_page(site: str, new_context: Any) -> None:
    page = new_context(base_url=site).new_page()
    page.goto("/")
    give_password_and_code(page, "virtual.school")
    place = page.get_by_role("navigation", name="Main").get_by_role("link", name="My work")
    expect(place).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 800})
    expect(place).to_be_hidden()
    page.get_by_text("Menu").click()
    expect(place).to_be_visible()
    page.get_by_text("Your account: Hannah Feld").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").click()
    page.goto("/")
    expect(page.get_by_role("heading", name="Sign in", level=1)).to_be_visible()
