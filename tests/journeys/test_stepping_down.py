"""A child steps down to early help: not without the family's yes, sent back once, and then accepted."""

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Journey
from tests.journeys.doing import families, open_record, side

TO = "Assessment team 2"
MISSING, ADDED = "Who rings the school in the holidays?", "Her aunt does, and the school knows."


def test_a_step_down_is_refused_without_a_yes_sent_back_and_then_accepted(signed_in: Journey) -> None:
    worker, receiver = signed_in("social.worker"), signed_in("manager.2")
    name = families(worker, 2)[-1].first
    address = open_record(worker, name)
    begin_to_ask(worker)
    ask(worker)
    expect(worker.get_by_role("alert")).to_contain_text("needs the family's yes")

    say_yes(worker, address)
    begin_to_ask(worker)
    ask(worker)
    expect(worker.get_by_role("main")).to_contain_text(f"Waits for {TO}")
    step = worker.url

    open_ticket(receiver, name)
    expect(receiver.get_by_role("main")).to_contain_text("Mornings work")
    answer(receiver, "Send back with reasons", "What is missing, or what should happen instead?", MISSING)
    expect(receiver.get_by_role("main")).to_contain_text("nothing has changed")
    worker.goto(step)
    expect(worker.get_by_role("main")).to_contain_text(MISSING)
    answer(worker, "Ask again", "What is new, or what was missing?", ADDED)
    expect(worker.get_by_role("main")).to_contain_text(ADDED)

    open_ticket(receiver, name)
    receiver.get_by_role("button", name="Accept").click()
    receiver.get_by_label("Whom does the family ring?").fill("Olivia Trent")
    receiver.get_by_label("What comes first?").fill("A visit with both workers.")
    receiver.get_by_role("button", name="Record", exact=True).click()
    expect(receiver.get_by_role("main")).to_contain_text("We look back on")
    expect(receiver.locator("body")).to_contain_text(f"Held by {TO}")
    worker.goto("/")
    expect(worker.get_by_role("table", name="My children")).not_to_contain_text(name)


def begin_to_ask(page: Page) -> None:
    """Open the form for this child alone: the page offers the brothers and sisters, and nobody is ticked."""
    side(page, "Early help")
    page.get_by_role("link", name="Step down to early help").click()
    page.get_by_role("button", name="Continue").click()


def ask(page: Page) -> None:
    """Say who is asked, why, and what the family was told."""
    page.get_by_label("Who is asked to lead?").select_option(label=TO)
    page.get_by_label("Why now?").fill("Mornings work.")
    page.get_by_label("How do things stand today?").fill("School every day.")
    page.get_by_label("Yes", exact=True).check()
    page.get_by_label("Who was told, and what did they say?").fill("Mum, at the visit. She is glad.")
    page.get_by_role("button", name="Ask them").click()


def say_yes(page: Page, address: str) -> None:
    """Record that somebody of the family agreed."""
    page.goto(address)
    side(page, "Agreed and told")
    page.get_by_role("button", name="Record that somebody was asked to agree").click()
    page.get_by_label("Somebody else").check()
    page.get_by_label("Who?", exact=True).fill("Gran, who cares for her")
    page.get_by_label("Early help", exact=True).check()
    page.get_by_label("Agreed", exact=True).check()
    page.get_by_label("In person").check()
    page.get_by_label("In which language?").fill("English")
    page.get_by_label("No interpreter was needed").check()
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Gran, who cares for her")


def open_ticket(page: Page, name: str) -> None:
    """Open the step from My work: to be asked is the reason for which the record opens."""
    page.goto("/")
    region = page.get_by_role("region", name="Steps up and down")
    region.get_by_role("listitem").filter(has_text=name).get_by_role("link").first.click()


def answer(page: Page, button: str, question: str, words: str) -> None:
    """Answer a step in words, today."""
    page.get_by_role("button", name=button).click()
    page.get_by_label(question).fill(words)
    page.get_by_role("button", name="Record", exact=True).click()
