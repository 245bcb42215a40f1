"""Legal gateway, pre-proceedings, proceedings and orders: nothing holds up an application or an order."""

from datetime import date

import pytest

from sightline.foundation.door import Refusal
from sightline.practice.court import actions
from sightline.practice.court.models import CareProceedings, EmergencyOrder, PreProceedings, PreProceedingsMeeting
from tests.builders.journey import anybody, done
from tests.builders.workforce import as_builder

pytestmark = pytest.mark.django_db
GATEWAY, LETTER, MEETING, ISSUED = date(2026, 1, 5), date(2026, 1, 8), date(2026, 1, 20), date(2026, 3, 2)


def in_pre_proceedings() -> object:
    child = anybody()
    done(actions.record_legal_gateway, child, on=GATEWAY, outcome="B", reasons="The plan has not made her safe.")
    return child


def only(model, child):  # type: ignore[no-untyped-def]
    with as_builder():
        return model.objects.current().get(child=child)


def test_the_gateway_s_decision_begins_pre_proceedings() -> None:
    child = in_pre_proceedings()
    assert only(PreProceedings, child).began == GATEWAY


def test_a_gateway_that_carries_on_begins_nothing() -> None:
    child = anybody()
    done(actions.record_legal_gateway, child, on=GATEWAY, outcome="A", reasons="The plan works.")
    with pytest.raises(Refusal, match="There is no open period of pre-proceedings"):
        done(actions.send_letter_before_proceedings, child, on=LETTER, sent_to="Mother")


def test_the_first_meeting_is_the_first_and_every_other_a_review() -> None:
    child = in_pre_proceedings()
    for day in (MEETING, date(2026, 2, 24)):
        done(actions.hold_pre_proceedings_meeting, child, on=day, what_was_agreed="Drug tests each week.")
    with as_builder():
        kinds = PreProceedingsMeeting.objects.filter(child=child).order_by("happened").values_list("kind", flat=True)
        assert list(kinds) == ["first", "review"]


def test_an_application_ends_pre_proceedings_that_day() -> None:
    child = in_pre_proceedings()
    done(actions.issue_care_proceedings, child, on=ISSUED, court_reference="EM26C00012", initial_care_plan="A")
    before = only(PreProceedings, child)
    assert (before.ended, before.outcome) == (ISSUED, "Decision to Issue Care Proceedings")
    with pytest.raises(Refusal, match="A set of care proceedings is open since 2 March 2026"):
        done(actions.issue_care_proceedings, child, on=ISSUED)


def test_an_application_needs_nothing_before_it() -> None:
    child = anybody()
    done(actions.issue_care_proceedings, child, on=ISSUED, short_notice=True, short_notice_reason="A")
    assert only(CareProceedings, child).short_notice


def test_the_court_extends_by_up_to_eight_weeks() -> None:
    child = anybody()
    done(actions.issue_care_proceedings, child, on=ISSUED)
    done(actions.record_extension, child, on=date(2026, 8, 3), weeks=8)
    with pytest.raises(Refusal, match="one to eight weeks"):
        done(actions.record_extension, child, on=date(2026, 9, 3), weeks=9)


def test_proceedings_end_with_an_outcome() -> None:
    child = anybody()
    done(actions.issue_care_proceedings, child, on=ISSUED)
    done(actions.record_hearing, child, on=date(2026, 8, 20), kind="final")
    with pytest.raises(Refusal, match="Say how the proceedings ended"):
        done(actions.end_care_proceedings, child, on=date(2026, 8, 20), outcome="")
    done(actions.end_care_proceedings, child, on=date(2026, 8, 20), outcome="care_order", final_care_plan="A")


@pytest.mark.parametrize(
    ("steps", "sentence"), [(["accepted"], "that it was offered"), (["offered", "held"], "that it was accepted")]
)
def test_an_answer_follows_an_offer_and_a_meeting_a_yes(steps: list[str], sentence: str) -> None:
    child = anybody()
    *earlier, last = steps
    for step in earlier:
        done(actions.record_family_group_decision_making, child, on=GATEWAY, step=step)
    with pytest.raises(Refusal, match=sentence):
        done(actions.record_family_group_decision_making, child, on=GATEWAY, step=last)


def test_an_order_ends_with_what_became_of_it() -> None:
    child = anybody()
    done(actions.begin_order, child, on=GATEWAY, kind="epo", ends_on=date(2026, 1, 12))
    with pytest.raises(Refusal, match="Emergency protection order is open since 5 January 2026"):
        done(actions.begin_order, child, on=GATEWAY, kind="epo")
    done(actions.end_order, child, on=date(2026, 1, 12), kind="epo", end_reason="replaced")
    assert only(EmergencyOrder, child).end_reason == "replaced"
