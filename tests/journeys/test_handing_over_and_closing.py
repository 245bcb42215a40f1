"""A child goes from one team to another after a refusal; a direction is answered; work is closed, nothing dropped."""

from datetime import timedelta

from playwright.sync_api import Locator, Page, expect

from sightline.foundation.calendar.instants import london_today
from tests.journeys.conftest import Journey
from tests.journeys.doing import families, give_date, open_record, side

WORKER_HERE = "Tom Okonkwo-Hartley"
TO, WORKER_THERE = "Assessment team 2", "Olivia Trent"
SUMMARY = "Mum sees her doctor each week. Nights are still hard."
REFUSED = "The joint visit has no date that both workers can keep."
DECIDED = "The family lives there now, and the visit has a date."
DIRECTED, HANDED_ON = "Ring the school every Friday", "The head teacher rings Mum from now on."


def test_a_child_is_refused_by_another_team_and_then_accepted(signed_in: Journey) -> None:
    worker, receiver, above = (signed_in(each) for each in ("social.worker", "manager.2", "service.manager"))
    name = families(worker, 1)[-1].first
    address = open_record(worker, name)
    ask_other_team(worker)

    open_ticket(receiver, name)
    expect(receiver.get_by_role("main")).to_contain_text(SUMMARY)
    receiver.get_by_role("button", name=f"Answer for {TO}").click()
    receiver.get_by_label("No, we send it back").check()
    receiver.get_by_label("Why not?").fill(REFUSED)
    receiver.get_by_role("button", name="Record", exact=True).click()
    expect(receiver.locator("body")).to_contain_text("The team that asked still holds the child.")
    worker.goto(address)
    expect(worker.locator("body")).to_contain_text(f"Held by {WORKER_HERE}, Assessment team 1")

    open_ticket(above, name)
    expect(above.get_by_role("main")).to_contain_text(REFUSED)
    above.get_by_role("button", name="Decide what was sent back").click()
    above.get_by_label(f"{TO} takes the child over").check()
    above.get_by_label("Why?", exact=True).fill(DECIDED)
    above.get_by_role("button", name="Record", exact=True).click()
    expect(above.get_by_role("main")).to_contain_text(f"Waits for {TO}")

    open_ticket(receiver, name)
    expect(receiver.get_by_role("main")).to_contain_text(DECIDED)
    take_over(receiver, name)
    worker.goto("/")
    expect(worker.get_by_role("table", name="My children")).not_to_contain_text(name)


def ask_other_team(page: Page) -> None:
    """Ask the other team to take over the child whose record is open, and nobody else."""
    side(page, "Who works with them")
    page.get_by_role("link", name="Hand over to another team").click()
    if page.get_by_role("button", name="Continue").count():
        page.get_by_role("button", name="Continue").click()
    page.get_by_label("Which team?").select_option(label=TO)
    page.get_by_label("Why this team?").fill("They live nearer to it.")
    page.get_by_label("How do things stand today?").fill(SUMMARY)
    give_date(page.get_by_role("group", name="When do both workers visit"), london_today() + timedelta(days=7))
    page.get_by_label("Yes", exact=True).check()
    page.get_by_label("Who was told, and what did they say?").fill("Mum, at the visit. She asks for mornings.")
    page.get_by_label("Which partners were told?").fill("School, by telephone.")
    page.get_by_role("button", name="Ask the other team").dblclick()
    expect(page.locator("body")).to_contain_text("The other team is asked. Until it accepts, nothing changes.")
    expect(page.get_by_role("main")).to_contain_text(f"Waits for {TO}")


def open_ticket(page: Page, name: str) -> None:
    """Open what is asked about a child from My work."""
    page.goto("/")
    region = page.get_by_role("region", name="Handing over between teams")
    region.get_by_role("listitem").filter(has_text=name).get_by_role("link").first.click()


def take_over(page: Page, name: str) -> None:
    """Accept with a worker of the team."""
    page.get_by_role("button", name=f"Answer for {TO}").click()
    page.get_by_label("Yes, from now on we hold the child").check()
    choose(page.get_by_label("Which worker?"), WORKER_THERE)
    page.get_by_label("Why this worker, and what comes first?").fill("Knows the school.")
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.locator("body")).to_contain_text(f"{TO} holds {name} now.")
    expect(page.locator("body")).to_contain_text(f"Held by {WORKER_THERE}, {TO}")


def test_a_direction_is_answered_and_work_is_closed_with_another_handed_on(signed_in: Journey) -> None:
    worker, manager = signed_in("social.worker"), signed_in("team.manager")
    name = families(worker, 1)[0].first
    address = open_record(worker, name)
    for direction in ("See the baby's bedroom", DIRECTED):
        give_direction(manager, address, direction)
    answer_direction(worker, name)
    manager.goto(address)
    side(manager, "Decisions and directions")
    expect(manager.get_by_role("main")).to_contain_text("Done")
    close(manager, address, name)


def choose(question: Locator, name: str) -> None:
    """Choose somebody by name, whatever else is said of them."""
    question.select_option(value=question.locator("option", has_text=name).get_attribute("value"))


def give_direction(page: Page, address: str, text: str) -> None:
    """Ask the child's worker to do something."""
    page.goto(address)
    side(page, "Decisions and directions")
    page.get_by_role("button", name="Give a direction").click()
    choose(page.get_by_label("Who should do it?"), WORKER_HERE)
    page.get_by_label("What should be done?").fill(text)
    page.get_by_label("Why?", exact=True).fill("It was left out last time.")
    give_date(page.get_by_role("group", name="By when?"), london_today() + timedelta(days=5))
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text(text)


def answer_direction(page: Page, name: str) -> None:
    """Say that the first direction asked of me about a child is done."""
    page.goto("/")
    asked = page.get_by_role("region", name="Asked of you").get_by_role("listitem").filter(has_text=name)
    expect(asked).to_have_count(2)
    asked.first.get_by_role("link").click()
    page.get_by_label("Done", exact=True).check()
    page.get_by_role("button", name="Record", exact=True).click()
    page.goto("/")
    expect(asked).to_have_count(1)


def close(page: Page, address: str, name: str) -> None:
    """Close the work; what is still to do is not dropped."""
    page.goto(address)
    side(page, "Who works with them")
    page.get_by_role("link", name="Close the work with this child").click()
    page.get_by_label("Why does it end?").select_option(value="RC7")
    for question, answer in (
        ("What changed for the child?", "Sleeps through the night."),
        ("What remains?", "Money."),
        ("How is goodbye said to the child?", "A walk to the park."),
        ("Whom can the family call from now on?", "Duty, 01632 960 112"),
    ):
        page.get_by_label(question).fill(answer)
    page.get_by_label("Yes", exact=True).check()
    page.get_by_label("Who was told, and what did they say?").fill("Mum and Dad, by visit.")
    page.get_by_role("button", name="Close the work").click()
    expect(page.get_by_role("alert")).to_contain_text("Select what becomes of it")
    page.get_by_label("Handed on to somebody").check()
    page.get_by_label("How, or to whom?").fill(HANDED_ON)
    page.get_by_role("button", name="Close the work").click()
    expect(page.locator("body")).to_contain_text(f"The work with {name} is closed.")
