"""What is recorded about a child in care and after it: a row of each kind in which somebody writes something."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sightline.practice.care import models as care
from sightline.practice.education.models import PersonalEducationPlan, SchoolPlace
from sightline.practice.exploitation.models import MissingEpisode, ReturnInterview
from sightline.practice.health import models as health
from sightline.practice.leaving_care import models as leaving_care
from tests.architecture.matrix.cells import DAY, Cell

INTO_CARE = date(2026, 9, 21)
MARCH = date(2026, 3, 31)


def of(cell: Cell) -> Iterator[Any]:
    """One row of each kind; the cell keeps the keys, by the name of the kind."""
    rows = [*in_care(cell), *homes(cell), *permanence(cell), *healthy(cell), *leaving(cell), *learning(cell)]
    cell.facts |= {type(row).__name__.lower(): row.pk for row in rows}
    yield from rows


def in_care(cell: Cell) -> list[Any]:
    """The period of care, the plan and its reviews."""
    about, lasts = {"child_id": cell.child, "happened": DAY}, {"child_id": cell.child, "began": INTO_CARE}
    return [
        care.PeriodOfCare(category_of_need="N1", home_postcode="SR1 3NX", **lasts),
        care.LegalStatus(code="V2", **lasts),
        care.CarePlan(options=["RETURN6M", cell.token], **lasts),
        care.CareReview(participation="PN1", **about),
        care.ReviewingOfficerContact(how="visit", **about),
        care.SeparatedChild(status="Unaccompanied Asylum Seeking Child", **lasts),
        care.DeprivationOfLiberty(**lasts),
        care.Motherhood(is_mother=False, **about),
        care.Conviction(offence=f"Offence {cell.token}", **about),
    ]


def homes(cell: Cell) -> list[Any]:
    """Where the child lives, what was settled about it and done for it."""
    home = care.Home(
        child_id=cell.child, began=INTO_CARE, placement_type="U6", provider="PR1", postcode="SR1 3NX",
        urn="SC123456", local_authority=cell.token, emergency=False,
    )  # fmt: skip
    about = {"child_id": cell.child, "happened": DAY, "home": home}
    return [home, care.HomeArrangement(arrangement="lasting", **about), care.HomeStep(step="plan", **about)]


def permanence(cell: Cell) -> list[Any]:
    """Adoption and other lasting orders, planned and past."""
    about = {"child_id": cell.child, "happened": DAY}
    return [
        care.AdoptionDecision(child_id=cell.child, began=DAY),
        care.AdoptionMatch(by_foster_carer="0", **about),
        care.PermanenceOrder(kind="Special Guardianship", **about),
        care.PreviousPermanence(option="P1", came_into_care=INTO_CARE, **about),
    ]


def healthy(cell: Cell) -> list[Any]:
    """The child's health."""
    about = {"child_id": cell.child, "happened": DAY}
    return [
        health.HealthAssessment(kind="initial", by="doctor", result="Completed", **about),
        health.DentalCheck(result="Completed", **about),
        health.ImmunisationStatus(up_to_date=True, **about),
        health.DevelopmentCheck(up_to_date=True, **about),
        health.StrengthsAndDifficulties(score=11, **about),
        health.SubstanceUse(substance=f"Substance {cell.token}", intervention_received=False, **about),
        health.YearlyHealthStatus(child_id=cell.child, happened=MARCH, item="teeth_check", value=True),
    ]


def leaving(cell: Cell) -> list[Any]:
    """Support after care."""
    about = {"child_id": cell.child, "happened": DAY}
    return [
        leaving_care.LeavingCareEligibility(child_id=cell.child, began=INTO_CARE, category="Relevant"),
        leaving_care.CareLeaverStatus(in_touch="YES", accommodation="U", suitability="1", activity="F2", **about),
        leaving_care.CareLeaverContact(how="call", **about),
        leaving_care.PathwayPlan(kind="plan", **about),
    ]


def learning(cell: Cell) -> list[Any]:
    """School, and being missing."""
    episode = MissingEpisode(child_id=cell.child, began=DAY, ended=DAY, kind="M")
    about = {"child_id": cell.child, "happened": DAY}
    return [
        PersonalEducationPlan(kind="first", **about),
        SchoolPlace(child_id=cell.child, began=INTO_CARE, school=f"School {cell.token}", kind="school"),
        episode,
        ReturnInterview(episode=episode, step="completed", spoke_with=f"Worker {cell.token}", **about),
    ]
