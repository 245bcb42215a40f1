"""At most six items a concern, three of them essential; on what basis agencies are asked; how long a hold lasts."""

from datetime import date
from pathlib import Path

import pytest

from sightline.practice.front_door import rules
from sightline.practice.front_door.rules.need_to_know import COLUMNS, TABLE, TableIsWrong, read

NAMED = {
    *("neglect", "physical", "sexual", "emotional", "domestic_abuse", "parent_mental_health", "alcohol_or_drugs"),
    *("exploitation", "missing", "self_harm", "housing", "young_carer", "disability", "unborn", "private_fostering"),
    "not_clear",
}


def test_every_kind_of_concern_is_there() -> None:
    assert set(read(TABLE)) == NAMED


@pytest.mark.parametrize("concern", read(TABLE).values(), ids=lambda concern: concern.key)
def test_each_asks_for_little(concern: rules.Concern) -> None:
    assert 3 <= len(concern.items) <= 6
    assert sum(item.essential for item in concern.items) == 3
    assert all(item.question.endswith("?") and item.usually_known_by for item in concern.items)


def table(folder: Path, *rows: str) -> Path:
    """A table of an authority's own."""
    path = folder / "own.csv"
    path.write_text("\n".join([",".join(COLUMNS), *rows]))
    return path


def test_an_authority_may_have_a_table_of_its_own(tmp_path: Path) -> None:
    found = read(table(tmp_path, "cold,Cold homes,heat,Is there heat?,yes,housing"))
    assert found["cold"].items[0].question == "Is there heat?"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([f"cold,Cold,item{n},Why?,,x" for n in range(7)], "more than 6 items"),
        ([f"cold,Cold,item{n},Why?,yes,x" for n in range(4)], "more than 3 essential items"),
        (["cold,Cold,a,Why?,,x", "cold,Cold,a,When?,,x"], "an item twice"),
        (["cold,Cold,a,,,x"], "without a key or a question"),
        (["cold,,a,Why?,,x"], "has no name"),
        ([f"cold,Cold,{'a' * 41},Why?,,x"], "a key of more than 40 characters"),
    ],
)
def test_a_table_that_asks_too_much_is_refused(tmp_path: Path, rows: list[str], sentence: str) -> None:
    with pytest.raises(TableIsWrong, match=sentence):
        read(table(tmp_path, *rows))


def test_a_table_with_other_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("concern,item\ncold,heat\n")
    with pytest.raises(TableIsWrong, match="must have the columns"):
        read(path)


@pytest.mark.parametrize(
    ("basis", "said", "wrong"),
    [
        ("parent_agrees", {"who_agreed": "Her mother"}, ""),
        ("parent_agrees", {}, "Say who agreed."),
        ("asking_raises_risk", {}, "Say why: this basis is a decision with reasons."),
        ("section_47_met", {"reasons": "Bruises on a baby"}, ""),
        ("proportionate", {}, "Say why: this basis is a decision with reasons."),
        ("proportionate", {"reasons": "He said no; third report in a month"}, ""),
        ("because", {}, "Choose the basis from the list."),
        ("parent_agrees", {"who_agreed": "Her mother", "decided_by": " "}, "Say who decided."),
    ],
)
def test_a_basis_says_who_agreed_or_why(basis: str, said: dict[str, str], wrong: str) -> None:
    whole = {"decided_by": "Jo Bell, team manager", "who_agreed": "", "reasons": "", **said}
    assert rules.wrong_with_basis(basis, **whole) == wrong


@pytest.mark.parametrize(
    ("first_held", "held_on", "until", "ceiling"),
    [
        (date(2026, 6, 1), date(2026, 6, 1), date(2026, 6, 2), date(2026, 6, 4)),  # Monday: Thursday is the last
        (date(2026, 6, 1), date(2026, 6, 3), date(2026, 6, 4), date(2026, 6, 4)),
        (date(2026, 6, 5), date(2026, 6, 5), date(2026, 6, 8), date(2026, 6, 10)),  # over a weekend
        (date(2026, 6, 1), date(2026, 6, 4), date(2026, 6, 4), date(2026, 6, 4)),  # never beyond the ceiling
    ],
)
def test_a_hold_lasts_a_working_day_and_three_at_the_most(
    first_held: date, held_on: date, until: date, ceiling: date
) -> None:
    assert rules.held_until(held_on, first_held) == until
    assert rules.hold_ceiling(first_held) == ceiling
