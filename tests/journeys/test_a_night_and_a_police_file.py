"""A file of the police is taken in, ten notifications in one go, and the morning page clears the night."""

import re

from playwright.sync_api import Page, expect

from sightline.foundation.calendar.instants import london_today
from tests.journeys.conftest import Journey

TEN = 10
HEAD = "reference,happened,what_happened,family_name,given_names,birth_date,safe_now"
NEXT_STEP = "Tom visits at four, with the police report."


def test_a_police_file_of_ten_is_taken_in_and_the_morning_page_clears_the_night(signed_in: Journey) -> None:
    duty, manager = signed_in("duty"), signed_in("team.manager")
    send_file(duty)
    expect(duty.locator("body")).to_contain_text(f"{TEN} lines were read.")
    taken = take_in_everything(duty)
    assert taken >= TEN
    duty.goto("/front-door/?kind=police")
    expect(duty.get_by_role("table", name="Contacts")).to_contain_text("Journey0 Fennimore")

    manager.goto("/front-door/morning/")
    late = manager.locator(".govuk-error-summary")
    waiting = manager.get_by_role("link", name="Take it over")
    before = waiting.count()
    assert before >= 1
    if late.count():
        expect(late.first).to_contain_text("Ring:")
    waiting.first.click()
    expect(manager.get_by_role("main")).to_contain_text("What was done")
    manager.get_by_label("What happens today, and who does it?").fill(NEXT_STEP)
    manager.get_by_role("button", name="Take it over").dblclick()
    expect(manager.locator("body")).to_contain_text("You took it over.")
    expect(manager.get_by_role("table", name="Taken over since yesterday")).to_contain_text("Amina Yusuf")
    expect(manager.get_by_role("link", name="Take it over")).to_have_count(0)


def send_file(page: Page) -> None:
    """Send a file of ten notifications about children nobody knows."""
    day = london_today().strftime("%d/%m/%Y")
    lines = [f"JT/{n},{day},Shouting heard,Fennimore,Journey{n},14/02/201{n},yes" for n in range(TEN)]
    page.goto("/front-door/police/")
    content = "\r\n".join([HEAD, *lines]).encode()
    page.locator("input[type=file]").set_input_files({"name": "police.csv", "mimeType": "text/csv", "buffer": content})
    page.get_by_role("button", name="Read the file").click()


def take_in_everything(page: Page) -> int:
    """Take in each notification that waits, one after the other; how many there were."""
    page.get_by_role("table", name="Waiting to be taken in").get_by_role("link").first.click()
    taken = 0
    while True:
        expect(page.get_by_role("heading", level=1)).to_contain_text("Take in a police notification")
        reference = page.get_by_role("heading", level=1).inner_text()
        for answer in page.get_by_label(re.compile("begin a record|begin one")).all():
            answer.check()
        page.get_by_role("group", name="Are the children safe now?").get_by_label("Yes", exact=True).check()
        page.get_by_role("button", name="Take it in").click()
        expect(page.locator("body")).to_contain_text("is taken in")
        taken += 1
        if page.get_by_text("None waits any more.").count():
            return taken
        expect(page.get_by_role("heading", level=1)).not_to_have_text(reference)
