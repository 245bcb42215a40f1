"""Nothing of an assessment stands in the copy of somebody who may not know it: three fathers, one kept away."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from sightline.foundation.children.actions import record_no_contact
from sightline.foundation.children.models import Child
from sightline.foundation.children.queries import child_with_adults
from sightline.foundation.documents.making import MadeDocument
from sightline.foundation.documents.rules.passages import Audience, Recipient
from sightline.practice.assessment import actions, presenters
from sightline.practice.assessment.models import AssessmentWork, ChildsView
from sightline.practice.assessment.presenters import reader, titles
from sightline.practice.assessment.rules import Written
from tests.builders.people import adult, child, joined
from tests.builders.workforce import BUILDER, LONG_AGO, as_builder, made

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 12)


@dataclass
class Home:
    """Three children of one mother, each with a father of their own; the second must keep away from his child."""

    children: list[Child]
    mother: UUID
    fathers: list[UUID]
    work: UUID


@pytest.fixture
def home() -> Home:
    children = [child("Tia"), child("Leo"), child("Kit")]
    mother = adult(children[0], "mother")
    for each in children[1:]:
        joined(each, mother, "mother")
    fathers = [adult(each, "father", given, "Dow") for each, given in zip(children, ("Al", "Bo", "Cy"), strict=True)]
    with as_builder():
        record_no_contact(
            person_id=children[1].pk, other_id=fathers[1].pk, ground="court_order", terms="Away.", began=LONG_AGO,
            by=BUILDER,
        )  # fmt: skip
        work = made(actions.begin_work(children=[each.pk for each in children], on=TODAY, by=BUILDER))
    home = Home(children, mother.pk, [each.pk for each in fathers], work)
    write(home)
    return home


def write(home: Home) -> None:
    """Texts that name whom they are about, and words of the first child for some to know."""
    tia, leo, kit = (each.pk for each in home.children)
    texts = [
        Written((tia, leo, kit), {"text": "SHARED-BY-ALL"}, "family"),
        Written((home.fathers[0],), {"text": "HISTORY-OF-AL"}, "family"),
        Written((leo,), {"text": "ABOUT-LEO"}, "family"),
        Written((tia,), {"text": "FOR-TIA"}, "child"),
        Written((tia,), {"text": "NOT-DECIDED"}, "undecided"),
        Written((tia, home.mother), {"text": "ABOUT-TIA-AND-MOTHER"}, "family"),
    ]
    same: dict[str, Any] = {"child_id": tia, "work_id": home.work, "on": TODAY, "by": BUILDER}
    view = {"kind": "asked", "issue": "Nights", "seen": "alone", "children": [tia]}
    with as_builder():
        actions.save_section(section="worries", seen=0, written=texts, **same)
        actions.record_view(
            words="SECRET-FROM-PARENTS",
            may_know="child",
            changed="SECRET-CHANGE",
            how_asked="HOW-ASKED: three houses, drawn together",
            **view,
            **same,
        )
        actions.record_view(words="FOR-EVERYBODY", may_know="family", **view | {"issue": "School"}, **same)
        actions.record_sharing(
            children=[tia], person=home.mother, how="read", said="MOTHERS-SAY", copy_given=True, **same
        )


def copy(home: Home, of: int, recipient: Recipient) -> str:
    with as_builder():
        work = AssessmentWork.objects.get(pk=home.work)
        document: MadeDocument = presenters.assessment_for(work, opened(home.children[of]), recipient, TODAY)
    return repr(document)


def opened(child: Child) -> Child:
    """The child as a record that was opened, with the adults in it."""
    found = child_with_adults(child.pk)
    assert found is not None
    return found


def parent(person: UUID) -> Recipient:
    return Recipient(Audience.PARENT, person)


KEPT = ("SECRET-FROM-PARENTS", "SECRET-CHANGE", "FOR-TIA", "NOT-DECIDED")


def test_the_mother_reads_what_is_about_her_children_and_nothing_that_a_child_kept_from_her(home: Home) -> None:
    text = copy(home, 0, parent(home.mother))
    for there in ("SHARED-BY-ALL", "ABOUT-TIA-AND-MOTHER", "FOR-EVERYBODY", "MOTHERS-SAY"):
        assert there in text
    for kept in (*KEPT, "HISTORY-OF-AL", "ABOUT-LEO"):
        assert kept not in text


def test_a_father_reads_nothing_about_other_fathers_children_or_the_mother(home: Home) -> None:
    text = copy(home, 0, parent(home.fathers[0]))
    assert "HISTORY-OF-AL" in text
    assert "FOR-EVERYBODY" in text
    for kept in (*KEPT, "SHARED-BY-ALL", "ABOUT-LEO", "ABOUT-TIA-AND-MOTHER", "MOTHERS-SAY"):
        assert kept not in text


def test_a_father_who_must_keep_away_reads_nothing_of_his_child(home: Home) -> None:
    text = copy(home, 1, parent(home.fathers[1]))
    for kept in (*KEPT, "SHARED-BY-ALL", "ABOUT-LEO", "HISTORY-OF-AL", "FOR-EVERYBODY", "MOTHERS-SAY"):
        assert kept not in text


def test_a_childs_copy_holds_their_own_and_what_is_shared_and_drops_the_rest(home: Home) -> None:
    text = copy(home, 0, Recipient(Audience.CHILD))
    for there in ("SHARED-BY-ALL", "FOR-TIA", "SECRET-FROM-PARENTS", "FOR-EVERYBODY"):
        assert there in text
    for kept in ("NOT-DECIDED", "HISTORY-OF-AL", "ABOUT-LEO", "MOTHERS-SAY"):
        assert kept not in text


def test_the_copy_for_professionals_of_one_child_holds_nothing_of_anothers_father(home: Home) -> None:
    text = copy(home, 2, Recipient(Audience.PROFESSIONAL))
    assert "SHARED-BY-ALL" in text
    for kept in (*KEPT, "HISTORY-OF-AL", "ABOUT-LEO", "ABOUT-TIA-AND-MOTHER", "MOTHERS-SAY"):
        assert kept not in text


def test_what_somebody_saw_is_never_a_quotation_of_the_child(home: Home) -> None:
    tia = home.children[0].pk
    with as_builder():
        actions.record_view(
            child_id=tia, work_id=home.work, children=[tia], on=TODAY, kind="observed", issue="Bell",
            words="WENT-TO-HER-LAP", seen="with_others", may_know="family", by=BUILDER,
        )  # fmt: skip
        work = AssessmentWork.objects.get(pk=home.work)
        document = presenters.assessment_for(work, opened(home.children[0]), Recipient(Audience.CHILD), TODAY)
        (view,) = ChildsView.objects.filter(issue="Bell")
    (words,) = [each for each in document.sections if each.heading == "In your words"]
    assert [each.text for each in words.quotes] == ["SECRET-FROM-PARENTS", "FOR-EVERYBODY"]
    assert "What we saw (Bell): WENT-TO-HER-LAP" in words.points
    assert "“" not in titles.view_words(view)


def test_a_copy_for_the_family_says_that_it_is_not_signed_yet(home: Home) -> None:
    with as_builder():
        work = AssessmentWork.objects.get(pk=home.work)
        for is_child in (True, False):
            (line,) = reader.unsigned(work, is_child=is_child)
            assert "yet. Tell us what" in line


def test_professionals_read_what_was_asked_beside_the_words_and_families_do_not(home: Home) -> None:
    with as_builder():
        work = AssessmentWork.objects.get(pk=home.work)
        document = presenters.assessment_for(work, opened(home.children[0]), Recipient(Audience.PROFESSIONAL), TODAY)
    (words,) = [each for each in document.sections if each.heading == "In the child’s words"]
    beside = next(each.said_by for each in words.quotes if each.text == "SECRET-FROM-PARENTS")
    assert beside == "About: Nights. Asked: HOW-ASKED: three houses, drawn together. Seen alone."
    for reader_of in (Recipient(Audience.CHILD), parent(home.mother)):
        assert "HOW-ASKED" not in copy(home, 0, reader_of)
