"""The clocks of child protection, from its facts."""

from collections.abc import Iterable
from uuid import UUID

from sightline.foundation.oversight.queries import agreed_on
from sightline.foundation.timescales.rules import Clock, Ending, State
from sightline.practice.child_protection import rules
from sightline.practice.child_protection.models import EnquiryOutcome, Section47Enquiry, StrategyDiscussion


def conference_clocks(children: Iterable[UUID]) -> list[Clock]:
    """One clock for each enquiry about these children, until a manager agrees that no conference is required.

    Its anchor is the discussion that began the enquiry, so that it stays the same clock when a date is corrected.
    """
    people = list(children)
    endings = conferences_not_required(people)
    return [
        Clock(
            rules.INITIAL_CONFERENCE,
            child=enquiry.child_id,
            anchor=(StrategyDiscussion._meta.label, enquiry.discussion_id) if enquiry.discussion_id else enquiry,
            start=enquiry.began,
            ended=endings.get((enquiry.child_id, enquiry.ended)),
        )
        for enquiry in Section47Enquiry.objects.current().about(people)
    ]


def conferences_not_required(children: Iterable[UUID]) -> dict[tuple[UUID, object], Ending]:
    """By child and the day on which enquiries ended: that a manager agreed that no conference is required."""
    outcomes = [
        outcome
        for outcome in EnquiryOutcome.objects.current().about(children)
        if not rules.requires_conference(outcome.outcome)
    ]
    agreed = agreed_on(EnquiryOutcome._meta.label, [outcome.pk for outcome in outcomes])
    return {
        (outcome.child_id, outcome.happened): Ending(
            "No conference required", on=agreed[outcome.pk], state=State.NOT_APPLICABLE
        )
        for outcome in outcomes
        if outcome.pk in agreed
    }
