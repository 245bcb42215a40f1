"""Taking a contact and deciding about it on screen: nothing is lost, nothing is chosen beforehand, nothing waits."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.audit_trail.models import ReadEvent
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.models import Child
from sightline.practice.front_door import actions
from sightline.practice.front_door.actions import ItemSaid
from sightline.practice.front_door.models import Contact, ContactDecision, ContactOutcome, DutyRung, Referral
from sightline.practice.front_door.rules import concerns
from sightline.ui.vocabulary import default_terms
from tests.builders.child_protection import family
from tests.builders.documents import person
from tests.builders.journey import contacted
from tests.builders.workforce import BUILDER, as_builder, involve, practitioner, team
from tests.practice.child_protection.pages import text_of, ticket

pytestmark = pytest.mark.django_db
TAKE = "/front-door/contacts/take/"
LOOK_UP = "/front-door/contacts/look-up/"
MOST_QUERIES = 25
NONSENSE = Path(__file__).resolve().parents[2] / "ui" / "nonsense_vocabulary.csv"
SAID = {
    "kind": "worry",
    "safe_now": "yes",
    "came_by": "telephone",
    "story-what_about": "Comes hungry.",
    "who-source": "1B",
    "who-name": "Nora Vale",
}


def number(asked):
    """How many questions a page asked; a client here shares its connection with the test, which asks some, too."""
    return sum(not each["sql"].startswith(("SET ROLE", "SELECT current_user")) for each in asked)


def on(day):
    return {f"received_on-{part}": str(getattr(day, part)) for part in ("day", "month", "year")}


def child(given, family_name, row=0):
    return {f"children-{row}-given_names": given, f"children-{row}-family_name": family_name}


def every(model):
    with as_builder():
        return list(model.objects.current().order_by("recorded_at", "id"))


@pytest.fixture
def desk(client_of):
    """Somebody on duty at a front door, their manager, and a client of the first."""
    manager = practitioner(role="team_manager", telephone="01632 960 001")
    duty = practitioner(role="duty", team=manager.team, manager=manager)
    return duty, manager, client_of(duty)


@pytest.fixture
def send(desk):
    """Open a page and send answers; the next page."""

    def sent(address, **answers):
        client = desk[2]
        return client.post(address, answers | ticket(client.get(address)), follow=True)

    return sent


def take(send, *rows, **more):
    """Take a contact today about children by name."""
    named = {name: said for number, row in enumerate(rows) for name, said in child(*row, row=number).items()}
    rows_there = {"children-rows": ",".join(map(str, range(max(len(rows), 1))))}
    return send(TAKE, **SAID | on(london_today()) | rows_there | named | more)


def of(contact, page=""):
    return f"/front-door/children/{contact.child_id}/contacts/{contact.pk}/{page}"


def test_a_contact_about_two_children_nobody_knew(send):
    page = text_of(take(send, ("Kit", "Bell"), ("", ""), **{"children-1-known_as": "Baby at 12 Hill Road"}))
    assert "Tell them the reference" in page
    assert "Protected: nothing that is made for the family names them." in page
    with as_builder():
        assert {str(each) for each in Child.objects.all()} >= {"Kit Bell", "Baby at 12 Hill Road"}
    first, second = every(Contact)
    assert first.received_id == second.received_id
    assert "Nora" not in first.source_description


def test_somebody_known_is_offered_before_anybody_is_added_and_nothing_typed_is_lost(send):
    known = person("Kit", "Bell")
    involve(known, practitioner=practitioner())
    asked = text_of(take(send, ("Kit", "Bell")))
    assert "Select whether it is one of these people, or somebody new" in asked
    assert "Comes hungry." in asked
    assert every(Contact) == []
    text_of(take(send, ("Kit", "Bell"), **{"children-0-existing": str(known)}))
    assert [each.child_id for each in every(Contact)] == [known]


def test_a_social_worker_is_not_let_into_a_record_of_others_by_a_contact(client_of):
    known = person("Kit", "Bell")
    involve(known, practitioner=practitioner())
    client = client_of(practitioner())
    answers = SAID | on(london_today()) | child("Kit", "Bell") | {"children-0-existing": str(known)}
    page = text_of(client.post(TAKE, answers | ticket(client.get(TAKE))))
    assert "your role does not open it" in page
    assert every(Contact) == []


def test_an_allegation_goes_to_the_designated_officer_and_into_no_record(send):
    page = text_of(take(send, ("Kit", "Bell"), kind="allegation"))
    assert "Ring the designated officer today" in page
    assert every(Contact) == []
    with as_builder():
        assert not Child.objects.exists()


def test_nothing_is_chosen_beforehand(desk):
    page = text_of(desk[2].get(TAKE))
    assert " checked" not in page


def test_sent_twice_a_contact_is_taken_once(desk):
    client = desk[2]
    answers = SAID | on(london_today()) | child("Kit", "Bell") | ticket(client.get(TAKE))
    for _ in range(2):
        client.post(TAKE, answers)
    assert len(every(Contact)) == 1


def test_one_button_asks_for_a_strategy_discussion_and_says_whom_to_ring_and_then_whom(send, desk):
    other = practitioner(role="service_manager", team=team(kind="service", within=None), telephone="01632 960 002")
    page = text_of(take(send, ("Kit", "Bell"), safe_now="no", at_once_now="yes"))
    assert f"Ring {desk[1].name}" in page
    assert "01632 960 001" in page
    contact = every(Contact)[0]
    assert [each.way for each in every(ContactDecision)] == ["strategy_discussion"]
    assert len(every(Referral)) == 1
    after = text_of(send(of(contact, "ring/"), rung=str(desk[1].pk), answer="no_answer"))
    assert f"Ring {other.name}" in after
    done = text_of(send(of(contact, "ring/"), rung=str(other.pk), answer="has_it"))
    assert f"{other.name} has it." in done
    assert len(every(DutyRung)) == 2
    asked_for = text_of(desk[2].get(f"/child-protection/children/{contact.child_id}/"))
    assert "asked for on" in asked_for


def test_from_the_contact_one_button_asks_about_all_of_its_children(send):
    take(send, ("Kit", "Bell"), ("Mae", "Bell"))
    contact = every(Contact)[0]
    page = text_of(send(of(contact, "strategy-discussion/")))
    assert "Ring now" in page
    assert [each.way for each in every(ContactDecision)] == ["strategy_discussion"] * 2


def test_a_repeat_contact_shows_its_history_and_asks_what_it_means(send, client_of):
    home = family(2)
    for child_id in home.children:
        contacted(london_today() - timedelta(days=40), child_id)
    start = f"/front-door/children/{home.children[0]}/contacts/record/?chosen=1"
    client = client_of(home.worker)
    client.post(start, SAID | on(london_today()) | ticket(client.get(start)))
    contact = every(Contact)[-1]
    client.get(of(contact))
    with CaptureQueriesContext(connection) as asked:
        page = text_of(client.get(of(contact)))
    assert number(asked) <= MOST_QUERIES
    assert "1 earlier contact about this child in the 12 months before." in page
    assert len(re.findall("Not decided", page)) == 2  # the child's own, and the sister's
    decide = of(contact, "decide/")
    answers = {"decided-all-way": "early_help", "decided-all-reasons": "They want help."}
    first = text_of(client.post(decide, answers | ticket(client.get(decide))))
    assert "Enter what the history means for this decision" in first
    meaning = {"meaning": "The second time food is short."}
    named = {"child_id": contact.child_id, "contact_id": contact.pk, "on": london_today(), "by": BUILDER}
    with as_builder():  # what is known is another test's
        actions.name_concerns(concerns=["not_clear"], **named)
        items = [ItemSaid("not_clear", each.key, "known", "Known.") for each in concerns()["not_clear"].items]
        actions.record_known(said=items, **named)
    done = text_of(client.post(decide, answers | meaning | ticket(client.get(decide)), follow=True))
    assert "The second time food is short." in done
    decision = every(ContactDecision)[0]
    with as_builder():
        before = Contact.objects.get(child_id=contact.child_id, happened=london_today() - timedelta(days=40))
    assert decision.rested_on == [before.pk]
    contacted(london_today() - timedelta(days=2), home.children[0])
    assert text_of(client.get(of(contact))).count("Not decided") == 2  # the history as it stood with the decision


def test_to_stop_on_screen_says_three_things_and_a_manager_is_asked(send):
    take(send, ("Kit", "Bell"), kind="family_asks")
    decide = of(every(Contact)[0], "decide/")
    stops = {"decided-all-way": "close", "decided-all-with_advice": "no"}
    page = text_of(send(decide, **stops))
    for missing in ("what we checked", "what we found", "why we stop"):
        assert f"Enter {missing}" in page
    told = {f"decided-all-{name}": "Said." for name in ("what_we_checked", "what_we_found", "why_we_stop")}
    text_of(send(decide, **stops, **told))
    assert [each.outcome for each in every(ContactOutcome)] == ["NFA_FLAG"]


def test_no_page_holds_a_default_term(send, desk, settings):
    take(send, ("Kit", "Bell"))
    take(send, ("Mae", "Trent"), safe_now="no", at_once_now="yes")
    first, second = every(Contact)
    settings.SIGHTLINE_VOCABULARY = str(NONSENSE)
    terms = re.compile(rf"\b({'|'.join(map(re.escape, default_terms()))})\b", re.IGNORECASE)
    found = []
    urgent = [of(second), of(second, "ring/"), f"/child-protection/children/{second.child_id}/"]
    for address in (TAKE, of(first), of(first, "decide/"), of(first, "strategy-discussion/"), *urgent):
        main = text_of(desk[2].get(address)).split("<main", 1)[1].split("</main>", 1)[0]
        found += [(address, each) for each in terms.findall(re.sub(r"<[^>]*>", " ", main))]
        assert "{" not in re.sub(r"<[^>]*>", " ", main), address
    assert found == []


def test_what_was_passed_on_is_taken_up(client_of):
    home = family(1)
    colleague = practitioner(role="duty", team=home.worker.team, manager=home.manager)
    client = client_of(colleague)
    start = f"/front-door/children/{home.children[0]}/contacts/record/"
    client.post(start, SAID | on(london_today()) | {"kind": "about_open_child"} | ticket(client.get(start)))
    worker = client_of(home.worker)
    mine = text_of(worker.get("/"))
    address = re.search(r'href="(/front-door/children/[^"]*/contacts/passed-on/[^"]*)"', mine)
    assert address
    page = worker.get(address[1])
    done = text_of(worker.post(address[1], {"what": "Rang Mum.", **ticket(page)}, follow=True))
    assert "Rang Mum." in done
    assert "passed-on" not in text_of(worker.get("/"))


def test_taking_and_deciding_ask_little_of_the_database(send, desk):
    take(send, ("Kit", "Bell"), ("Mae", "Bell"))
    contact = every(Contact)[0]
    for address in (TAKE, of(contact, "decide/"), of(contact, "strategy-discussion/")):
        desk[2].get(address)
        with CaptureQueriesContext(connection) as asked:
            desk[2].get(address)
        assert number(asked) <= MOST_QUERIES, address


def test_a_child_who_is_not_safe_is_recorded_with_the_request_by_five_answers_from_the_top_of_the_page(send, desk):
    assert 'href="/front-door/contacts/take/?now=yes"' in text_of(desk[2].get(TAKE)).split('name="kind"')[0]
    assert re.search(r'value="telephone"[^>]* checked', text_of(desk[2].get(f"{TAKE}?now=yes")))
    said = {"what_about": "Burns on both hands.", "who-source": "1B", "who-came_by": "telephone"}
    named = {"children-rows": "0", **child("Kit", "Bell")}
    page = text_of(send(f"{TAKE}?now=yes", **said, **named))
    assert "01632 960 001" in page
    (contact,) = every(Contact)
    assert (contact.received.kind, contact.received.safe_now) == ("worry", "no")
    assert [each.way for each in every(ContactDecision)] == ["strategy_discussion"]
    nobody = text_of(send(f"{TAKE}?now=yes", **said, **{"children-rows": "0"}))
    assert "Enter a name, or how to tell the child apart" in nobody
    assert "Burns on both hands." in nobody


def test_who_got_in_touch_holds_up_no_request_for_a_child_who_is_not_safe(send):
    opened = {"children-rows": "0", "who-came_by": "telephone", "who-source": ""}  # as the page stands when it opens
    page = text_of(send(f"{TAKE}?now=yes", what_about="Burns on both hands.", **opened, **child("Kit", "Bell")))
    assert "01632 960 001" in page
    assert [each.contact_source for each in every(Contact)] == ["10"]


def test_while_a_name_is_typed_those_known_under_it_are_offered_and_logged_as_shown(desk):
    known = person("Kit", "Bell")
    involve(known, practitioner=practitioner())
    duty, _, client = desk
    typed = {"row": "children-0", **child("Kit", "Bell")}
    part = client.post(LOOK_UP, typed).content.decode()
    assert f'name="children-0-existing" type="radio" value="{known}"' in part
    assert "<html" not in part
    with as_builder():
        assert [event.shown for event in ReadEvent.objects.filter(practitioner=duty.pk)] == [[known]]
    chosen = client.post(LOOK_UP, typed | {"children-0-existing": str(known)}).content.decode()
    assert re.search(rf'value="{known}" checked', chosen)
    assert client.post(LOOK_UP, typed | child("Zed", "Quill")).content.decode().strip() == ""
    assert client.post(LOOK_UP, {"row": "story"}).status_code == 404
    assert client.get(LOOK_UP).status_code == 405
