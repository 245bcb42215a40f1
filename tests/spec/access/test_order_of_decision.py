"""Who may open a record, decided in one order: the first row that fits (access and records, section 2)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.foundation.access import rules
from sightline.foundation.access.rules import ORDER, Decision, Outcome, Standing, decide

ALLOW, ASK, NOT_FOUND = Outcome.ALLOW, Outcome.ASK_REASON, Outcome.NOT_FOUND
WORKER = {"signed_in": True, "permitted": True, "relationship": "Allocated worker"}
MANAGER = {"signed_in": True, "permitted": True, "may_look": True}
RESTRICTED = {"restricted": True}
GLASS = {"restricted": True, "glass_broken": True}

EXAMPLES = [  # how somebody stands to a record, what becomes of it, and on what basis
    ({"signed_in": False}, NOT_FOUND, "account is not active or not verified"),
    ({**WORKER, "signed_in": False, "excluded": True}, NOT_FOUND, "account is not active or not verified"),
    ({**WORKER, "excluded": True}, NOT_FOUND, "excluded"),
    ({**WORKER, "excluded": True, "sealed": True}, NOT_FOUND, "excluded"),
    ({**MANAGER, **GLASS, "excluded": True}, NOT_FOUND, "excluded"),
    ({**WORKER, "sealed": True}, NOT_FOUND, "sealed"),
    ({**MANAGER, **GLASS, "sealed": True}, NOT_FOUND, "sealed"),
    ({**WORKER, **RESTRICTED, "sealed": True, "named": True}, NOT_FOUND, "sealed"),
    ({**WORKER, **RESTRICTED, "sealed": True}, NOT_FOUND, "sealed"),
    ({**WORKER, **RESTRICTED}, NOT_FOUND, "restricted, not named"),
    ({**MANAGER, **RESTRICTED, "looked": True}, NOT_FOUND, "restricted, not named"),
    ({**WORKER, **RESTRICTED, "permitted": False}, NOT_FOUND, "restricted, not named"),
    ({**WORKER, **RESTRICTED, "named": True}, ALLOW, "Allocated worker"),
    ({**MANAGER, **RESTRICTED, "named": True}, ASK, "may look with a reason"),
    ({"signed_in": True, "permitted": True, **RESTRICTED, "named": True}, NOT_FOUND, "no reason to open it"),
    ({**MANAGER, **GLASS, "permitted": False}, NOT_FOUND, "role does not allow it"),
    ({**WORKER, "permitted": False}, NOT_FOUND, "role does not allow it"),
    ({**MANAGER, **GLASS}, ALLOW, "emergency opening"),
    ({**MANAGER, **GLASS, "relationship": "Co-worker"}, ALLOW, "emergency opening"),
    (WORKER, ALLOW, "Allocated worker"),
    ({**MANAGER, "relationship": "Co-worker", "looked": True}, ALLOW, "Co-worker"),
    ({**MANAGER, "looked": True}, ALLOW, "look with a reason"),
    (MANAGER, ASK, "may look with a reason"),
    ({"signed_in": True, "permitted": True}, NOT_FOUND, "no reason to open it"),
    ({"signed_in": True, "permitted": True, "looked": True}, NOT_FOUND, "no reason to open it"),
]


@pytest.mark.parametrize(("how", "outcome", "basis"), EXAMPLES)
def test_the_first_row_that_fits_decides(how: dict[str, bool | str], outcome: Outcome, basis: str) -> None:
    assert decide(Standing(**how)) == Decision(outcome, basis)  # type: ignore[arg-type]


def test_every_row_decides_some_example() -> None:
    rows = {"relationship" if basis in ("Allocated worker", "Co-worker") else basis for _, _, basis in EXAMPLES}
    assert [name for name, _, _ in ORDER] == [name for name, _, _ in ORDER if name in rows]


def test_the_rows_stand_in_the_order_that_the_rules_of_access_give() -> None:
    assert [name for name, _, _ in ORDER] == [
        "account is not active or not verified",
        "excluded",
        "sealed",
        "restricted, not named",
        "role does not allow it",
        "emergency opening",
        "relationship",
        "look with a reason",
        "may look with a reason",
        "no reason to open it",
    ]


@pytest.mark.parametrize("place", range(len(ORDER) - 1))
def test_two_rows_that_changed_places_would_be_noticed(place: int, monkeypatch: pytest.MonkeyPatch) -> None:
    swapped = [*ORDER]
    swapped[place], swapped[place + 1] = swapped[place + 1], swapped[place]
    monkeypatch.setattr(rules, "ORDER", tuple(swapped))
    assert any(decide(Standing(**how)) != Decision(outcome, basis) for how, outcome, basis in EXAMPLES)  # type: ignore[arg-type]


@pytest.mark.parametrize("place", range(len(ORDER) - 1))
def test_a_row_that_is_missing_would_be_noticed(place: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "ORDER", ORDER[:place] + ORDER[place + 1 :])
    assert any(decide(Standing(**how)) != Decision(outcome, basis) for how, outcome, basis in EXAMPLES)  # type: ignore[arg-type]


anyhow = st.builds(
    Standing,
    signed_in=st.booleans(),
    excluded=st.booleans(),
    sealed=st.booleans(),
    restricted=st.booleans(),
    named=st.booleans(),
    glass_broken=st.booleans(),
    relationship=st.sampled_from(["", "Allocated worker"]),
    looked=st.booleans(),
    permitted=st.booleans(),
    may_look=st.booleans(),
)


@given(anyhow)
def test_nothing_opens_for_a_stranger_nor_through_an_exclusion_or_a_seal(standing: Standing) -> None:
    if not standing.signed_in or standing.excluded or standing.sealed:
        assert decide(standing).outcome is NOT_FOUND


@given(anyhow)
def test_nothing_opens_that_the_role_does_not_allow(standing: Standing) -> None:
    if not standing.permitted:
        assert decide(standing).outcome is NOT_FOUND


@given(anyhow)
def test_a_restricted_record_opens_only_to_those_named_and_in_an_emergency(standing: Standing) -> None:
    if standing.restricted and decide(standing).outcome is not NOT_FOUND:
        assert standing.named or standing.glass_broken


@given(anyhow)
def test_a_record_opens_only_for_a_reason_that_is_recorded(standing: Standing) -> None:
    if decide(standing).outcome is ALLOW:
        emergency = standing.restricted and standing.glass_broken
        assert standing.relationship or (standing.may_look and standing.looked) or emergency


@given(anyhow)
def test_one_answer_is_always_given_with_its_basis(standing: Standing) -> None:
    assert decide(standing).basis
