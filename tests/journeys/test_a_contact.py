"""A contact at the front door: an urgent one in under a minute of typing, and one that comes again with its history."""

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import Journey

A_MINUTE = 150  # keystrokes of somebody who types slowly and listens at the same time
MOST_CLICKS = 12


@dataclass
class Hands:
    """What somebody types and clicks, counted."""

    keystrokes: int = 0
    clicks: int = 0
    fields: list[str] = field(default_factory=list)

    def types(self, box: Locator, text: str) -> None:
        """Type into a box, key by key."""
        box.click()
        box.press_sequentially(text)
        self.keystrokes += len(text)
        self.clicks += 1
        self.fields.append(text)

    def chooses(self, what: Locator) -> None:
        """Click on an answer."""
        what.click()
        self.clicks += 1


def test_an_urgent_contact_is_a_request_for_a_strategy_discussion_in_a_minute_and_a_repeat_shows_its_history(
    signed_in: Journey,
) -> None:
    page = signed_in("duty")
    hands = Hands()
    take_urgent(page, hands)
    assert hands.keystrokes <= A_MINUTE
    assert hands.clicks <= MOST_CLICKS
    main = page.get_by_role("main")
    expect(main).to_contain_text("Tell them the reference")
    expect(main.get_by_label("Ring now")).to_contain_text("Ring ")
    expect(main).to_contain_text("Strategy discussion")
    page.get_by_role("navigation", name="This record").get_by_role("link", name="Child protection", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Strategy discussion asked for on")
    look_at_a_repeat(page)
    a_manager_gives_their_own_reason(signed_in("service.manager"), close_it(page))


def take_urgent(page: Page, hands: Hands) -> None:
    """A school rings: from the navigation to the red button."""
    hands.chooses(page.get_by_role("link", name="A new contact", exact=True))
    hands.chooses(page.get_by_label("A worry about a child", exact=True))
    hands.chooses(page.get_by_role("group", name="Is every child safe now?").get_by_label("No", exact=True))
    hands.chooses(page.get_by_label("By telephone", exact=True))
    hands.types(page.locator("[name=children-0-given_names]"), "Zuri")
    hands.types(page.locator("[name=children-0-family_name]"), "Quillfeather")
    hands.types(
        page.locator("[name=story-what_about]"), "Came with burns on both hands. Says Dad held them on the hob."
    )
    page.locator("[name=who-source]").select_option("2A")
    hands.clicks += 2
    hands.chooses(page.get_by_role("button", name="Record, and ask for a strategy discussion now"))


def look_at_a_repeat(page: Page) -> None:
    """A boy about whom two contacts were stopped: the third shows both, and asks what they mean."""
    page.get_by_role("searchbox").first.fill("Kit Marlowe")
    page.get_by_role("searchbox").first.press("Enter")
    page.get_by_role("main").get_by_role("link", name="Kit Marlowe").first.click()
    page.get_by_role("navigation", name="This record").get_by_role("link", name="Contacts and referrals").click()
    page.get_by_role("link", name="Decide about the contact of").first.click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("3 earlier contacts about this child in the 12 months before.")
    expect(main.get_by_role("table", name="What came before")).to_contain_text("Closed: we stopped here")
    expect(main).to_contain_text("I make the toast for the baby.")
    page.get_by_role("link", name="Decide about this contact").click()
    page.get_by_label("Early help", exact=True).first.check()
    page.get_by_label("Why?", exact=True).first.fill("Three worries in five months, and they want help.")
    page.get_by_role("button", name="Record the decision").click()
    expect(page.get_by_role("main")).to_contain_text("Enter what the history means for this decision")
    page.get_by_label("What does the history mean for this decision?").fill("Each time alone in the evening.")
    page.get_by_role("button", name="Record the decision").click()
    expect(page.get_by_role("main")).to_contain_text("Each time alone in the evening.")


def close_it(page: Page) -> str:
    """Duty would rather stop: the page says what is missing, and nothing follows until a manager signs."""
    main, contact = page.get_by_role("main"), page.url
    expect(main).to_contain_text("What waits for a manager")
    page.get_by_role("link", name="Decide about this contact").click()
    expect(main).to_contain_text("no kind of concern was named")
    page.get_by_label("Close it: we stop here", exact=True).first.check()
    for question in ("What we checked", "What we found", "Why we stop"):
        page.get_by_label(question, exact=True).first.fill("The school, which sees both of them every day.")
    page.get_by_role("group", name="Was advice given").get_by_label("No", exact=True).first.check()
    page.get_by_label("What does the history mean for this decision?").fill("The third time in a year.")
    page.get_by_role("button", name="Record the decision").click()
    expect(main).to_contain_text("nothing follows until one signs it")
    expect(main).to_contain_text("Time left")
    return contact


def a_manager_gives_their_own_reason(page: Page, contact: str) -> None:
    """To agree without a reason of their own and a day is refused; with both it is decided."""
    page.goto(contact)
    main = page.get_by_role("main")
    page.get_by_role("link", name="Sign it, or send it back").click()
    main.get_by_label("Agree", exact=True).first.check()
    page.get_by_role("button", name="Record my answer").click()
    expect(main).to_contain_text("Enter your own reason")
    expect(main).to_contain_text("Enter the day on which it is looked at again")
    main.get_by_label("Why do you agree before this is known?").first.fill("The health visitor goes on Friday.")
    day = main.get_by_role("group", name="on which day is it looked at again?").first
    for part, value in (("Day", "3"), ("Month", "2"), ("Year", "2031")):
        day.get_by_label(part, exact=True).fill(value)
    page.get_by_role("button", name="Record my answer").click()
    expect(main).to_contain_text("Your answer is recorded.")
    page.goto(contact)
    expect(main).to_contain_text("The health visitor goes on Friday.")
    expect(main).to_contain_text("Looked at again on 3 February 2031.")
