"""Who holds a contact until it is decided: giving it to somebody, and handing it over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Refusal, Work, Yielded, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.standing import NotNow, hold, refuse_without
from sightline.foundation.workforce.actions.involvement import refuse_own, refuse_wrong_worker
from sightline.foundation.workforce.models import Involvement
from sightline.foundation.workforce.rules import InvolvementKind, Priority, Role
from sightline.practice.front_door.queries.board import holders_of
from sightline.practice.front_door.queries.contacts import undecided_contacts

DECIDED = "The contact was decided"
TAKES_FOR_THEMSELF = (Role.DUTY, Role.OUT_OF_HOURS)


class NotYours(Refusal):
    """Somebody else holds the contact."""

    def __init__(self) -> None:
        super().__init__("You do not hold this contact. Ask whoever holds it, or a manager, to hand it over.")


@action(permission=Permission.ALLOCATE, says="gave somebody a contact to hold")
def give_contact(
    *, children: Sequence[UUID], practitioner_id: UUID, priority: str, reason: str = "", on: date, by: Acting
) -> Work:
    """Say who holds the contact about these children until it is decided, and how soon it must be looked at.

    Whoever is on duty, perhaps alone, may take one for themself that nobody holds.
    """
    held = holders_of(children)
    if held or by.role not in TAKES_FOR_THEMSELF:
        refuse_own(practitioner_id, by)
    if held:
        refuse_without(reason, asks="Say what the next person needs to know.")
    made = list(given(children, held, practitioner_id, priority, reason, on))
    yield from made
    return next((each for each in made if isinstance(each, Involvement)), None)


@action(permission=Permission.HAND_OVER, says="handed a contact over")
def hand_over_contact(
    *, children: Sequence[UUID], practitioner_id: UUID, priority: str, reason: str, on: date, by: Acting
) -> Work:
    """Hand the contact about these children over to a colleague, with what they need to know: for whoever holds it."""
    refuse_own(practitioner_id, by)
    held = holders_of(children)
    if any(child not in held or held[child].practitioner_id != by.practitioner_id for child in children):
        raise NotYours
    refuse_without(reason, asks="Say what the next person needs to know.")
    made = list(given(children, held, practitioner_id, priority, reason, on))
    yield from made
    return next((each for each in made if isinstance(each, Involvement)), None)


def given(
    children: Iterable[UUID], held: dict[UUID, Involvement], to: UUID, priority: str, reason: str, on: date
) -> Iterator[Yielded]:
    """The new holder of each child's contact, and the end of the one before; raises where it cannot be."""
    if priority not in Priority.values:
        raise NotNow("Say how soon it must be looked at.")
    hold(children)
    for child in children:
        if not undecided_contacts(child):
            raise NotNow("This contact was decided meanwhile: there is nothing left to hold.")
        refuse_wrong_worker(child, to, on)
        if before := held.get(child):
            if before.practitioner_id == to:
                raise NotNow("This person holds the contact already.")
            yield ends(before, on=on, end_reason="Handed over")
        yield Involvement(
            child_id=child,
            kind=InvolvementKind.CONTACT_HOLDER,
            practitioner_id=to,
            began=on,
            priority=priority,
            reason=reason,
        )


def holding_ends(child: UUID, on: date, decided: Iterable[UUID]) -> Iterator[Yielded]:
    """The end of somebody's part once these contacts are decided, unless another contact about the child is open."""
    left = {contact.pk for contact in undecided_contacts(child)} - set(decided)
    if not left and (before := holders_of([child]).get(child)):
        yield ends(before, on=max(on, before.began), end_reason=DECIDED)
