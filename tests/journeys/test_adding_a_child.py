"""Adding a child who may be known already."""

import re
from calendar import month_name
from datetime import date

from playwright.sync_api import expect

from tests.journeys.conftest import Journey
from tests.journeys.doing import families, give_date, open_record, search

MONTHS = list(month_name)


def test_somebody_known_is_shown_first_and_nothing_typed_is_lost_when_it_is_somebody_else(signed_in: Journey) -> None:
    page = signed_in("social.worker")
    known = families(page, 1)[0].first
    open_record(page, known)
    day, month, year = re.findall(r"Born\s+(\d+) (\w+) (\d{4})", page.locator("body").inner_text())[0]
    born = date(int(year), MONTHS.index(month), int(day))
    given, family = known.rsplit(" ", 1)

    search(page, "Zebedee Nobody-Likehim").get_by_role("link", name="Add a child").click()
    page.get_by_label("Given names").fill(given)
    page.get_by_label("Family name").fill(family)
    page.get_by_label("A child or young person").check()
    give_date(page.get_by_role("group", name="Date of birth"), born)
    page.get_by_label("Not known", exact=True).check()
    page.get_by_label("What do people call them").fill("Button")
    alike = page.get_by_role("main").get_by_role("status")
    expect(alike).to_contain_text("Records that may be the same person")
    expect(alike.get_by_role("link", name=known).first).to_have_attribute("target", "_blank")

    page.get_by_role("button", name="Begin the record").click()
    expect(page.get_by_role("alert")).to_contain_text("Look at the records that may be the same person")
    expect(page.get_by_label("What do people call them")).to_have_value("Button")
    expect(page.get_by_label("Given names")).to_have_value(given)
    page.get_by_label("I have looked at these records, and none of them is this person").check()
    page.get_by_role("button", name="Begin the record").click()
    expect(page.get_by_role("heading", name="Overview", level=1)).to_be_visible()
    expect(page.locator("body")).to_contain_text("The record is begun. The team holds it")
    expect(page.locator("body")).to_contain_text("Button")
