"""What each way to decide about a contact needs before it can be recorded, and who signs it."""

import pytest

from sightline.practice.front_door.rules import ON_ENOUGH, Way, rung_of, wrong_with_decision, wrong_with_gaps

STOPS = "To stop here, say what we checked, what we found, and why we stop."
SAID = {"checked": "School.", "found": "Nothing new.", "why_stop": "Help is there."}
NOTHING_SAID = {"checked": "", "found": " ", "why_stop": ""}


@pytest.mark.parametrize(
    ("way", "stops", "needs_enough"),
    [
        (Way.STRATEGY_DISCUSSION, False, False),
        (Way.ASSESSMENT, False, False),
        (Way.EARLY_HELP, False, True),
        (Way.OPEN_WORK, False, False),
        (Way.TRANSFER, False, False),
        (Way.ADVICE, True, True),
        (Way.CLOSE, True, True),
    ],
)
def test_what_stops_says_why_and_is_signed_and_what_protects_a_child_is_never_asked_for_more(
    way: Way, stops: bool, needs_enough: bool
) -> None:
    assert wrong_with_decision(way, **NOTHING_SAID) == (STOPS if stops else "")
    assert wrong_with_decision(way, **SAID) == ""
    assert rung_of(way) == ("no_further_action" if stops else "")
    assert (way in ON_ENOUGH) == needs_enough
    assert bool(wrong_with_gaps(way, gaps=1, limited_because="", dated=True)) == needs_enough


@pytest.mark.parametrize("missing", SAID)
def test_stopping_needs_all_three(missing: str) -> None:
    assert wrong_with_decision(Way.CLOSE, **{**SAID, missing: " "}) == STOPS


@pytest.mark.parametrize(
    ("gaps", "because", "dated", "may"),
    [(0, "", False, True), (2, "The school is closed.", True, True), (2, "The school is closed.", False, False)],
)
def test_with_gaps_a_manager_says_a_reason_and_a_day(gaps: int, because: str, dated: bool, may: bool) -> None:
    assert (wrong_with_gaps(Way.CLOSE, gaps=gaps, limited_because=because, dated=dated) == "") == may
