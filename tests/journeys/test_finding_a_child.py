"""Finding children, and the walls around records."""

from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Journey
from tests.journeys.doing import EXCLUDED, RESTRICTED, masked, search


def record_of(page: Page, family: str) -> tuple[str, str]:
    """The name and address of a child on My work."""
    link = page.get_by_role("table", name="My children").get_by_role("link", name=family).first
    return link.inner_text(), str(link.get_attribute("href"))


def test_a_name_is_found_however_it_is_typed_and_the_record_opens_after_a_reason(signed_in: Journey) -> None:
    page = signed_in("duty")
    found = search(page, "odonell")
    expect(found).to_contain_text("O'Donnell")
    assert "odonell" not in page.url, "a name must not stand in addresses, which are kept in logs"
    found.get_by_role("row").filter(has_text="Open").get_by_role("link").first.click()
    say_why(page, "Somebody has contacted us about this child", "School rings about him and wants his worker's name.")
    expect(page.get_by_role("heading", name="Overview", level=1)).to_be_visible()
    expect(page.locator("body")).to_contain_text("O'Donnell")


def say_why(page: Page, kind: str, reason: str) -> None:
    """Give the reason for opening a record."""
    page.get_by_label(kind).check()
    page.get_by_label("What do you need to know, and for whom?").fill(reason)
    page.get_by_role("button", name="Open the record").click()


@pytest.mark.parametrize(("worker", "family"), [("worker.4", RESTRICTED), ("worker.2", EXCLUDED)])
def test_a_record_behind_a_wall_looks_like_one_that_does_not_exist(
    signed_in: Journey, worker: str, family: str
) -> None:
    name, address = record_of(signed_in(worker), family)
    page = signed_in("social.worker")
    nowhere = f"/people/children/{uuid4()}/"
    for part in ("", "details/", "family/", "documents/", "record/"):
        refused = page.request.get(address + part)
        absent = page.request.get(nowhere + part)
        assert refused.status == absent.status == 404
        assert masked(refused.text()) == masked(absent.text())
        assert refused.headers.keys() == absent.headers.keys()
        assert name not in refused.text()
    expect(search(page, name)).not_to_contain_text(name)
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")


def test_a_look_with_a_reason_is_seen_by_the_worker(signed_in: Journey) -> None:
    worker = signed_in("worker.8")
    name, address = record_of(worker, "O'Donnell")
    reason = "Complaint 4471 from the grandmother about last week's visit."
    page = signed_in("auditor")
    page.goto(address)
    expect(page.get_by_role("main")).not_to_contain_text(name)
    say_why(page, "Audit or complaint", reason)
    expect(page.get_by_role("heading", name="Overview", level=1)).to_be_visible()
    expect(page.locator("body")).to_contain_text(name)
    worker.goto("/")
    expect(worker.get_by_role("row").filter(has_text=reason)).to_contain_text("Ruth Steadman")


def test_duty_opens_a_restricted_record_in_an_emergency_and_managers_are_asked_to_review_it(
    signed_in: Journey,
) -> None:
    name, address = record_of(signed_in("worker.4"), RESTRICTED)
    page = signed_in("out.of.hours")
    assert page.goto(address).status == 404
    page.goto(f"/access/emergency/{address.strip('/').split('/')[-1]}/")
    expect(page.get_by_role("main")).to_contain_text("Only named people may open this record")
    expect(page.locator("body")).not_to_contain_text(name)
    say_why(page, "A child may be at risk now", "Police are at the door with the child now.")
    expect(page.locator("body")).to_contain_text(name)
    manager = signed_in("data.protection")
    manager.goto("/access/emergency-openings/")
    expect(manager.get_by_role("main")).to_contain_text("Siobhán Ní Dhomhnaill")
