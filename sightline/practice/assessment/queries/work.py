"""What stands of an assessment that is being written, as far as the records of its children are open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from sightline.foundation.children.queries import people_in_records
from sightline.foundation.documents.models import Passage
from sightline.foundation.documents.queries.passages import passages_for_occasion
from sightline.foundation.oversight.queries import AnswerGiven, answers_about
from sightline.foundation.standing import open_spell
from sightline.practice.assessment import rules
from sightline.practice.assessment.models import Assessment, AssessmentSubmitted, AssessmentWork, SectionSaved
from sightline.practice.assessment.rules import Section, State, Written


@dataclass(frozen=True)
class Row:
    """One text of a section: the passage of each of its parts."""

    written: Written
    passages: dict[str, Passage] = field(default_factory=dict)


def work_of(child: UUID, work: UUID) -> AssessmentWork | None:
    """A piece of work about a child; asked for by an earlier key, the one that stands in its place."""
    found: AssessmentWork | None = AssessmentWork.objects.filter(pk=work).first()
    while found is not None and found.superseded_at is not None:
        found = AssessmentWork.objects.filter(supersedes=found).first()
    return found if found is not None and child in found.children else None


def keys_of(work: AssessmentWork) -> list[UUID]:
    """The key of a piece of work, and of those in whose place it stands since twins were born."""
    keys, before = [work.pk], work.supersedes
    while before is not None:
        keys.append(before.pk)
        before = before.supersedes
    return keys


def passages_of(work: AssessmentWork) -> list[Passage]:
    """What was written in a piece of work, as far as it concerns the records that are open, in its order."""
    found = [each for key in keys_of(work) for each in passages_for_occasion(work._meta.label, key)]
    return sorted(found, key=lambda each: (each.place, each.position, each.recorded_at))


def works_about(child: UUID) -> list[AssessmentWork]:
    """Every assessment that was written about a child, the newest first."""
    found = AssessmentWork.objects.current().filter(children__contains=[child])
    return list(found.order_by("-happened", "-recorded_at"))


def work_under_way(child: UUID) -> AssessmentWork | None:
    """The assessment that is being written about a child: the newest, while an assessment that it began in is open."""
    under_way = open_spell(Assessment, child)
    if under_way is None:
        return None
    return next((each for each in works_about(child) if each.happened >= under_way.began), None)


def children_under_way(work: AssessmentWork) -> list[UUID]:
    """The children of a piece of work whose assessment is not authorised yet, in its order.

    A child who died, or whose mother's pregnancy ended, is not assessed any further.
    """
    found = Assessment.objects.current().filter(child__in=work.children, ended=None, child__person__died_on=None)
    under_way = set(found.values_list("child", flat=True))
    return [child for child in work.children if child in under_way]


def adults_around(work: AssessmentWork) -> list[UUID]:
    """The adults in the records of the children of a piece of work."""
    return people_in_records(work.children)


def rows_of(work: AssessmentWork, section: Section, passages: Iterable[Passage] | None = None) -> list[Row]:
    """What is written in a section, text by text, of what may be seen."""
    found = passages_of(work) if passages is None else passages
    places = {section.place(each.part): each.part for each in section.questions}
    grouped: dict[tuple[object, ...], dict[str, Passage]] = defaultdict(dict)
    for each in (one for one in found if one.place in places):
        grouped[each.position, tuple(each.about), each.may_know][places[each.place]] = each
    return [row_of(section, grouped[key]) for key in sorted(grouped, key=lambda key: key[0])]  # type: ignore[arg-type,return-value]


def row_of(section: Section, passages: dict[str, Passage]) -> Row:
    """One text from its passages."""
    first = next(iter(passages.values()))
    answers = {each.part: passages[each.part].text if each.part in passages else "" for each in section.questions}
    return Row(Written(tuple(first.about), answers, first.may_know), passages)


def saved_of(work: AssessmentWork) -> dict[str, SectionSaved]:
    """The last saving of each section."""
    found = (
        SectionSaved.objects.current().filter(work__in=keys_of(work)).select_related("recorded_by").order_by("number")
    )
    return {each.section: each for each in found}


def version_of_section(work: AssessmentWork, section: str) -> int:
    """How often a section was saved."""
    last = SectionSaved.objects.current().filter(work__in=keys_of(work), section=section).order_by("-number").first()
    return last.number if last else 0


def written_sections(work: AssessmentWork) -> set[str]:
    """The sections in which something stands."""
    found = passages_of(work)
    return {each.place.partition(".")[0] for each in found}


def not_of_each(work: AssessmentWork, sections: Iterable[Section], children: Collection[UUID]) -> list[Section]:
    """Those of these sections that are every child's own, in which nothing is about one of these children."""
    about: dict[str, set[UUID]] = defaultdict(set)
    for each in passages_of(work):
        about[each.place.partition(".")[0]].update(each.about)
    return [each for each in sections if each.of_each and each.needed and set(children) - about[each.key]]


def submissions_of(work: AssessmentWork) -> dict[UUID, AssessmentSubmitted]:
    """What was submitted about each child and stands."""
    found = (
        AssessmentSubmitted.objects.current()
        .filter(work__in=keys_of(work))
        .select_related("recorded_by", "child__person")
    )
    return {each.child_id: each for each in found}


def submission_of(child: UUID, fact: UUID) -> AssessmentSubmitted | None:
    """What was submitted about a child, as it stands or was before it was submitted again."""
    return AssessmentSubmitted.objects.filter(child=child, pk=fact).select_related("work").first()


def state_of_work(work: AssessmentWork) -> State:
    """How far the work has come."""
    submitted = submissions_of(work)
    return state_from(work, submitted, answers_about([each.pk for each in submitted.values()]))


def state_from(
    work: AssessmentWork, submitted: dict[UUID, AssessmentSubmitted], answers: dict[UUID, AnswerGiven]
) -> State:
    """How far the work has come, from what was submitted, how managers answered, and the children's lives."""
    state = rules.state_of([state_word(answers.get(each.pk)) for each in submitted.values()])
    return state if state == State.SIGNED or children_under_way(work) else State.STOPPED


def state_word(answer: AnswerGiven | None) -> str:
    """A manager's last answer; none where it was replied to since."""
    return "" if answer is None or answer.reply is not None else answer.answer
