"""A case note about three children, filed from an email of their school, and the next step that follows."""

from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.calendar.words import LONDON
from tests.builders.emails import eml
from tests.journeys.conftest import Journey
from tests.journeys.doing import Brothers, begin_recording, families, give_date, open_record, side

SAID = "All three were late again this week, and the youngest had no coat."
RECEIVED = datetime.combine(london_today() - timedelta(days=1), datetime.min.time(), LONDON).replace(hour=9, minute=20)
EMAIL = eml(subject="Attendance", text=SAID, sent=RECEIVED, attachments={"register.txt": b"Mon late\nTue late\n"})


def test_an_email_becomes_a_note_about_three_children_with_its_attachment_and_a_next_step(signed_in: Journey) -> None:
    page = signed_in("social.worker")
    found = families(page, 3)[0]
    children = Brothers(found.names[:3])
    begin_recording(page, children, "Write a case note")
    fill_in_from_the_email(page)
    ask_for_a_next_step(page)
    page.get_by_role("button", name="Record the case note").dblclick()
    expect(page.locator("body")).to_contain_text("The case note is recorded.")
    for name in children.names:
        is_told_once(page, name)
    finish_the_step(page, children)


def fill_in_from_the_email(page: Page) -> None:
    """The email fills in the empty boxes, and what is typed afterwards stands beside it."""
    page.locator("input[type=file]").set_input_files(
        {"name": "attendance.eml", "mimeType": "message/rfc822", "buffer": EMAIL}
    )
    page.get_by_role("button", name="Fill in from this email").click()
    expect(page.get_by_label("What was said, or what happened?")).to_have_value(f"Subject: Attendance\n\n{SAID}")
    expect(page.get_by_label("With whom?")).to_have_value("Jo Carr <jo.carr@school.example>")
    expect(page.get_by_label("At what time?")).to_have_value("09:20")
    expect(page.get_by_label("Email", exact=True)).to_be_checked()
    expect(page.get_by_role("button", name="Remove register.txt")).to_be_visible()


def ask_for_a_next_step(page: Page) -> None:
    """Who rings the school, and by when."""
    page.get_by_label("What is to be done?").fill("Ring the school about a coat")
    page.get_by_label("Who does it?").select_option(index=1)
    give_date(page.get_by_role("group", name="By when?"), london_today() + timedelta(days=3))


def is_told_once(page: Page, name: str) -> None:
    """One note in the record of each child, with the email and its attachment."""
    open_record(page, name)
    side(page, "Case notes")
    expect(page.get_by_role("main").get_by_text(SAID)).to_have_count(1)
    page.get_by_role("main").get_by_role("link", name="Email: Jo Carr").first.click()
    main = page.get_by_role("main")
    expect(main.get_by_role("link", name="attendance.eml")).to_be_visible()
    expect(main.get_by_role("link", name="register.txt")).to_be_visible()
    expect(main).to_contain_text("Ring the school about a coat")


def finish_the_step(page: Page, children: Brothers) -> None:
    """The step waits on My work until it is done, once for all of the children."""
    page.goto("/")
    waiting = page.get_by_role("listitem").filter(has_text="Next step from a case note").filter(has_text=children.first)
    expect(waiting).to_contain_text(children.names[2])
    waiting.get_by_role("link").first.click()
    give_date(page.get_by_role("group", name="When was it done?"), london_today())
    page.get_by_label("What became of it?").fill("She had left it on the bus")
    page.get_by_role("button", name="Say that it is done").click()
    expect(page.locator("body")).to_contain_text("The step is done.")
    page.goto("/")
    expect(waiting).to_have_count(0)
