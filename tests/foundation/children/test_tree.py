"""Who stands where in a family tree, and who is joined to whom."""

from itertools import pairwise
from uuid import UUID, uuid4

import pytest

from sightline.foundation.children.rules.tree import descents, generations
from sightline.ui.pictures import BOX_WIDTH, Descent, FamilyTree, TreePerson, tree, wrapped

CHILD, MOTHER, FATHER, OTHER_FATHER, HALF, GRAN, CARER, BABY = (uuid4() for _ in range(8))
TIES = [
    (CHILD, MOTHER, "mother"),
    (CHILD, FATHER, "father"),
    (CHILD, HALF, "half_sibling"),
    (HALF, MOTHER, "mother"),
    (HALF, OTHER_FATHER, "possible_father"),
    (MOTHER, GRAN, "mother"),
    (CHILD, CARER, "carer"),
    (CHILD, BABY, "child"),
]


def test_generations_are_counted_from_the_child() -> None:
    expected = {CHILD: 0, HALF: 0, MOTHER: 1, FATHER: 1, OTHER_FATHER: 1, GRAN: 2, BABY: -1}
    assert generations(CHILD, TIES) == expected


def test_a_tie_said_from_the_other_end_counts_the_same() -> None:
    assert generations(CHILD, [(MOTHER, CHILD, "child")]) == {CHILD: 0, MOTHER: 1}


def test_nobody_older_than_grandparents_is_drawn() -> None:
    great = uuid4()
    assert great not in generations(CHILD, [*TIES, (GRAN, great, "mother")])


def test_descent_goes_from_parent_to_child_and_says_whether_it_is_sure() -> None:
    found = descents(TIES)
    assert found == {(MOTHER, CHILD): True, (FATHER, CHILD): True, (MOTHER, HALF): True, (OTHER_FATHER, HALF): False,
                     (GRAN, MOTHER): True, (CHILD, BABY): True}  # fmt: skip


def test_a_possible_father_who_is_also_recorded_as_the_father_is_sure() -> None:
    both = [(HALF, OTHER_FATHER, "possible_father"), (HALF, OTHER_FATHER, "father")]
    assert descents(both) == {(OTHER_FATHER, HALF): True}


def drawn(*people: tuple[UUID, int]) -> FamilyTree:
    shown = [TreePerson(str(key), "Somebody", [], row) for key, row in people]
    return FamilyTree("Family tree", shown, [Descent(str(MOTHER), str(CHILD)), Descent(str(MOTHER), str(HALF))])


def test_boxes_of_a_generation_do_not_overlap_and_lines_join_foot_to_head() -> None:
    placed = tree(drawn((MOTHER, 1), (FATHER, 1), (CHILD, 2), (HALF, 2)))
    boxes = {box.person.key: box for box in placed.boxes}
    tops = sorted({box.y for box in placed.boxes})
    for top in tops:
        row = sorted(box.x for box in placed.boxes if box.y == top)
        assert all(right - left > BOX_WIDTH for left, right in pairwise(row))
    assert boxes[str(MOTHER)].y < boxes[str(CHILD)].y
    assert placed.lines[0].path.endswith(f"H{boxes[str(CHILD)].centre}V{boxes[str(CHILD)].y}")


def test_a_parent_stands_over_their_children() -> None:
    """Of two parents the one whose children stand to the right comes second."""
    placed = tree(drawn((MOTHER, 1), (FATHER, 1), (uuid4(), 2), (CHILD, 2), (HALF, 2)))
    boxes = {box.person.key: box.x for box in placed.boxes}
    assert boxes[str(MOTHER)] < boxes[str(HALF)]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ada Bright", ["Ada Bright"]),
        ("Theodore Achebe-Featherstonehaugh", ["Theodore Achebe-", "Featherstonehaugh"]),
        ("Wolfeschlegelsteinhausenbergerdorff", ["Wolfeschlegelstein", "hausenbergerdorff"]),
    ],
)
def test_long_names_stand_on_two_lines(name: str, lines: list[str]) -> None:
    assert wrapped(name) == lines
