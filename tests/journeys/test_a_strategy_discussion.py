"""A strategy discussion about brothers and sisters, from the telephone call to what stands in each record."""

from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sightline.foundation.calendar.instants import london_today
from tests.journeys.conftest import Journey
from tests.journeys.doing import Brothers, answer_discussion, begin_discussion, families, give_date, open_record, side

TOLD = "Teacher saw a hand mark on the cheek at nine this morning."
SAID = "I hid behind the sofa because he was shouting."
OTHERWISE = "Was with the grandparents all week and is safe there."
RIGHT = "Police were not there: the neighbour had rung them, and they came an hour later."
WRONGLY = "The minutes of the police say otherwise."
SUBMIT = "Record the discussion"


def test_one_discussion_about_three_is_told_in_each_record_and_agreed_in_one_go(signed_in: Journey) -> None:
    worker = signed_in("social.worker")
    children = families(worker, 3)[0]
    children = Brothers(children.names[:3])
    record_for_three(worker, children)
    for name, reasons in zip(children.names, (TOLD, TOLD, OTHERWISE), strict=True):
        is_told_once(worker, name, reasons)
    read_in_each_record(worker, children)
    agreed_in_one_go(signed_in("team.manager"), children)


def record_for_three(page: Page, children: Brothers) -> None:
    """The same decision for all but the last, and something said about the first one only; sent twice."""
    begin_discussion(page, children)
    answer_discussion(page, london_today(), TOLD)
    decisions = page.get_by_role("group", name="Was something different decided for any of them?")
    decisions.get_by_label(children.names[2], exact=True).check()
    page.get_by_role("radio", name="No section 47 enquiries").last.check()
    page.get_by_role("textbox", name="Why?").last.fill(OTHERWISE)
    page.get_by_role("group", name="Who is it about?").get_by_label(children.first, exact=True).check()
    page.get_by_label("What was said?").fill(SAID)
    page.get_by_label("The child, and professionals").check()
    page.get_by_role("button", name=SUBMIT).dblclick()
    expect(page.locator("body")).to_contain_text("The strategy discussion is recorded. A manager is asked to agree.")
    expect(page.get_by_role("main")).to_contain_text("Initial conference")


def is_told_once(page: Page, name: str, reasons: str) -> None:
    """One discussion with these reasons in the chronology of a child."""
    open_record(page, name)
    side(page, "Chronology")
    expect(page.get_by_role("main").get_by_text(reasons)).to_have_count(1)


def read_in_each_record(page: Page, children: Brothers) -> None:
    """Each record has its own decision; what was said about one stands in that record only."""
    for name, reason, clocks, passages in (
        (children.names[0], TOLD, 1, 1),
        (children.names[1], TOLD, 1, 0),
        (children.names[2], OTHERWISE, 0, 0),
    ):
        open_record(page, name)
        side(page, "Child protection")
        expect(page.get_by_role("main").get_by_text("Initial conference")).to_have_count(clocks)
        page.get_by_role("main").get_by_role("link", name="Strategy discussion: ").first.click()
        expect(page.get_by_role("main").get_by_text(reason)).to_have_count(1)
        expect(page.locator("body").get_by_text(SAID)).to_have_count(passages)


def agreed_in_one_go(page: Page, children: Brothers) -> None:
    """The manager answers for all of them at once."""
    page.goto("/")
    waiting = page.get_by_role("region", name="Waiting for your agreement")
    waiting.get_by_role("listitem").filter(has_text=children.names[1]).get_by_role("link").first.click()
    page.get_by_label("Agree", exact=True).first.check()
    page.get_by_role("button").filter(has_text="answer").last.click()
    for name in children.names:
        expect(waiting.get_by_text(name)).to_have_count(0)


def test_a_correction_a_week_later_leaves_the_record_as_it_was_known_before(signed_in: Journey) -> None:
    page = signed_in("social.worker")
    page.goto("/")
    name = page.get_by_role("region", name="What you owe").get_by_role("heading").get_by_role("link").first.inner_text()
    open_record(page, name)
    side(page, "Child protection")
    page.get_by_role("main").get_by_role("link", name="Strategy discussion: ").first.click()
    page.get_by_role("link", name="Correct what was decided").click()
    before = page.get_by_label("Why?", exact=True).input_value()
    page.get_by_label("Why?", exact=True).fill(RIGHT)
    page.get_by_label("Why is it corrected?").fill(WRONGLY)
    page.get_by_role("main").get_by_role("button", name="correct").click()
    expect(page.get_by_role("main")).to_contain_text(RIGHT)
    expect(page.get_by_role("main")).to_contain_text(WRONGLY)

    side(page, "Chronology")
    first = page.get_by_role("main").get_by_role("listitem").filter(has_text=before).first
    expect(first).to_contain_text("Corrected")
    expect(page.get_by_role("main").get_by_text(RIGHT)).to_have_count(1)
    page.get_by_text("Narrow the chronology").click()
    give_date(page.get_by_role("group", name="As it was known on"), london_today() - timedelta(days=1))
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.get_by_role("main").get_by_text(before).first).to_be_visible()
    expect(page.get_by_role("main").get_by_text(RIGHT)).to_have_count(0)
    expect(page.get_by_role("main").get_by_text("Corrected", exact=True)).to_have_count(0)


def test_a_manager_sees_who_looked_and_on_what_basis(signed_in: Journey) -> None:
    worker = signed_in("social.worker")
    address = open_record(worker, families(worker, 2)[0].first)
    side(worker, "Family and network")
    page = signed_in("team.manager")
    page.goto(address)
    side(page, "Who looked")
    looks = page.get_by_role("main").get_by_role("table")
    row = looks.get_by_role("row").filter(has_text="Tom Okonkwo-Hartley").filter(has_text="Family and network").first
    expect(row).to_contain_text("Allocated worker")
    own = looks.get_by_role("row").filter(has_text="Amina Yusuf").filter(has_text="Overview").first
    expect(own).to_contain_text("In the team that holds the child")
    expect(worker.get_by_role("navigation", name="This record").get_by_text("Who looked")).to_have_count(0)


@pytest.fixture
def without_scripts(signed_in: Journey) -> Page:
    signed_in("social.worker")
    page: Any = signed_in("social.worker", java_script_enabled=False)
    return page  # type: ignore[no-any-return]


def test_a_discussion_can_be_recorded_without_scripts(without_scripts: Page) -> None:
    page = without_scripts
    children = families(page, 2)[-1]
    begin_discussion(page, children)
    answer_discussion(page, london_today(), TOLD)
    page.get_by_role("button", name=SUBMIT).click()
    expect(page.locator("body")).to_contain_text("The strategy discussion is recorded. A manager is asked to agree.")
    is_told_once(page, children.first, TOLD)
