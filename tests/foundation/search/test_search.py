"""Finding people: misspelt, nicknamed, by number or street; and never through a wall."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse

from sightline.foundation.audit_trail.models import ReadEvent
from sightline.foundation.children import actions
from sightline.foundation.facts import Acting
from sightline.foundation.search.queries import Found, find_people, possible_duplicates
from sightline.foundation.search.rules import Asked, asked_about, read_query
from tests.builders.people import adult, child, excluded, joined, recorded, restricted, sealed, worker_of
from tests.builders.workforce import BUILDER, as_builder, involve, practitioner, team
from tests.conftest import as_web

pytestmark = pytest.mark.django_db
Sign = Callable[[Any], Any]


def found_by(who: Any, typed: str, *, tells: bool = False) -> list[Found]:
    """What somebody finds with the text of the search box."""
    with as_web(who):
        return find_people(read_query(typed), tells_of_restricted=tells)


def names(found: list[Found]) -> list[str]:
    return [f"{each.given_names} {each.family_name}" for each in found]


@pytest.mark.parametrize(
    ("typed", "given", "family"),
    [
        ("odonell", "Siobhán", "O'Donnell"),
        ("o donnell", "Siobhán", "O'Donnell"),
        ("O’Donnell", "Siobhán", "O'Donnell"),
        ("siobhan odonnel", "Siobhán", "O'Donnell"),
        ("bill smith", "William", "Smith"),
        ("William Smyth", "Bill", "Smith"),
        ("mohamed khan", "Muhammad", "Khan"),
        ("lukasz nowak", "Łukasz", "Nowak"),
        ("ozturk", "Elif", "Öztürk"),
        ("anne marie cole", "Anne-Marie", "Cole"),
        ("smith-jones", "Kit", "Smith Jones"),
        ("smi", "Kit", "Smith Jones"),
        ("jon stephenson", "John", "Stevenson"),
    ],
)
def test_people_are_found_by_names_however_they_are_written(typed: str, given: str, family: str) -> None:
    child(given, family)
    child("Zed", "Quill")
    assert names(found_by(practitioner(), typed)) == [f"{given} {family}"]


def test_people_are_found_by_former_names_and_by_what_people_call_them() -> None:
    tia = child("Tia", "Bright", known_as="Bunny")
    recorded(actions.record_name, person_id=tia.pk, kind="former", family_name="Wozniak")
    who = practitioner()
    assert names(found_by(who, "wozniak")) == names(found_by(who, "bunny")) == ["Tia Bright"]
    assert found_by(who, "wozniak")[0].matched == "other name"


def test_people_are_found_by_number_birth_date_postcode_and_street() -> None:
    tia = child(birth_date=date(2014, 5, 3))
    recorded(actions.record_identifier, person_id=tia.pk, kind="nhs", value="943 476 5919")
    recorded(actions.record_address, person_id=tia.pk, lines="12 High Street\nEastmere", postcode="sr13nx", kind="home")
    who = practitioner()
    for typed in ("943 476 5919", "3/5/2014", "3 May 2014", "SR1 3NX", "12 high street", str(tia.person.reference)):
        assert names(found_by(who, typed)) == ["Tia Bright"], typed


def test_a_name_with_a_birth_date_puts_the_right_person_first() -> None:
    child("Tia", "Bright", birth_date=date(2010, 1, 1))
    child("Tia", "Bright", birth_date=date(2014, 5, 3))
    first, second = found_by(practitioner(), "tia bright 3/5/2014")
    assert first.birth_date == date(2014, 5, 3)
    assert first.fit > second.fit


def test_somebody_of_a_common_name_is_found_by_the_birth_date_however_many_bear_it() -> None:
    with as_builder():
        for place in range(210):
            born = date(2001, 1, 1) + timedelta(days=place)
            actions.add_child(given_names="Jo", family_name="Smith", birth_date=born, on=date(2026, 1, 5), by=BUILDER)
    first, *_ = found_by(practitioner(), f"jo smith {date(2001, 1, 1) + timedelta(days=205):%d/%m/%Y}")
    assert first.birth_date == date(2001, 1, 1) + timedelta(days=205)


def test_names_sort_without_accents_and_case() -> None:
    for family in ("Zed", "Óla", "adams", "Brown"):
        child("Kim", family)
    assert names(found_by(practitioner(), "kim")) == ["Kim adams", "Kim Brown", "Kim Óla", "Kim Zed"]


def test_a_list_shows_only_name_age_status_team_and_worker(client_of: Sign) -> None:
    tia = child("Tia", "Bright")
    recorded(actions.record_address, person_id=tia.pk, lines="12 High Street", kind="home")
    worker = worker_of(tia, name="Amina Yusuf")
    client = client_of(practitioner())
    page = client.post(reverse("search:people"), {"q": "tia bright"}, follow=True).content.decode()
    assert "Tia Bright" in page
    assert "Open" in page
    assert f"{worker.team}, Amina Yusuf" in page
    assert "High Street" not in page
    assert "2017" not in page


def test_no_name_stands_in_an_address(client_of: Sign) -> None:
    answer = client_of(practitioner()).post(reverse("search:people"), {"q": "tia bright"})
    assert answer.status_code == 302
    assert "tia" not in answer["Location"]


def test_everybody_who_is_shown_stands_in_the_read_log(client_of: Sign) -> None:
    tia, leo = child("Tia", "Bright"), child("Leo", "Bright")
    client_of(practitioner()).post(reverse("search:people"), {"q": "bright"}, follow=True)
    with as_builder():
        shown = {person for event in ReadEvent.objects.all() for person in event.shown}
    assert {tia.pk, leo.pk} <= shown


def test_a_sealed_record_is_never_found_by_anything_or_anybody() -> None:
    tia = child()
    recorded(actions.record_identifier, person_id=tia.pk, kind="nhs", value="943 476 5919")
    sealed(tia)
    for role in ("team_manager", "director", "data_protection", "duty"):
        for typed in ("tia bright", "943 476 5919", "3/5/2017", str(tia.person.reference)):
            assert found_by(practitioner(role), typed, tells=True) == []


def test_a_sealed_number_is_not_said_to_be_taken() -> None:
    tia, leo = child(), child("Leo", "Marsh")
    recorded(actions.record_identifier, person_id=tia.pk, kind="nhs", value="943 476 5919")
    sealed(tia)
    worker = worker_of(leo)
    asked = {"person_id": leo.pk, "kind": "nhs", "value": "943 476 5919", "began": date(2026, 1, 5)}
    with as_web(worker, open=[leo.pk]):
        assert actions.record_identifier(**asked, by=acting(worker)).result


def test_somebody_who_is_excluded_finds_nothing() -> None:
    tia, who = child(), practitioner("team_manager")
    excluded(tia, who)
    assert found_by(who, "tia bright 3/5/2017", tells=True) == []
    assert names(found_by(practitioner(), "tia bright")) == ["Tia Bright"]


def test_a_restricted_record_is_a_card_without_a_name_for_those_who_may_break_the_glass(client_of: Sign) -> None:
    tia = child("Tia", "Bright")
    involve(tia, kind="holding_team", team=team("Protection team North"))
    restricted(tia)
    (card,) = found_by(practitioner("team_manager"), "tia bright 3/5/2017", tells=True)
    assert card.restricted
    assert (card.given_names, card.family_name, card.birth_date, card.worker) == (None, None, None, None)
    manager = client_of(practitioner("team_manager"))
    page = manager.post(reverse("search:people"), {"q": "tia bright 3/5/2017"}, follow=True).content.decode()
    assert "A record exists. Contact the duty manager, Protection team North" in page
    assert "Tia" not in page.replace("tia bright", "")
    assert reverse("children:child", args=[tia.pk]) not in page


def test_a_restricted_record_is_nothing_for_everybody_else(client_of: Sign) -> None:
    restricted(child("Tia", "Bright"))
    page = client_of(practitioner()).post(reverse("search:people"), {"q": "tia bright"}, follow=True).content.decode()
    assert "No records found" in page


def test_a_name_alone_that_only_resembles_does_not_tell_of_a_restricted_record() -> None:
    restricted(child("Tia", "Bright"))
    assert found_by(practitioner("team_manager"), "tina brigt", tells=True) == []


@pytest.mark.parametrize("wall", [sealed, restricted, excluded])
def test_an_adult_of_a_record_behind_a_wall_is_not_found_either(wall: Any) -> None:
    tia, who = child("Tia", "Bright"), worker_of(child("Sol", "Elsewhere"))
    mother = adult(tia, given="Merewen", family="Bright")
    assert "Merewen Bright" in names(found_by(who, "Merewen Bright"))
    wall(*([tia, who] if wall is excluded else [tia]))
    assert names(found_by(who, "Merewen Bright")) == []
    joined(child("Noa", "Bright"), mother, "mother")
    assert "Merewen Bright" in names(found_by(who, "Merewen Bright"))


def test_a_protected_address_finds_nobody() -> None:
    tia = child()
    recorded(
        actions.record_protected_address,
        person_id=tia.pk,
        lines="7 Refuge Lane",
        postcode="SR1 3NX",
        kind="home",
        kept_from="Her father",
        why="Refuge",
    )
    assert found_by(practitioner(), "7 refuge lane") == found_by(practitioner(), "SR1 3NX") == []


def test_nobody_finds_anything_without_saying_who_asks() -> None:
    child()
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE sightline_web")
        assert find_people(read_query("tia bright"), tells_of_restricted=True) == []
        cursor.execute("RESET ROLE")


def test_an_adult_leads_to_the_records_that_somebody_may_open(client_of: Sign) -> None:
    tia, leo = child(), child("Leo", "Marsh")
    mother = adult(tia, given="Mel", family="Bright")
    page = reverse("children:adult", args=[mother.pk])
    assert "Tia Bright" in client_of(worker_of(tia)).get(page).content.decode()
    stranger = client_of(worker_of(leo)).get(page).content.decode()
    assert "There is no record here that you can open" in stranger
    assert "Tia" not in stranger


def test_possible_duplicates_are_close_matches_only() -> None:
    child("Tia", "Bright", birth_date=date(2014, 5, 3))
    child("Tina", "Brightman", birth_date=date(2001, 1, 1))
    with as_web(practitioner()):
        alike = possible_duplicates(
            Asked(names=("tia", "bright"), birth_date=date(2014, 5, 3)), tells_of_restricted=False
        )
    assert names(alike)[0] == "Tia Bright"


def test_a_nickname_or_second_name_that_no_record_holds_hides_no_possible_duplicate() -> None:
    child("Tia", "Bright", birth_date=date(2014, 5, 3))
    typed = {"given_names": "Tia Marigold", "known_as": "Button", "family_name": "Bright"}
    with as_web(practitioner()):
        alike = possible_duplicates(*asked_about(typed), tells_of_restricted=False)
    assert names(alike) == ["Tia Bright"]


def test_too_little_to_look_for_finds_nobody(client_of: Sign) -> None:
    child()
    page = client_of(practitioner()).post(reverse("search:people"), {"q": "t"}, follow=True).content.decode()
    assert "too little to look for" in page


def acting(who: Any) -> Acting:
    return Acting(practitioner_id=who.pk, name=who.name, role=who.role, team_id=who.team.pk, session="test")
