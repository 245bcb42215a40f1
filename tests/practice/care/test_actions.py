"""Recording care: one step writes what belongs together, and what cannot be is refused in a sentence."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from sightline.foundation.door import Refusal
from sightline.foundation.facts import Acting
from sightline.practice.care import actions
from sightline.practice.care.models import CarePlan, Home, HomeArrangement, LegalStatus, PeriodOfCare
from sightline.practice.care.rules import NewHome
from tests.builders.care import ENTERED, FOSTER, WITH_PARENT, done, in_care, leave, move, review
from tests.builders.people import child
from tests.builders.workforce import as_builder

pytestmark = pytest.mark.django_db
LATER = ENTERED + timedelta(days=40)


def spells(model, child_id):
    with as_builder():
        return [(each.began, each.ended) for each in model.objects.current().filter(child=child_id).order_by("began")]


def test_coming_into_care_records_the_period_the_legal_status_and_the_home():
    tia = in_care()
    assert [spells(model, tia) for model in (PeriodOfCare, LegalStatus, Home)] == [[(ENTERED, None)]] * 3


def test_a_move_ends_one_home_and_begins_the_next_on_the_same_day_with_the_reason():
    tia = in_care()
    move(tia, LATER, reason="ALLEG")
    assert spells(Home, tia) == [(ENTERED, LATER), (LATER, None)]
    with as_builder():
        assert Home.objects.current().get(child=tia, ended=LATER).reason_for_change == "ALLEG"
    assert spells(PeriodOfCare, tia) == [(ENTERED, None)]


def test_leaving_care_ends_everything_that_was_open():
    tia = in_care()
    done(actions.begin_care_plan, tia, on=ENTERED, options=["RETURN6M"])
    leave(tia, LATER)
    kinds = (PeriodOfCare, LegalStatus, Home, CarePlan)
    assert [spells(model, tia) for model in kinds] == [[(ENTERED, LATER)]] * 4


def test_a_change_of_legal_status_leaves_the_home_in_place():
    tia = in_care(legal_status="C1")
    done(actions.change_legal_status, tia, on=LATER, legal_status="C2")
    assert spells(LegalStatus, tia) == [(ENTERED, LATER), (LATER, None)]
    assert spells(Home, tia) == [(ENTERED, None)]


def test_a_child_who_left_can_come_back_later_and_begins_a_new_period():
    tia = in_care()
    leave(tia, LATER)
    in_care(LATER + timedelta(days=1), child_id=tia)
    assert len(spells(PeriodOfCare, tia)) == 2


def test_a_new_care_plan_takes_the_place_of_the_one_before():
    tia = in_care()
    done(actions.begin_care_plan, tia, on=ENTERED, options=["RETURN6M"])
    done(actions.begin_care_plan, tia, on=LATER, options=["ADOPTION", "LTFOST18"])
    assert spells(CarePlan, tia) == [(ENTERED, LATER), (LATER, None)]


def test_an_agreement_about_short_breaks_has_no_home():
    tia = in_care(legal_status="V4", home=None)
    assert spells(Home, tia) == []


REFUSED = [
    # what is recorded, and a part of the sentence that refuses it
    (lambda tia: in_care(LATER, child_id=tia), "in care since 22 December 2025"),
    (lambda tia: [leave(tia, LATER), in_care(LATER, child_id=tia)], "ended on that very day"),
    (lambda tia: [leave(tia, LATER), in_care(ENTERED, child_id=tia)], "recorded already"),
    (lambda tia: move(tia, LATER, reason=""), "Say why the home changed"),
    (lambda tia: move(tia, ENTERED), "began on that very day"),
    (lambda tia: move(tia, ENTERED - timedelta(days=1)), "not in care on 21 December 2025"),
    (lambda tia: move(tia, LATER, NewHome("P1", provider="PR1")), "parents provide the home"),
    (lambda tia: move(tia, LATER, NewHome("U6", provider="PR0")), "parents provide the home"),
    (lambda tia: move(tia, LATER, NewHome("U6")), "Say who provides the home"),
    (lambda tia: move(tia, LATER, NewHome("T4", provider="PR1")), "Nobody provides"),
    (lambda tia: move(tia, LATER, NewHome("R2", provider="PR1")), "does not provide a hospital"),
    (lambda tia: move(tia, LATER, NewHome("K3", provider="PR4")), "16 and over"),
    (lambda tia: move(tia, LATER, NewHome("H5", provider="PR4")), "could not be used on"),
    (lambda tia: move(tia, LATER, NewHome("Q9", provider="PR4")), "Choose what kind of home it is"),
    (lambda tia: done(actions.change_legal_status, tia, on=LATER, legal_status="V2"), "already has this legal status"),
    (lambda tia: done(actions.change_legal_status, tia, on=LATER, legal_status="V3"), "Short breaks are a time of"),
    (lambda tia: done(actions.change_legal_status, tia, on=ENTERED, legal_status="C2"), "on that very day"),
    (lambda tia: leave(tia, LATER, "X1"), "care goes on"),
    (lambda tia: leave(tia, LATER, "E17"), "Only somebody of 18 or over"),
    (lambda tia: leave(tia, ENTERED - timedelta(days=1)), "cannot end before that"),
    (lambda tia: [leave(tia, LATER), leave(tia, LATER)], "not in care"),
    (lambda tia: review(tia, LATER, "PN0"), "A child of 4 or over"),
    (lambda tia: [review(tia, LATER), review(tia, LATER)], "recorded already"),
    (lambda tia: review(tia, ENTERED - timedelta(days=1)), "not in care"),
    (lambda tia: review(tia, LATER, visit_every_weeks=0), "every 1 to 26 weeks"),
    (lambda tia: done(actions.settle_home, tia, on=LATER, arrangement="temporary_approval"), "relative or friend"),
    (lambda tia: done(actions.settle_home, tia, on=LATER, arrangement="full_approval"), "Record first"),
    (lambda tia: done(actions.begin_care_plan, tia, on=LATER, options=[]), "which ways to a lasting home"),
    (lambda tia: done(actions.begin_care_plan, tia, on=LATER, options=["SOON"]), "Choose the ways"),
    (lambda tia: done(actions.record_adoption_match, tia, on=LATER), "Record first the decision"),
    (lambda tia: done(actions.reverse_adoption_decision, tia, on=LATER, reason="RD1"), "No decision"),
    (lambda tia: done(actions.record_conviction, tia, on=LATER, offence="Theft"), "under 10"),
    (lambda tia: done(actions.end_deprivation_of_liberty, tia, on=LATER), "No such order"),
    (
        lambda tia: done(
            actions.record_previous_permanence, tia, came_into_care=ENTERED, option="Z1", local_authority="394"
        ),
        "no date and no authority",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("record", "sentence"), REFUSED, ids=[sentence for _, sentence in REFUSED])
def test_what_cannot_be_is_refused_in_a_sentence(record, sentence):
    tia = in_care()
    with pytest.raises(Refusal, match=sentence):
        record(tia)


def test_nobody_comes_into_care_before_birth_or_at_eighteen():
    for born in (date(2026, 1, 1), date(2007, 12, 22)):
        with pytest.raises(Refusal, match=r"not born|18 or over"):
            in_care(born=born)


def test_a_passing_absence_needs_no_reason():
    tia = in_care()
    move(tia, LATER, NewHome("T2"), reason="")
    move(tia, LATER + timedelta(days=5), FOSTER, reason="")
    assert len(spells(Home, tia)) == 3


def test_an_approval_for_the_time_being_can_be_extended_once():
    tia = in_care(home=NewHome("U3", provider="PR1"))
    for arrangement in ("temporary_approval", "extended_approval"):
        done(actions.settle_home, tia, on=LATER, arrangement=arrangement)
    with pytest.raises(Refusal, match="extended once"):
        done(actions.settle_home, tia, on=LATER, arrangement="extended_approval")
    with as_builder():
        assert HomeArrangement.objects.current().filter(child=tia).count() == 2


def test_a_child_on_a_care_order_can_live_with_a_parent():
    tia = in_care(legal_status="C1", home=WITH_PARENT)
    done(actions.settle_home, tia, on=ENTERED, arrangement="before_assessment")
    done(actions.settle_home, tia, on=LATER, arrangement="assessed")


def test_adoption_is_decided_matched_ordered_and_decided_otherwise():
    tia = in_care(legal_status="E1")
    done(actions.decide_adoption, tia, on=LATER)
    done(actions.record_adoption_match, tia, on=LATER, by_foster_carer="0", number_of_adopters="2", adopter_sex="FF")
    done(actions.record_permanence_order, tia, on=LATER, kind="Adoption")
    done(actions.reverse_adoption_decision, tia, on=LATER + timedelta(days=9), reason="RD3")
    with pytest.raises(Refusal, match="Record first the decision"):
        done(actions.record_adoption_match, tia, on=LATER + timedelta(days=10))


def test_what_the_returns_ask_besides_can_be_recorded():
    zoe = in_care(born=date(2010, 5, 3))
    done(actions.begin_separated_status, zoe, on=ENTERED, status="Unaccompanied Asylum Seeking Child")
    done(actions.end_separated_status, zoe, on=LATER)
    done(actions.begin_deprivation_of_liberty, zoe, on=ENTERED)
    done(actions.end_deprivation_of_liberty, zoe, on=LATER)
    done(actions.record_motherhood, zoe, on=LATER, is_mother=True, child_born=date(2026, 1, 3))
    done(actions.record_conviction, zoe, on=LATER, offence="Theft from a shop")
    done(actions.record_previous_permanence, zoe, came_into_care=ENTERED, option="P2", order_on=date(2016, 3, 1))
    done(actions.record_home_step, zoe, on=ENTERED, step="plan")
    done(actions.record_reviewing_officer_contact, zoe, on=LATER, how="visit")


def test_roles_that_do_not_work_with_children_record_nothing():
    tia = child().pk
    for role in ("business_support", "analyst", "inspector", "legal"):
        with pytest.raises(Refusal, match="Your role does not allow this"):
            done(actions.decide_adoption, tia, on=LATER, by=Acting(role=role, name="Somebody"))


def test_the_database_refuses_what_actions_would_miss():
    tia = in_care()
    more = {"child_id": tia, "recorded_against": tia, "recorded_at": timezone.now(), "entry_id": 1}
    with as_builder(), pytest.raises(IntegrityError, match="homes_of_a_child_do_not_overlap"):
        Home.objects.bulk_create([Home(began=LATER, **more)])
