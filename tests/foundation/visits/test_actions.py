"""Recording and correcting visits: one effect each, and what counts for whom."""

from datetime import date

import pytest

from sightline.foundation.documents.models import Passage
from sightline.foundation.documents.rules.passages import WrittenPassage
from sightline.foundation.door import Refusal
from sightline.foundation.occasions import version_of
from sightline.foundation.visits import actions, queries
from sightline.foundation.visits.models import Seen, Visit
from sightline.foundation.visits.rules import Place, VisitKind, WhoVisited
from tests.builders.child_protection import brothers_and_sisters
from tests.builders.visits import VISITED, attempted_visit, seen_at, visit, visited
from tests.builders.workforce import BUILDER, as_builder

pytestmark = pytest.mark.django_db
LATER = date(2026, 6, 3)


def counted(child, kind=VisitKind.CHILD_PROTECTION):
    with as_builder():
        return [each.happened for each in queries.visits_that_count([child], kind)]


def test_one_visit_to_four_children_counts_for_those_who_were_seen():
    tia, leo, kit, mae = brothers_and_sisters(4)
    visit([tia, leo, kit, mae], not_seen={mae: "At football"})
    assert [counted(child) for child in (tia, leo, kit, mae)] == [[VISITED], [VISITED], [VISITED], []]
    with as_builder():
        assert Visit.objects.count() == 1
        assert Seen.objects.count() == 4


def test_a_visit_counts_only_for_the_kinds_it_is_said_to_count_for():
    tia = brothers_and_sisters(1)[0]
    visit([tia])
    assert counted(tia, VisitKind.CHILD_IN_NEED) == []


def test_an_attempted_visit_counts_for_nothing_and_nobody_was_seen_at_it():
    tia = brothers_and_sisters(1)[0]
    attempted_visit([tia])
    assert counted(tia) == []
    with pytest.raises(Refusal, match="nobody was seen"):
        attempted_visit([tia], said=[visited(tia)])


def test_three_failed_visits_in_a_row_are_noticed_until_one_takes_place():
    tia = brothers_and_sisters(1)[0]
    for day in (1, 2, 3):
        attempted_visit([tia], on=date(2026, 6, day))
    with as_builder():
        assert queries.visits_to(tia).failed_in_a_row == 3
    visit([tia], on=date(2026, 6, 4))
    with as_builder():
        assert queries.visits_to(tia).failed_in_a_row == 0


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"said": []}, "Say whom the visit was to"),
        ({"next_on": date(2026, 5, 31)}, "must not be before this one"),
        ({"passages": [WrittenPassage((), "He shouts")]}, "which of the children"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(more, sentence):
    with pytest.raises(Refusal, match=sentence):
        visit(brothers_and_sisters(1), **more)


def test_a_child_stands_in_a_visit_once():
    tia = brothers_and_sisters(1)[0]
    with pytest.raises(Refusal, match="once for each child"):
        visit([tia, tia])


def corrected(visited, on):
    with as_builder():
        return actions.correct_visit(
            wrong=visited.pk, visited_on=on, kind=visited.kind, who_visited=WhoVisited.DUTY, place=Place.SCHOOL,
            why="Wrong day", by=BUILDER,
        )  # fmt: skip


def test_a_corrected_date_moves_the_visit_for_every_child_and_keeps_what_was_recorded_first():
    tia, leo = brothers_and_sisters(2)
    made = visit([tia, leo])
    corrected(made, LATER)
    assert (counted(tia), counted(leo)) == ([LATER], [LATER])
    with as_builder():
        assert Seen.objects.filter(child=tia).count() == 2
        assert version_of(Visit, made.pk).who_visited == WhoVisited.DUTY
    corrected(made, date(2026, 6, 4))
    assert counted(tia) == [date(2026, 6, 4)]


def test_a_correction_that_changes_nothing_is_refused():
    made = visit(brothers_and_sisters(1))
    corrected(made, LATER)
    with pytest.raises(Refusal, match="Nothing is different"):
        corrected(made, LATER)


def test_what_a_visit_was_for_one_child_is_corrected_for_that_child_alone():
    tia, leo = brothers_and_sisters(2)
    made = visit([tia, leo])
    right = visited(tia, seen=False, alone=None, why_not="It was her cousin", counts_as=())
    with as_builder():
        actions.correct_seen(wrong=seen_at(tia, made).pk, right=right, why="Mixed up", by=BUILDER)
    assert (counted(tia), counted(leo)) == ([], [VISITED])


def test_a_visit_withdrawn_for_one_child_takes_their_words_along():
    tia, leo = brothers_and_sisters(2)
    words = [WrittenPassage((tia,), "I like it here"), WrittenPassage((tia, leo), "They share a room")]
    made = visit([tia, leo], passages=words)
    with as_builder():
        actions.withdraw_seen(wrong=seen_at(tia, made).pk, child=tia, why="It was her cousin", by=BUILDER)
        assert [each.text for each in Passage.objects.current()] == ["They share a room"]
    assert (counted(tia), counted(leo)) == ([], [VISITED])
    with as_builder():
        old = Seen.objects.filter(child=tia).get()
    with as_builder(), pytest.raises(Refusal, match="before you"):
        actions.withdraw_seen(wrong=old.pk, child=tia, why="Twice", by=BUILDER)
