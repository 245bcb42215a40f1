"""Section 47 enquiries: whether they are under way, and what they follow from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sightline.practice.child_protection import rules
from sightline.practice.child_protection.models import EnquiryOutcome, Section47Enquiry, StrategyOutcome


@dataclass
class Standing:
    """What stands about one child: decisions of discussions, what enquiries found, and the enquiries themselves.

    An enquiry that a return told of has no discussion. While it is open it stands beside the decisions of discussions
    as one of its own, under its own key; once it has ended nothing follows for it any more.
    """

    decided: dict[UUID, rules.Decided] = field(default_factory=dict)  # by discussion
    found: dict[UUID, date] = field(default_factory=dict)  # the day of each outcome of enquiries, by its key
    enquiries: list[Section47Enquiry] = field(default_factory=list)
    already_ended: list[rules.Enquiry] = field(default_factory=list)  # as a return told of them

    def right(self) -> list[rules.Enquiry]:
        """The enquiries that follow from everything else that stands."""
        return rules.enquiries(self.decided.values(), self.found.values(), self.already_ended)


@dataclass(frozen=True)
class EnquiryShown:
    """One enquiry with what it found."""

    enquiry: Section47Enquiry
    outcome: EnquiryOutcome | None


def standing_of(children: Iterable[UUID]) -> dict[UUID, Standing]:
    """What stands about each of these children, in three queries."""
    people = list(children)
    found = {child: Standing() for child in people}
    for outcome in StrategyOutcome.objects.current().about(people):
        found[outcome.child_id].decided[outcome.discussion_id] = decided(outcome)
    for ended in EnquiryOutcome.objects.current().about(people):
        found[ended.child_id].found[ended.pk] = ended.happened
    for enquiry in Section47Enquiry.objects.current().about(people).order_by("began"):
        stands(found[enquiry.child_id], enquiry)
    return found


def stands(standing: Standing, enquiry: Section47Enquiry) -> None:
    """Place one enquiry among what stands about its child."""
    if enquiry.discussion_id is None and enquiry.ended is not None and enquiry.ended not in standing.found.values():
        standing.already_ended.append(rules.Enquiry(enquiry.pk, enquiry.began, enquiry.ended))
        return
    standing.enquiries.append(enquiry)
    if enquiry.discussion_id is None:
        begun = rules.Decision.BEGIN_ENQUIRIES
        standing.decided[enquiry.pk] = rules.Decided(enquiry.began, begun, discussion=enquiry.pk, order=enquiry.pk)


def decided(outcome: StrategyOutcome) -> rules.Decided:
    """What a discussion decided, as the rules see it."""
    return rules.Decided(
        on=outcome.happened, decision=outcome.decision, discussion=outcome.discussion_id, order=outcome.discussion_id
    )


def enquiry_is_open(child: UUID) -> bool:
    """Whether enquiries about a child are under way."""
    return Section47Enquiry.objects.current().filter(child=child, ended=None).exists()


def enquiries_of(child: UUID) -> list[EnquiryShown]:
    """The enquiries about a child that stand, newest first, with what each found."""
    enquiries = Section47Enquiry.objects.current().filter(child=child).order_by("-began")
    outcomes = EnquiryOutcome.objects.current().filter(child=child).select_related("recorded_by")
    by_day = {outcome.happened: outcome for outcome in outcomes}
    return [EnquiryShown(enquiry, by_day.get(enquiry.ended) if enquiry.ended else None) for enquiry in enquiries]


def ending_of(child: UUID, outcome: UUID) -> EnquiryOutcome | None:
    """What enquiries about a child found, as recorded then or corrected since."""
    found = EnquiryOutcome.objects.filter(child=child, pk=outcome)
    return found.select_related("recorded_by", "superseded_by").first()
