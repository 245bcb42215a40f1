"""Nobody is asked before the basis is recorded; an agency replies by link, another by telephone; gaps stay in sight."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Journey
from tests.journeys.doing import open_record, side

CONTACT = re.compile("What we need to know about the contact of")
FED = "Who feeds, washes and puts this child to bed"
HOME = "Who has been inside the home lately"
TOLD = "Her aunt gives her breakfast on school days."


def test_agencies_are_asked_only_on_a_basis_and_answer_by_link_and_by_telephone(
    signed_in: Journey, browser: Any, site: str
) -> None:
    page = signed_in("duty")
    known = name_the_concern(page)
    nobody_is_asked_without_a_basis(page, known)
    record_the_basis(page)
    link, code = ask_the_school_with_a_link(page)
    reply(browser.new_context(base_url=site).new_page(), link, code)
    take_it_in(page)
    ask_the_police_by_telephone(page, known)
    page.goto(known)
    expect(page.get_by_role("main")).to_contain_text("4 of 6 essential items are not known yet.")


def name_the_concern(page: Page) -> str:
    """Neglect is named for the contact that is held open; gives the address of what we need to know about it."""
    page.goto("/")
    name = page.get_by_role("table", name="My children").get_by_role("link", name=re.compile("Pemberley"))
    open_record(page, name.first.inner_text())
    side(page, "Contacts and referrals")
    page.get_by_role("link", name=CONTACT).click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("No agency is asked before it is recorded on what basis.")
    expect(main.get_by_role("link", name="Ask an agency")).to_have_count(0)
    known = page.url
    main.get_by_role("link", name="Name another concern").click()
    page.get_by_label("Neglect", exact=True).check()
    page.get_by_role("button", name="Record", exact=True).click()
    expect(main).to_contain_text("The concern is named.")
    expect(main).to_contain_text("6 of 6 essential items are not known yet.")
    return known


def nobody_is_asked_without_a_basis(page: Page, known: str) -> None:
    """Also who knows the address of the form is refused, and what was typed stays."""
    page.goto(f"{known}ask/")
    fill_in_the_question(page, "Harbour View Primary", FED, "A link they answer with")
    expect(page.get_by_role("alert")).to_contain_text("Record first on what basis agencies may be asked.")
    expect(page.get_by_label(re.compile(FED))).to_be_checked()
    page.goto(known)
    expect(page.get_by_role("heading", name="Agencies asked")).to_have_count(0)


def fill_in_the_question(page: Page, agency: str, item: str, how: str) -> None:
    """Which agency is asked what, and how."""
    page.get_by_label("Which agency?").select_option(label=agency)
    page.get_by_label(re.compile(item)).check()
    page.get_by_label(how, exact=True).check()
    page.get_by_role("button", name="Record", exact=True).click()


def record_the_basis(page: Page) -> None:
    """The mother agreed."""
    page.get_by_role("link", name="Record why other agencies may be asked").click()
    page.get_by_label("A parent agrees", exact=True).check()
    page.get_by_label("Who agreed, to what, and when?").fill("Her mother, to ask the school and the police, 09:20")
    page.get_by_label("Who decided?").fill("Callum Reid, duty")
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Agencies may be asked: A parent agrees")


def ask_the_school_with_a_link(page: Page) -> tuple[str, str]:
    """The page gives the text to send, and the code to tell by telephone; gives the link and the code."""
    page.get_by_role("link", name="Ask an agency").click()
    fill_in_the_question(page, "Harbour View Primary", FED, "A link they answer with")
    main = page.get_by_role("main")
    expect(main).to_contain_text("Sightline sends no mail.")
    link, code = page.locator("[data-link]").inner_text(), page.locator("[data-code]").inner_text()
    text = page.get_by_label("Text to send").input_value()
    assert link in text
    assert code not in text
    return link, code


def reply(stranger: Page, link: str, code: str) -> None:
    """Somebody without a sign-in opens the link twice, and answers; their copy has a reference."""
    for _ in range(2):
        stranger.goto(link)
        expect(stranger.get_by_role("main")).to_contain_text("opening this page does not use up the link")
    stranger.get_by_label("The code we told you by telephone").fill(code)
    stranger.get_by_role("button", name="Open").click()
    stranger.get_by_label("Your name and role").fill("Ms Adey, head teacher")
    stranger.get_by_label("A number on which we can ring you back").fill("01632 960 001")
    stranger.get_by_label("I answer below").check()
    stranger.get_by_label(re.compile(FED)).fill(TOLD)
    expect(stranger.locator("body")).not_to_contain_text("Pemberley")
    stranger.get_by_role("button", name="Send").dblclick()
    expect(stranger.get_by_role("main")).to_contain_text("Your reference is")
    expect(stranger.get_by_role("main")).to_contain_text(TOLD)
    stranger.context.close()


def is_known(page: Page, item: str, what: str) -> None:
    """Say that an item is known, and what."""
    question = page.get_by_role("group", name=re.compile(item))
    question.get_by_label("Known", exact=True).check()
    question.get_by_label("What is known?").fill(what)


def take_it_in(page: Page) -> None:
    """What the school sent waits with the check until it is read and taken into the record."""
    page.reload()
    page.get_by_role("link", name="Read it and take it in").click()
    expect(page.get_by_role("main")).to_contain_text(TOLD)
    is_known(page, FED, TOLD)
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_role("main")).to_contain_text("The answer is taken into the record.")


def ask_the_police_by_telephone(page: Page, known: str) -> None:
    """The answer is typed in with name and time."""
    page.goto(f"{known}ask/")
    fill_in_the_question(page, "Eastmere Police, protecting vulnerable people", HOME, "By telephone")
    page.get_by_role("link", name="Record what they answered").click()
    page.get_by_label("Who answered?").fill("DC Carr")
    page.get_by_role("button", name="Today").click()
    page.get_by_label("At what time?").fill("09:41")
    page.get_by_role("group", name="How did they answer?").get_by_label("By telephone", exact=True).check()
    page.get_by_label("They told us what they know").check()
    page.get_by_label("What did they say?").fill("Nobody has been called to the house since it was let.")
    is_known(page, HOME, "No call to the house.")
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("DC Carr")
    expect(page.get_by_role("main")).to_contain_text("09:41")
