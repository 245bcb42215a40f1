"""Recording what section 47 enquiries found, and correcting it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Refusal, Work, action, corrects, withdraws
from sightline.foundation.facts import Acting
from sightline.foundation.standing import hold
from sightline.practice.child_protection import queries, rules
from sightline.practice.child_protection.actions.consequences import enquiries_follow
from sightline.practice.child_protection.models import EnquiryOutcome
from sightline.practice.child_protection.rules import Found


class NoEnquiries(Refusal):
    """No enquiries were under way on that day."""


@action(permission=Permission.RECORD_CHILD_PROTECTION, says="recorded what section 47 enquiries found")
def record_enquiry_outcome(*, on: date, found: Sequence[Found], by: Acting) -> Work:
    """Record what enquiries found about one child or several; on that day they end."""
    children = [each.child for each in found]
    hold(children)
    standing = queries.standing_of(children)
    outcome = None
    for each in found:
        refuse_outcome(each.outcome, each.reasons)
        refuse_unless_under_way(standing[each.child], on)
        outcome = EnquiryOutcome(child_id=each.child, happened=on, outcome=each.outcome, reasons=each.reasons)
        yield outcome
        standing[each.child].found[outcome.pk] = on
        yield from enquiries_follow(each.child, standing[each.child], reason="What the enquiries found was recorded.")
    if outcome is None:
        raise NoEnquiries("Say about which children enquiries ended.")
    return outcome


@action(permission=Permission.RECORD_CHILD_PROTECTION, says="corrected what section 47 enquiries found")
def correct_enquiry_outcome(
    *, wrong: UUID, child: UUID, on: date, outcome: str, reasons: str, why: str, by: Acting
) -> Work:
    """Put right what enquiries found about a child, or the day on which they ended."""
    hold([child])
    old = standing_outcome(child, wrong)
    refuse_outcome(outcome, reasons)
    if (old.happened, old.outcome, old.reasons) == (on, outcome, reasons):
        raise Refusal("Nothing is different from what is recorded.")
    new = EnquiryOutcome(child_id=child, happened=on, outcome=outcome, reasons=reasons)
    yield corrects(old, new, reason=why)
    standing = queries.standing_of([child])[child]
    del standing.found[old.pk]
    standing.found[new.pk] = on
    yield from enquiries_follow(child, standing, reason=why)
    return new


@action(permission=Permission.RECORD_CHILD_PROTECTION, says="withdrew what section 47 enquiries found")
def withdraw_enquiry_outcome(*, wrong: UUID, child: UUID, why: str, by: Acting) -> Work:
    """Say that the end of enquiries about a child was recorded by mistake: they go on."""
    hold([child])
    old = standing_outcome(child, wrong)
    yield withdraws(old, reason=why)
    standing = queries.standing_of([child])[child]
    del standing.found[old.pk]
    yield from enquiries_follow(child, standing, reason=why)
    return old


def standing_outcome(child: UUID, wrong: UUID) -> EnquiryOutcome:
    """What enquiries found, if it stands; raises Refusal if it was corrected already."""
    old = queries.ending_of(child, wrong)
    if old is None or old.superseded_at is not None:
        raise Refusal("Somebody corrected this before you. Look at what stands now.")
    return old


def refuse_outcome(outcome: str, reasons: str) -> None:
    """Raise unless the enquiries found something and there are reasons."""
    if outcome not in rules.Outcome.values:
        raise Refusal("Say what the enquiries found.")
    if not reasons.strip():
        raise Refusal("Say what this rests on.")


def refuse_unless_under_way(standing: queries.Standing, on: date) -> None:
    """Raise unless enquiries that have not ended were under way on a day."""
    if not any(each.ended is None and each.began <= on for each in standing.enquiries):
        raise NoEnquiries("No enquiries about this child were under way on that day.")
