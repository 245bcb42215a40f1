"""The board of the front door: what waits, who holds it, who may see it, and what it costs."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from sightline.foundation.access.actions import exclude
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.door import Refusal
from sightline.foundation.facts import Source, system
from sightline.foundation.workforce.actions import put_on_duty
from sightline.foundation.workforce.models import Involvement
from sightline.practice.front_door import actions, open_contacts
from sightline.practice.front_door.models import OpenContact
from sightline.practice.front_door.rules import Arrival, ChildOfContact, Referrer
from tests.builders.child_protection import acting, brothers_and_sisters, in_the_name_of
from tests.builders.journey import contacted, decided, told_by_return
from tests.builders.workforce import BUILDER, as_builder, involve, practitioner, team
from tests.practice.child_protection.pages import ticket

pytestmark = pytest.mark.django_db
MOST_QUERIES = 25


@pytest.fixture
def desk():
    """A front-door team with its manager, a duty worker and a social worker."""
    here = team("Front door team")
    manager = practitioner(role="team_manager", team=here)
    duty = practitioner(role="duty", team=here, manager=manager)
    worker = practitioner(team=here, manager=manager)
    return manager, duty, worker


def arrived(child=None, on=None):
    """A contact of today, about a child whom no team holds unless one is given."""
    return contacted(on or london_today(), child)


def held_by(child):
    with as_builder():
        return list(Involvement.objects.current().filter(child=child, kind="contact_holder", ended=None))


def give(child, to, by=BUILDER, priority="urgent", reason="Ring the school first.", hand_over=False):
    act = actions.hand_over_contact if hand_over else actions.give_contact
    with in_the_name_of(by):
        return act(children=[child], practitioner_id=to.pk, priority=priority, reason=reason, on=london_today(), by=by)


def test_an_undecided_contact_is_on_the_board_until_it_is_decided() -> None:
    child, contact = arrived()
    with as_builder():
        assert OpenContact.objects.get(child=child).pk == contact
    decided(child, contact, london_today(), "close")
    with as_builder():
        assert not OpenContact.objects.filter(child=child).exists()


def test_what_a_return_told_is_not_open_today() -> None:
    imported = system("import", Source.IMPORT)
    child, _ = contacted(date(2026, 3, 26))
    told_by_return(date(2026, 3, 20), child, by=imported)
    with as_builder():
        assert OpenContact.objects.filter(child=child).count() == 1


def test_reading_all_facts_again_makes_the_same_list() -> None:
    child, _ = arrived()
    with as_builder():
        kept = list(OpenContact.objects.values())
        OpenContact.objects.all().delete()
        open_contacts.refresh([child])
        assert list(OpenContact.objects.values()) == kept


def test_somebody_holds_a_contact_until_it_is_decided(desk) -> None:
    _, _, worker = desk
    child, contact = arrived()
    give(child, worker)
    (held,) = held_by(child)
    assert (held.practitioner_id, held.priority) == (worker.pk, "urgent")
    decided(child, contact, london_today(), "close")
    assert held_by(child) == []


def test_whoever_holds_a_contact_hands_it_over_with_what_the_next_needs_to_know(desk) -> None:
    _, duty, worker = desk
    child, _ = arrived()
    give(child, worker)
    with pytest.raises(Refusal, match="You do not hold this contact"):
        give(child, worker, by=acting(duty), hand_over=True)
    with pytest.raises(Refusal, match="Say what the next person needs to know"):
        give(child, duty, by=acting(worker), hand_over=True, reason=" ")
    give(child, duty, by=acting(worker), hand_over=True)
    assert [each.practitioner_id for each in held_by(child)] == [duty.pk]


def test_nobody_gives_a_contact_to_themselves(desk) -> None:
    manager, _, _ = desk
    child, _ = arrived()
    with pytest.raises(Refusal, match="You cannot change your own work"):
        give(child, manager, by=acting(manager))


def test_somebody_alone_on_duty_takes_a_contact_that_nobody_holds(client_of, desk) -> None:
    _, duty, worker = desk
    child, contact = arrived()
    involve(child, kind="holding_team", team=duty.team)
    client, page = client_of(duty), f"/front-door/children/{child}/contacts/{contact}/give/"
    said = {"practitioner": str(duty.pk), "priority": "urgent", "reason": ""}
    client.post(page, said | ticket(client.get(page)))
    assert [each.practitioner_id for each in held_by(child)] == [duty.pk]
    give(child, worker, by=acting(duty))
    with pytest.raises(Refusal, match="You cannot change your own work"):
        give(child, duty, by=acting(duty))


def test_a_decided_contact_is_not_given_to_anybody(desk) -> None:
    child, contact = arrived()
    decided(child, contact, london_today(), "close")
    with pytest.raises(Refusal, match="decided meanwhile"):
        give(child, desk[2])


def test_the_board_shows_what_came_who_has_it_and_whom_to_ring(client_of, desk) -> None:
    manager, duty, worker = desk
    child, _ = arrived()
    give(child, worker)
    now = timezone.now()
    with as_builder():
        put_on_duty(
            practitioner_id=duty.pk,
            team_id=duty.team.pk,
            began_at=now - timedelta(hours=1),
            until=now + timedelta(hours=7),
            out_of_hours=False,
            by=BUILDER,
        )
    page = client_of(manager).get("/front-door/").content.decode()
    for shown in (worker.name, "Urgent", "Due", duty.name, "Hand over", "Front door"):
        assert shown in page
    assert "Comes hungry" not in page, "a board shows no words of a contact"


def test_numbers_open_the_lists_they_count(client_of, desk) -> None:
    manager, _, worker = desk
    held, _ = arrived()
    give(held, worker)
    free, _ = arrived()
    client = client_of(manager)
    page = client.get("/front-door/")
    assert [(figure.text, figure.note) for figure in page.context["figures"]][:1] == [("2", "Contacts to decide")]
    unheld = client.get("/front-door/?which=unheld")
    assert [child.href for row in unheld.context["table"].rows for child in row[0]] == [f"/front-door/children/{free}/"]
    nothing = client.get("/front-door/?which=unsafe")
    assert "No contact is on this list" in nothing.content.decode()


def test_a_board_without_contacts_says_what_to_do(client_of, desk) -> None:
    page = client_of(desk[0]).get("/front-door/").content.decode()
    assert "No contact waits for a decision" in page
    assert "Nobody is on duty now" in page


def test_a_worker_sees_the_contacts_that_are_their_work_and_no_others(client_of, desk) -> None:
    _, _, worker = desk
    theirs, _ = arrived()
    give(theirs, worker)
    of_team, _ = arrived()
    involve(of_team, kind="holding_team", team=worker.team)
    arrived()
    rows = client_of(worker).get("/front-door/").context["table"].rows
    assert {child.href for row in rows for child in row[0]} == {
        f"/front-door/children/{child}/" for child in (theirs, of_team)
    }


def test_who_is_behind_a_wall_is_neither_shown_nor_counted_nor_in_the_file(client_of, desk) -> None:
    manager, _, _ = desk
    child, _ = arrived()
    with as_builder():
        apart = {"practitioner": manager.pk, "reason": "Her own family is concerned.", "on": date(2026, 1, 5)}
        exclude(person=child, **apart, by=BUILDER)
    client = client_of(manager)
    page = client.get("/front-door/")
    assert page.context["figures"][0].text == "0"
    assert str(child) not in page.content.decode()
    assert client.get("/front-door/board.csv").content.decode().count("\r\n") == 1


def test_the_file_says_what_the_page_says(client_of, desk) -> None:
    manager, _, worker = desk
    child, _ = arrived()
    give(child, worker)
    text = client_of(manager).get("/front-door/board.csv").content.decode()
    assert worker.name in text
    assert "Urgent" in text
    assert "Hand over" not in text


def test_the_board_asks_as_many_questions_for_many_as_for_one(client_of, desk, django_assert_max_num_queries) -> None:
    manager, _, worker = desk
    for number in range(6):
        child, _ = arrived()
        if number % 2:
            give(child, worker)
    client = client_of(manager)
    client.get("/front-door/")
    with django_assert_max_num_queries(MOST_QUERIES):
        assert len(client.get("/front-door/").context["table"].rows) == 6


def test_brothers_and_sisters_of_one_contact_are_given_together(client_of, desk) -> None:
    manager, _, worker = desk
    children = brothers_and_sisters(2)
    for child in children:
        involve(child, kind="holding_team", team=manager.team)
        arrived(child)
    with as_builder():
        first = OpenContact.objects.order_by("pk").first()
        OpenContact.objects.update(recorded_together=first.recorded_together)
    client, page = client_of(manager), f"/front-door/children/{first.child_id}/contacts/{first.pk}/give/"
    asked = client.get(page)
    sent = client.post(
        page, {"practitioner": str(worker.pk), "priority": "high", "reason": ""} | ticket(asked), follow=True
    )
    assert "Somebody holds the contact now" in sent.content.decode()
    assert [len(held_by(child)) for child in children] == [1, 1]


def test_a_shift_that_has_not_begun_is_the_next_one(client_of, desk) -> None:
    manager, duty, _ = desk
    began = timezone.now() + timedelta(hours=2)
    with as_builder():
        shift = {"began_at": began, "until": began + timedelta(hours=8), "out_of_hours": True}
        put_on_duty(practitioner_id=duty.pk, team_id=duty.team.pk, by=BUILDER, **shift)
    page = client_of(manager).get("/front-door/").content.decode()
    assert f"Next: {duty.name}" in page


def test_how_long_a_contact_is_here() -> None:
    from sightline.practice.front_door.presenters.board import here

    now = datetime.fromisoformat("2026-06-03T15:00+01:00")
    row = OpenContact(received_on=date(2026, 6, 3), received_at=now - timedelta(hours=5))
    assert here(row, date(2026, 6, 3), now) == "3 Jun 2026, 10:00, for 5 hours"
    assert here(OpenContact(received_on=date(2026, 6, 1)), date(2026, 6, 3), now) == "1 Jun 2026, for 2 days"


def test_a_child_who_is_not_safe_now_stands_first_with_the_kind_of_contact(client_of, desk) -> None:
    arrived()
    arrival = Arrival("police", "police_file", london_today(), "no", what_about="Alone in the house.")
    with as_builder():
        taken = {"referrer": Referrer(source="6"), "children": [ChildOfContact(given_names="Kit", family_name="Bell")]}
        contact = actions.receive_contact(arrival=arrival, by=BUILDER, **taken).made
    client = client_of(desk[0])
    page = client.get("/front-door/")
    assert "Kit Bell" in page.context["table"].rows[0][0][0].text
    assert "A police notification" in page.content.decode()
    assert len(client.get("/front-door/?kind=police&which=unsafe").context["table"].rows) == 1
    with as_builder():
        child = OpenContact.objects.get(pk=contact).child_id
    give(child, desk[2])
    with as_builder():
        actions.ask_at_once(contacts={child: contact}, by=BUILDER)
    assert held_by(child) == [], "once it is decided nobody holds it any more"
    assert client.get("/front-door/").context["figures"][0].text == "1"


def test_a_contact_about_several_children_is_one_row_that_names_those_whom_the_reader_may_know_of(
    client_of, desk, django_assert_max_num_queries
) -> None:
    manager, _, worker = desk
    arrival = Arrival("worry", "telephone", london_today(), "yes", what_about="Shouting.")
    children = [ChildOfContact(given_names=name, family_name="Row") for name in ("Ari", "Bo", "Cy")]
    with as_builder():
        actions.receive_contact(arrival=arrival, referrer=Referrer("1B"), children=children, by=BUILDER)
        rows = {str(row.child.person): row for row in OpenContact.objects.select_related("child__person")}
        apart = {"practitioner": manager.pk, "reason": "Own family.", "on": date(2026, 1, 5)}
        exclude(person=rows["Cy Row"].child_id, **apart, by=BUILDER)
    give(rows["Bo Row"].child_id, worker)
    client = client_of(manager)
    client.get("/front-door/")
    with django_assert_max_num_queries(MOST_QUERIES):
        page = client.get("/front-door/")
    (row,) = page.context["table"].rows
    assert sorted(child.text for child in row[0]) == ["Ari Row", "Bo Row"]
    assert "Cy Row" not in page.content.decode()
    assert {part.strip() for part in row[6].split(".")} == {"Nobody", worker.name}
    assert page.context["figures"][0].text == "1"
    assert len(client.get("/front-door/?which=unheld").context["table"].rows) == 1
    told = client.get("/front-door/board.csv").content.decode()
    assert told.count("\r\n") == 2
    assert ("Ari Row" in told, "Cy Row" in told) == (True, False)
