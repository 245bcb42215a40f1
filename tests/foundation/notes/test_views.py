"""Case notes on screen: four fields, recorded once for several children, read where they may be."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.documents.models import Passage
from sightline.foundation.notes.models import CaseNote, NextStep
from tests.builders.child_protection import family
from tests.builders.notes import note, noted_in, step
from tests.builders.workforce import as_builder, practitioner
from tests.foundation.notes.pages import NOTE, opened, page_of, record_address, sent, text_of

pytestmark = pytest.mark.django_db
STEP = {"step-what": "Ring the nurse", "step-by_when-day": "5", "step-by_when-month": "6", "step-by_when-year": "2026"}


def test_a_note_needs_four_answers(client_of):
    home = family(1)
    client, url = client_of(home.worker), record_address(home.children[0])
    response = sent(client, url, NOTE)
    assert response.status_code == 302, response.content.decode()
    text = text_of(client.get(response["Location"]))
    assert "The case note is recorded." in text
    assert "Telephone or video call: Jo Carr, school" in text


def test_the_button_that_reads_an_email_stands_after_the_question_for_the_file(client_of):
    home = family(1)
    text = text_of(client_of(home.worker).get(record_address(home.children[0])))
    assert text.index('type="file"') < text.index("Fill in from this email") < text.index("When was it?")


def test_a_form_sent_twice_records_one_note(client_of):
    home = family(2)
    client, url = client_of(home.worker), record_address(*home.children)
    answers = {**opened(client.get(url)), **NOTE}
    assert [client.post(url, answers).status_code for _ in range(2)] == [302, 302]
    with as_builder():
        assert CaseNote.objects.count() == 1


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"happened_on-year": "2099"}, "must be on or before"),
        ({"kind": ""}, "Select what kind of note it is"),
        ({"with_whom": ""}, "Enter with whom it was"),
        ({"account": ""}, "Enter what was said, or what happened"),
        ({"happened_at": "late"}, "Enter a time, like 14:30"),
        ({"step-what": "Ring"}, "Enter by when it is done"),
        ({**STEP, "step-by_when-day": "1", "step-by_when-month": "5"}, "not be due before the note"),
        ({"passages-0-text": "He shouts"}, "Select who it is about"),
    ],
)
def test_a_wrong_answer_is_refused_with_a_sentence_and_nothing_typed_is_lost(client_of, answers, sentence):
    home = family(2)
    typed = {"passages-1-text": "", "step-what": "Ring <b>"}
    text = text_of(sent(client_of(home.worker), record_address(*home.children), NOTE | typed | answers))
    assert sentence in text
    assert "Ring" in text
    with as_builder():
        assert not CaseNote.objects.exists()


def test_a_next_step_stands_on_my_work_until_it_is_done(client_of):
    home = family(2)
    client = client_of(home.worker)
    asked = {**NOTE, **STEP, "step-owner": str(home.worker.pk)}
    assert sent(client, record_address(*home.children), asked).status_code == 302
    assert "Next step from a case note" in text_of(client.get("/"))
    with as_builder():
        key = NextStep.objects.filter(child=home.children[0]).get().pk
    url = f"/notes/children/{home.children[0]}/steps/{key}/"
    assert "Ring the nurse" in text_of(client.get(url))
    done = {f"finished_on-{part}": value for part, value in (("day", "4"), ("month", "6"), ("year", "2026"))}
    assert sent(client, url, {**done, "became": "She comes on Monday"}).status_code == 302
    assert "Next step from a case note" not in text_of(client.get("/"))
    with as_builder():
        written = CaseNote.objects.get()
    for child in home.children:
        assert "She comes on Monday" in text_of(client.get(page_of(child, written)))


def test_a_passage_about_one_of_them_stands_in_that_childs_record_only(client_of):
    home = family(2)
    tia, leo = home.children
    client = client_of(home.worker)
    passage = {"passages-0-about": [str(tia)], "passages-0-text": "I dread Fridays", "passages-0-may_know": "child"}
    assert sent(client, record_address(tia, leo), NOTE | passage).status_code == 302
    with as_builder():
        assert Passage.objects.get().about == [tia]
        written = CaseNote.objects.get()
    assert "I dread Fridays" in text_of(client.get(page_of(tia, written)))
    assert "I dread Fridays" not in text_of(client.get(page_of(leo, written)))
    assert "I dread Fridays" in text_of(client.get(page_of(leo, written) + "?together=1"))


def test_a_note_is_corrected_for_every_child_and_the_first_stays_readable(client_of):
    home = family(2)
    tia, leo = home.children
    written = note(home.children)
    client, before = client_of(home.worker), page_of(tia, written)
    answers = {**NOTE, "account": "Late twice.", "reason": "Counted wrongly"}
    assert sent(client, page_of(tia, written, "correct/"), answers).status_code == 302
    assert "Late twice." in text_of(client.get(page_of(leo, written)))
    text = text_of(client.get(before))
    assert "Late three times." in text
    assert "This does not stand any more" in text


def test_a_note_recorded_about_the_wrong_child_is_taken_back(client_of):
    home = family(2)
    tia, leo = home.children
    written = note(home.children)
    client = client_of(home.worker)
    assert sent(client, page_of(tia, written, "withdraw/"), {"reason": "About the cousin"}).status_code == 302
    assert "No case notes yet" in text_of(client.get(f"/notes/children/{tia}/"))
    assert "Late three times." in text_of(client.get(f"/notes/children/{leo}/"))


def test_older_notes_stand_on_further_pages(client_of):
    home = family(1)
    for number in range(32):
        note(home.children, account=f"Number {number:02}.")
    client, url = client_of(home.worker), f"/notes/children/{home.children[0]}/"
    first, second = text_of(client.get(url)), text_of(client.get(f"{url}?page=2"))
    assert ("Number 31." in first, "Number 01." in first, "Number 01." in second) == (True, False, True)
    assert "Older notes" not in second
    assert client.get(f"{url}?page=none").status_code == 200


WAYS = ["", "record/?chosen=1", "{noted}/", "{noted}/correct/", "{noted}/withdraw/", "steps/{step}/"]


@pytest.fixture
def whole():
    """A child with a note and a next step, and every page about them."""
    home = family(1)
    child = home.children[0]
    written = note([child], step=step(home.worker.pk))
    with as_builder():
        keys = {"noted": noted_in(child, written).pk, "step": NextStep.objects.get().pk}
    return home, [f"/notes/children/{child}/{way.format(**keys)}" for way in WAYS]


def test_another_teams_worker_finds_none_of_it(client_of, whole):
    client = client_of(practitioner())
    assert {client.get(address).status_code for address in whole[1]} == {404}


@pytest.mark.parametrize(("role", "records"), [("assistant", 200), ("business_support", 404)])
def test_who_of_the_team_reads_and_who_records(client_of, whole, role, records):
    home, addresses = whole
    client = client_of(practitioner(role=role, team=home.worker.team))
    assert [client.get(each).status_code for each in addresses] == [200, records, 200, records, records, records]


def test_every_page_takes_few_queries(client_of, whole, django_assert_max_num_queries):
    home, addresses = whole
    client = client_of(home.worker)
    for address in addresses:
        with django_assert_max_num_queries(25):
            assert client.get(address).status_code == 200


def test_as_many_queries_for_nine_children_as_for_two(client_of):
    def queries_of(number):
        home = family(number)
        written = note(home.children, step=step(home.worker.pk))
        client, url = client_of(home.worker), page_of(home.children[0], written) + "?together=1"
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    assert queries_of(9) <= queries_of(2)
