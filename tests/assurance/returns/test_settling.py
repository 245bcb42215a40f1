"""What imports leave to a person: contested rows, with both versions side by side, and children who may be one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from sightline.assurance.returns.actions import settling as actions
from sightline.assurance.returns.importing.joining import join
from sightline.assurance.returns.models import Contest, Pair
from sightline.assurance.returns.reading import Kind
from sightline.foundation.children.models import Child, Person
from sightline.foundation.door import Refusal
from sightline.foundation.recording.actions import correct_fact, withdraw_fact
from sightline.foundation.timescales.held import held_about
from sightline.practice.care.models import Home, LegalStatus, PeriodOfCare
from sightline.practice.front_door.models import Referral
from sightline.ui.vocabulary import default_terms
from tests.builders.child_protection import acting
from tests.builders.imports import counted, imported
from tests.builders.people import excluded, sealed, worker_of
from tests.builders.returns import census, child_of, episode, header, need, ssda903
from tests.builders.workforce import practitioner
from tests.conftest import as_jobs, as_web

pytestmark = pytest.mark.django_db
ClientOf = Callable[..., Any]
MOST_QUESTIONS = 25  # of a page to the database
NONSENSE = "tests/ui/nonsense_vocabulary.csv"
BECAUSE = "The placement agreement is signed for this day."
CARER = "Foster placement with other foster carer, long term (U4)"
EARLIER = episode("A1", "05/06/2022", DEC="01/02/2023", REC="E4A")
LATER = episode("A1", "01/09/2022", PL_POST="SR9 9ZZ")


@pytest.fixture
def overlapping(tmp_path: Path) -> Path:
    """A return of one child with two homes at the same time."""
    folder = ssda903(tmp_path / "2022-23", Header=[header("A1")], Episodes=[EARLIER, LATER])
    imported(Kind.SSDA903, folder)
    return folder


def words_of(page: Any) -> set[str]:
    """What stands between the tags of a page."""
    return {each.strip() for each in re.split("[<>]", page.content.decode())}


def settled(client: Any, right: str) -> None:
    """Settle every contested row of the one child, whose page offers it."""
    for contest in Contest.objects.current():
        page = client.get(f"/returns/children/{contest.child_id}/{contest.pk}/settle/")
        assert page.status_code == 200
        assert contest.kind != "care.Home" or {"SR9 9ZZ", CARER, "From which day?"} <= words_of(page)
        answer = client.post(page.request["PATH_INFO"], {"right": right, "reason": BECAUSE})
        assert answer.status_code == 302, answer.content.decode()


@pytest.mark.parametrize(("right", "postcode"), [("imported", "SR9 9ZZ"), ("standing", "SR1 2AB")])
def test_a_person_settles_which_of_two_versions_stands_and_a_later_import_leaves_it_so(
    overlapping: Path, client_of: ClientOf, right: str, postcode: str
) -> None:
    child = Child.objects.get()
    client = client_of(worker_of(child))
    held = client.get(f"/returns/children/{child.pk}/").content.decode()
    assert "The episode overlaps with that on line 2, which stands." in held
    settled(client, right)
    assert [home.postcode for home in Home.objects.current()] == [postcode]
    assert not Home.objects.filter(contested=True, superseded_at=None).exists()
    assert "Nothing is contested" in client.get(f"/returns/children/{child.pk}/").content.decode()
    before = counted()
    imported(Kind.SSDA903, overlapping)
    assert counted() == before
    assert [home.postcode for home in Home.objects.current()] == [postcode]


def test_what_is_settled_is_settled_once(overlapping: Path, client_of: ClientOf) -> None:
    contest = Contest.objects.filter(kind="care.Home").get()
    client = client_of(worker_of(Child.objects.get()))
    settled(client, "standing")
    assert client.get(f"/returns/children/{contest.child_id}/{contest.pk}/settle/").status_code == 404


def test_managers_see_about_whom_something_is_contested(overlapping: Path, client_of: ClientOf) -> None:
    page = client_of(practitioner(role="team_manager")).get("/returns/to-settle/").content.decode()
    assert "Child A1" in page
    assert "1 September 2022" in page
    assert client_of(practitioner(role="social_worker")).get("/returns/to-settle/").status_code == 404


def test_pages_about_what_is_contested_speak_an_authoritys_own_words_and_ask_little(
    overlapping: Path, client_of: ClientOf
) -> None:
    child = Child.objects.get()
    client = client_of(worker_of(child, role="team_manager"))
    contest = Contest.objects.filter(kind="care.Home").get()
    term = re.compile(r"\b(" + "|".join(map(re.escape, default_terms())) + r")\b", re.IGNORECASE)
    about = f"/returns/children/{child.pk}/"
    for address in (about, f"{about}{contest.pk}/settle/", "/returns/to-settle/", "/returns/pairs/"):
        with override_settings(SIGHTLINE_VOCABULARY=NONSENSE), CaptureQueriesContext(connection) as asked:
            page = client.get(address).content.decode()
        assert term.findall(re.sub(r"<script.*?</script>|<[^>]+>", " ", page, flags=re.DOTALL)) == [], address
        assert len(asked) <= MOST_QUESTIONS + 2, address  # two of them are this client's, who takes on the role


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    """A child of an SSDA903 return, and one of a census with the same birth date and sex."""
    imported(Kind.SSDA903, ssda903(tmp_path / "2022-23", Header=[header("A1")], Episodes=[EARLIER]))
    child = child_of("C77", need("2022-05-01"), PersonBirthDate="2012-03-27")
    imported(Kind.CIN, census(tmp_path / "cin.xml", child, year=2023))
    return Pair.objects.get()


def answered(client: Any, pair: Pair, answer: str) -> None:
    """Answer whether two children are one."""
    assert "Child C77" in client.get("/returns/pairs/").content.decode()
    sent = client.post(f"/returns/pairs/{pair.pk}/", {"answer": answer, "reason": BECAUSE})
    assert sent.status_code == 302, sent.content.decode()


def test_two_records_of_one_child_are_brought_together_when_two_people_say_so(
    pair: Pair, client_of: ClientOf, tmp_path: Path
) -> None:
    first = practitioner(role="team_manager")
    client = client_of(first)
    answered(client, pair, "same")
    with as_jobs():
        join(pair.pk)
    assert Person.objects.get(pk=pair.one_id).merged_into_id is None
    address = f"/returns/pairs/{pair.pk}/"
    assert "Somebody else confirms it" in client.get(address).content.decode()
    assert client.post(address, {"answer": "same", "reason": BECAUSE}).status_code == 200
    with pytest.raises(Refusal, match="Somebody else confirms"), as_web(first):
        actions.answer_pair(pair=Pair.objects.get(), same=True, reason=BECAUSE, by=acting(first))
    second = client_of(practitioner(role="service_manager"))
    assert f"{first} said that both are the same child" in second.get(address).content.decode()
    answered(second, pair, "same")
    with as_jobs():
        join(pair.pk)
        join(pair.pk)  # done twice, it is the same
    assert Referral.objects.current().get().child_id == PeriodOfCare.objects.get().child_id == pair.other_id
    assert Person.objects.get(pk=pair.one_id).merged_into_id == pair.other_id
    assert {each.name for each in held_about(pair.other_id).files} == {"SSDA903 return", "children in need census"}
    before = counted()
    imported(Kind.CIN, tmp_path / "cin.xml")
    assert counted() == before


@pytest.mark.parametrize("behind", ["one_id", "other_id"])
def test_a_pair_is_not_there_for_somebody_whom_a_wall_keeps_from_either(
    pair: Pair, client_of: ClientOf, behind: str
) -> None:
    manager, other = practitioner(role="team_manager"), practitioner(role="team_manager")
    excluded(Person.objects.get(pk=getattr(pair, behind)), manager)
    for somebody, seen in ((manager, 0), (other, 1)):
        with as_web(somebody):
            assert Pair.objects.count() == seen
        page = client_of(somebody).get(f"/returns/pairs/{pair.pk}/")
        assert page.status_code == (200 if seen else 404)


def test_a_sealed_record_stands_in_no_pair(tmp_path: Path) -> None:
    imported(Kind.SSDA903, ssda903(tmp_path / "2022-23", Header=[header("A1")], Episodes=[EARLIER]))
    sealed(Person.objects.get())
    child = child_of("C77", need("2022-05-01"), PersonBirthDate="2012-03-27")
    report = imported(Kind.CIN, census(tmp_path / "cin.xml", child, year=2023))
    assert report["children"]["made"] == 1
    assert not Pair.objects.exists()


def test_two_children_stay_two_when_a_person_says_so(pair: Pair, client_of: ClientOf) -> None:
    client = client_of(practitioner(role="team_manager"))
    answered(client, pair, "two")
    assert "No doubtful pairs" in client.get("/returns/pairs/").content.decode()
    with as_jobs():
        join(pair.pk)
    assert Referral.objects.current().get().child_id == pair.one_id


def test_what_a_person_corrected_or_withdrew_stays_so_when_the_same_return_comes_again(tmp_path: Path) -> None:
    imported(Kind.SSDA903, ssda903(tmp_path / "2022-23", Header=[header("A1")], Episodes=[EARLIER]))
    home, status = Home.objects.get(), LegalStatus.objects.get()
    worker = worker_of(home.child)
    asked = {"child_id": home.child_id, "seen": 1, "why": BECAUSE, "by": acting(worker)}
    with as_web(worker, open=[home.child_id]):
        correct_fact(fact_id=home.pk, right={"began": date(2022, 6, 7)}, **asked)
        withdraw_fact(fact_id=status.pk, **asked)
    before = counted()
    imported(Kind.SSDA903, tmp_path / "2022-23")
    assert counted() == before
    assert Home.objects.current().get().began == date(2022, 6, 7)
    assert not LegalStatus.objects.current().exists()
    assert not Contest.objects.current().exists()
