"""Closing the work with a child: a gate for ending, never for acting."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.bounds import ending_too
from sightline.foundation.calendar.words import format_date
from sightline.foundation.code_sets.refusals import refuse_unless_code
from sightline.foundation.door import Refusal, Work, Yielded, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.oversight.models import Settlement
from sightline.foundation.oversight.rules import LeftToDo, Settled
from sightline.foundation.standing import NotNow
from sightline.foundation.workforce.actions.involvement import refuse_before
from sightline.foundation.workforce.models import Closure
from sightline.foundation.workforce.queries import closing
from sightline.foundation.workforce.queries.closing import BeforeClosing


class NotSettled(Refusal):
    """Something would be dropped silently."""


@action(permission=Permission.CLOSE_WORK, says="closed the work with a child")
def close_work(
    *,
    child_id: UUID,
    reason: str,
    what_changed: str,
    what_remains: str,
    goodbye: str,
    who_to_call: str,
    family_told: bool,
    family_words: str,
    left: Sequence[LeftToDo] = (),
    on: date,
    by: Acting,
) -> Work:
    """End everybody's part in the work with one child, with what changed and whom to call; others stay open.

    What somebody still had to do is settled or handed on, each with a sentence: nothing is dropped silently.
    """
    before = closing.held_before_closing(child_id)
    refuse_unsaid(what_changed, what_remains, goodbye, who_to_call, family_words)
    refuse_unless_code("cin-reason-for-closure", reason, on, called="why the work ends")
    refuse_while_open(before)
    closure = Closure(
        child_id=child_id,
        happened=on,
        reason=reason,
        what_changed=what_changed,
        what_remains=what_remains,
        goodbye=goodbye,
        who_to_call=who_to_call,
        family_told=family_told,
        family_words=family_words,
    )
    yield closure
    yield from settled(child_id, before, left, on)
    for part in before.parts:
        refuse_before(part, on)
        yield ends(part, on=on, end_reason="The work with the child was closed")
    yield from ending_too(Closure, child_id, on, reason=reason)
    return closure


def refuse_unsaid(*texts: str) -> None:
    """Raise where something is left out that the family, or whoever meets the child next, will need."""
    if not all(text.strip() for text in texts):
        raise NotNow("Say what changed, what remains, how goodbye is said, whom to call and what the family was told.")


def refuse_while_open(before: BeforeClosing) -> None:
    """Raise while something lasts or waits that has an end of its own."""
    if not before.parts:
        raise NotNow("Nobody works with this child: there is nothing to close.")
    if before.transfer:
        raise NotNow("Another team has been asked to take this child over. That comes to its end first.")
    for each in before.lasts:
        raise NotNow(f"{each.kind.label()}: what began on {format_date(each.began)} must end first.")
    if before.waits:
        raise NotNow("A decision about this child waits for a manager's answer, which comes first.")


def settled(child: UUID, before: BeforeClosing, left: Sequence[LeftToDo], on: date) -> Iterator[Yielded]:
    """What became of each thing still to do; raises Refusal where one is left out."""
    said = {each.fact_id: each for each in left}
    for each in before.to_do:
        answer = said.get(each.fact_id)
        if answer is None or answer.how not in Settled.values or not answer.words.strip():
            owner = f"What {each.owner} still has to do by {format_date(each.by_when)}"
            raise NotSettled(f"{owner} is neither settled nor handed on. Say what becomes of it.")
        yield Settlement(
            child_id=child,
            happened=on,
            asked_kind=each.kind,
            asked_id=each.fact_id,
            how=answer.how,
            words=answer.words,
        )
