"""A canary in every kind of row: what these tests watch for is really there to leak."""

import pytest
from django.db import connection

from sightline.foundation.access.protection import protected_models
from sightline.foundation.facts import Protection
from tests.architecture.matrix.world import World

TOKEN = "Q([XNA])[0-9]{5}[XNA]Q"
WITHOUT_TEXT = {  # kinds of row in which nobody writes anything
    "access.NamedReader": "a person and a practitioner",
    "assessment.AssessmentFactor": "a code",
    "assessment.AssessmentWork": "children and a day",
    "assessment.SectionSaved": "a version of a section",
    "care.AdoptionDecision": "from when to when",
    "care.AdoptionMatch": "codes",
    "care.CareReview": "codes",
    "care.DeprivationOfLiberty": "from when to when",
    "care.HomeArrangement": "a choice",
    "care.HomeStep": "a choice",
    "care.LegalStatus": "a code",
    "care.Motherhood": "yes or no",
    "care.PeriodOfCare": "a code and a postcode",
    "care.PermanenceOrder": "a code",
    "care.PreviousPermanence": "codes",
    "care.ReviewingOfficerContact": "a choice",
    "care.SeparatedChild": "a code",
    "child_in_need.ChildInNeedPlan": "from when to when, and a choice",
    "child_protection.ProtectionPlan": "codes",
    "child_protection.ProtectionPlanCategory": "a code",
    "child_protection.Section47Enquiry": "from when to when",
    "children.Child": "the key of a person",
    "children.LivesWith": "two people and how often",
    "chronology.FactIndex": "where a fact is, and when it happened",
    "court.PreProceedings": "from when to when, and a code",
    "education.PersonalEducationPlan": "a choice",
    "exploitation.MissingEpisode": "a code",
    "front_door.DecidedContact": "dates and choices",
    "front_door.NightWork": "what was done, and until when somebody takes it over",
    "front_door.OpenContact": "what waits, and since when",
    "front_door.ContactPassedOn": "two people and a choice",
    "front_door.ConcernOfContact": "a key of a table",
    "front_door.ReplyLink": "the address of an agency, and until when",
    "health.DentalCheck": "a code",
    "health.DevelopmentCheck": "yes or no",
    "health.HealthAssessment": "codes",
    "health.ImmunisationStatus": "yes or no",
    "health.StrengthsAndDifficulties": "a number or a code",
    "health.YearlyHealthStatus": "yes or no",
    "leaving_care.CareLeaverContact": "a choice",
    "leaving_care.CareLeaverStatus": "codes",
    "leaving_care.LeavingCareEligibility": "a code",
    "leaving_care.PathwayPlan": "a choice",
    "measures.MeasuredCase": "what counts in a measure, and when",
    "notes.CaseNote": "whom it is about and when",
    "panels.Booking": "a referral and a sitting",
    "panels.PanelReferral": "a panel and a day",
    "oversight.StillToDo": "who has to do something, and by when",
    "oversight.InSight": "dates",
    "returns.Pair": "two people, and which of a few sentences speaks for it",
    "workforce.Transfer": "two teams and dates",
    "oversight.Waiting": "what waits, and until when",
    "timescales.ClockRow": "dates",
    "timescales.Coverage": "kinds of fact and dates",
}
NOT_ABOUT_ONE_CELL = {
    "access.Opening": "its reason is about why somebody looked; opened by the tests of openings",
    "access.OpeningReview": "written by the tests of openings; shown on no page",
}
WRITTEN = [
    model
    for model in protected_models()
    if model.protection not in (Protection.REFERENCE, Protection.INTAKE, Protection.RECORDER)
]


@pytest.mark.parametrize("model", WRITTEN, ids=lambda model: model._meta.label)
def test_every_kind_of_row_about_a_person_carries_a_token(world: World, model: type) -> None:
    label = model._meta.label  # type: ignore[attr-defined]
    if label in WITHOUT_TEXT or label in NOT_ABOUT_ONE_CELL or model.protection is Protection.OWN:  # type: ignore[attr-defined]
        return
    with connection.cursor() as cursor:
        table = model._meta.db_table  # type: ignore[attr-defined]
        cursor.execute(f"SELECT count(*) FROM {table} AS r WHERE to_jsonb(r)::text ~ %s", [TOKEN])
        assert cursor.fetchone()[0] > 100, f"give {label} a row with the token in content/"


def test_no_exemption_is_left_over() -> None:
    assert (WITHOUT_TEXT.keys() | NOT_ABOUT_ONE_CELL.keys()) - {model._meta.label for model in WRITTEN} == set()
