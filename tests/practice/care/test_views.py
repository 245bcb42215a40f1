"""Care, health and being missing on screen: what is due stands first, and each form records one thing once."""

import re
from datetime import date
from pathlib import Path

import pytest

from sightline.practice.care.models import CareReview, Home, PeriodOfCare
from sightline.practice.exploitation.models import MissingEpisode, ReturnInterview
from sightline.practice.health.models import HealthAssessment
from sightline.ui.vocabulary import default_terms
from tests.builders.care import in_care
from tests.builders.child_protection import family
from tests.builders.workforce import as_builder
from tests.practice.child_protection.pages import text_of

pytestmark = pytest.mark.django_db
NONSENSE = Path(__file__).resolve().parents[2] / "ui" / "nonsense_vocabulary.csv"
ENTER = {
    "legal_status": "V2", "category_of_need": "N1", "placement_type": "U6", "provider": "PR1", "postcode": "SR1 3NX",
    "emergency": "yes",
}  # fmt: skip


def count(model):
    with as_builder():
        return model.objects.current().count()


def test_coming_into_care_a_move_and_a_review_are_recorded_from_their_forms(send, home):
    assert send("care/children/{child}/enter/", date(2026, 6, 1), **ENTER).status_code == 302
    move = {"placement_type": "U4", "provider": "PR1", "reason": "CARPL", "postcode": "SR4 7TG"}
    assert send("care/children/{child}/move/", date(2026, 6, 15), **move).status_code == 302
    review = {"held": "held", "participation": "PN1", "visit_every_weeks": "4"}
    assert send("care/children/{child}/reviews/record/", date(2026, 6, 22), **review).status_code == 302
    assert [count(model) for model in (PeriodOfCare, Home, CareReview)] == [1, 2, 1]
    with as_builder():
        assert Home.objects.current().get(child=home.children[0], ended=None).postcode == "SR4 7TG"


def test_a_refusal_stands_above_the_questions_and_records_nothing(send):
    response = send(
        "care/children/{child}/move/", date(2026, 6, 15), placement_type="U4", provider="PR1", reason="CARPL"
    )
    assert "not in care on 15 June 2026" in text_of(response)
    assert count(Home) == 0


def test_the_page_of_care_says_where_the_child_lives_and_what_is_due(client_of, home):
    (tia,) = home.children
    client = client_of(home.worker)
    assert "Not in care" in text_of(client.get(f"/care/children/{tia}/"))
    in_care(date(2026, 6, 1), child_id=tia)
    page = text_of(client.get(f"/care/children/{tia}/"))
    for words in (
        "since 1 June 2026",
        "Single period of accommodation",
        "First care review",
        "Came into care",
        "Record a move",
        "Record a visit",
    ):
        assert words in page, words


def test_pages_of_a_child_in_care_take_few_queries(client_of, home, send, django_assert_max_num_queries):
    (tia,) = home.children
    in_care(date(2026, 6, 1), child_id=tia)
    move = {"placement_type": "U4", "provider": "PR1", "reason": "CARPL", "postcode": "SR4 7TG"}
    send("care/children/{child}/move/", date(2026, 6, 15), **move)
    client = client_of(home.worker)
    for area in ("care", "health", "missing"):
        with django_assert_max_num_queries(25):
            client.get(f"/{area}/children/{tia}/")


def test_health_is_recorded_from_its_forms(send, client_of, home):
    done = {"kind": "initial", "result": "Completed", "by_whom": "doctor"}
    assert send("health/children/{child}/assessments/record/", date(2026, 6, 15), **done).status_code == 302
    assert send("health/children/{child}/dental/record/", date(2026, 6, 15), result="Completed").status_code == 302
    assert send("health/children/{child}/immunisations/record/", date(2026, 6, 15), up_to_date="no").status_code == 302
    assert send("health/children/{child}/questionnaires/record/", date(2026, 6, 15), score="12").status_code == 302
    assert count(HealthAssessment) == 1
    page = text_of(client_of(home.worker).get(f"/health/children/{home.children[0]}/"))
    assert "Dentist’s check" in page
    assert "score 12" in page


def test_a_missing_child_comes_back_and_is_offered_a_conversation(send, client_of, home):
    gone = {"kind": "M", "at": "20:00"}
    assert send("missing/children/{child}/missing/", date(2026, 6, 15), **gone).status_code == 302
    page = text_of(client_of(home.worker).get(f"/missing/children/{home.children[0]}/"))
    assert "Record that the child is back" in page
    assert send("missing/children/{child}/back/", date(2026, 6, 16), at="22:15").status_code == 302
    with as_builder():
        episode = MissingEpisode.objects.current().get()
    address = f"missing/children/{{child}}/episodes/{episode.pk}/interview/"
    assert send(address, date(2026, 6, 17), at="10:00", step="offered").status_code == 302
    assert count(ReturnInterview) == 1


def test_the_conversation_of_another_child_is_no_page_of_this_one(client_of, home):
    (tia,) = home.children
    other = family(1).children[0]
    response = client_of(home.worker).get(f"/missing/children/{tia}/episodes/{other}/interview/")
    assert response.status_code == 404


def test_no_page_holds_a_default_term(client_of, home, settings):
    settings.SIGHTLINE_VOCABULARY = str(NONSENSE)
    (tia,) = home.children
    client = client_of(home.worker)
    terms = re.compile(rf"\b({'|'.join(map(re.escape, default_terms()))})\b", re.IGNORECASE)
    places = [f"care/children/{tia}/", f"care/children/{tia}/enter/", f"people/children/{tia}/record/"]
    for step in range(2):
        if step:
            in_care(date(2026, 6, 1), child_id=tia)
            places = [f"care/children/{tia}/{each}" for each in ("", "move/", "legal-status/", "leave/", "plan/")]
            places += [f"care/children/{tia}/reviews/record/", f"care/children/{tia}/homes/step/"]
            places += [f"health/children/{tia}/", f"health/children/{tia}/assessments/record/"]
            places += [f"missing/children/{tia}/", f"missing/children/{tia}/missing/"]
        for place in places:
            main = text_of(client.get(f"/{place}")).split("<main", 1)[1].split("</main>", 1)[0]
            found = terms.search(re.sub(r"<[^>]*>", " ", main))
            assert not found, (place, found)
