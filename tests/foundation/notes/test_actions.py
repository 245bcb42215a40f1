"""Recording and correcting case notes, and the steps that follow."""

from datetime import date

import pytest

from sightline.foundation.documents.models import Passage
from sightline.foundation.documents.rules.passages import WrittenPassage
from sightline.foundation.door import Refusal
from sightline.foundation.notes import actions
from sightline.foundation.notes.models import CaseNote, NextStep, Noted, StepDone
from sightline.foundation.occasions import version_of
from sightline.foundation.oversight.models import StillToDo
from tests.builders.child_protection import brothers_and_sisters
from tests.builders.notes import WRITTEN, note, noted_in, step
from tests.builders.workforce import BUILDER, as_builder, practitioner

pytestmark = pytest.mark.django_db


def still_to_do(owner):
    with as_builder():
        return StillToDo.objects.filter(owner=owner).count()


def test_one_note_about_three_children_stands_in_each_record():
    children = brothers_and_sisters(3)
    note(children)
    with as_builder():
        assert CaseNote.objects.count() == 1
        said = {each.child_id: each.account for each in Noted.objects.all()}
    assert said == dict.fromkeys(children, "Late three times.")


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"account": "  "}, "Say what was said"),
        ({"kind": "pigeon"}, "what kind of note"),
        ({"passages": [WrittenPassage((), "He shouts")]}, "which of the children"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(more, sentence):
    with pytest.raises(Refusal, match=sentence):
        note(brothers_and_sisters(1), **more)


def test_a_note_about_nobody_is_refused():
    with pytest.raises(Refusal, match="about them"):
        note([])


def test_a_next_step_waits_for_its_owner_until_it_is_done_for_all_children():
    tia, leo = brothers_and_sisters(2)
    worker = practitioner()
    note([tia, leo], step=step(worker.pk))
    assert still_to_do(worker) == 2
    with as_builder():
        first = NextStep.objects.first()
        actions.finish_step(step=first, on=date(2026, 6, 4), became="She will come", by=BUILDER)
        assert StepDone.objects.count() == 2
    assert still_to_do(worker) == 0
    with as_builder(), pytest.raises(Refusal, match="finished before you"):
        actions.finish_step(step=first, on=date(2026, 6, 4), became="", by=BUILDER)


def test_a_next_step_is_not_due_before_the_note():
    with pytest.raises(Refusal, match="before the note"):
        note(brothers_and_sisters(1), step=step(practitioner().pk, by_when=date(2026, 5, 31)))


def correct(written, **more):
    asked = {"happened_on": WRITTEN, "kind": "call", "with_whom": "Jo Carr, school", "account": "Late three times."}
    with as_builder():
        return actions.correct_note(wrong=written.pk, **asked | more, why="Wrong day", by=BUILDER)


def test_a_corrected_date_moves_the_note_in_every_record_and_keeps_what_was_recorded_first():
    tia, leo = brothers_and_sisters(2)
    written = note([tia, leo])
    correct(written, happened_on=date(2026, 5, 30))
    correct(written, happened_on=date(2026, 5, 29), account="Late twice.")
    for child in (tia, leo):
        noted = noted_in(child, written)
        assert (noted.happened, noted.account) == (date(2026, 5, 29), "Late twice.")
    with as_builder():
        assert Noted.objects.count() == 6
        assert version_of(CaseNote, written.pk).happened == date(2026, 5, 29)


def test_a_correction_that_changes_nothing_is_refused():
    with pytest.raises(Refusal, match="Nothing is different"):
        correct(note(brothers_and_sisters(1)))


def test_a_note_withdrawn_about_one_child_takes_its_step_and_words_along():
    tia, leo = brothers_and_sisters(2)
    worker = practitioner()
    words = [WrittenPassage((tia,), "Only Tia"), WrittenPassage((tia, leo), "Both")]
    written = note([tia, leo], step=step(worker.pk), passages=words)
    with as_builder():
        actions.withdraw_note(wrong=noted_in(tia, written).pk, child=tia, why="Cousin", by=BUILDER)
        assert [each.text for each in Passage.objects.current()] == ["Both"]
        assert [each.child_id for each in Noted.objects.current()] == [leo]
    assert still_to_do(worker) == 1
