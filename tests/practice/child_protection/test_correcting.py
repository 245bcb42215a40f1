"""Corrections on screen: made in a minute, with a reason, and what was recorded first stays readable."""

from datetime import date

import pytest

from sightline.practice.child_protection.models import EnquiryOutcome, Section47Enquiry
from tests.builders.child_protection import (
    acting,
    correct_decision,
    decision_for,
    family,
    outcome_for,
    strategy_discussion,
)
from tests.builders.workforce import as_builder
from tests.practice.child_protection.pages import discussion, outcome_address, text_of, ticket

pytestmark = pytest.mark.django_db


def test_a_decision_is_corrected_in_a_minute_and_what_was_first_recorded_stays_readable(client_of):
    home = family(1)
    child = home.children[0]
    held = strategy_discussion([child])
    first = outcome_address(child, held)
    client = client_of(home.worker)
    answers = {
        "decision": "no_enquiries", "reasons": "He was at his father's", "correction-reason": "Typed in the wrong box",
        **ticket(client.get(f"{first}correct/")),
    }  # fmt: skip
    response = client.post(f"{first}correct/", answers)
    assert response.status_code == 302
    after = text_of(client.get(response["Location"]))
    assert "No section 47 enquiries" in after
    assert f'href="{first}">See what was recorded before' in after
    before = text_of(client.get(first))
    assert "This does not stand any more" in before
    assert "Why: Typed in the wrong box" in before
    assert "Begin section 47 enquiries" in before


def test_a_correction_says_why_and_changes_something(client_of):
    home = family(1)
    held = strategy_discussion(home.children)
    client, url = client_of(home.worker), outcome_address(home.children[0], held) + "correct/"
    same = {"decision": "begin_enquiries", "reasons": outcome_for(home.children[0]).reasons}
    assert "Enter why it is corrected" in text_of(client.post(url, same | ticket(client.get(url))))
    told = client.post(url, {**same, "correction-reason": "No reason", **ticket(client.get(url))})
    assert "Nothing is different from what is recorded" in text_of(told)


def test_the_loser_of_two_corrections_is_told(client_of):
    home = family(1)
    held = strategy_discussion(home.children)
    client, url = client_of(home.worker), outcome_address(home.children[0], held) + "correct/"
    pages = [ticket(client.get(url)) for _ in range(2)]
    answers = [
        {"decision": "no_enquiries", "reasons": words, "correction-reason": "Wrong box"}
        for words in ("First", "Second")
    ]
    assert client.post(url, answers[0] | pages[0]).status_code == 302
    text = text_of(client.post(url, answers[1] | pages[1]))
    assert "Somebody corrected this before you" in text
    assert "Second" in text


def test_when_it_was_held_is_corrected_for_all_the_children_at_once(client_of):
    home = family(2)
    held = strategy_discussion(home.children, on=date(2026, 6, 8))
    client, url = client_of(home.worker), outcome_address(home.children[0], held) + "correct-details/"
    answers = discussion(
        **{"held_on-day": "1", "held_at": "", "correction_reason": "Wrong day"}, **ticket(client.get(url))
    )
    assert client.post(url, answers).status_code == 302
    with as_builder():
        days = Section47Enquiry.objects.current().values_list("child", "began")
        assert dict(days) == dict.fromkeys(home.children, date(2026, 6, 1))


def correct_day(client, child, held, day):
    url = outcome_address(child, held) + "correct-details/"
    answers = discussion(
        **{"held_on-day": day, "held_on-month": "3", "held_at": "", "correction_reason": "Wrong day"},
        **ticket(client.get(url)),
    )
    assert client.post(url, answers).status_code == 302


def test_a_corrected_date_asks_no_manager_to_agree_the_same_decision_again(client_of):
    home = family(1)
    child, on = home.children[0], date(2026, 3, 2)
    held = strategy_discussion([child], on=on, by=acting(home.worker))
    agreed, writer = client_of(home.manager), client_of(home.worker)
    correct_day(writer, child, held, "3")
    url = f"/oversight/children/{child}/waiting/{decision_for(child, held).pk}/"
    assert agreed.post(url, {"answer-all-answer": "agree", **ticket(agreed.get(url))}).status_code == 302
    correct_day(writer, child, held, "1")
    correct_day(writer, child, held, "4")
    assert "Nothing waits for you" in text_of(agreed.get("/oversight/waiting/"))
    page = text_of(agreed.get(outcome_address(child, held)))
    assert "Agreed" in page
    assert "Waits for a manager" not in page
    correct_decision(decision_for(child, held), "no_enquiries", by=acting(home.worker))
    assert str(child) in text_of(agreed.get("/oversight/waiting/"))


def test_what_enquiries_found_is_recorded_corrected_and_withdrawn(client_of):
    home = family(1)
    child = home.children[0]
    strategy_discussion([child])
    client, base = client_of(home.worker), f"/child-protection/children/{child}/enquiries/"
    ended = {"ended_on-day": "12", "ended_on-month": "6", "ended_on-year": "2026"}
    url = f"{base}record/"
    found = {"found-all-outcome": "not_substantiated", "found-all-reasons": "The hospital confirms the fall."}
    assert client.post(url, ended | found | ticket(client.get(url))).status_code == 302
    with as_builder():
        first = EnquiryOutcome.objects.get()
    url = f"{base}{first.pk}/correct/"
    right = {"outcome": "continuing_risk", "reasons": "A second injury", "correction_reason": "New report"}
    response = client.post(url, ended | right | ticket(client.get(url)))
    assert "at continuing risk of significant harm" in text_of(client.get(response["Location"]))
    assert "Why: New report" in text_of(client.get(f"{base}{first.pk}/"))
    url = response["Location"] + "withdraw/"
    assert client.post(url, {"correction_reason": "Another family", **ticket(client.get(url))}).status_code == 302
    with as_builder():
        assert Section47Enquiry.objects.current().get().ended is None


def test_enquiries_that_are_not_under_way_cannot_end(client_of):
    home = family(1)
    client, url = client_of(home.worker), f"/child-protection/children/{home.children[0]}/enquiries/record/"
    ended = {"ended_on-day": "12", "ended_on-month": "6", "ended_on-year": "2026"}
    found = {"found-all-outcome": "not_substantiated", "found-all-reasons": "The hospital confirms the fall."}
    text = text_of(client.post(url, ended | found | ticket(client.get(url))))
    assert "No enquiries about this child were under way on that day" in text
