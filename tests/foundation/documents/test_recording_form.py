"""A form keeps what was typed whatever happens to the request, and takes effect once."""

import re
from typing import Any

import pytest
from django.db import connection

from sightline.foundation.children.models import Person
from sightline.foundation.documents import tickets
from sightline.foundation.documents.models import Draft, FinishedDraft
from tests.builders import workforce

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.foundation.documents.forms_to_fill")]


def names() -> list[str]:
    return list(Person.objects.exclude(given_names="Sam").values_list("given_names", flat=True))


def typed() -> list[Any]:
    return [draft.data for draft in Draft.objects.order_by("started_at")]


def test_opening_a_form_saves_nothing(opened: Any) -> None:
    page = opened()
    assert page.response.status_code == 200
    assert page.draft
    assert "There is a problem" not in page.html
    assert typed() == []


def test_a_form_that_is_right_records_once_and_its_draft_is_gone(opened: Any) -> None:
    response = opened().send(name="Robin")
    assert response.status_code == 302
    assert names() == ["Robin"]
    assert typed() == []


def test_a_form_sent_twice_has_one_effect_and_one_answer(opened: Any) -> None:
    page = opened()
    first, second = page.send(name="Robin"), page.send(name="Robin")
    assert first["Location"] == second["Location"]
    assert names() == ["Robin"]
    assert typed() == []


def test_a_form_sent_twice_has_one_effect_even_if_its_answer_was_never_noted(opened: Any) -> None:
    page = opened()
    first = page.send(name="Robin")
    FinishedDraft.objects.update(went_to="")
    assert page.send(name="Robin")["Location"] == first["Location"]
    assert names() == ["Robin"]
    assert typed() == []


def test_what_was_changed_after_recording_is_kept_as_a_new_draft(opened: Any) -> None:
    page = opened()
    page.send(name="Robin")
    response = page.send(name="Robin", note="More")
    assert "kept as a new draft" in response.content.decode()
    assert names() == ["Robin"]
    assert typed() == [{"name": ["Robin"], "note": ["More"]}]
    assert page.send(name="Robin", note="More").status_code == 302
    assert names() == ["Robin", "Robin"]
    assert typed() == []


def test_a_form_with_an_error_keeps_its_draft(opened: Any) -> None:
    page = opened()
    assert "Enter an answer" in page.send(name="", note="Long text").content.decode()
    assert typed() == [{"name": [""], "note": ["Long text"]}]


def test_a_refusal_is_read_as_a_sentence_and_the_text_is_kept(opened: Any) -> None:
    page = opened()
    assert "That name is taken" in page.send(name="refuse", note="Text").content.decode()
    assert typed() == [{"name": ["refuse"], "note": ["Text"]}]
    assert page.send(name="Robin", note="Text").status_code == 302
    assert typed() == []


def test_a_request_that_fails_keeps_what_was_typed(opened: Any) -> None:
    page = opened()
    page.client.raise_request_exception = False
    assert page.send(name="fail", note="Text").status_code == 500
    assert names() == []
    assert typed() == [{"name": ["fail"], "note": ["Text"]}]


def test_a_form_saves_itself_and_counts_its_versions(opened: Any) -> None:
    page = opened()
    first = page.save(name="Ro")
    assert first.status_code == 200
    assert re.fullmatch(r"\d\d:\d\d", first.json()["saved"])
    assert page.save(name="Robin").json()["version"] == 2
    assert typed() == [{"name": ["Robin"]}]


def test_a_form_that_saves_itself_is_told_what_could_be_said_differently_and_nothing_is_kept_of_it(opened: Any) -> None:
    page = opened()
    said = page.save(name="Ro", note="Her siblings absconded").json()["words"]
    assert list(said) == ["note"]
    assert said["note"][0] == "“siblings”: brothers and sisters, or their names"
    assert typed() == [{"name": ["Ro"], "note": ["Her siblings absconded"]}]
    assert page.save(name="Ro", note="Her brothers").json()["words"] == {}


def test_saving_the_same_again_changes_nothing(opened: Any) -> None:
    page = opened()
    page.save(name="Robin")
    assert page.save(name="Robin").json()["version"] == 1


def test_a_save_whose_answer_was_lost_is_no_conflict(opened: Any) -> None:
    page = opened()
    page.save(name="R")
    version = page.version
    page.save(name="Ro")
    page.version = version
    assert page.save(name="Rob").status_code == 200
    assert typed() == [{"name": ["Rob"]}]


def test_two_pages_of_one_draft_are_shown_both_texts(opened: Any) -> None:
    one = opened()
    one.save(name="Robin", note="First")
    key = tickets.read(one.draft).draft
    two = opened(client=one.client, query=f"?draft={key}")
    assert two.save(name="Robin", note="Second").status_code == 200
    lost = one.save(name="Robin", note="Third")
    assert lost.status_code == 409
    assert lost.json() == {
        "yours": {"name": ["Robin"], "note": ["Third"]},
        "theirs": {"name": ["Robin"], "note": ["Second"]},
        "version": 2,
    }
    assert typed() == [{"name": ["Robin"], "note": ["Second"]}, {"name": ["Robin"], "note": ["Third"]}]
    one.version = 2
    assert one.save(name="Robin", note="Second and third").status_code == 200
    assert typed() == [{"name": ["Robin"], "note": ["Second and third"]}]


def test_a_page_that_lost_and_is_sent_is_asked_to_choose_and_nothing_is_recorded(opened: Any) -> None:
    one = opened()
    one.save(name="Robin", note="First")
    key = tickets.read(one.draft).draft
    two = opened(client=one.client, query=f"?draft={key}")
    two.save(name="Robin", note="Second")
    answer = one.send(name="Robin", note="Third")
    assert answer.status_code == 303
    assert names() == []
    choice = one.client.get(answer["Location"])
    html = choice.content.decode()
    assert "Second" in html
    assert "Third" in html
    assert "What happened?" in html
    assert "checked" not in html
    undecided = one.client.post(answer["Location"], {})
    assert "Select which text to keep" in undecided.content.decode()
    chosen = one.client.post(answer["Location"], {"keep-0": "yours"})
    assert chosen["Location"] == f"/test/{two.address.split('/')[2]}/note/?draft={key}"
    assert typed() == [{"name": ["Robin"], "note": ["Third"]}]


def test_a_draft_comes_back_as_it_was_typed(opened: Any) -> None:
    page = opened()
    page.save(name="", note="As typed", **{"held_on-day": "31", "held_on-month": "2"})
    again = opened(client=page.client, query=f"?draft={tickets.read(page.draft).draft}")
    assert "As typed" in again.html
    assert 'value="31"' in again.html
    assert "There is a problem" not in again.html
    assert again.send(name="Robin", note="As typed").status_code == 302
    assert typed() == []


def test_text_that_no_question_claims_is_shown_and_stays(opened: Any) -> None:
    page = opened()
    page.save(name="Robin", older_question="Precious")
    query = f"?draft={tickets.read(page.draft).draft}"
    again = opened(client=page.client, query=query)
    assert "Precious" in again.html
    assert again.save(name="Robin B").status_code == 200
    assert "Precious" in opened(client=page.client, query=query).html


def test_nobody_else_reads_or_reaches_a_draft(opened: Any, child: Any) -> None:
    page = opened()
    page.save(name="Secret")
    key = tickets.read(page.draft).draft
    other = workforce.practitioner(team=None)
    workforce.involve(child, kind="co_worker", practitioner=other)
    theirs = opened(by=other, query=f"?draft={key}")
    assert theirs.response.status_code == 200
    assert "Secret" not in theirs.html
    for address in (f"/drafts/{key}/discard", f"/drafts/{key}/choose"):
        assert theirs.client.get(address).status_code == 404


def test_a_button_that_is_not_the_last_saves_and_shows_the_form_again(opened: Any) -> None:
    page = opened()
    response = page.send(name="", note="Text", save_for_later="1")
    assert "There is a problem" not in response.content.decode()
    assert "Text" in response.content.decode()
    assert typed() == [{"name": [""], "note": ["Text"]}]


def test_a_draft_is_discarded_only_when_its_author_says_so(opened: Any) -> None:
    page = opened()
    page.save(name="Robin")
    address = f"/drafts/{tickets.read(page.draft).draft}/discard"
    assert "cannot be brought back" in page.client.get(address).content.decode()
    assert page.client.post(address, {}).status_code == 200
    assert len(typed()) == 1
    page.client.post(address, {"sure": "on"})
    assert typed() == []


def test_more_than_a_draft_holds_is_refused_with_a_sentence(opened: Any) -> None:
    page = opened()
    response = page.save(name="Robin", note="x" * 1_000_001)
    assert response.status_code == 413
    assert "1,000,000 characters" in response.json()["error"]
    sent = page.send(name="Robin", note="x" * 1_000_001)
    assert "1,000,000 characters" in sent.content.decode()
    assert page.client.post(page.address, page.post(note="x" * 7_000_000)).status_code == 413
    assert names() == []


def test_strange_characters_are_kept_and_named(opened: Any) -> None:
    page = opened()
    assert (
        page.save(name="Zo\u00eb \u0000 \ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16")).status_code
        == 200
    )
    assert "Remove a hidden character" in page.send(name="Ro\x00bin").content.decode()
    assert names() == []


def test_saving_writes_no_entry_in_the_read_log(opened: Any) -> None:
    page = opened()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit_trail_readevent")
        before = cursor.fetchone()
        page.save(name="Robin")
        cursor.execute("SELECT count(*) FROM audit_trail_readevent")
        assert cursor.fetchone() == before


def test_a_save_takes_few_queries(opened: Any, django_assert_num_queries: Any) -> None:
    page = opened()
    page.save(name="Robin")
    with django_assert_num_queries(16):  # two transactions: one keeps the text, one asks who is signed in
        page.save(name="Robin B")
