"""Recording of young people who leave care."""

from datetime import date

import pytest

from sightline.foundation.door import Refusal
from sightline.practice.leaving_care import actions
from sightline.practice.leaving_care.models import LeavingCareEligibility
from tests.builders.care import done
from tests.builders.people import child
from tests.builders.workforce import as_builder

pytestmark = pytest.mark.django_db
SIXTEEN, SEVENTEEN, GROWN_UP = date(2025, 5, 3), date(2026, 5, 3), date(2027, 5, 3)


def young_person():
    return child(birth_date=date(2009, 5, 3)).pk


def eligible(child_id, on=SIXTEEN, category="Eligible"):
    return done(actions.record_eligibility, child_id, on=on, category=category)


def status(child_id, **more):
    return done(actions.record_care_leaver_status, child_id, on=SEVENTEEN, **({"in_touch": "YES"} | more))


def step(child_id, kind):
    return done(actions.record_pathway_plan, child_id, on=SEVENTEEN, kind=kind)


def test_one_entitlement_gives_way_to_the_next():
    zoe = young_person()
    eligible(zoe)
    eligible(zoe, SEVENTEEN, "Relevant")
    eligible(zoe, GROWN_UP, "Former Relevant")
    with as_builder():
        spells = LeavingCareEligibility.objects.current().filter(child=zoe).order_by("began")
        assert list(spells.values_list("began", "ended")) == [
            (SIXTEEN, SEVENTEEN), (SEVENTEEN, GROWN_UP), (GROWN_UP, None),
        ]  # fmt: skip


def test_how_a_young_person_is_doing_and_what_we_did_can_be_recorded():
    zoe = young_person()
    assert status(zoe, accommodation="U", suitability="1", activity="F2")
    assert status(zoe, in_touch="NO")
    assert done(actions.record_care_leaver_contact, zoe, on=SEVENTEEN, how="message", replied=False)
    assert all(step(zoe, kind) for kind in ("assessment", "plan", "review"))


REFUSED = [
    (lambda zoe: eligible(zoe, date(2025, 5, 2)), "those from 16 to 17"),
    (lambda zoe: eligible(zoe, SEVENTEEN, "Former Relevant"), "those from 18 to 24"),
    (lambda zoe: [eligible(zoe), eligible(zoe)], "choose a later day"),
    (lambda zoe: [eligible(zoe), eligible(zoe, SEVENTEEN)], "recorded already"),
    (lambda zoe: status(zoe), "say where they live and what they do"),
    (lambda zoe: status(zoe, accommodation="U", activity="F2"), "whether it suits them"),
    (lambda zoe: status(zoe, in_touch="RHOM", activity="F2"), "Nothing more is recorded"),
    (lambda zoe: status(zoe, in_touch="PERHAPS"), "Choose whether we are in touch"),
    (lambda zoe: step(zoe, "review"), "Record first that the plan"),
    (lambda zoe: done(actions.record_care_leaver_contact, zoe, on=SEVENTEEN, how="", replied=True), "reached out"),
]


@pytest.mark.parametrize(("record", "sentence"), REFUSED, ids=[sentence for _, sentence in REFUSED])
def test_what_cannot_be_is_refused_in_a_sentence(record, sentence):
    zoe = young_person()
    with pytest.raises(Refusal, match=sentence):
        record(zoe)
