"""Leaving care on screen: what a young person is entitled to, how they are doing, and each form recorded once."""

from datetime import date

import pytest

from sightline.practice.leaving_care.models import CareLeaverContact, CareLeaverStatus, PathwayPlan
from tests.builders.people import child, worker_of
from tests.builders.workforce import as_builder
from tests.practice.child_protection.pages import text_of

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 15)
DOING_WELL = {"in_touch": "YES", "accommodation": "Z", "suitability": "1", "activity": "F4"}


@pytest.fixture
def left_care():
    """A young person of 19 and their worker."""
    young = child(birth_date=date(2007, 2, 3))
    return young, worker_of(young)


def test_support_after_care_is_recorded_from_its_forms(sent_by, client_of, left_care, django_assert_max_num_queries):
    young, worker = left_care
    url = f"/leaving-care/children/{young.pk}/"
    sent = [
        sent_by(worker, f"{url}entitlement/", DAY, category="Former Relevant"),
        sent_by(worker, f"{url}status/record/", DAY, **DOING_WELL),
        sent_by(worker, f"{url}contacts/record/", DAY, how="message", replied="no"),
        sent_by(worker, f"{url}pathway-plan/", DAY, kind="plan"),
    ]
    assert [(each.status_code, each.headers.get("Location")) for each in sent] == [(302, url)] * 4
    with as_builder():
        counts = [model.objects.current().count() for model in (CareLeaverStatus, CareLeaverContact, PathwayPlan)]
        assert counts == [1, 1, 1]
        assert not CareLeaverContact.objects.current().get().replied
    client = client_of(worker)
    with django_assert_max_num_queries(25):
        page = text_of(client.get(url))
    for words in ("Former Relevant, since 15 June 2026", "With former foster carer", "Message: no reply"):
        assert words in page, words


def test_of_somebody_we_are_in_touch_with_each_missing_answer_is_asked_for_at_once(sent_by, left_care):
    young, worker = left_care
    page = text_of(sent_by(worker, f"/leaving-care/children/{young.pk}/status/record/", DAY, in_touch="YES"))
    for words in ("where they live", "whether it suits them", "what they do"):
        assert f"We are in touch: select {words}" in page, words


def test_the_record_of_a_small_child_does_not_show_leaving_care(client_of, left_care):
    young, worker = left_care
    assert "Leaving care" in text_of(client_of(worker).get(f"/care/children/{young.pk}/"))
    small = child(birth_date=date(2019, 2, 3))
    assert "Leaving care" not in text_of(client_of(worker_of(small)).get(f"/care/children/{small.pk}/"))
