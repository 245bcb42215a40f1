"""The clocks of assessments, from their facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.calendar.holidays import OutsideHolidayList
from sightline.foundation.calendar.instants import day_of
from sightline.foundation.children.models import Person
from sightline.foundation.oversight.queries import managers_entries
from sightline.foundation.timescales.rules import Allowance, Clock, Ending
from sightline.foundation.timescales.rules.sequences import by_child, day_of_first_since, over
from sightline.foundation.visits.models import Seen
from sightline.foundation.workforce.models import Involvement
from sightline.foundation.workforce.rules import InvolvementKind
from sightline.practice.assessment import rules
from sightline.practice.assessment.models import Assessment
from sightline.practice.front_door.models import Referral, ReferralDecision
from sightline.practice.front_door.queries import CLOSED, referrals_before_birth

AUTHORISED = "The assessment was authorised"
BORN = "The child was born"


@dataclass(frozen=True)
class Wanted:
    """An assessment that is due: from which fact on it counts, and the assessment itself once it has begun."""

    anchor: Any
    start: date
    assessment: Assessment | None
    closed: Ending | None

    @property
    def stop(self) -> date | None:
        """The day on which it was authorised."""
        return self.assessment.ended if self.assessment else None


def wanted(children: Iterable[UUID]) -> list[Wanted]:
    """Every assessment that was decided on or has begun; three queries.

    The first one of a referral counts from the referral, before and after it has begun; every other from its own start.
    """
    people = list(children)
    assessments = by_child(Assessment.objects.current().about(people))
    decided = {each.referral_id for each in decisions_to_assess(people)}
    found: list[Wanted] = []
    first: set[UUID] = set()
    for referral in Referral.objects.current().about(people):
        own = next((each for each in assessments[referral.child_id] if each.referral_id == referral.pk), None)
        if own is not None or referral.pk in decided:
            closed = None if own is not None else over(referral, CLOSED)
            found.append(Wanted(referral, referral.began, own, closed))
        if own is not None:
            first.add(own.pk)
    later = (each for theirs in assessments.values() for each in theirs if each.pk not in first)
    return found + [Wanted(each, each.began, each, None) for each in later]


def decisions_to_assess(people: list[UUID]) -> Any:
    """The decisions that a child is to be assessed."""
    return ReferralDecision.objects.current().about(people).filter(outcome=rules.TO_ASSESS).order_by("happened")


def assessment_clocks(children: Iterable[UUID]) -> list[Clock]:
    """For each assessment: authorised, the child seen, and a manager's look on the way; eight queries."""
    people = list(children)
    seen = by_child(Seen.objects.current().about(people).filter(seen=True))
    born = born_on(people)
    entries = managers_entries(people)
    clocks: list[Clock] = []
    for each in wanted(people):
        child = each.anchor.child_id
        about = {"child": child, "anchor": each.anchor, "start": each.start}
        done = Ending(AUTHORISED, on=each.stop) if each.stop else each.closed
        clocks.append(Clock(rules.ASSESSMENT, stop=each.stop, ended=each.closed, **about))
        if birth := born[child]:  # a baby who is not born yet cannot be seen; once born, it counts from the birth
            visited = day_of_first_since(seen[child], max(birth, each.start))
            ended = done if visited is None else None
            begins = birth if birth > each.start else None
            clocks.append(Clock(rules.CHILD_SEEN, counted_from=begins, stop=visited, ended=ended, **about))
        clocks += checkpoints(about, entries.get(child, []), done)
    return clocks


def born_on(people: Iterable[UUID]) -> dict[UUID, date | None]:
    """The day on which each child was born; the earliest day where it is not held, none for an unborn baby."""
    rows = Person.objects.filter(pk__in=list(people)).only("birth_date", "expected_on")
    return {each.pk: None if each.is_unborn else each.birth_date or date.min for each in rows}


def checkpoints(about: dict[str, Any], entries: list[Any], done: Ending | None) -> list[Clock]:
    """A manager's look by day 10 and another by day 25: the first entry that came, and the first after both that one
    and the day by which it was due; one entry meets one look."""
    looked = day_of_first_since((entry for entry in entries if entry.happened > about["start"]), about["start"])
    second_from = max(filter(None, (first_due(about["start"]), looked)))
    again = day_of_first_since((entry for entry in entries if entry.happened > second_from), second_from)
    return [
        look(about, "day 10", looked, done, None),
        look(about, "day 25", again, done, rules.SECOND_CHECKPOINT),
    ]


def first_due(began: date) -> date:
    """The day by which the first look is due; of an assessment before there are lists of bank holidays, its start."""
    try:
        return day_of(rules.CHECKPOINT.allows(began))
    except OutsideHolidayList:
        return began


def look(about: dict[str, Any], part: str, looked: date | None, done: Ending | None, allows: Allowance | None) -> Clock:
    """One manager's look; it is not asked for once the assessment is authorised."""
    in_time = looked is not None and (done is None or done.on is None or looked <= done.on)
    return Clock(
        rules.CHECKPOINT, part=part, stop=looked if in_time else None, ended=None if in_time else done,
        allows=allows, **about,
    )  # fmt: skip


def allocation_clocks(children: Iterable[UUID]) -> list[Clock]:
    """For each decision to assess, that a worker is allocated; two queries."""
    people = list(children)
    workers = by_child(Involvement.objects.current().about(people).filter(kind=InvolvementKind.ALLOCATED_WORKER))
    return [
        Clock(
            rules.ALLOCATION,
            child=decision.child_id,
            anchor=decision,
            start=decision.happened,
            stop=(since := allocated(workers[decision.child_id], decision.happened)),
            ended=over(decision.referral, CLOSED) if since is None else None,
        )
        for decision in decisions_to_assess(people).select_related("referral")
    ]


def allocated(workers: list[Any], decided_on: date) -> date | None:
    """The first day from a decision on, on which a child has a worker."""
    held = (worker for worker in workers if worker.ended is None or worker.ended > decided_on)
    return min((max(worker.began, decided_on) for worker in held), default=None)


def before_birth_clocks(children: Iterable[UUID]) -> list[Clock]:
    """For each referral before birth, by when in the pregnancy its assessment begins and ends; five queries."""
    people = list(children)
    assessed = {each.anchor.pk: each for each in wanted(people) if isinstance(each.anchor, Referral)}
    clocks: list[Clock] = []
    for referral, person in referrals_before_birth(people):
        each = assessed.get(referral.pk)
        assessment = each.assessment if each else None
        stops = {
            rules.PREBIRTH_START: assessment.began if assessment else None,
            rules.PREBIRTH_END: assessment.ended if assessment else None,
        }
        clocks += [
            Clock(
                timescale, child=referral.child_id, anchor=referral, start=referral.began,
                counted_from=person.expected_on, stop=stop, ended=past(referral, person) if stop is None else None,
            )
            for timescale, stop in stops.items()
        ]  # fmt: skip
    return clocks


def past(referral: Referral, person: Any) -> Ending | None:
    """Why the weeks of a pregnancy ask nothing more: the referral is closed, or the child is born."""
    closed = over(referral, CLOSED)
    if closed is not None or person.birth_date is None:
        return closed
    return Ending(BORN, on=person.birth_date)
