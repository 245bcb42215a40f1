"""What a child's words, a need and a shared assessment cannot do without."""

from datetime import date
from uuid import UUID

import pytest

from sightline.foundation.documents.rules.passages import MayKnow
from sightline.practice.assessment.rules.findings import (
    NOT_FOR_A_PLAN,
    Answer,
    ViewKind,
    wrong_with_need,
    wrong_with_sharing,
    wrong_with_view,
)

WORDS = "Write the exact words, or what was observed."
LEADS_NOWHERE = "Name the service or step that answers it, or say why there is none."
WHOSE = "Say of a step who takes it, and how everybody will know that it helped."
BY_WHEN = "Say by which day the step is done: not before the day on which it starts."
NO_REASON = "Say why it was not shared, or why no copy was given."
BEGINS, DONE, BEFORE = date(2026, 6, 1), date(2026, 6, 30), date(2026, 5, 31)
SERVICE = UUID(int=1)
STEP = {"step": "Walks her to school", "who": "Nan", "how_we_will_know": "She is there"}


@pytest.mark.parametrize("kind", [each for each in ViewKind if each != ViewKind.NOT_ASKED])
def test_a_view_is_the_childs_exact_words(kind: ViewKind) -> None:
    assert wrong_with_view(kind, " ", "interview_pending") == WORDS
    assert wrong_with_view(kind, "I make the toast.", "") == ""


def test_a_child_who_was_not_asked_has_a_reason_and_a_pending_interview_is_complete_in_itself() -> None:
    assert wrong_with_view("not_asked", "", "interview_pending") == ""
    assert wrong_with_view("not_asked", "", "") == "Say why the child was not asked."
    assert wrong_with_view("guessed", "I make the toast.", "") == "Choose how the child’s view is known from the list."


@pytest.mark.parametrize(
    ("answer", "may_know", "sentence"),
    [
        (Answer(), MayKnow.FAMILY, LEADS_NOWHERE),
        (Answer(why_none="No service near here has a place."), MayKnow.FAMILY, ""),
        (Answer(service=SERVICE), MayKnow.FAMILY, "Say from which day on it helps."),
        (Answer(service=SERVICE, starts_on=BEGINS), MayKnow.PROFESSIONALS, ""),
        (Answer(**STEP, starts_on=BEGINS, by_when=DONE), MayKnow.FAMILY, ""),
        (Answer(**STEP, starts_on=BEGINS, by_when=DONE), MayKnow.PROFESSIONALS, NOT_FOR_A_PLAN),
        (Answer(**STEP | {"who": " "}, starts_on=BEGINS, by_when=DONE), MayKnow.FAMILY, WHOSE),
        (Answer(**STEP | {"how_we_will_know": ""}, starts_on=BEGINS, by_when=DONE), MayKnow.FAMILY, WHOSE),
        (Answer(**STEP, starts_on=BEGINS), MayKnow.FAMILY, BY_WHEN),
        (Answer(**STEP, starts_on=BEGINS, by_when=BEFORE), MayKnow.FAMILY, BY_WHEN),
    ],
)
def test_a_need_leads_to_a_service_or_a_step_that_can_stand_in_a_plan_or_says_why_not(
    answer: Answer, may_know: str, sentence: str
) -> None:
    assert wrong_with_need(answer, may_know) == sentence


@pytest.mark.parametrize(
    ("how", "copy_given", "why_not", "sentence"),
    [
        ("read", True, "", ""),
        ("heard", False, "", NO_REASON),
        ("heard", False, "They asked for none.", ""),
        ("not_shared", True, " ", NO_REASON),
        ("not_shared", False, "It was not safe.", ""),
        ("posted", True, "", "Choose how it was shared from the list."),
    ],
)
def test_the_family_reads_or_hears_an_assessment_and_is_given_a_copy_or_it_says_why_not(
    how: str, copy_given: bool, why_not: str, sentence: str
) -> None:
    assert wrong_with_sharing(how, copy_given=copy_given, why_not=why_not) == sentence
