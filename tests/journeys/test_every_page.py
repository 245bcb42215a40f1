"""Every page that a role can reach by links: accessible, narrow enough, without an error, and fit to be printed."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Journey
from tests.journeys.doing import open_record, side

KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=/timescales/)[a-z0-9_]+|\d+")
SAME_FORM = re.compile(  # of whatever is told of a person: one asks why it ended, one asks what it was recorded with
    r"(?<=/people/\*/)(?!warning/)[a-z-]+(?=/\*/(end|correct)/$)"
)
OF_THE_CHILD = re.compile(r"(?<=/people/children/\*/)record/([a-z-]+)/$")  # asks what the form about any person asks
AXE = Axe()
RUN_AXE = "([where, what]) => axe.run(where, {resultTypes: ['violations'], ...what}).then(found => found.violations)"
WIDE, NARROW = 1280, 320
ONLY_NARROW = ".sl-navigation__fold, .sl-side-navigation__fold, .sl-table__label"  # what has colours of its own there
EVERYTHING: dict[str, Any] = {}
ALL_BUT_COLOURS = {"rules": {"color-contrast": {"enabled": False}}}  # the rest is coloured as it is when wide
COLOURS = {"runOnly": ["color-contrast"]}
NOT_PAGES = ("/open", "/locked/")
ACCOUNTS = [  # from whom most can be reached to whom least; a page that was looked at once is not looked at again
    "social.worker",
    "team.manager",
    "data.protection",
    "user.administrator",
    "director",
    "duty",
    "service.manager",
    "assistant",
    "out.of.hours",
    "chair",
    "personal.adviser",
    "virtual.school",
    "fostering",
    "auditor",
    "legal",
    "business.support",
    "analyst",
    "inspector",
]


@pytest.fixture(scope="module")
def looked_at() -> set[str]:
    """The kinds of page looked at so far, by their address without keys."""
    return set()


def kind(address: str) -> str:
    page = KEY.sub("*", address.split("?")[0].split("#")[0])
    return SAME_FORM.sub("*", OF_THE_CHILD.sub(r"people/*/\1/record/", page))


def pages(page: Page, site: str, looked_at: set[str]) -> Iterator[str]:
    """Open every kind of page that links lead to from My work, one of each kind; My work of everybody.

    A link that downloads a file leads to no page.
    """
    waiting = [f"{site}/"]
    mine = set(looked_at) - {kind(waiting[0])}
    while waiting:
        address = waiting.pop(0)
        if kind(address) in mine or address.split("?")[0].endswith(NOT_PAGES):
            continue
        mine.add(kind(address))
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, f"{address} answers {answer.status}"
        yield address
        links = page.locator("a[href]:not([download])").evaluate_all("all => all.map(each => each.href)")
        waiting += [each for each in links if each.startswith(f"{site}/")]
    looked_at |= mine


def said_by(page: Page) -> list[str]:
    """What the browser complains of on a page, collected as it goes."""
    said: list[str] = []
    page.on("console", lambda told: said.append(told.text) if told.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def faults(page: Page) -> list[str]:
    """What axe finds, and what is wider than the screen, at each width."""
    page.evaluate(AXE.axe_script)
    found = seen_at(page, WIDE, [("html", EVERYTHING)])
    only = [(ONLY_NARROW, COLOURS)] if page.locator(ONLY_NARROW).count() else []
    return [*found, *seen_at(page, NARROW, [("html", ALL_BUT_COLOURS), *only])]


def seen_at(page: Page, width: int, runs: list[tuple[str, dict[str, Any]]]) -> list[str]:
    """What axe finds at a width, looking at parts of the page with some of its rules, and whether the page is wider."""
    page.set_viewport_size({"width": width, "height": 900})
    violations = [each for where, what in runs for each in page.evaluate(RUN_AXE, [where, what])]
    found = [f"{width}: {each['id']}: {each['nodes'][0]['html']}" for each in violations]
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [*found, f"{width}: {wide} pixels wide"] if wide > width else found


@pytest.mark.parametrize("account", ACCOUNTS)
def test_axe_finds_nothing_and_nothing_is_too_wide_nor_complains(
    signed_in: Journey, site: str, looked_at: set[str], account: str
) -> None:
    page: Any = signed_in(account)
    said, found = said_by(page), {}
    for address in pages(page, site, looked_at):
        complaints = [*said, *faults(page)]
        said.clear()
        if complaints:
            found[kind(address)] = complaints
    assert found == {}


def test_a_printed_record_is_without_navigation(signed_in: Journey) -> None:
    page = signed_in("social.worker")
    page.goto("/")
    name = page.get_by_role("region", name="What you owe").get_by_role("heading").get_by_role("link").first.inner_text()
    open_record(page, name)
    page.emulate_media(media="print")
    is_fit_to_print(page, name)
    page.emulate_media(media="screen")
    side(page, "Child protection")
    page.get_by_role("main").get_by_role("link", name="Strategy discussion: ").first.click()
    page.emulate_media(media="print")
    is_fit_to_print(page, name)


def is_fit_to_print(page: Page, name: str) -> None:
    """Whom it is about and what it says, and nothing that can only be clicked."""
    for navigation in page.get_by_role("navigation").all():
        expect(navigation).to_be_hidden()
    expect(page.get_by_role("search")).to_be_hidden()
    expect(page.get_by_text("Record something")).to_be_hidden()
    expect(page.get_by_text(name).first).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
