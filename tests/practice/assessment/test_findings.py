"""What an assessment finds: words, needs that lead somewhere, the scale, the family's say, and whether at all."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from sightline.foundation.agreements.models import Agreement
from sightline.foundation.door import Refusal
from sightline.foundation.oversight.models import OversightNote, Waiting
from sightline.practice.assessment import actions, rules
from sightline.practice.assessment.models import ChildsView, NeedForAssessment, NeedFound
from sightline.practice.assessment.rules import Answer
from tests.builders.child_protection import Family, acting, family, in_the_name_of
from tests.builders.workforce import as_builder
from tests.practice.assessment.test_work import LATER, answer, begin, save, submit, write_whole

pytestmark = pytest.mark.django_db
VIEW = {"kind": "asked", "issue": "Nights", "words": "I hide.", "seen": "alone", "may_know": "child"}
NEED = {"need": "Quiet nights", "may_know": "family"}
SOON, NOBODY = date(2026, 6, 20), UUID(int=7)
STEP = Answer(
    step="The window is mended", who="Tom", starts_on=SOON, by_when=SOON, how_we_will_know="Tia sleeps by it."
)
WHETHER = {
    "criteria": {"impaired": "Three police reports in a month."},
    "alternative": "Early help was offered twice.",
    "decision": "assess",
    "reasons": "It gets worse.",
}


@pytest.fixture
def home() -> Family:
    return family(2)


def do(home: Family, action: Any, by: Any = None, **asked: Any) -> Any:
    by = acting(by or home.worker)
    with in_the_name_of(by):
        return action(by=by, **asked)


def of_work(home: Family, work: Any, **more: Any) -> dict[str, Any]:
    return {"child_id": home.children[0], "work_id": work, "children": home.children[:1], "on": LATER, **more}


@pytest.mark.parametrize(
    ("action", "said", "sentence"),
    [
        (actions.record_view, VIEW | {"words": " "}, "exact words"),
        (actions.record_view, VIEW | {"kind": "not_asked"}, "why the child was not asked"),
        (actions.record_view, VIEW | {"kind": "guessed"}, "from the list"),
        (actions.record_need, NEED | {"answer": Answer()}, "Name the service or step"),
        (actions.record_need, NEED | {"answer": replace(STEP, starts_on=None)}, "from which day on"),
        (actions.record_need, NEED | {"answer": replace(STEP, who="")}, "who takes it"),
        (actions.record_need, NEED | {"answer": replace(STEP, by_when=LATER)}, "not before the day"),
        (actions.record_need, NEED | {"answer": STEP, "may_know": "child"}, "The family reads the steps"),
        (actions.record_need, NEED | {"answer": Answer(service=NOBODY, starts_on=LATER)}, "closed, or not in"),
        (actions.record_scale, {"number": 11, "reasons": "x", "may_know": "family"}, "from 0 to 10"),
        (actions.record_sharing, {"who": "Mother", "how": "read", "copy_given": False}, "why no copy"),
        (actions.record_sharing, {"how": "read", "copy_given": True}, "Say who it was"),
    ],
)
def test_what_leads_nowhere_is_not_recorded(home: Family, action: Any, said: dict[str, Any], sentence: str) -> None:
    work = begin(home)
    with pytest.raises(Refusal, match=sentence):
        do(home, action, **of_work(home, work, **said))


def test_nothing_is_found_about_a_child_whom_the_assessment_is_not_about(home: Family) -> None:
    work, another = begin(home), family(1)
    for children in ([], [home.children[0], another.children[0]]):
        with pytest.raises(Refusal, match="about which of the children"):
            do(home, actions.record_view, **of_work(home, work, **VIEW) | {"children": children})


def test_an_interview_that_is_pending_is_a_complete_answer(home: Family) -> None:
    work = begin(home)
    pending = VIEW | {"kind": "not_asked", "words": "", "why_not_asked": "interview_pending"}
    do(home, actions.record_view, **of_work(home, work, **pending))
    with as_builder():
        assert ChildsView.objects.get().why_not_asked == "interview_pending"


def test_the_same_need_of_several_children_is_recorded_once_and_stands_with_each(home: Family) -> None:
    work = begin(home)
    leads = NEED | {"answer": STEP}
    do(home, actions.record_need, **of_work(home, work, **leads) | {"children": home.children})
    with as_builder():
        found = NeedFound.objects.all()
        assert {each.child_id for each in found} == set(home.children)
        assert len({each.entry_id for each in found}) == 1


def test_a_whole_assessment_has_each_childs_views_the_scale_and_the_familys_say(home: Family) -> None:
    work = begin(home)
    for each in rules.sections_of("child_and_family"):
        if each.needed:
            save(home, work, each.key, "Written.")
    with pytest.raises(Refusal, match="views, or why nobody asked"):
        submit(home, work)


def test_nothing_is_added_to_what_waits_to_be_signed(home: Family) -> None:
    work = begin(home)
    write_whole(home, work)
    submit(home, work)
    with pytest.raises(Refusal, match="waits to be signed"):
        do(home, actions.record_view, **of_work(home, work, **VIEW))
    answer(home, "agree")


def test_a_managers_look_stands_with_every_child_and_meets_the_checkpoint(home: Family) -> None:
    work = begin(home)
    said = {"child_id": home.children[0], "work_id": work, "on": LATER, "go_on": "end_short", "reasons": "All is well."}
    do(home, actions.record_checkpoint, by=home.manager, **said)
    with as_builder():
        assert set(OversightNote.objects.values_list("child", flat=True)) == set(home.children)


@pytest.mark.parametrize(
    ("agreement", "decision", "waits"),
    [
        ("agreed", "assess", 0),
        ("not_agreed", "assess", 1),
        ("not_asked", "assess", 0),
        ("agreed", "something_else", 1),
        ("not_agreed", "something_else", 2),
    ],
)
def test_a_family_that_does_not_agree_goes_to_the_manager_and_so_does_something_else(
    home: Family, agreement: str, decision: str, waits: int
) -> None:
    child, said = home.children[:1], WHETHER | {"decision": decision}
    do(home, actions.decide_whether, children=child, on=LATER, agreement=agreement, who_answered="Mother", **said)
    with as_builder():
        assert Waiting.objects.filter(child__in=child, answer="").count() == waits
        assert Agreement.objects.filter(child__in=child).count() == (agreement != "not_asked")


@pytest.mark.parametrize(
    ("differs", "sentence"),
    [
        ({"criteria": {}}, "which criterion is met"),
        ({"criteria": {"harm": ""}}, "on what evidence"),
        ({"alternative": ""}, "what else was considered"),
    ],
)
def test_whether_to_assess_rests_on_evidence_and_an_alternative(
    home: Family, differs: dict[str, Any], sentence: str
) -> None:
    asked = {**WHETHER, **differs, "agreement": "not_asked", "children": home.children, "on": LATER}
    with pytest.raises(Refusal, match=sentence):
        do(home, actions.decide_whether, **asked)
    with as_builder():
        assert not NeedForAssessment.objects.exists()
