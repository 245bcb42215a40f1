"""Recording the education of children in care."""

from datetime import date, timedelta

import pytest

from sightline.foundation.door import Refusal
from sightline.foundation.facts import Acting
from sightline.practice.education import actions
from tests.builders.care import done
from tests.builders.people import child

pytestmark = pytest.mark.django_db
DAY = date(2026, 1, 12)


def place(child_id, school="Seaview School", kind="school", **more):
    return done(actions.begin_school_place, child_id, on=DAY, school=school, kind=kind, **more)


def left(child_id, key, on):
    return done(actions.end_school_place, child_id, place_id=key, on=on)


def test_plans_and_places_can_be_recorded():
    tia = child().pk
    assert done(actions.record_personal_education_plan, tia, on=DAY, kind="first")
    key = place(tia, urn="123456")
    assert left(tia, key, DAY + timedelta(days=30))
    assert place(tia, school="", kind="home")


def test_the_virtual_school_records_education_and_an_analyst_does_not():
    tia = child().pk
    plan = {"on": DAY, "kind": "first"}
    done(actions.record_personal_education_plan, tia, by=Acting(role="virtual_school"), **plan)
    with pytest.raises(Refusal, match="Your role"):
        done(actions.record_personal_education_plan, tia, by=Acting(role="analyst"), **plan)


REFUSED = [
    (lambda tia: done(actions.record_personal_education_plan, tia, on=DAY, kind=""), "first plan or a review"),
    (lambda tia: place(tia, kind="tent"), "Choose where"),
    (lambda tia: place(tia, school=""), "name of the school"),
    (lambda tia: place(tia, urn="12"), "six digits"),
    (lambda tia: [place(tia), place(tia)], "at this school already"),
    (lambda tia: left(tia, place(tia), DAY - timedelta(days=1)), "the last day cannot be before that"),
    (lambda tia: [left(tia, key := place(tia), DAY), left(tia, key, DAY)], "has ended already"),
]


@pytest.mark.parametrize(("record", "sentence"), REFUSED, ids=[sentence for _, sentence in REFUSED])
def test_what_cannot_be_is_refused_in_a_sentence(record, sentence):
    tia = child().pk
    with pytest.raises(Refusal, match=sentence):
        record(tia)
