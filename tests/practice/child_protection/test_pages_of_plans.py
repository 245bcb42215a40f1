"""Conferences, protection plans and core groups on screen, about one child or brothers and sisters together."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.timescales.models import ClockRow
from sightline.practice.child_protection import models
from sightline.ui.vocabulary import default_terms
from tests.builders.child_protection import family, strategy_discussion
from tests.builders.workforce import as_builder
from tests.practice.child_protection.pages import text_of, ticket

pytestmark = pytest.mark.django_db
NONSENSE = Path(__file__).resolve().parents[2] / "ui" / "nonsense_vocabulary.csv"
HELD, REVIEWED = date(2026, 6, 15), date(2026, 9, 7)
PLAN = {
    "transfer_in": "no", "decided-all-plan_made": "yes", "decided-all-category": "NEG",
    "decided-all-reasons": "Left alone at night again.",
}  # fmt: skip


@pytest.fixture
def home():
    """Two children of whom enquiries began."""
    made = family(2)
    strategy_discussion(made.children, on=date(2026, 6, 1))
    return made


@pytest.fixture
def send(client_of, home):
    """Open a form about both children, or about the first alone, and send answers of a day; the next page."""

    def sent(page, day, *, both=True, **answers):
        client = client_of(home.worker)
        with as_builder():
            also = models.ProtectionPlan._meta.apps.get_model("children.Child").objects.get(pk=home.children[1])
            reference = also.person.reference
        asked = f"also={reference}&chosen=1" if both else "chosen=1"
        url = f"/child-protection/children/{home.children[0]}/{page}?{asked}"
        on = {f"on-{part}": str(getattr(day, part)) for part in ("day", "month", "year")}
        return text_of(client.post(url, on | answers | ticket(client.get(url)), follow=True))

    return sent


def standing(model):
    with as_builder():
        return list(model.objects.current().order_by("child"))


def test_a_conference_makes_a_plan_for_one_child_and_none_for_the_other(send, home):
    other = str(home.children[1])
    apart = {
        "decided-different": [other], f"decided-{other}-plan_made": "no",
        f"decided-{other}-reasons": "Lives with his father.",
    }  # fmt: skip
    page = send("conferences/record/", HELD, **PLAN, **apart)
    assert "The conference is recorded" in page
    assert "Neglect" in page
    (plan,) = standing(models.ProtectionPlan)
    assert (plan.child_id, plan.began, plan.initial_category) == (home.children[0], HELD, "NEG")
    assert [each.plan_made for each in standing(models.InitialConference)] == [True, False]


def test_a_plan_is_reviewed_for_another_harm_and_then_ends(send):
    send("conferences/record/", HELD, **PLAN)
    goes_on = {"decided-all-continues": "yes", "decided-all-category": "EMO", "decided-all-participation": "PN0",
               "decided-all-quorate": "yes", "decided-all-reasons": "Still shouted at."}  # fmt: skip
    assert "Emotional abuse" in send("conferences/review/", REVIEWED, **goes_on)
    assert len(standing(models.ProtectionPlanCategory)) == 4
    over = {"decided-all-continues": "no", "decided-all-participation": "PN7", "decided-all-reasons": "Safe now."}
    send("conferences/review/", date(2026, 11, 9), **over)
    assert [each.ended for each in standing(models.ProtectionPlan)] == [date(2026, 11, 9)] * 2


def test_a_core_group_is_recorded_as_a_meeting_and_the_clocks_count_it(client_of, home, send):
    send("conferences/record/", HELD, **PLAN)
    (tia, *_), client = home.children, client_of(home.worker)
    way = client.get(f"/child-protection/children/{tia}/core-groups/record/")
    assert way["Location"] == f"/meetings/children/{tia}/record/?kind=core_group"
    assert 'name="kind" value="core_group"' in text_of(client.get(way["Location"]))
    page = f"/meetings/children/{tia}/record/?kind=core_group&chosen=1"
    html = text_of(client.get(page))
    assert re.search(r'value="core_group"[^>]* checked', html)
    met = {f"happens_on-{part}": value for part, value in (("day", "26"), ("month", "6"), ("year", "2026"))}
    said = met | {"chaired_by": "Jo", "people-0-name": "Bea", "people-0-part": "parent", "people-0-came": "came"}
    answers = (
        ticket(client.get(page)) | said | {"kind": "core_group", "how": "in_person", "each-all-decided": "Goes on."}
    )
    assert client.post(page, answers).status_code == 302
    with as_builder():
        assert ClockRow.objects.get(child=tia, timescale="core_group_first").stopped == date(2026, 6, 26)


def test_a_paper_is_recorded_for_both(send):
    send("conferences/record/", HELD, **PLAN)
    sent = {"conference_on-day": "15", "conference_on-month": "6", "conference_on-year": "2026"}
    send("conferences/papers/", date(2026, 6, 16), kind="minutes", sent_to="Both parents", **sent)
    assert len(standing(models.ConferencePaper)) == 2


def test_a_conference_at_a_weekend_is_refused_above_the_questions(send):
    assert "A conference is not held at a weekend" in send("conferences/record/", date(2026, 6, 14), **PLAN)
    assert standing(models.ProtectionPlan) == []


def test_what_concerns_one_child_is_recorded_from_their_page(send):
    send("conferences/required/", date(2026, 6, 8), both=False, required="yes", reasons="He is at risk.")
    send("conferences/transfer-in/", date(2026, 6, 8), both=False, details="A plan since May.")
    send("conferences/record/", HELD, **PLAN)
    send("plans/end/", date(2026, 7, 1), both=False, end_reason="care")
    assert [each.end_reason for each in standing(models.ProtectionPlan)] == ["care", ""]
    assert [len(standing(model)) for model in (models.ConferenceDecision, models.TransferInNotice)] == [1, 1]


def test_the_page_asks_little_of_the_database_and_holds_no_default_term(client_of, home, send, settings):
    send("conferences/record/", HELD, **PLAN)
    send("conferences/required/", date(2026, 6, 8), both=False, required="yes", reasons="He is at risk.")
    client, address = client_of(home.worker), f"/child-protection/children/{home.children[0]}/"
    client.get(f"{address}plans/")
    with CaptureQueriesContext(connection) as asked:
        client.get(f"{address}plans/")
    assert len(asked) <= 25
    settings.SIGHTLINE_VOCABULARY = str(NONSENSE)
    terms = re.compile(rf"\b({'|'.join(map(re.escape, default_terms()))})\b", re.IGNORECASE)
    conferences = [f"conferences/{each}/" for each in ("record", "review", "required", "transfer-in", "papers")]
    for page in ("", *conferences, "plans/", "plans/end/"):
        main = text_of(client.get(f"{address}{page}?chosen=1")).split("<main", 1)[1].split("</main>", 1)[0]
        found = terms.search(re.sub(r"<[^>]*>", " ", main))
        assert not found, (page, found)
