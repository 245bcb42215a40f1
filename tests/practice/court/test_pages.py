"""Legal gateway, pre-proceedings and court on screen: a form records one thing, and the page says what comes next."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.code_sets import code_set
from sightline.practice.court import models
from sightline.ui.vocabulary import default_terms
from tests.builders.child_protection import family
from tests.builders.workforce import as_builder
from tests.practice.child_protection.pages import text_of, ticket

pytestmark = pytest.mark.django_db
NONSENSE = Path(__file__).resolve().parents[2] / "ui" / "nonsense_vocabulary.csv"


@pytest.fixture
def home():
    return family(1)


@pytest.fixture
def send(client_of, home):
    """Open a form and send answers of a day; the next page."""

    def sent(page, day, *, by=None, **answers):
        client, url = client_of(by or home.worker), f"/court/children/{home.children[0]}/{page}"
        on = {f"on-{part}": str(getattr(day, part)) for part in ("day", "month", "year")}
        return text_of(client.post(url, on | answers | ticket(client.get(url)), follow=True))

    return sent


def only(model):
    with as_builder():
        return model.objects.current().get()


def count(*kinds):
    with as_builder():
        return [model.objects.current().count() for model in kinds]


def test_from_the_gateway_to_the_letter_the_meeting_and_the_application(send, home):
    asked = {"urgent": "no", "reasons": "Nothing has changed in six months."}
    send("gateway/ask/", date(2026, 6, 1), by=home.manager, **asked)
    decided = send("gateway/record/", date(2026, 6, 3), outcome="B", reasons="The risk is high.")
    assert "Since 3 June 2026" in decided
    send("pre-proceedings/letter/", date(2026, 6, 5), sent_to="Both parents")
    agreed = {"parents_represented": "yes", "what_was_agreed": "Testing each week."}
    send("pre-proceedings/meetings/record/", date(2026, 6, 12), **agreed)
    issued = {"court_reference": "ZZ26C00001", "short_notice": "yes", "short_notice_reason": "A"}
    page = send("proceedings/issue/", date(2026, 7, 6), initial_care_plan="A", **issued)
    assert "ZZ26C00001, since 6 July 2026" in page
    assert only(models.PreProceedings).ended == date(2026, 7, 6)
    assert count(models.LegalGatewayRequest, models.LetterBeforeProceedings, models.PreProceedingsMeeting) == [1, 1, 1]


def test_proceedings_are_heard_extended_and_ended(send):
    send("proceedings/issue/", date(2026, 6, 1), short_notice="no")
    assert only(models.CareProceedings).short_notice_reason == ""
    send("proceedings/hearings/record/", date(2026, 6, 15), kind="case_management", what_was_ordered="A report.")
    send("proceedings/extend/", date(2026, 8, 3), weeks="8")
    send("proceedings/end/", date(2026, 10, 5), outcome="care_order", final_care_plan="A")
    assert (only(models.CareProceedings).outcome, only(models.CareProceedings).ended) == (
        "care_order",
        date(2026, 10, 5),
    )
    assert count(models.Hearing, models.ProceedingsExtension) == [1, 1]


def test_a_meeting_that_nobody_accepted_is_refused_above_the_questions(send):
    assert "Record first that it was accepted" in send("family/record/", date(2026, 6, 1), step="held")
    for step in ("offered", "accepted", "held"):
        send("family/record/", date(2026, 6, 2), step=step)
    assert count(models.FamilyGroupDecisionMaking) == [3]


def test_police_protection_is_counted_from_its_moment_and_ends(send):
    page = send("orders/record/", date(2026, 6, 1), kind="police_protection", began_at="22:40")
    assert "Police protection" in page
    assert only(models.EmergencyOrder).began_at is not None
    ended = {"kind": "police_protection", "ended_at": "9:00", "end_reason": "replaced"}
    send("orders/end/", date(2026, 6, 2), **ended)
    assert only(models.EmergencyOrder).end_reason == "replaced"


def test_pre_proceedings_begin_without_our_gateway_and_are_stepped_down(send):
    send("pre-proceedings/begin/", date(2026, 6, 1))
    (outcome, *_) = code_set("ssd-pre-proceedings-outcome").codes()
    send("pre-proceedings/end/", date(2026, 7, 1), outcome=outcome)
    assert only(models.PreProceedings).outcome == outcome


def test_only_a_manager_asks_the_gateway(client_of, home):
    address = f"/court/children/{home.children[0]}/"
    assert "Ask the legal gateway" not in text_of(client_of(home.worker).get(address))
    assert client_of(home.worker).get(f"{address}gateway/ask/").status_code == 404


def test_the_page_asks_little_of_the_database_and_holds_no_default_term(client_of, home, send, settings):
    send("gateway/record/", date(2026, 6, 3), outcome="B", reasons="The risk is high.")
    send("orders/record/", date(2026, 6, 1), kind="epo", ends_on="")
    send("family/record/", date(2026, 6, 1), step="offered")
    client, address = client_of(home.manager), f"/court/children/{home.children[0]}/"
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    assert len(asked) <= 25
    settings.SIGHTLINE_VOCABULARY = str(NONSENSE)
    terms = re.compile(rf"\b({'|'.join(map(re.escape, default_terms()))})\b", re.IGNORECASE)
    before = [f"pre-proceedings/{each}/" for each in ("begin", "letter", "meetings/record", "end")]
    case = [f"proceedings/{each}/" for each in ("issue", "hearings/record", "extend", "end")]
    others = ["gateway/ask/", "gateway/record/", "family/record/", "orders/record/", "orders/end/"]
    for page in ("", *before, *case, *others):
        main = text_of(client.get(f"{address}{page}")).split("<main", 1)[1].split("</main>", 1)[0]
        found = terms.search(re.sub(r"<[^>]*>", " ", main))
        assert not found, (page, found)
