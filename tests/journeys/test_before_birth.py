"""One baby is assessed, is born and goes on being assessed; another pregnancy ends, and all about it stops."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from sightline.foundation.calendar.instants import london_today
from tests.journeys.conftest import Journey
from tests.journeys.doing import give_date, search, side

COT = "The cot stands in her mother's room."


def test_one_baby_is_assessed_and_born_and_another_pregnancy_ends(signed_in: Journey) -> None:
    page = signed_in("social.worker")
    record = expect_baby(page, "Marchbanks-Adeleke")
    written = assess(page, record)
    be_born(page, record, "Ottilie")
    page.goto(written)
    main = page.get_by_role("main")
    expect(main).to_contain_text("Ottilie Marchbanks-Adeleke")
    expect(main).to_contain_text("Being written")
    expect(main).not_to_contain_text("of pregnancy")
    page.get_by_role("link", name="Read it whole").click()
    expect(main).to_contain_text(COT)

    other = expect_baby(page, "Thistlewood-Sato")
    stopped = assess(page, other)
    end_pregnancy(page, other)
    page.goto(stopped)
    expect(main).to_contain_text("Stopped")
    expect(page.get_by_role("button", name="Submit it to be signed")).to_have_count(0)
    page.goto(other)
    side(page, "What is due")
    expect(main).to_contain_text("Nothing is due")
    expect(main).to_contain_text("Not counted")
    page.goto("/")
    expect(page.get_by_role("region", name="What you owe")).not_to_contain_text("Thistlewood-Sato")


def expect_baby(page: Page, family: str) -> str:
    """Begin the record of a baby who is expected in three months; gives its address."""
    page.goto("/")
    search(page, f"Nobody {family}").get_by_role("link", name="Add a child").click()
    page.get_by_label("Family name").fill(family)
    page.get_by_label("A baby who is not born yet").check()
    give_date(page.get_by_role("group", name="When is the baby expected?"), london_today() + timedelta(days=90))
    page.get_by_role("group", name="Sex").get_by_label("Not known", exact=True).check()
    page.get_by_role("button", name="Begin the record").click()
    expect(page.get_by_role("heading", name="Overview", level=1)).to_be_visible()
    return page.url


def assess(page: Page, record: str) -> str:
    """Begin an assessment before birth and write its own section; gives its address."""
    page.goto(record)
    side(page, "Assessment")
    page.get_by_role("link", name="Write an assessment").click()
    give_date(page.get_by_role("group", name="On which day did it begin?"), london_today())
    page.get_by_label("What is it for?").select_option(label="Before birth")
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Being written")
    address = page.url
    page.get_by_role("link", name="Before birth").click()
    page.get_by_role("main").get_by_role("textbox").first.fill(COT)
    page.get_by_label("Everybody it is about, and professionals").check()
    page.get_by_role("button", name="Save the section").click()
    expect(page.locator("body")).to_contain_text("The section is saved.")
    return address


def be_born(page: Page, record: str, name: str) -> None:
    """Record the birth of one child."""
    page.goto(record)
    page.get_by_role("link", name="Record the birth").click()
    page.get_by_label("One", exact=True).check()
    give_date(page.get_by_role("group", name="Date of birth"), london_today())
    page.get_by_label("Female", exact=True).check()
    page.get_by_label("Given names").fill(name)
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.locator("body")).to_contain_text("The birth is recorded.")


def end_pregnancy(page: Page, record: str) -> None:
    """Record that a pregnancy ended."""
    page.goto(record)
    page.get_by_role("link", name="The pregnancy has ended").click()
    give_date(page.get_by_role("group", name="On which day did the pregnancy end?"), london_today())
    page.get_by_label("This is the right record").check()
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.locator("body")).to_contain_text("Timescales, reminders and letters have stopped.")
