"""Recording the health of children in care: what fits is kept, what contradicts itself is refused."""

from datetime import date

import pytest

from sightline.foundation.door import Refusal
from sightline.practice.health import actions
from tests.builders.care import done, in_care

pytestmark = pytest.mark.django_db
DAY = date(2026, 2, 2)


def assessed(child_id, **more):
    asked = {"kind": "initial", "by_whom": "doctor", "result": "Completed"} | more
    return done(actions.record_health_assessment, child_id, on=DAY, **asked)


def test_every_kind_can_be_recorded():
    kit = in_care(born=date(2023, 5, 3))
    assert assessed(kit)
    assert assessed(kit, kind="review", by_whom="nurse")
    assert assessed(kit, result="Refused", by_whom="")
    assert done(actions.record_dental_check, kit, on=DAY, result="Completed")
    assert done(actions.record_immunisation_status, kit, on=DAY, up_to_date=True)
    assert done(actions.record_development_check, kit, on=DAY, up_to_date=False)
    assert done(actions.record_strengths_and_difficulties, kit, on=DAY, score=0)
    assert done(actions.record_strengths_and_difficulties, kit, on=DAY, reason="SDQ2")
    assert done(actions.record_substance_use, kit, on=DAY, substance="Alcohol", intervention_received=True)
    year = {"year_ends": date(2026, 3, 31), "item": "teeth_check", "value": True}
    assert done(actions.record_yearly_health_status, kit, **year)


REFUSED = [
    (lambda tia: assessed(tia, by_whom="nurse"), "A doctor does the first"),
    (lambda tia: assessed(tia, by_whom=""), "Say who did"),
    (lambda tia: assessed(tia, kind=""), "first health assessment or a review"),
    (lambda tia: assessed(tia, result="Done"), "Choose what became of it"),
    (lambda tia: done(actions.record_development_check, tia, on=DAY, up_to_date=True), "under 5"),
    (lambda tia: done(actions.record_strengths_and_difficulties, tia, on=DAY), "Give the score, or the reason"),
    (
        lambda tia: done(actions.record_strengths_and_difficulties, tia, on=DAY, score=9, reason="SDQ2"),
        "Give the score",
    ),
    (lambda tia: done(actions.record_strengths_and_difficulties, tia, on=DAY, score=41), "from 0 to 40"),
    (lambda tia: done(actions.record_substance_use, tia, on=DAY, substance=" "), "which substance"),
    (
        lambda tia: done(
            actions.record_yearly_health_status, tia, year_ends=date(2026, 3, 30), item="teeth_check", value=True
        ),
        "ends on 31 March",
    ),
    (
        lambda tia: done(
            actions.record_yearly_health_status, tia, year_ends=date(2025, 3, 31), item="teeth_check", value=True
        ),
        "not in care on that 31 March",
    ),
]


@pytest.mark.parametrize(("record", "sentence"), REFUSED, ids=[sentence for _, sentence in REFUSED])
def test_what_cannot_be_is_refused_in_a_sentence(record, sentence):
    tia = in_care()
    with pytest.raises(Refusal, match=sentence):
        record(tia)
