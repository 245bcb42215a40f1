"""Whoever looks at the product for the first time meets something of every kind that can be recorded."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.apps import apps

from sightline.config.database.environment import DATABASE
from sightline.config.database.launcher import find
from sightline.foundation.documents.models import Draft
from sightline.foundation.facts import Fact

RARE = "happens to too few children to be in three years of a part of an authority"
TRIED = "answers something that waits in the demonstration, and is for whoever tries it out to record"
SETTING = "is how an authority sets the product up, and the defaults stand"
RETURNED = "comes with a return that an authority imports"
NOT_TOLD = {
    "access.Opening": TRIED,
    "access.OpeningReview": TRIED,
    "access.Seal": RARE,
    "agreements.Agreement": TRIED,
    "agreements.FamilyTold": TRIED,
    "assessment.AssessmentSubmitted": TRIED,
    "assessment.AssessmentWork": TRIED,
    "assessment.NeedForAssessment": TRIED,
    "assessment.SectionSaved": TRIED,
    "care.AdoptionDecision": RARE,
    "care.AdoptionMatch": RARE,
    "care.Conviction": RARE,
    "care.DeprivationOfLiberty": RARE,
    "care.HomeArrangement": RARE,
    "care.Motherhood": RARE,
    "care.PermanenceOrder": RARE,
    "care.PreviousPermanence": RARE,
    "care.SeparatedChild": RARE,
    "child_protection.ConferenceDecision": TRIED,
    "child_protection.TransferInNotice": RARE,
    "children.AddressDisclosure": TRIED,
    "chronology.RecordedByMistake": TRIED,
    "court.LegalGatewayRequest": TRIED,
    "court.ProceedingsExtension": RARE,
    "early_help.FirstContact": TRIED,
    "early_help.StepAnswer": TRIED,
    "front_door.ContactHold": TRIED,
    "front_door.ContactTakenUp": TRIED,
    "front_door.DutyRung": TRIED,
    "health.SubstanceUse": RARE,
    "health.YearlyHealthStatus": "is asked on 31 March of those in care on that day",
    "leaving_care.CareLeaverContact": RARE,
    "leaving_care.CareLeaverStatus": RARE,
    "leaving_care.PathwayPlan": RARE,
    "returns.Contest": RETURNED,
    "timescales.ClockReason": TRIED,
    "timescales.Coverage": RETURNED,
    "timescales.LocalLimit": SETTING,
    "workforce.KeptList": TRIED,
}


@pytest.fixture
def held(site: str, state: Path | None, monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """The kinds of which the served demonstration holds at least one."""
    if state is not None:
        monkeypatch.setenv("SIGHTLINE_STATE", str(state))
    kinds = {kind._meta.label: kind._meta.db_table for kind in (*facts(), Draft)}
    asked = " UNION ALL ".join(
        f"SELECT '{label}' WHERE EXISTS (SELECT 1 FROM {table})" for label, table in kinds.items()
    )
    with psycopg.connect(find("demo").url("sightline_jobs", DATABASE)) as connection:
        yield {label for (label,) in connection.execute(asked)}


def facts() -> list[type[Fact]]:
    """Every kind of fact."""
    return [model for model in apps.get_models() if issubclass(model, Fact)]


def test_the_small_demonstration_holds_something_of_every_kind_that_can_be_recorded(held: set[str]) -> None:
    kinds = {kind._meta.label for kind in (*facts(), Draft)}
    assert not sorted(kinds - set(NOT_TOLD) - held), "told by nothing in sightline/demo: tell one, or say here why not"
