"""Arranging, recording and correcting meetings: one effect each, and what is decided for whom."""

from datetime import date

import pytest

from sightline.foundation.documents.models import Passage
from sightline.foundation.documents.rules.passages import WrittenPassage
from sightline.foundation.door import Refusal
from sightline.foundation.identifiers import new_id
from sightline.foundation.meetings import actions, queries
from sightline.foundation.meetings.models import AgreedStep, Attendance, Held, Meeting
from sightline.foundation.meetings.rules import MeetingKind, NewStep, Quorum
from sightline.foundation.oversight.models import StillToDo
from sightline.foundation.plans.models import Goal, Step
from tests.builders.child_protection import acting, brothers_and_sisters, family
from tests.builders.journey import CONFERENCE, clock, with_plan
from tests.builders.meetings import CAME, arranged, decided, details, held, held_for
from tests.builders.people import child as made_child
from tests.builders.plans import begun
from tests.builders.workforce import BUILDER, as_builder, practitioner
from tests.conftest import as_web
from tests.foundation.chronology.facts import check_everything_derived

pytestmark = pytest.mark.django_db
LATER = date(2026, 6, 3)


def test_a_meeting_that_was_arranged_is_recorded_once_for_each_child_and_keeps_who_was_invited():
    tia, leo = brothers_and_sisters(2)
    planned = arranged([tia, leo])
    held([tia, leo], arranged=planned.pk)
    with as_builder():
        assert queries.arranged_about(tia) == []
        whole = queries.meeting_about(tia, planned.pk)
        assert [each.name for each in whole.invited_for(leo)] == ["Bea Bright", "Jo Carr"]
        assert [(each.name, each.came, each.sent_report) for each in whole.attendance_for(tia)] == [
            ("Bea Bright", "came", None),
            ("Jo Carr", "apologies", True),
        ]
    with pytest.raises(Refusal, match="said already"):
        held([tia], arranged=planned.pk)
    check_everything_derived()


def test_a_meeting_that_did_not_take_place_decides_nothing():
    tia = brothers_and_sisters(1)[0]
    planned = arranged([tia])
    with as_builder():
        actions.call_off(arranged=planned.pk, children=[tia], why="Snow", by=BUILDER)
        assert (Held.objects.get().took_place, Held.objects.get().decided) == (False, "")
    with pytest.raises(Refusal, match="decided nothing"), as_builder():
        actions.correct_held(wrong=Held.objects.get().pk, right=decided(tia), why="Oh", by=BUILDER)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"children": []}, "Say once for each child"),
        ({"people": ()}, "Say who came"),
        ({"people": CAME[1:]}, "Say who came"),
        ({"people": CAME + CAME}, "Name everybody once"),
        ({"details": details(kind="party")}, "what kind of meeting"),
        ({"quorum": Quorum(enough=False)}, "went on without enough people"),
        ({"next_on": date(2026, 5, 1)}, "must not be before this one"),
        ({"steps": [NewStep("", "Mum", LATER)]}, "what will be done"),
        ({"steps": [NewStep("Ring", "Mum", date(2026, 5, 1))]}, "must not be due before"),
        ({"steps": [NewStep("Ring", "Mum", LATER, goal=new_id())]}, "This goal has ended"),
        ({"passages": [WrittenPassage((), "He shouts")]}, "which of the children"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(more, sentence):
    with pytest.raises(Refusal, match=sentence):
        held(brothers_and_sisters(1), **more)


def test_nothing_decided_for_a_child_is_refused():
    tia, leo = brothers_and_sisters(2)
    with pytest.raises(Refusal, match="for each child what was decided"):
        held([tia, leo], children=[decided(tia), decided(leo, " ")])


def test_only_the_chair_records_what_a_conference_decided():
    home = family(1)
    chair = practitioner(role="chair")
    conference = {"details": details(kind=MeetingKind.CONFERENCE)}
    with pytest.raises(Refusal, match="Only the chair"), as_web(home.worker, open=home.children):
        actions.record_meeting(**conference, people=CAME, children=[decided(home.children[0])], by=acting(home.worker))
    met = held(home.children, by=acting(chair), **conference)
    wrong = held_for(home.children[0], met).pk
    with pytest.raises(Refusal, match="Only the chair"), as_web(home.worker, open=home.children):
        actions.correct_held(wrong=wrong, right=decided(home.children[0], "Other"), why="Mine", by=acting(home.worker))


def test_a_step_for_a_goal_of_a_plan_stands_in_the_plan_and_waits_there():
    worker = practitioner()
    tia = made_child()
    begun(tia)
    with as_builder():
        goal = Goal.objects.get()
    held([tia.pk], steps=[NewStep("Buy curtains", "Amina", LATER, owner=worker.pk, goal=goal.pk)])
    with as_builder():
        step = Step.objects.get(text="Buy curtains")
        assert AgreedStep.objects.get().step == step
        assert StillToDo.objects.get(owner=worker.pk).fact_id == step.pk


def test_a_step_of_no_plan_waits_for_its_owner_until_it_is_done_for_all_the_children():
    worker = practitioner()
    tia, leo = brothers_and_sisters(2)
    held([tia, leo], steps=[NewStep("Ring the school", "Amina", LATER, owner=worker.pk)])
    with as_builder():
        assert StillToDo.objects.filter(owner=worker.pk).count() == 2
        step = queries.step_in(tia, AgreedStep.objects.get(child=tia).pk)
        actions.finish_step(step=step, on=LATER, became="", by=BUILDER)
        assert not StillToDo.objects.filter(owner=worker.pk).exists()
        with pytest.raises(Refusal, match="finished before you"):
            actions.finish_step(step=step, on=LATER, became="", by=BUILDER)
    check_everything_derived()


def test_another_day_moves_what_became_of_it_and_leaves_what_was_decided():
    tia = brothers_and_sisters(1)[0]
    met = held([tia])
    with as_builder():
        actions.correct_meeting(wrong=met.pk, details=details(LATER), why="Wrong day", by=BUILDER)
    assert (held_for(tia, met).happened, held_for(tia, met).decided) == (LATER, "The plan goes on")
    with as_builder():
        assert Meeting.objects.current().get().happened == LATER
        with pytest.raises(Refusal, match="Nothing is different"):
            actions.correct_meeting(wrong=met.pk, details=details(LATER), why="Again", by=BUILDER)
    check_everything_derived()


def test_a_meeting_withdrawn_for_one_child_takes_along_what_is_about_that_child_alone():
    tia, leo = brothers_and_sisters(2)
    words = [WrittenPassage((tia,), "I like it here"), WrittenPassage((tia, leo), "They share a room")]
    met = held([tia, leo], passages=words)
    with as_builder():
        actions.withdraw_held(wrong=held_for(tia, met).pk, child=tia, why="It was the cousin", by=BUILDER)
        assert [each.text for each in Passage.objects.current()] == ["They share a room"]
        assert {each.child_id for each in Attendance.objects.current()} == {leo}
        assert queries.arranged_about(tia) == []
    assert held_for(leo, met).decided == "The plan goes on"


def test_a_core_group_recorded_as_a_meeting_stops_its_clock():
    child = with_plan(CONFERENCE)
    assert clock(child, "core_group_first").stopped is None
    held([child], on=date(2026, 4, 21))
    assert clock(child, "core_group_first").stopped == date(2026, 4, 21)
