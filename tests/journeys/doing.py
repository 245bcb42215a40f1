"""What people do on the pages, told once for every journey."""

import re
from dataclasses import dataclass
from datetime import date

from playwright.sync_api import Locator, Page, expect

RESTRICTED = "Whitlock"  # a family that only named people may open
EXCLUDED = "Mbeki-Sowerby"  # a family whose record excludes the demonstration's social worker


@dataclass(frozen=True)
class Brothers:
    """Brothers and sisters, as My work names them."""

    names: tuple[str, ...]

    @property
    def first(self) -> str:
        """The one whose record is opened first."""
        return self.names[0]


def families(page: Page, at_least: int, *, owing: bool = False) -> list[Brothers]:
    """Families on My work with so many children whose names nobody else there has.

    Nothing is due about them, unless families about whom something is owed will do, too.
    """
    page.goto("/")
    found: dict[tuple[str, str], list[str]] = {}
    for row in page.get_by_role("table", name="My children").get_by_role("row").all()[1:]:
        cells = row.get_by_role("cell").all_inner_texts()
        name = row.get_by_role("link").inner_text()
        found.setdefault((name.split()[-1], cells[-1]), []).append(name)
    owed = page.get_by_role("region", name="What you owe").inner_text()
    everybody = [name for names in found.values() for name in names]
    own = [
        [name for name in names if everybody.count(name) == 1] for names in found.values()
    ]  # twins not born share one
    return [
        Brothers(tuple(names))
        for names in own
        if len(names) >= at_least and (owing or not any(name in owed for name in names))
    ]


def open_record(page: Page, name: str) -> str:
    """Open the record of somebody on My work; gives its address."""
    page.goto("/")
    page.get_by_role("table", name="My children").get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", name="Overview", level=1)).to_be_visible()
    return page.url


def side(page: Page, words: str) -> None:
    """Go to another page of the record."""
    link = page.get_by_role("navigation", name="This record").get_by_role("link", name=words, exact=True)
    with page.expect_navigation():
        link.click()


def search(page: Page, typed: str) -> Locator:
    """Search from the top of the page; gives the main part of the page of results."""
    page.get_by_role("searchbox").first.fill(typed)
    with page.expect_navigation():
        page.get_by_role("searchbox").first.press("Enter")
    return page.get_by_role("main")


def begin_recording(page: Page, children: Brothers, what: str) -> None:
    """Open the form that records something about brothers and sisters."""
    open_record(page, children.first)
    page.get_by_text("Record something", exact=True).click()
    page.get_by_role("link", name=what, exact=True).click()
    for name in children.names[1:]:
        page.get_by_label(name, exact=True).check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("main")).to_contain_text(children.names[-1])


def begin_discussion(page: Page, children: Brothers) -> None:
    """Open the form of a strategy discussion about brothers and sisters."""
    begin_recording(page, children, "Record a strategy discussion")


def give_date(question: Locator, day: date) -> None:
    """Answer a question about a day."""
    for label, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        question.get_by_label(label, exact=True).fill(str(number))


def answer_discussion(page: Page, on: date, reasons: str) -> None:
    """When a discussion was held, who took part, and the same decision for all of the children."""
    give_date(page.get_by_role("group", name="When was it held?"), on)
    page.get_by_label("By telephone", exact=True).check()
    for agency in ("Children's social care", "Police", "Health"):
        page.get_by_label(agency, exact=True).check()
    page.get_by_label("Begin section 47 enquiries", exact=True).first.check()
    page.get_by_label("Why?", exact=True).first.fill(reasons)


def masked(html: str) -> str:
    """A page without what differs in every answer: tokens."""
    return re.sub(r'(csrfmiddlewaretoken" value=|nonce=)"[^"]*"', r'\1""', html)
