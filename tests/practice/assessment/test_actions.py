"""Assessments: one at a time, authorised by a manager with the factors that were found."""

from datetime import date

import pytest

from sightline.foundation.door import Refusal
from sightline.practice.assessment import actions
from sightline.practice.assessment.models import Assessment, AssessmentFactor
from tests.builders.child_protection import acting
from tests.builders.journey import assess, done, referred
from tests.builders.workforce import as_builder, practitioner

pytestmark = pytest.mark.django_db
BEGAN, AUTHORISED = date(2026, 3, 27), date(2026, 5, 8)
ASKED = {"on": AUTHORISED, "child_seen": True, "outcome": "PROV_OF_SERVICES_FLAG", "factors": ["16A"]}


def test_an_assessment_belongs_to_the_open_referral_and_ends_when_it_is_authorised() -> None:
    child = referred()
    key = assess(child, BEGAN, authorised=AUTHORISED, factors=["16A", "4B"])
    with as_builder():
        assessment = Assessment.objects.get(pk=key)
        factors = AssessmentFactor.objects.filter(assessment=key).values_list("code", flat=True)
        assert (assessment.ended, assessment.child_seen) == (AUTHORISED, True)
        assert assessment.referral is not None
        assert sorted(factors) == ["16A", "4B"]


def test_one_assessment_is_open_at_a_time() -> None:
    child = referred()
    assess(child, BEGAN)
    with pytest.raises(Refusal, match="An assessment of this child is open since 27 March 2026"):
        assess(child, date(2026, 4, 1))


def test_an_assessment_begins_no_earlier_than_the_referral() -> None:
    with pytest.raises(Refusal, match="The referral came on 26 March 2026"):
        assess(referred(), date(2026, 3, 25))


@pytest.mark.parametrize(
    ("differs", "sentence"),
    [
        ({"factors": []}, "Say which factors the assessment found"),
        ({"factors": ["16A", "16A"]}, "Name each factor once"),
        ({"factors": ["21", "16A"]}, "cannot stand beside a factor"),
        ({"factors": ["21"]}, "goes only with no further action"),
        ({"factors": ["18A"]}, "could not be used on 8 May 2026"),
        ({"outcome": "X"}, "Choose what the assessment led to from the list"),
        ({"child_seen": False}, "with a child not seen and no reason"),
        ({"on": date(2026, 3, 26)}, "The assessment began on 27 March 2026"),
    ],
)
def test_an_authorisation_is_sent_back(differs: dict[str, object], sentence: str) -> None:
    child = referred()
    assess(child, BEGAN)
    with pytest.raises(Refusal, match=sentence):
        done(actions.authorise_assessment, child, **{**ASKED, **differs})


def test_a_social_worker_does_not_authorise() -> None:
    child = referred()
    assess(child, BEGAN)
    with pytest.raises(Refusal, match="Your role does not allow this"):
        done(actions.authorise_assessment, child, by=acting(practitioner()), **ASKED)


def test_nothing_is_authorised_twice() -> None:
    child = referred()
    assess(child, BEGAN, authorised=AUTHORISED)
    with pytest.raises(Refusal, match="There is no open assessment"):
        done(actions.authorise_assessment, child, **ASKED)


@pytest.mark.parametrize("outcome", ["NFA_FLAG", "NFA_S47_END_FLAG"])
def test_no_factor_goes_with_either_way_of_no_further_action(outcome: str) -> None:
    child = referred()
    assess(child, BEGAN)
    assert done(actions.authorise_assessment, child, **{**ASKED, "factors": ["21"], "outcome": outcome})
