"""One assessment written about one child or several: sections in versions, frozen when submitted, signed by another."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from sightline.foundation.door import Conflict, Refusal
from sightline.foundation.oversight import actions as oversight
from sightline.foundation.oversight.models import Waiting
from sightline.foundation.oversight.rules import Answered
from sightline.practice.assessment import actions, queries, rules
from sightline.practice.assessment.models import Assessment, AssessmentFactor, AssessmentSubmitted, AssessmentWork
from sightline.practice.assessment.rules import FoundForChild, State, Written
from tests.builders.child_protection import Family, acting, family, in_the_name_of
from tests.builders.workforce import made

pytestmark = pytest.mark.django_db
BEGAN, LATER = date(2026, 6, 1), date(2026, 6, 12)


@pytest.fixture
def home() -> Family:
    return family(2)


def begin(home: Family, **more: Any) -> UUID:
    by = acting(home.worker)
    with in_the_name_of(by):
        return made(actions.begin_work(children=home.children, on=BEGAN, by=by, **more))


def save(home: Family, work: UUID, section: str, *texts: str, seen: int = 0, about: Any = None, **more: Any) -> UUID:
    by = acting(home.worker)
    asked = rules.sections()[section]
    written = [
        Written(tuple(about or home.children), {each.part: text for each in asked.questions}, **more) for text in texts
    ]
    with in_the_name_of(by):
        saved = actions.save_section(
            child_id=home.children[0], work_id=work, section=section, seen=seen, written=written, on=LATER, by=by
        )
        return made(saved)


def write_whole(home: Family, work: UUID, *, short: bool = False) -> None:
    for each in rules.short_sections() if short else rules.sections_of("child_and_family"):
        if each.needed:
            save(home, work, each.key, f"About {each.heading}.")
    if not short:
        find_out(home, work)


def find_out(home: Family, work: UUID) -> None:
    """What a whole assessment needs about each child, the same for all of them."""
    by = acting(home.worker)
    same: dict[str, Any] = {"child_id": home.children[0], "work_id": work, "children": home.children, "on": LATER}
    with in_the_name_of(by):
        actions.record_view(
            kind="own", issue="The dog", words="Who feeds Rex?", seen="alone", may_know="family", by=by, **same
        )
        actions.record_scale(number=4, reasons="Nights.", may_know="family", by=by, **same)
        actions.record_sharing(how="read", who="Mother", said="It was twice.", copy_given=True, by=by, **same)


def found(child: UUID, **more: Any) -> FoundForChild:
    return FoundForChild(
        child, **({"child_seen": True, "outcome": "PROV_OF_SERVICES_FLAG", "factors": ("16A",)} | more)
    )


def submit(home: Family, work: UUID, by: Any = None, **more: Any) -> UUID:
    by = acting(by or home.worker)
    asked = {"found": [found(child) for child in home.children]} | more
    with in_the_name_of(by):
        return made(actions.submit_work(child_id=home.children[0], work_id=work, on=LATER, by=by, **asked))


def answer(home: Family, how: str, reasons: str = "", by: Any = None) -> None:
    by = acting(by or home.manager)
    with in_the_name_of(by):
        waiting = Waiting.objects.filter(child__in=home.children, answer="", kind=AssessmentSubmitted._meta.label)
        answers = [Answered(each.kind, each.fact_id, each.child_id, how, reasons) for each in waiting]
        oversight.answer_decisions(answers=answers, on=LATER, by=by)


def state(home: Family, work: UUID) -> State:
    with in_the_name_of(acting(home.worker)):
        return queries.state_of_work(AssessmentWork.objects.get(pk=work))


def texts(home: Family, work: UUID, section: str) -> list[str]:
    with in_the_name_of(acting(home.worker)):
        rows = queries.rows_of(AssessmentWork.objects.get(pk=work), rules.sections()[section])
        return [row.written.text for row in rows]


def test_an_assessment_that_leaves_out_the_daily_life_of_one_child_is_not_submitted(home: Family) -> None:
    work = begin(home)
    write_whole(home, work)
    save(home, work, "daily_life", "At school until three.", seen=1, about=home.children[:1])
    with pytest.raises(Refusal, match="of each child first: The child's daily life"):
        submit(home, work)


def test_one_approval_ends_the_assessments_of_all_children_as_an_authorisation_does(home: Family) -> None:
    work = begin(home)
    write_whole(home, work)
    second = found(home.children[1], factors=("16A", "4B"), child_seen=False, why="With the grandparents.")
    submit(home, work, found=[found(home.children[0]), second])
    with in_the_name_of(acting(home.manager)):
        assert Waiting.objects.filter(child__in=home.children).values("recorded_together").distinct().count() == 1
    answer(home, "agree")
    assert state(home, work) == State.SIGNED
    with in_the_name_of(acting(home.worker)):
        ended = {each.child_id: each for each in Assessment.objects.all()}
        assert [ended[child].ended for child in home.children] == [LATER, LATER]
        assert [ended[child].child_seen for child in home.children] == [True, False]
        codes = AssessmentFactor.objects.filter(child=home.children[1]).values_list("code", flat=True)
        assert sorted(codes) == ["16A", "4B"]


def test_nothing_is_signed_by_who_wrote_it_even_with_the_level(home: Family) -> None:
    work = begin(home)
    write_whole(home, work)
    submit(home, work, by=home.manager)
    assert state(home, work) == State.SUBMITTED
    with pytest.raises(Refusal, match="You recorded this decision"):
        answer(home, "agree")


def test_what_is_submitted_is_frozen_until_it_is_sent_back_and_is_submitted_again(home: Family) -> None:
    work = begin(home)
    write_whole(home, work)
    submit(home, work)
    with pytest.raises(Refusal, match="waits to be signed"):
        save(home, work, "worries", "Later thought.", seen=1)
    answer(home, "send_back", "Say what the baby's day is like.")
    assert state(home, work) == State.SENT_BACK
    save(home, work, "worries", "Later thought.", seen=1)
    assert texts(home, work, "worries") == ["Later thought."]
    submit(home, work)
    assert state(home, work) == State.SUBMITTED
    answer(home, "agree")
    assert state(home, work) == State.SIGNED


def test_the_loser_of_a_race_sees_both_texts_and_nothing_is_lost(home: Family) -> None:
    work = begin(home)
    save(home, work, "worries", "First.", "Second.")
    with pytest.raises(Conflict) as lost:
        save(home, work, "worries", "Mine.")
    assert lost.value.theirs.text == "First.\n\nSecond."  # type: ignore[attr-defined]
    assert lost.value.yours == {"text": "Mine."}
    assert texts(home, work, "worries") == ["First.", "Second."]


def test_a_section_keeps_what_is_the_same_and_replaces_the_rest(home: Family) -> None:
    work = begin(home)
    save(home, work, "worries", "First.", "Second.")
    save(home, work, "worries", "First.", "Changed.", "Third.", seen=1)
    assert texts(home, work, "worries") == ["First.", "Changed.", "Third."]
    save(home, work, "worries", "Third.", seen=2, may_know="family")
    assert texts(home, work, "worries") == ["Third."]


def test_a_whole_assessment_needs_its_sections_and_a_short_one_says_why_it_stops(home: Family) -> None:
    work = begin(home)
    with pytest.raises(Refusal, match="Write this first: What happened"):
        submit(home, work)
    with pytest.raises(Refusal, match="Why we stop"):
        submit(home, work, short=True)
    write_whole(home, work, short=True)
    submit(home, work, short=True)
    assert state(home, work) == State.SUBMITTED


def test_what_was_found_is_said_of_each_child_and_could_be_authorised(home: Family) -> None:
    work = begin(home)
    write_whole(home, work)
    with pytest.raises(Refusal, match="Say of each child"):
        submit(home, work, found=[found(home.children[0])])
    with pytest.raises(Refusal, match="with a child not seen and no reason"):
        submit(home, work, found=[found(child, child_seen=False) for child in home.children])


def test_an_assessment_under_way_is_written_in_and_never_twice(home: Family) -> None:
    by = acting(home.worker)
    with in_the_name_of(by):
        actions.begin_assessment(child_id=home.children[0], on=BEGAN, by=by)
    begin(home)
    with in_the_name_of(by):
        assert Assessment.objects.filter(child__in=home.children).count() == 2
    with pytest.raises(Refusal, match="being written already"):
        begin(home)


def test_a_text_names_people_of_the_family(home: Family) -> None:
    work, stranger = begin(home), family(1).children[0]
    with pytest.raises(Refusal, match="whom it is about"):
        save(home, work, "worries", "About somebody else.", about=[stranger])
