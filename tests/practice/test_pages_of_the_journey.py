"""From the first contact to a plan on screen: each form records one thing once, and each page says what comes next."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.calendar.instants import london_today
from sightline.practice.assessment.models import Assessment
from sightline.practice.child_in_need.models import ChildInNeedPlan, ChildInNeedReview
from sightline.practice.early_help.models import EarlyHelpEpisode
from sightline.practice.front_door.models import Contact, ContactOutcome, Referral, ReferralDecision, ReferrerTold
from sightline.ui.vocabulary import default_terms
from tests.builders.child_protection import family
from tests.builders.workforce import as_builder
from tests.practice.child_protection.pages import text_of, ticket

pytestmark = pytest.mark.django_db
MOST = 25
NONSENSE = Path(__file__).resolve().parents[1] / "ui" / "nonsense_vocabulary.csv"


@pytest.fixture
def home():
    return family(1)


@pytest.fixture
def page(client_of, home):
    """A page of the child as the worker sees it."""

    def shown(address, by=None):
        return text_of(client_of(by or home.worker).get(f"/{address.format(child=home.children[0])}"))

    return shown


@pytest.fixture
def send(client_of, home):
    """Open a form and send answers of a day, under the name that the form has for it; what the next page says."""

    def sent(address, day, *, by=None, asks="on", **answers):
        client = client_of(by or home.worker)
        url = f"/{address.format(child=home.children[0])}"
        on = {f"{asks}-{part}": str(getattr(day, part)) for part in ("day", "month", "year")}
        return text_of(client.post(url, on | answers | ticket(client.get(url)), follow=True))

    return sent


def only(model):
    with as_builder():
        return model.objects.current().get()


def count(*models):
    with as_builder():
        return [model.objects.current().count() for model in models]


CAME = {
    "kind": "worry",
    "safe_now": "yes",
    "came_by": "telephone",
    "story-what_about": "Alone at night, says a neighbour.",
    "who-source": "1A",
}


def test_a_contact_becomes_a_referral_and_whoever_made_it_is_told(send, page):
    assert "No contact yet" in page("front-door/children/{child}/")
    on = {"asks": "received_on", "received_at": "21:30"}
    taken = send("front-door/children/{child}/contacts/record/", date(2026, 6, 1), **on, **CAME)
    assert "Tell them the reference" in taken
    assert "Decide about this contact" in taken
    contact = only(Contact)
    address = f"front-door/children/{{child}}/contacts/{contact.pk}/"
    decided = {"decided-all-way": "assessment", "decided-all-reasons": "It may be neglect."}
    after = send(f"{address}decide/", date(2026, 6, 1), **decided)
    assert "It may be neglect." in after
    assert "Decide about this contact" not in after
    referral = only(Referral)
    assert referral.contact_id == contact.pk
    tell = f"front-door/children/{{child}}/referrals/{referral.pk}/tell/"
    told = send(tell, london_today(), how="spoken")
    assert "Close the referral" in told
    assert "Record what the referrer was told" not in told
    assert count(ContactOutcome, ReferralDecision, ReferrerTold) == [1, 1, 1]


def test_a_second_referral_is_refused_above_the_questions(send):
    for _ in range(2):
        said = send(
            "front-door/children/{child}/referrals/record/", date(2026, 6, 1), asks="received_on", referral_source="1A"
        )
    assert "A referral is open since 1 June 2026" in said
    assert count(Referral) == [1]


def test_a_referral_is_closed_with_the_reason_of_the_census(send):
    send("front-door/children/{child}/referrals/record/", date(2026, 6, 1), asks="received_on", referral_source="1A")
    send("front-door/children/{child}/referrals/close/", date(2026, 6, 20), reason="RC7")
    assert (only(Referral).ended, only(Referral).reason_for_closure) == (date(2026, 6, 20), "RC7")


def test_the_contact_of_another_child_is_decided_nowhere_here(client_of, home, send):
    other = family(1)
    url = f"front-door/children/{other.children[0]}/contacts/record/"
    send(url, date(2026, 6, 1), by=other.worker, asks="received_on", **CAME)
    address = f"/front-door/children/{home.children[0]}/contacts/{only(Contact).pk}/decide/"
    assert client_of(home.worker).get(address).status_code == 404


def test_early_help_begins_with_a_yes_and_ends_with_what_changed(send):
    begins = {"organisation": "Hill Road Primary", "reason": "Mornings", "lead_worker": "Jo", "who_agreed": "Mother"}
    after = send("early-help/children/{child}/begin/", date(2026, 6, 1), **begins)
    assert "Hill Road Primary" in after
    episode = only(EarlyHelpEpisode)
    ended = {"end_reason": "Tia is at school on time."}
    send(f"early-help/children/{{child}}/{episode.pk}/end/", date(2026, 7, 1), **ended)
    assert only(EarlyHelpEpisode).ended == date(2026, 7, 1)


def test_an_assessment_is_begun_by_a_worker(send, page, home):
    begun = send("assessments/children/{child}/begin/", date(2026, 6, 1), kind="child_and_family")
    assert "The assessment is begun" in begun
    assert "Child and family, since 1 June 2026" in page("assessments/children/{child}/")
    assert only(Assessment).ended is None


def test_a_plan_is_reviewed_and_ends_where_it_does_not_go_on(send):
    after = send("child-in-need/children/{child}/begin/", date(2026, 6, 1))
    assert "Record a review of the plan" in after
    goes_on = {"what_changed": "Bedtimes are kept.", "continues": "yes"}
    send("child-in-need/children/{child}/reviews/record/", date(2026, 7, 6), **goes_on)
    assert only(ChildInNeedPlan).ended is None
    over = {"what_changed": "All is reached.", "continues": "no", "end_reason": "needs_met"}
    send("child-in-need/children/{child}/reviews/record/", date(2026, 8, 3), **over)
    assert (only(ChildInNeedPlan).ended, only(ChildInNeedPlan).end_reason) == (date(2026, 8, 3), "needs_met")
    assert count(ChildInNeedReview) == [2]


PAGES = [
    *("front-door/children/{child}/", "front-door/children/{child}/contacts/record/"),
    *("front-door/children/{child}/referrals/record/", "front-door/children/{child}/referrals/close/"),
    "front-door/children/{child}/referrals/{referral}/decide/",
    *("early-help/children/{child}/", "early-help/children/{child}/begin/"),
    "early-help/children/{child}/step-down/",
    *("assessments/children/{child}/", "assessments/children/{child}/begin/"),
    *("child-in-need/children/{child}/", "child-in-need/children/{child}/begin/"),
    *("child-in-need/children/{child}/reviews/record/", "child-in-need/children/{child}/end/"),
]


def test_no_page_holds_a_default_term(client_of, home, send, settings):
    send("front-door/children/{child}/referrals/record/", date(2026, 6, 1), asks="received_on", referral_source="1A")
    keys = {"child": home.children[0], "referral": only(Referral).pk}
    settings.SIGHTLINE_VOCABULARY = str(NONSENSE)
    terms = re.compile(rf"\b({'|'.join(map(re.escape, default_terms()))})\b", re.IGNORECASE)
    client, found = client_of(home.manager), []
    for address in PAGES:
        main = text_of(client.get(f"/{address.format(**keys)}")).split("<main", 1)[1].split("</main>", 1)[0]
        found += [(address, each) for each in terms.findall(re.sub(r"<[^>]*>", " ", main))]
    assert found == []


@pytest.mark.parametrize("area", ["front-door", "early-help", "assessments", "child-in-need"])
def test_the_page_of_an_area_asks_little_of_the_database(client_of, home, send, area):
    send("front-door/children/{child}/referrals/record/", date(2026, 6, 1), asks="received_on", referral_source="1A")
    client = client_of(home.worker)
    client.get(f"/{area}/children/{home.children[0]}/")
    with CaptureQueriesContext(connection) as asked:
        client.get(f"/{area}/children/{home.children[0]}/")
    assert len(asked) <= MOST


def test_where_no_order_is_in_force_the_page_says_so(page):
    assert "No order or power is in force" in page("court/children/{child}/orders/end/")
