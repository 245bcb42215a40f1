"""The check of a step on labelled steps, three in ten of which were never tuned to: some older, some newer than it.

Every step of steps.csv has the kind of plan, what it says, and its faults. Floors are below what is reached.
"""

from datetime import date

import pytest

from sightline.foundation.plans.rules.checking import Check, StepSaid, checked
from tests.spec.plans.steps import HELD_OUT, LEAST, TUNED, counted, steps

A_DAY = date(2026, 1, 30)


def said(text: str, who: str = "") -> set[Check]:
    """The faults of a step that says everything else."""
    return {each.check for each in checked(StepSaid(text, who, A_DAY, "Priya counts two of three", "None of three"))}


def test_there_are_enough_steps_of_enough_kinds_good_and_bad() -> None:
    every = [*steps(TUNED), *steps(HELD_OUT)]
    assert len(every) >= 100
    assert len(steps(HELD_OUT)) * 10 >= 3 * len(every)
    assert len({each.kind for each in every}) >= 10
    assert min(sum(not each.faults for each in every), sum(bool(each.faults) for each in every)) >= 45
    assert {fault for each in every for fault in each.faults} == set(Check)


@pytest.mark.parametrize("which", [TUNED, HELD_OUT])
def test_what_is_pointed_out_is_right_and_little_is_missed(which: str) -> None:
    found, (precision, recall) = counted(which), LEAST[which]
    assert found.all.precision >= precision, found
    assert found.all.recall >= recall, found
    for check in Check:
        assert found.of[check].precision >= 0.9, check


@pytest.mark.parametrize("which", [TUNED, HELD_OUT])
def test_a_good_step_is_left_alone(which: str) -> None:
    good = [each for each in steps(which) if not each.faults]
    assert [each.said.text for each in good if checked(each.said)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Ms Lowe, family support worker, brings the bed on Friday",
        "Mum keeps a diary of Kit's seizures",
        "Mum will not leave Poppy (4) with Leo (9) in the evening",
        "Mum makes sure that Kit is at the bus stop by 8.10",
        "Mum will make sure Dad has the medicine on the days when Kit is with him",
        "Refer Kai to housing",
        "Read the school's report together with Kit",
        "Dad monitors the blood sugar at 8, 12 and 6 and writes it in the book",
    ],
)
def test_words_that_only_look_vague_are_left_alone(text: str) -> None:
    assert said(text, "Mum") == set()


@pytest.mark.parametrize(
    ("text", "who", "check"),
    [
        ("Mum to keep Dad away from the children", "Mum", Check.CONTROLS),
        ("Mother not to allow unsupervised contact with father", "Mother", Check.CONTROLS),
        ("Mother to ensure that the children are not exposed to domestic abuse", "Mother", Check.CONTROLS),
        ("To be reviewed at the next core group", "", Check.WHO),
        ("CAMHS referral", "Dr Shah", Check.WHAT),
    ],
)
def test_what_is_said_in_other_words_is_pointed_out_too(text: str, who: str, check: Check) -> None:
    assert check in said(text, who)


def test_what_a_practitioner_asks_of_the_adult_who_does_the_harm_is_left_alone() -> None:
    assert Check.CONTROLS not in said("Dad to stay away from the house until 4 March", "Dad")
    assert Check.CONTROLS not in said("PC Shah makes sure that Dad does not come to the house", "PC Shah")


def test_an_empty_step_is_left_alone_and_quoted_words_stay_as_they_were_said() -> None:
    assert checked(StepSaid(" ")) == []
    assert said("Jo writes “monitor me” on the card for Kit", "Jo") == set()


def test_a_finding_says_what_to_write_instead() -> None:
    (found,) = [each for each in checked(StepSaid("School to monitor attendance")) if each.check == Check.WHAT]
    assert str(found).startswith("“monitor” does not say what exactly. Say who looks at what")
