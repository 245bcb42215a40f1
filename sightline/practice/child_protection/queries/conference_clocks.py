"""The clocks of strategy discussions, enquiries and initial conferences, from their facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.children.models import Person
from sightline.foundation.many_rows import Keys
from sightline.foundation.oversight.queries import agreed_on
from sightline.foundation.timescales.rules import Clock, Ending, State
from sightline.foundation.timescales.rules.sequences import by_child, day_of_first_since, over
from sightline.foundation.visits.models import Seen
from sightline.practice.assessment.models import Assessment
from sightline.practice.child_protection import rules
from sightline.practice.child_protection.models import (
    ConferenceDecision,
    EnquiryOutcome,
    InitialConference,
    Section47Enquiry,
    StrategyDiscussion,
    StrategyOutcome,
    TransferInNotice,
)
from sightline.practice.child_protection.rules import visits as limits
from sightline.practice.front_door.models import ContactOutcome, ReferralDecision

NOT_REQUIRED = "No conference required"


def enquiry_clocks(children: Iterable[UUID]) -> list[Clock]:
    """For each enquiry: the child seen, its outcome, and the conference, before birth by the pregnancy too.

    Its anchor is the discussion that began the enquiry, so that it stays the same clock when a date is corrected.
    """
    people = list(children)
    held = {each.enquiry_id: each.happened for each in conferences(people) if each.enquiry_id}
    endings = conferences_not_required(people)
    decided = decided_not_required(people)
    seen = by_child(Seen.objects.current().about(people).filter(seen=True))
    persons = {person.pk: person for person in Person.objects.filter(pk__among=Keys(people))}
    clocks: list[Clock] = []
    for enquiry in Section47Enquiry.objects.current().about(people):
        not_required = endings.get((enquiry.child_id, enquiry.ended)) or decided.get(enquiry.pk)
        met = held.get(enquiry.pk)
        about = {"child": enquiry.child_id, "anchor": anchor_of(enquiry), "start": enquiry.began}
        to_conference: dict[str, Any] = {"stop": met, "ended": not_required if met is None else None}
        clocks.append(Clock(rules.INITIAL_CONFERENCE, **about, **to_conference))
        clocks.append(Clock(rules.ENQUIRY_OUTCOME, stop=enquiry.ended, **about))
        person = persons.get(enquiry.child_id)
        if is_unborn(person, enquiry.began):
            expected = person.expected_on if person else None
            clocks.append(Clock(rules.PREBIRTH_CONFERENCE, counted_from=expected, **about, **to_conference))
        else:
            clocks.append(seen_clock(enquiry, about, day_of_first_since(seen[enquiry.child_id], enquiry.began)))
    return clocks


def anchor_of(enquiry: Section47Enquiry) -> Any:
    """The discussion that began an enquiry, or the enquiry where a return told of it."""
    return (StrategyDiscussion._meta.label, enquiry.discussion_id) if enquiry.discussion_id else enquiry


def seen_clock(enquiry: Section47Enquiry, about: dict[str, Any], seen: date | None) -> Clock:
    """That a child was seen in enquiries."""
    ended = over(enquiry, "The enquiries ended") if seen is None else None
    return Clock(limits.SEEN_IN_ENQUIRY, stop=seen, ended=ended, **about)


def is_unborn(person: Person | None, on: date) -> bool:
    """Whether somebody was not born yet on a day."""
    if person is None:
        return False
    return person.birth_date > on if person.birth_date else person.expected_on is not None


def conferences(people: list[UUID]) -> Any:
    """The initial conferences about these people, the last one first."""
    return InitialConference.objects.current().about(people).order_by("-happened")


def conferences_not_required(children: Iterable[UUID]) -> dict[tuple[UUID, object], Ending]:
    """By child and the day on which enquiries ended: that a manager agreed that no conference is required."""
    outcomes = [
        outcome
        for outcome in EnquiryOutcome.objects.current().about(children)
        if not rules.requires_conference(outcome.outcome)
    ]
    agreed = agreed_on(EnquiryOutcome._meta.label, [outcome.pk for outcome in outcomes])
    return {
        (outcome.child_id, outcome.happened): Ending(NOT_REQUIRED, on=agreed[outcome.pk], state=State.NOT_APPLICABLE)
        for outcome in outcomes
        if outcome.pk in agreed
    }


def decided_not_required(people: list[UUID]) -> dict[UUID, Ending]:
    """By enquiry: that it was decided by itself, or that a return says, that no conference is required."""
    newest = {each.enquiry_id: each for each in ConferenceDecision.objects.current().about(people).order_by("happened")}
    return {
        key: Ending(NOT_REQUIRED, on=each.happened, state=State.NOT_APPLICABLE)
        for key, each in newest.items()
        if not each.required
    }


def discussion_clocks(children: Iterable[UUID]) -> list[Clock]:
    """For each decision that a child may be suffering significant harm, that a discussion is held; four queries."""
    people = list(children)
    held = by_child(StrategyOutcome.objects.current().about(people))
    causes: list[tuple[Any, date]] = [
        (each, each.happened)
        for kind, code in ((ContactOutcome, rules.ENQUIRY_FLAG), (ReferralDecision, rules.DISCUSSION_FLAG))
        for each in kind.objects.current().about(people).filter(outcome=code)
    ]
    assessed = Assessment.objects.current().about(people).filter(outcome=rules.DISCUSSION_FLAG, ended__isnull=False)
    causes += [(each, each.ended) for each in assessed if each.ended]
    return [
        Clock(
            rules.STRATEGY_DISCUSSION,
            child=cause.child_id,
            anchor=cause,
            start=day,
            stop=day_of_first_since(held[cause.child_id], day),
        )
        for cause, day in causes
    ]


def transfer_clocks(children: Iterable[UUID]) -> list[Clock]:
    """For each notice that a child moved here with a plan, the transfer-in conference; two queries."""
    people = list(children)
    held = by_child(conferences(people).filter(transfer_in=True))
    return [
        Clock(
            rules.TRANSFER_IN,
            child=notice.child_id,
            anchor=notice,
            start=notice.happened,
            stop=day_of_first_since(held[notice.child_id], notice.happened),
        )
        for notice in TransferInNotice.objects.current().about(people)
    ]
