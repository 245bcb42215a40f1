"""Every timescale that is counted says of itself what the catalogue says, and meets the worked examples."""

from datetime import date

import pytest

from sightline.foundation.timescales.catalogue import known, latest, timescales
from sightline.foundation.timescales.rules import Timescale

DECLARED = [rule for versions in timescales().values() for rule in versions]
day = date.fromisoformat


def named(rule: Timescale) -> str:
    return f"{rule.id} {rule.effective_from}"


def test_the_catalogue_has_every_timescale_once() -> None:
    assert len(known()) == 173
    assert [each.section for each in known().values()] == sorted(each.section for each in known().values())


def test_at_least_sixty_are_counted() -> None:
    assert len(timescales()) >= 60


@pytest.mark.parametrize("rule", DECLARED, ids=named)
def test_what_is_counted_is_in_the_catalogue_with_the_same_evidence(rule: Timescale) -> None:
    listed = known()[rule.id]
    assert f"{rule.tier.value}/{rule.check.value}/{rule.confidence.value}" == listed.evidence.split()[0]
    assert rule.alert.value in listed.alert.replace("/", " ").split()
    assert all((rule.starts, rule.stops, rule.source))


@pytest.mark.parametrize("rule", DECLARED, ids=named)
def test_what_is_not_checked_although_the_rest_is_says_so(rule: Timescale) -> None:
    assert bool(rule.unsure) == (len(known()[rule.id].evidence.split()) > 1)


@pytest.mark.parametrize(
    ("timescale", "start", "due"),
    [
        ("contact_decision", "2025-12-24", "2025-12-29"),
        ("referral_decision", "2026-03-28", "2026-03-30"),
        ("conference_decision_letter", "2026-04-02", "2026-04-07"),
        ("assessment_checkpoint", "2026-03-26", "2026-04-13"),
        ("assessment_complete", "2026-03-26", "2026-06-03"),
        ("s47_to_icpc", "2026-03-26", "2026-04-20"),
        ("s47_to_icpc", "2025-12-17", "2026-01-12"),
        ("cp_transfer_in", "2025-12-17", "2026-01-12"),
        ("core_group_first", "2026-04-14", "2026-04-28"),
        ("rcpc_first", "2025-11-28", "2026-02-28"),
        ("rcpc_first", "2025-11-30", "2026-02-28"),
        ("rcpc_next", "2026-04-10", "2026-10-10"),
        ("cla_review_second", "2026-01-15", "2026-04-15"),
        ("cla_review_next", "2026-04-10", "2026-10-10"),
        ("proceedings_26w", "2026-01-05", "2026-07-05"),
        ("plo_cmh", "2026-01-05", "2026-01-28"),
        ("pp_total", "2026-01-05", "2026-04-27"),
        ("iha", "2025-12-22", "2026-01-22"),
        ("cla_review_first", "2025-12-22", "2026-01-22"),
        ("placement_plan", "2025-12-22", "2025-12-31"),
        ("care_plan", "2025-12-22", "2026-01-08"),
        ("pep_first", "2025-12-22", "2026-01-08"),
        ("prebirth_assessment_end", "2026-09-01", "2026-06-09"),
    ],
)
def test_the_worked_examples_hold_through_the_declared_timescales(timescale: str, start: str, due: str) -> None:
    assert latest(timescale).allows(day(start)) == day(due)
