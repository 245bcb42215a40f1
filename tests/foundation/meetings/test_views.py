"""Meetings on screen: arranged, recorded once for several children, read with the decision first, corrected."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sightline.foundation.audit_trail.models import ReadEvent
from sightline.foundation.documents.rules.passages import WrittenPassage
from sightline.foundation.meetings.models import AgreedStep, Attendance, Held, Meeting
from sightline.foundation.meetings.rules import NewStep
from tests.architecture.matrix.filling import filled_in
from tests.builders.child_protection import family
from tests.builders.meetings import arranged, held, held_for
from tests.builders.workforce import as_builder, practitioner
from tests.foundation.meetings.pages import DETAILS, MEETING, page_of, record_address, sent, text_of

pytestmark = pytest.mark.django_db


def test_a_meeting_is_arranged_and_then_recorded_from_what_is_known(client_of):
    home = family(2)
    client, day = client_of(home.worker), timezone.localdate() + timedelta(days=7)
    on = {f"happens_on-{part}": str(getattr(day, part)) for part in ("day", "month", "year")}
    invited = {"invited-0-name": "Bea Bright", "invited-0-part": "parent"}
    response = sent(client, record_address(*home.children, kind="arrange"), DETAILS | on | invited)
    assert response.status_code == 302, response.content.decode()
    text = text_of(client.get(response["Location"]))
    assert "Bea Bright" in text
    assert "Nobody has been written to yet" in text
    assert "Arranged" in text_of(client.get(f"/meetings/children/{home.children[1]}/"))
    with as_builder():
        planned = Meeting.objects.get()
    hold = f"/meetings/children/{home.children[0]}/arranged/{planned.pk}/hold/"
    assert 'value="Bea Bright"' in text_of(client.get(hold))
    response = sent(client, hold, MEETING)
    assert response.status_code == 302, response.content.decode()
    with as_builder():
        assert {each.meeting_id for each in Held.objects.all()} == {planned.pk}
        assert Attendance.objects.count() == 2


def test_one_meeting_about_four_children_is_recorded_from_one_form(client_of):
    home = family(4)
    mae = home.children[3]
    steps = {
        "steps-0-text": "Ring the school", "steps-0-who": "Amina", "steps-0-owner": str(home.worker.pk),
        "steps-0-by_when-day": "5", "steps-0-by_when-month": "6", "steps-0-by_when-year": "2026",
        "steps-0-about": [str(mae)],
    }  # fmt: skip
    apart = {"each-different": [str(mae)], f"each-{mae}-decided": "Step down."}
    words = {"passages-0-text": "I like it", "passages-0-about": [str(mae)], "passages-0-may_know": "child"}
    client = client_of(home.worker)
    response = sent(client, record_address(*home.children), MEETING | steps | apart | words)
    assert response.status_code == 302, response.content.decode()
    with as_builder():
        assert sorted({each.decided for each in Held.objects.all()}) == ["Step down.", "The plan goes on."]
        assert AgreedStep.objects.get().child_id == mae
        met = Meeting.objects.get()
    own = text_of(client.get(page_of(mae, met)))
    assert own.index("Step down.") < own.index("Ring the school")
    assert "I like it" in own
    assert "I like it" not in text_of(client.get(page_of(home.children[0], met)))


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"happens_on-year": "2099"}, "must be on or before"),
        ({"kind": ""}, "Select what kind of meeting it is"),
        ({"people-0-came": ""}, "Select whether they came"),
        ({"people-0-name": "", "people-0-part": "", "people-0-came": ""}, "Say who came"),
        ({"quorum-enough": "no"}, "Enter why it went on all the same"),
        ({"each-all-decided": ""}, "Enter what was decided"),
        ({"steps-0-text": "Ring"}, "Enter who will do it"),
        ({"next_on-day": "31", "next_on-month": "5", "next_on-year": "2026"}, "must not be before this one"),
    ],
)
def test_a_wrong_answer_is_refused_with_a_sentence_and_nothing_typed_is_lost(client_of, answers, sentence):
    home = family(1)
    typed = {"each-all-reasons": "Because of <b>"}
    text = text_of(sent(client_of(home.worker), record_address(*home.children), MEETING | typed | answers))
    assert sentence in text
    assert "Because of &lt;b&gt;" in text
    with as_builder():
        assert not Meeting.objects.exists()


def test_a_sisters_decision_is_shown_only_once_her_record_is_opened_too(client_of):
    home = family(2)
    tia, leo = home.children
    met = held([tia, leo], passages=[WrittenPassage((leo,), "Leo is at his gran's")])
    client = client_of(home.worker)
    assert "at his gran" not in text_of(client.get(page_of(tia, met)))
    assert "at his gran" in text_of(client.get(page_of(tia, met) + "?together=1"))
    with as_builder():
        assert ReadEvent.objects.filter(opened=leo, via=tia, practitioner=home.worker.pk).count() == 1


def test_what_was_decided_is_corrected_and_the_first_stays_readable(client_of):
    home = family(1)
    met = held(home.children)
    client, before = client_of(home.worker), page_of(home.children[0], met)
    answers = {"decided-decided": "A review in May.", "correction-reason": "Mixed up"}
    response = sent(client, before + "correct-child/", answers)
    assert response.status_code == 302, response.content.decode()
    assert "A review in May." in text_of(client.get(response["Location"]))
    assert "This does not stand any more" in text_of(client.get(before))


def test_who_came_is_corrected_in_every_record_and_a_stale_page_shows_both_lists(client_of):
    home = family(2)
    child, met = home.children[0], held(home.children)
    mine, theirs, url = client_of(home.worker), client_of(home.manager), page_of(child, met, "correct-people/")
    kept = filled_in(mine.get(url).content.decode())
    stale = filled_in(theirs.get(url).content.decode()) | {"people-1-came": "absent", "people-0-name": "Bea B"}
    added = {"people-1-came": "came", "people-1-sent_report": "yes", "correction-reason": "Read the minutes"}
    for _ in range(2):
        response = mine.post(url, kept | added | {"quorum-enough": "yes"})
        assert response.status_code == 302, response.content.decode()
    with as_builder():
        school = Attendance.objects.current().filter(part="education")
        assert {(each.child_id, each.came) for each in school} == {(each, "came") for each in home.children}
        assert {each.enough_came for each in Held.objects.current()} == {True}
        assert Held.objects.count() == 4
    answer = theirs.post(page_of(child, met, "correct-people/"), stale | {"correction-reason": "She was not there"})
    assert "Somebody else changed this while you were writing" in text_of(answer)
    again = filled_in(answer.content.decode()) | {"correction-reason": "She was not there"}
    assert theirs.post(page_of(child, met, "correct-people/"), again).status_code == 302
    with as_builder():
        named = Attendance.objects.current().filter(child=child).values_list("name", "came")
        assert set(named) == {("Bea B", "came"), ("Jo Carr", "absent")}
    assert "Bea B" in text_of(mine.get(page_of(child, met)))


def test_a_meeting_is_called_off_withdrawn_and_a_step_finished(client_of):
    home = family(1)
    child = home.children[0]
    client, planned = client_of(home.worker), arranged([child])
    off = f"/meetings/children/{child}/arranged/{planned.pk}/call-off/"
    assert sent(client, off, {"why": "Snow"}).status_code == 302
    assert "did not take place" in text_of(client.get(f"/meetings/children/{child}/"))
    met = held([child], on=date(2026, 6, 2), steps=[NewStep("Ring", "Amina", date(2026, 6, 4))])
    with as_builder():
        step = AgreedStep.objects.get().pk
    done = {"finished_on-day": "4", "finished_on-month": "6", "finished_on-year": "2026", "became": "Rang"}
    assert sent(client, f"/meetings/children/{child}/steps/{step}/", done).status_code == 302
    assert "Finished on 4 June 2026: Rang" in text_of(client.get(page_of(child, met)))
    assert sent(client, page_of(child, met, "withdraw/"), {"reason": "The cousin"}).status_code == 302
    assert "The plan goes on" not in text_of(client.get(f"/meetings/children/{child}/"))


WAYS = [
    ("", "open"), ("record/?chosen=1", "record"), ("arrange/?chosen=1", "record"), ("{held}/", "open"),
    ("{held}/correct-child/", "record"), ("{held}/withdraw/", "record"), ("arranged/{meeting}/", "open"),
    ("arranged/{meeting}/hold/", "record"), ("arranged/{meeting}/call-off/", "record"),
    ("arranged/{meeting}/correct/", "record"), ("steps/{step}/", "record"),
]  # fmt: skip


@pytest.fixture
def whole():
    """A child with a meeting that is arranged and one that was held, and every page about them."""
    home = family(1)
    child = home.children[0]
    planned = arranged([child], on=date(2026, 6, 9))
    met = held([child], steps=[NewStep("Ring", "Amina", date(2026, 6, 4))])
    with as_builder():
        keys = {"held": held_for(child, met).pk, "meeting": planned.pk, "step": AgreedStep.objects.get().pk}
    return home, [f"/meetings/children/{child}/{way.format(**keys)}" for way, _ in WAYS]


def test_another_teams_worker_finds_none_of_it(client_of, whole):
    client = client_of(practitioner())
    assert {client.get(address).status_code for address in whole[1]} == {404}


@pytest.mark.parametrize(("role", "records"), [("business_support", 200), ("legal", 404)])
def test_who_of_the_team_reads_and_who_records(client_of, whole, role, records):
    home, addresses = whole
    client = client_of(practitioner(role=role, team=home.worker.team))
    expected = [200 if kind == "open" else records for _, kind in WAYS]
    assert [client.get(each).status_code for each in addresses] == expected


def test_every_page_takes_few_queries(client_of, whole, django_assert_max_num_queries):
    home, addresses = whole
    client = client_of(home.worker)
    for address in addresses:
        with django_assert_max_num_queries(25):
            assert client.get(address).status_code == 200, address


def test_as_many_queries_for_nine_children_as_for_two(client_of):
    def queries_of(number):
        home = family(number)
        met = held(home.children)
        client, url = client_of(home.worker), page_of(home.children[0], met) + "?together=1"
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    assert queries_of(9) <= queries_of(2)
