"""Practice rules, "Visit", and timescales, rule C13: for whom a visit counts, and what it cannot do without."""

from uuid import UUID

import pytest

from sightline.foundation.visits.rules import ChildVisited, VisitKind, what_is_missing

CHILD = UUID(int=1)
SEEN_ALONE = {"seen": True, "alone": True, "safe_tonight": True}
NOT_SEEN = {"seen": False, "why_not": "At football"}


@pytest.mark.parametrize("kind", VisitKind.values)
def test_a_visit_counts_for_a_child_who_was_seen(kind: str) -> None:
    assert what_is_missing(ChildVisited(CHILD, **SEEN_ALONE, counts_as=(kind,))) == ""


@pytest.mark.parametrize("kind", VisitKind.values)
def test_a_visit_counts_for_no_child_who_was_not_seen(kind: str) -> None:
    said = what_is_missing(ChildVisited(CHILD, **NOT_SEEN, counts_as=(kind,)))
    assert said == "A visit counts only for a child who was seen."


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        (SEEN_ALONE, ""),
        (NOT_SEEN, ""),
        ({"seen": True, "alone": None}, ""),  # an imported visit does not say whether alone
        ({"seen": True, "alone": False, "why_not": "Asked for his mother to stay"}, ""),
        ({"seen": True, "alone": False}, "Say why the child was not seen, or not alone."),
        ({"seen": False}, "Say why the child was not seen, or not alone."),
        ({"seen": False, "why_not": "  "}, "Say why the child was not seen, or not alone."),
        ({"seen": False, "alone": True, "why_not": "Asleep"}, "A child who was not seen was not seen alone."),
        ({**SEEN_ALONE, "counts_as": ("school_run",)}, "Choose the kinds of visit that it counts as from the list."),
        ({**SEEN_ALONE, "safe_tonight": False}, "Say what is being done tonight to keep the child safe."),
        ({**SEEN_ALONE, "safe_tonight": False, "safety": "With the grandparents; duty told at 17:20"}, ""),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(said: dict, missing: str) -> None:
    assert what_is_missing(ChildVisited(CHILD, **said)) == missing
