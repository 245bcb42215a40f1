"""A visit to four children, one of whom was not seen, from the door to what stands in each record."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from sightline.foundation.calendar.instants import london_today
from tests.journeys.conftest import Journey
from tests.journeys.doing import Brothers, begin_recording, families, give_date, open_record, side

SAW = "They had eaten and were doing homework at the kitchen table."
WORDS = "I sleep on the sofa when Dave stays."
WHY_NOT = "At football until seven."


def test_a_visit_to_four_children_says_of_each_whether_they_were_seen(signed_in: Journey) -> None:
    page = signed_in("social.worker")
    children = Brothers(families(page, 4, owing=True)[0].names[:4])
    begin_recording(page, children, "Record a visit")
    answer(page, children)
    page.get_by_role("button", name="Record the visit").dblclick()
    expect(page.locator("body")).to_contain_text("The visit is recorded.")
    read_in_each_record(page, children)
    correct_the_date(page, children)


def answer(page: Page, children: Brothers) -> None:
    """The same for all but the last, and what the first one said."""
    give_date(page.get_by_role("group", name="When was the visit?"), london_today())
    page.get_by_label("Where they live").check()
    page.get_by_label("The lead social worker").check()
    page.get_by_role("group", name="What was it for?").get_by_label("Child protection").check()
    page.get_by_label("What did the child say?").fill(WORDS)
    page.get_by_role("group", name="Who is it about?").get_by_label(children.first, exact=True).check()
    page.get_by_label("The child, and professionals").check()
    page.get_by_role("group", name="Was the child seen?").first.get_by_label("Yes").first.check()
    page.get_by_role("group", name="Seen alone?").first.get_by_label("Yes").check()
    page.get_by_role("group", name="Which kinds of visit").first.get_by_label("Child protection").check()
    page.get_by_role("group", name="Safe tonight?").first.get_by_label("Yes").check()
    page.get_by_role("group", name="Was it different for any of them?").get_by_label(
        children.names[3], exact=True
    ).check()
    page.get_by_role("group", name="Was the child seen?").last.get_by_role("radio", name="No", exact=True).check()
    page.get_by_role("textbox", name="Why was the child not seen?").last.fill(WHY_NOT)
    page.get_by_role("group", name="Safe tonight?").last.get_by_label("Yes").check()
    page.get_by_label("What did you see and hear, and what happened?").fill(SAW)
    give_date(page.get_by_role("group", name="When is the next visit?"), london_today() + timedelta(days=10))


def read_in_each_record(page: Page, children: Brothers) -> None:
    """Three were seen alone, one was not; what one said stands in that record only."""
    for name, seen, words in (
        (children.names[0], True, 1),
        (children.names[1], True, 0),
        (children.names[2], True, 0),
        (children.names[3], False, 0),
    ):
        open_record(page, name)
        side(page, "Visits")
        title = "Visit: seen, and seen alone" if seen else "Visit: not seen"
        page.get_by_role("main").get_by_role("link", name=title).first.click()
        main = page.get_by_role("main")
        expect(main.get_by_text(SAW)).to_have_count(1)
        expect(main.get_by_text(WHY_NOT)).to_have_count(0 if seen else 1)
        expect(main.get_by_text(WORDS)).to_have_count(words)


def correct_the_date(page: Page, children: Brothers) -> None:
    """The visit was yesterday: corrected once, for all four."""
    page.get_by_role("link", name="Correct the date, or where and by whom it was").click()
    give_date(page.get_by_role("group", name="When was the visit?"), london_today() - timedelta(days=1))
    page.get_by_label("Why is it corrected?").fill("Written up the morning after")
    page.get_by_role("button", name="Record the correction").click()
    expect(page.locator("body")).to_contain_text("The correction is recorded.")
    open_record(page, children.names[1])
    side(page, "Chronology")
    expect(page.get_by_role("main")).to_contain_text("Written up the morning after")
