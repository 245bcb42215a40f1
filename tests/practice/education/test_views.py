"""Education on screen: where a child is taught, the plan, and leaving a school."""

from datetime import date

import pytest

from sightline.practice.education.models import PersonalEducationPlan, SchoolPlace
from tests.builders.child_protection import family
from tests.builders.workforce import as_builder
from tests.practice.child_protection.pages import text_of

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 15)


def test_a_school_and_its_end_and_the_plan_are_recorded_from_their_forms(
    send, client_of, home, django_assert_max_num_queries
):
    url = f"/education/children/{home.children[0]}/"
    school = {"kind": "school", "school": "Harbour Primary", "urn": "123456"}
    assert send("education/children/{child}/places/record/", DAY, **school).status_code == 302
    assert send("education/children/{child}/plan/", DAY, kind="first").status_code == 302
    with as_builder():
        place = SchoolPlace.objects.current().get()
    client = client_of(home.worker)
    with django_assert_max_num_queries(25):
        page = text_of(client.get(url))
    assert "On the roll of a school: Harbour Primary, since 15 June 2026" in page
    left = f"education/children/{{child}}/places/{place.pk}/left/"
    assert left.format(child=home.children[0]) in page
    assert send(left, date(2026, 7, 20)).status_code == 302
    with as_builder():
        assert SchoolPlace.objects.current().get().ended == date(2026, 7, 20)
        assert PersonalEducationPlan.objects.current().count() == 1


def test_a_school_without_a_name_is_asked_for_it(send):
    page = text_of(send("education/children/{child}/places/record/", DAY, kind="school", urn="12"))
    assert "Enter what it is called" in page
    assert "The school’s number has six digits" in page


def test_the_school_of_another_child_is_no_page_of_this_one(client_of, home):
    other = family(1).children[0]
    url = f"/education/children/{home.children[0]}/places/{other}/left/"
    assert client_of(home.worker).get(url).status_code == 404
