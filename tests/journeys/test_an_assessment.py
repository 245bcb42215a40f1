"""The family of nine: an assessment finished by its worker, a child's words that change a plan, one signature."""

from playwright.sync_api import Page, expect

from sightline.foundation.calendar.instants import london_today
from tests.journeys.conftest import Journey
from tests.journeys.doing import give_date, open_record, side

SURNAME = "Achebe-Featherstonehaugh"
WORDS = "I want the bed by the window back. And no more coming to the door."
STEP = "The window is mended"
CHANGED = "The window is mended first, and the police marker covers the garden gate, which nobody had named."


def test_the_family_of_nine_is_assessed_with_one_signature(signed_in: Journey) -> None:
    worker = signed_in("social.worker")
    name, address = open_assessment(worker)
    analyse(worker, address)
    child = hear(worker, address)
    submit(worker, address)
    manager = signed_in("team.manager")
    sign(manager, name)
    worker.goto(address)
    expect(worker.get_by_role("main")).to_contain_text("Signed")
    worker.get_by_role("link", name="Read it whole").click()
    expect(worker.get_by_role("main")).to_contain_text(CHANGED)
    agree_plan(worker, child)


def open_assessment(page: Page) -> tuple[str, str]:
    """The assessment that is being written of the largest family; the name of one child and the address."""
    page.goto("/")
    link = page.get_by_role("table", name="My children").get_by_role("link").filter(has_text=SURNAME).first
    name = link.inner_text()
    link.click()
    side(page, "Assessment")
    page.get_by_role("link", name="The assessment that is being written").click()
    expect(page.get_by_role("main")).to_contain_text("Being written")
    return name, page.url


def analyse(page: Page, address: str) -> None:
    """One fact with what it means and what has to happen, the same for all of the children."""
    page.goto(address)
    page.get_by_role("link", name="One page of analysis").click()
    page.get_by_label("What do we know?").fill("Three bad nights since September, each after a court date.")
    page.get_by_label("What does it mean for the child?").fill("The younger ones wait for the next one.")
    page.get_by_label("So what has to happen?").fill("Nobody comes to the door on those nights.")
    page.get_by_label("All of the children").check()
    page.get_by_label("Everybody it is about, and professionals").check()
    page.get_by_role("button", name="Save the section").dblclick()
    expect(page.locator("body")).to_contain_text("The section is saved.")
    expect(page.get_by_role("main")).to_contain_text("version 1")


def hear(page: Page, address: str) -> str:
    """What a child says, what changes because of it, and the need that it names; who the child is."""
    page.goto(address)
    page.get_by_role("link", name="Record a child’s view").click()
    about = page.get_by_role("group", name="About which of them?")
    child = about.locator("label").first.inner_text()
    about.get_by_role("checkbox").first.check()
    give_date(page.get_by_role("group", name="On which day?"), london_today())
    page.get_by_label("On which issue?").fill("The window")
    page.get_by_label("What matters to the child that no adult raised").check()
    page.get_by_label("The exact words, or what was observed").fill(WORDS)
    page.get_by_label("What changed because of it?").fill(CHANGED)
    page.get_by_label("Seen alone").check()
    page.get_by_label("The child, and professionals").check()
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.locator("body")).to_contain_text("The view is recorded.")
    page.get_by_role("link", name="Record a need and what answers it").click()
    page.get_by_role("group", name="About which of them?").get_by_role("checkbox").first.check()
    give_date(page.get_by_role("group", name="On which day?"), london_today())
    page.get_by_label("What does the child need?").fill("A bed of her own by a window that shuts")
    heard = page.get_by_label("From which of the child’s words does it come?")
    heard.select_option(heard.locator("option").filter(has_text=WORDS[:20]).first.get_attribute("value"))
    page.get_by_label("A step that somebody takes").check()
    page.get_by_label("What will be done?").fill(STEP)
    page.get_by_label("Who does it?").fill("Tom rings the landlord")
    give_date(page.get_by_role("group", name="From which day on?"), london_today())
    give_date(page.get_by_role("group", name="By which day is it done?"), london_today())
    page.get_by_label("How will everybody know that it helped?").fill("The window shuts, and she sleeps by it.")
    page.get_by_label("Everybody it is about, and professionals").check()
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.locator("body")).to_contain_text("The need is recorded.")
    expect(page.get_by_role("main")).to_contain_text("It waits for a plan of the child")
    return child


def agree_plan(page: Page, child: str) -> None:
    """A plan is agreed; the step that the child's words led to stands in it, with the words."""
    open_record(page, child)
    side(page, "Plans")
    page.get_by_role("main").get_by_role("button", name="Begin a plan").click()
    page.get_by_label("Child in need plan").check()
    give_date(page.get_by_role("group", name="When was it agreed?"), london_today())
    page.get_by_label("What will be different in the child's day?").fill("The nights are quiet")
    page.get_by_label("How will everybody know?").fill("She says that she sleeps.")
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text(STEP)
    expect(page.get_by_role("main")).to_contain_text(WORDS)


def submit(page: Page, address: str) -> None:
    """The same for all of the children, except that the twins could not be seen."""
    page.goto(address)
    page.get_by_role("button", name="Submit it to be signed").click()
    page.get_by_label("The whole assessment").check()
    answer(page, 0, "Yes")
    different = page.get_by_role("group", name="Is it different for any of them?")
    boxes = different.get_by_role("checkbox")
    everybody = boxes.count()  # before each that is ticked shows questions of its own below it
    for twin in (1, 2):
        boxes.nth(everybody - twin).check()
    for twin in (1, 2):
        answer(page, twin, "No")
        page.get_by_label("Why was the child not seen?").nth(twin - 3).fill("Not born yet.")
    page.get_by_role("button", name="Submit").click()
    expect(page.locator("body")).to_contain_text("A manager is asked to sign it.")
    expect(page.get_by_role("main")).to_contain_text("Waits to be signed")


def answer(page: Page, which: int, seen: str) -> None:
    """Whether the child was seen, one factor, and what it led to."""
    asked = page.get_by_role("group", name="Was the child seen?").nth(which)
    asked.get_by_label(seen, exact=True).check()
    page.get_by_role("group", name="Which factors did it find?").nth(which).get_by_role("checkbox").nth(3).check()
    page.get_by_role("group", name="What did it lead to?").nth(which).get_by_role("radio").first.check()


def sign(page: Page, name: str) -> None:
    """The manager reads it and signs for every child in one go."""
    page.goto("/")
    waiting = page.get_by_role("region", name="Waiting for your agreement")
    items = waiting.get_by_role("listitem").filter(has_text="Assessment: ").filter(has_text=SURNAME)
    expect(items).to_have_count(1)
    items.get_by_role("link").first.click()
    expect(page.get_by_role("main")).to_contain_text("Read the assessment")
    page.get_by_label("Agree", exact=True).first.check()
    page.get_by_role("button").filter(has_text="answer").last.click()
    expect(page.locator("body")).to_contain_text("Your answer is recorded.")
    expect(waiting.get_by_role("listitem").filter(has_text="Assessment: ").filter(has_text=SURNAME)).to_have_count(0)
